/** Officers: who they are, their PINs, and who answers for which counter today. */
import type { z } from 'zod';
import { hashPassword } from '../../access/secrets.ts';
import {
  assignmentBody,
  type OfficerAnswer,
  officerBody,
  officerChanges,
  shortestOf,
} from '../../contract/http-people.ts';
import type { Officer } from '../../domain/calendar.ts';
import { officerAt } from '../../domain/views/officer.ts';
import { counterIn, isThere } from './counter-path.ts';
import { api, ask, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';

const path = `${api}/officers`;
type Changes = z.infer<typeof officerChanges>;

export const officerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(_call, context) {
      const { officers } = context.hub.state.calendar;
      return reply(
        200,
        [...officers.values()].map((officer) => asListed(officer, context)),
      );
    },
  }),
  route<z.infer<typeof officerBody>>({
    method: 'post',
    path,
    roles: ['supervisor'],
    body: officerBody,
    keyed: true,
    async handle({ body: { id, name, pin, role }, from }, context) {
      const hash = await hashPassword(pin);
      const command = { type: 'AddOfficer', name, role, hash, ...(id === undefined ? {} : { id }) } as const;
      return ask(context, command, from, (added) =>
        reply(201, { id: added.id, name, role, counter: null } satisfies OfficerAnswer),
      );
    },
  }),
  route<Changes>({
    method: 'patch',
    path: `${path}/:id`,
    roles: ['supervisor'],
    body: officerChanges,
    keyed: false,
    handle: change,
  }),
  route({
    method: 'delete',
    path: `${path}/:id`,
    roles: ['supervisor'],
    keyed: false,
    handle({ params: { id = '' }, from }, context) {
      return ask(context, { type: 'RemoveOfficer', id }, from, () => reply(204), ['unknown-officer']);
    },
  }),
  route<z.infer<typeof assignmentBody>>({
    method: 'put',
    path: `${api}/counters/:n/officer`,
    roles: ['supervisor'],
    body: assignmentBody,
    keyed: false,
    handle(call, context) {
      const counter = counterIn(call);
      if (counter === null || !isThere(context, counter)) return problem('unknown-counter', { status: 404 });
      const command = { type: 'AssignOfficer', counter, officer: call.body.officer } as const;
      return ask(context, command, call.from, () =>
        reply(200, { counter, officer: officerAt(context.hub.state, counter) }),
      );
    },
  }),
];

function asListed({ id, name, role }: Officer, { hub }: Context): OfficerAnswer {
  const [counter = null] = [...hub.state.day.officers].find(([, officer]) => officer === id) ?? [];
  return { id, name, role, counter };
}

async function change({ params: { id = '' }, body, from }: Call<Changes>, context: Context): Promise<Reply> {
  const known = context.hub.state.calendar.officers.get(id);
  if (!known) return problem('unknown-officer', { status: 404 });
  const { name, role, pin } = body;
  const message = pinExpected(known, body);
  if (message !== null) return problem('malformed', { fields: [{ path: 'pin', message }] });
  const hash = pin === undefined ? undefined : await hashPassword(pin);
  const command = {
    ...({ type: 'ChangeOfficer', id } as const),
    ...(name === undefined ? {} : { name }),
    ...(role === undefined ? {} : { role }),
    ...(hash === undefined ? {} : { hash }),
  };
  const done = () => {
    const officer = context.hub.state.calendar.officers.get(id);
    return officer ? reply(200, asListed(officer, context)) : problem('unknown-officer', { status: 404 });
  };
  return ask(context, command, from, done, ['unknown-officer']);
}

/** Who comes to head the office needs a PIN that is long enough for it: how long the present one is, nobody knows. */
function pinExpected(known: Officer, { role = known.role, pin }: Changes): string | null {
  const shortest = shortestOf(role);
  if (pin === undefined)
    return role === 'supervisor' && known.role !== role
      ? `expected a new PIN of ${shortest} digits or more`
      : null;
  return pin.length < shortest ? `expected ${shortest} digits or more` : null;
}
