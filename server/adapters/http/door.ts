/** The door: readings, what the task force decides, and the card of a case. Nothing of it is logged. */
import { outcomeBody, readingBody, screeningBody } from '../../contract/http-door.ts';
import type { Role } from '../../contract/values.ts';
import { caseCard } from '../../domain/views/door.ts';
import { api, ask, problem, type Route, reply, route } from './route.ts';

/** The contract: the door alone. */
const roles: readonly Role[] = ['door'];
/** The supervisor may look at a case as well; whoever does is recorded. */
const mayLook: readonly Role[] = ['door', 'supervisor'];

const withoutReading = () =>
  problem('malformed', { fields: [{ path: 'celsius', message: 'missing: expected a temperature' }] });

export const doorRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/screenings`,
    roles,
    body: screeningBody,
    keyed: true,
    // Few temperatures there are, and what is said of a case goes at midnight.
    unkept: ['celsius'],
    handle({ body: { celsius, kind }, from }, context) {
      const isMeasured = context.hub.state.calendar.office?.screening !== undefined;
      if (isMeasured && celsius === undefined) return withoutReading();
      const command = {
        type: 'ScreenVisitor',
        ...(celsius === undefined ? {} : { celsius }),
        ...(kind === undefined ? {} : { kind }),
      } as const;
      return ask(context, command, from, (answer) => reply(201, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/screenings/:id/readings`,
    roles,
    body: readingBody,
    keyed: true,
    unkept: ['celsius'],
    handle({ params: { id = '' }, body: { celsius, kind }, from }, context) {
      const reading = { celsius, ...(kind === undefined ? {} : { kind }) };
      const command = { type: 'ReadAgain', screening: id, ...reading } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-screening']);
    },
  }),
  route({
    method: 'post',
    path: `${api}/screenings/:id/outcome`,
    roles,
    body: outcomeBody,
    keyed: true,
    unkept: ['by', 'reason'],
    handle({ params: { id = '' }, body: { decision, by, reason }, from }, context) {
      const why = reason === undefined ? {} : { reason };
      const command = { type: 'DecideCase', screening: id, decision, by, ...why } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-screening']);
    },
  }),
  route({
    method: 'get',
    path: `${api}/cases/:case`,
    roles: mayLook,
    keyed: false,
    handle({ principal: { account: by }, params, from }, context) {
      const { case: number = '' } = params;
      // Recorded before it is shown.
      return ask(
        context,
        { type: 'SeeCase', case: number, by },
        from,
        () => {
          const card = caseCard(context.hub.state, number);
          return card === null ? problem('unknown-case', { status: 404 }) : reply(200, card);
        },
        ['unknown-case'],
      );
    },
  }),
];
