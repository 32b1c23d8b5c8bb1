/** The day: closed and opened again, first places taken up, what was interrupted, and numbers that were given on paper. */

import { nothingBody, type TicketAnswer } from '../../contract/http.ts';
import {
  closeDayBody,
  outageBody,
  paperNumbersBody,
  placeBody,
  settleBody,
} from '../../contract/http-day.ts';
import type { Role } from '../../contract/values.ts';
import { onlyAtDoor } from './only-at-door.ts';
import { enterNumbers } from './paper-numbers.ts';
import { givenTo, paperFor } from './papers.ts';
import { api, ask, type Route, reply, route } from './route.ts';

const limitedTakers: readonly string[] = ['kiosk', 'door'] satisfies Role[];

export const dayRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: `${api}/day/close`,
    roles: ['supervisor'],
    body: closeDayBody,
    keyed: true,
    handle({ body: { tomorrow = [] }, from }, context) {
      return ask(context, { type: 'CloseDay', tomorrow }, from, (answer) => reply(200, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/day/reopen`,
    roles: ['supervisor'],
    body: nothingBody,
    keyed: true,
    handle({ from }, context) {
      return ask(context, { type: 'ReopenDay' }, from, (answer) => reply(200, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/places/:code`,
    roles: ['kiosk', 'door', 'counter', 'supervisor'],
    body: placeBody,
    keyed: true,
    // A short code is short enough to be guessed at.
    limit: {
      by: 'tickets',
      key: ({ principal }) => (limitedTakers.includes(principal.role) ? principal.account : null),
    },
    handle({ principal, params: { code = '' }, body: { screening }, from }, context) {
      const { role } = principal;
      if (screening !== undefined && role !== 'door') return onlyAtDoor();
      const atDoor = role === 'door' ? { atDoor: true } : {};
      const command = {
        type: 'ClaimPlace',
        code,
        ...atDoor,
        ...(screening === undefined ? {} : { screening }),
        ...paperFor(context, principal),
      } as const;
      const done = (ticket: TicketAnswer) => reply(201, givenTo(context, principal, ticket));
      return ask(context, command, from, done, ['unknown-place']);
    },
  }),
  route({
    method: 'post',
    path: `${api}/outages`,
    roles: ['supervisor'],
    body: outageBody,
    keyed: true,
    handle({ body, from }, context) {
      const span = { from: Date.parse(body.from), to: Date.parse(body.to) };
      const command = { type: 'RecordOutage', ...span, noticed: false } as const;
      return ask(context, command, from, (answer) => reply(201, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/visits/settle`,
    roles: ['supervisor'],
    body: settleBody,
    keyed: true,
    handle({ body: { done = [], gone = [] }, from }, context) {
      return ask(context, { type: 'SettleVisits', done, gone }, from, (answer) => reply(200, answer));
    },
  }),
  route({
    method: 'post',
    path: `${api}/paper-numbers`,
    roles: ['supervisor'],
    body: paperNumbersBody,
    keyed: true,
    handle: ({ body: { numbers }, from }, { hub }) => enterNumbers(hub, numbers, from),
  }),
];
