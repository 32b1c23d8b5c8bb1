/** CM2, CM3: claims of hand-overs that took too long: who is owed something, and how it was made good. */
import { z } from 'zod';
import { closeClaimBody } from '../../contract/http-bookings.ts';
import { localDate } from '../../contract/values.ts';
import { claimsShown, isClaimOf } from '../../domain/views/claims.ts';
import { queryOf } from './query.ts';
import { api, ask, type Call, problem, type Route, reply, route } from './route.ts';

/** Without `open` those of them that are open. */
const wanted = z.strictObject({ open: z.enum(['1', 'all']).default('1'), date: localDate.optional() });

/** No counter has it. */
const nowhere = 0;

/** Null: of every counter. A counter sees its own claims alone. */
const ownCounter = ({ principal }: Pick<Call, 'principal'>): number | null =>
  principal.role === 'counter' ? (principal.counter ?? nowhere) : null;

export const claimRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: `${api}/claims`,
    roles: ['counter', 'supervisor'],
    keyed: false,
    handle(call, { hub }) {
      const asked = queryOf(call, wanted);
      if (!asked.ok) return asked.reply;
      const { open, date = null } = asked.query;
      const claims = claimsShown(hub.state, { open: open === '1', date, counter: ownCounter(call) });
      return reply(200, { claims });
    },
  }),
  route({
    method: 'post',
    path: `${api}/claims/:id/close`,
    roles: ['counter', 'supervisor'],
    body: closeClaimBody,
    keyed: true,
    handle(call, context) {
      const { params, body, from } = call;
      const { id = '' } = params;
      const own = ownCounter(call);
      // Another counter's claim is not told from one that is not there.
      if (own !== null && !isClaimOf(context.hub.state, id, own))
        return problem('unknown-claim', { status: 404 });
      const reference = body.reference === undefined ? {} : { reference: body.reference };
      const command = { type: 'CloseClaim', id, as: body.as, ...reference, by: from.account } as const;
      return ask(context, command, from, (answer) => reply(200, answer), ['unknown-claim']);
    },
  }),
];
