/** Tickets: taken, looked at, given up, taken up again, moved to another lane. */
import { laneBody, nothingBody, ticketBody } from '../../contract/http.ts';
import { type Role, ticketCode } from '../../contract/values.ts';
import { onlyAtDoor } from './only-at-door.ts';
import { givenTo, paperFor } from './papers.ts';
import { anyone, api, ask, type Call, problem, type Route, reply, route } from './route.ts';

const staff: readonly Role[] = ['door', 'counter', 'supervisor'];
const mayReturn: readonly Role[] = ['kiosk', 'counter', 'supervisor'];
const mayScreen: readonly string[] = ['door', 'supervisor'] satisfies Role[];
const limitedTakers: readonly string[] = ['kiosk', 'door'] satisfies Role[];

/**
 * The ticket that the path names: by its code, which nobody can guess, for all; by its number, which everybody
 * can read on the wall, only for these roles.
 */
function named({ params, principal }: Call, byNumber: readonly string[]): string | null {
  const { code = '' } = params;
  return ticketCode.safeParse(code).success || byNumber.includes(principal.role) ? code : null;
}

const unknownTicket = () => problem('unknown-ticket', { status: 404 });

export const ticketRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/tickets`,
    roles: ['kiosk', 'door', 'counter', 'supervisor'],
    body: ticketBody,
    keyed: true,
    limit: {
      by: 'tickets',
      key: ({ principal }) => (limitedTakers.includes(principal.role) ? principal.account : null),
    },
    handle(
      { principal, body: { service, lane, people, category, needs, screening, booking, proof }, from },
      context,
    ) {
      const { role } = principal;
      if (screening !== undefined && !mayScreen.includes(role)) return onlyAtDoor();
      const command = {
        type: 'TakeTicket',
        ...(service === undefined ? {} : { service }),
        ...(lane === undefined ? {} : { lane }),
        ...(people === undefined ? {} : { people }),
        ...(category === undefined ? {} : { category }),
        ...(needs === undefined ? {} : { needs }),
        ...(role === 'door' ? { atDoor: true } : {}),
        ...(screening === undefined ? {} : { screening }),
        ...(booking === undefined ? {} : { booking }),
        ...(proof === undefined ? {} : { proof }),
        ...paperFor(context, principal),
      } as const;
      return ask(context, command, from, (ticket) => reply(201, givenTo(context, principal, ticket)));
    },
  }),
  route({
    method: 'get',
    path: `${api}/tickets/:code`,
    roles: anyone,
    keyed: false,
    handle(call, { views }) {
      const ticket = named(call, staff);
      const { code = '' } = call.params;
      const spoken = call.principal.role === 'kiosk' && ticket === null ? views.comeback(code) : null;
      const view = ticket === null ? spoken : views.ticket(ticket);
      return view === null ? unknownTicket() : reply(200, view);
    },
  }),
  route({
    method: 'delete',
    path: `${api}/tickets/:code`,
    roles: anyone,
    keyed: false,
    handle(call, context) {
      const ticket = named(call, staff);
      if (ticket === null) return unknownTicket();
      const command = { type: 'CancelTicket', ticket } as const;
      return ask(context, command, call.from, (answer) => reply(200, answer), ['unknown-ticket']);
    },
  }),
  route({
    method: 'post',
    path: `${api}/tickets/:code/return`,
    roles: mayReturn,
    body: nothingBody,
    keyed: true,
    handle(call, context) {
      const ticket = named(call, mayReturn);
      if (ticket === null) return unknownTicket();
      const { role, counter } = call.principal;
      const desk = role === 'counter' && counter !== null ? { counter } : {};
      const command = { type: 'ReturnVisit', ticket, ...desk } as const;
      return ask(context, command, call.from, (answer) => reply(200, answer), ['unknown-ticket']);
    },
  }),
  route({
    method: 'patch',
    path: `${api}/tickets/:code`,
    roles: staff,
    body: laneBody,
    keyed: false,
    handle(call, context) {
      const ticket = named(call, staff);
      if (ticket === null) return unknownTicket();
      const command = { type: 'ChangeLane', ticket, ...call.body } as const;
      return ask(context, command, call.from, (answer) => reply(200, answer), ['unknown-ticket']);
    },
  }),
];
