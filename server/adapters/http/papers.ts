/** Papers: printed with the ticket that is taken, printed again, and slips of what follows a visit. */
import { z } from 'zod';
import type { Principal } from '../../access/principal.ts';
import { nothingBody, type TicketAnswer } from '../../contract/http.ts';
import type { PaperStation } from '../../contract/paper.ts';
import { type Role, ticketCode } from '../../contract/values.ts';
import { findVisit } from '../../domain/day.ts';
import type { PaperAnswer } from '../../domain/papers/paper-commands.ts';
import type { HttpParts } from './parts.ts';
import { api, ask, type Call, type Context, problem, type Reply, type Route, reply, route } from './route.ts';
import { withAddress } from './ticket-address.ts';

const staff: readonly Role[] = ['door', 'counter', 'supervisor'];
const reprintBody = z.strictObject({ reason: z.string().trim().min(1).max(200).optional() });

const tokenOf = ({ account }: Principal): string | null =>
  account.startsWith('token:') ? account.slice('token:'.length) : null;

/** Who asks for paper, as printers know it. */
export const stationOf = (principal: Principal): PaperStation => ({
  role: principal.role,
  token: tokenOf(principal),
});

/** For the command that gives a ticket: with the station, where a printer serves it. */
export function paperFor({ papers }: HttpParts, principal: Principal): { paper?: PaperStation } {
  const station = stationOf(principal);
  return papers?.printerFor(station) ? { paper: station } : {};
}

/**
 * What the station is told of a ticket: where its page is, and how its paper is at this moment.
 * PA5: asked again with the same key, what was printed again meanwhile is told with the link that counts now.
 */
export function givenTo(context: HttpParts, principal: Principal, ticket: TicketAnswer): TicketAnswer {
  const visit = context.hub.state.day.visits.get(ticket.code);
  const given = withAddress(context, visit ? { ...ticket, code: visit.link } : ticket);
  const paper = context.papers?.printerFor(stationOf(principal)) ?? null;
  if (!paper) return given;
  const { state = 'asked', copy = 1 } = visit?.paper ?? {};
  return { ...given, paper: { ...paper, state, ...(copy === 1 ? {} : { copy }) } };
}

/** A kiosk prints by the link that it gave, staff also by number. */
function named({ params, principal }: Call): string | null {
  const { code = '' } = params;
  const isStaff = staff.some((role) => role === principal.role);
  return isStaff || ticketCode.safeParse(code).success ? code : null;
}

const unknownTicket = (): Reply => problem('unknown-ticket', { status: 404 });

/** Where it comes out: at the station that asks, or, where no printer serves that, where it was asked for before. */
function whereTo({ papers, views }: Context, principal: Principal, ticket: string): PaperStation | null {
  const former = views.paperStation(ticket);
  const stations = [stationOf(principal), ...(former ? [former] : [])];
  return stations.find((station) => papers?.printerFor(station)) ?? null;
}

/** PA5: asked again with the same key, the link that counts now, as above. */
function answered({ publicUrl, hub }: HttpParts, { link, number, copy }: PaperAnswer): Reply {
  const code = findVisit(hub.state.day, number)?.link ?? link;
  return reply(200, { code, copy, ...(publicUrl === null ? {} : { url: `${publicUrl}/t/${code}` }) });
}

export const paperRoutes: readonly Route[] = [
  route<z.infer<typeof reprintBody>>({
    method: 'post',
    path: `${api}/tickets/:code/reprint`,
    roles: ['kiosk', ...staff],
    body: reprintBody,
    keyed: true,
    limit: {
      by: 'tickets',
      key: ({ principal }) => (principal.role === 'kiosk' ? principal.account : null),
    },
    async handle(call, context) {
      const {
        principal,
        body: { reason },
        from,
      } = call;
      const ticket = named(call);
      if (ticket === null) return unknownTicket();
      if (!context.views.ticket(ticket)) return unknownTicket();
      const station = whereTo(context, principal, ticket);
      if (!station) return problem('no-printer');
      const kiosk = principal.role === 'kiosk' ? { kiosk: tokenOf(principal) } : {};
      const why = reason === undefined ? {} : { reason };
      const command = { type: 'ReprintTicket', ticket, station, by: from.account, ...kiosk, ...why } as const;
      return ask(context, command, from, (answer) => answered(context, answer), ['unknown-ticket']);
    },
  }),
  route({
    method: 'post',
    path: `${api}/tickets/:code/slip`,
    roles: ['counter', 'supervisor'],
    body: nothingBody,
    keyed: true,
    async handle(call, context) {
      const ticket = named(call);
      if (ticket === null) return unknownTicket();
      const station = stationOf(call.principal);
      if (!context.papers?.printerFor(station)) return problem('no-printer');
      const command = { type: 'PrintSlip', ticket, station } as const;
      return ask(context, command, call.from, (answer) => answered(context, answer), ['unknown-ticket']);
    },
  }),
  route({
    method: 'post',
    path: `${api}/tickets/:code/paper-settled`,
    roles: staff,
    body: nothingBody,
    keyed: true,
    handle({ params, from }, context) {
      const command = { type: 'SettlePaper', ticket: params.code ?? '', by: from.account } as const;
      return ask(context, command, from, () => reply(204), ['unknown-ticket']);
    },
  }),
];
