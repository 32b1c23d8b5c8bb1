/** Bookings: made, looked at, moved, cancelled; the list of a date, and who it is, for the supervisor. */
import { z } from 'zod';
import { nothingBody } from '../../contract/http.ts';
import { findBookingBody, moveBody, proofBody } from '../../contract/http-booking-proof.ts';
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { bookingBody } from '../../contract/http-bookings.ts';
import type { Role } from '../../contract/values.ts';
import { localDate } from '../../contract/values.ts';
import { plainShortCode } from '../../domain/booking/booking-named.ts';
import { bookingPeople, bookingsOn } from '../../domain/views/booking.ts';
import { bookingOf, unknownBooking } from './booking-proof.ts';
import { counterIn, isThere } from './counter-path.ts';
import { addressOf } from './limits.ts';
import { bookCommand, withBookingAddress } from './make-booking.ts';
import { queryOf } from './query.ts';
import { anyone, api, ask, type Call, type Context, problem, type Route, reply, route } from './route.ts';

const path = `${api}/bookings`;
/** Who it is for: another one under the same key is another booking. */
const personal = ['people', 'name', 'birthDate', 'phone', 'details'] as const;
const makers = ['integration', 'kiosk', 'supervisor'] as const satisfies readonly Role[];
const limitedTakers: readonly string[] = ['kiosk', 'door'] satisfies Role[];

/** A short code is short enough to be guessed at, and a kiosk stands in the open. */
const limit = {
  by: 'tickets',
  key: ({ principal: { role, account } }: Call<never>) => (limitedTakers.includes(role) ? account : null),
} as const;

/** Whoever has the code may change it, and changes their mind a few times. */
const changeLimit = [
  limit,
  {
    by: 'changes',
    key: ({ principal: { role }, params: { code = '' }, request }: Call<never>) =>
      role === 'public' ? `${addressOf(request)} ${plainShortCode(code).slice(0, 40)}` : null,
  },
] as const;

const shown =
  (context: Context, status = 200) =>
  (booking: BookingAnswer) =>
    reply(status, withBookingAddress(context, booking));

export const bookingRoutes: readonly Route[] = [
  route({
    method: 'post',
    path,
    roles: makers,
    body: bookingBody,
    keyed: true,
    personal,
    limit,
    handle({ principal: { role }, body, from }, context) {
      const source = makers.find((maker) => maker === role) ?? 'integration';
      return ask(context, bookCommand(body, source), from, shown(context, 201));
    },
  }),
  route({
    method: 'post',
    path: `${api}/counters/:n/bookings`,
    roles: ['counter', 'supervisor'],
    ownCounter: true,
    body: bookingBody,
    keyed: true,
    personal,
    handle(call, context) {
      const counter = counterIn(call);
      if (counter === null || !isThere(context, counter)) return problem('unknown-counter', { status: 404 });
      return ask(context, bookCommand(call.body, 'desk'), call.from, shown(context, 201));
    },
  }),
  route({
    method: 'get',
    path,
    roles: ['supervisor'],
    keyed: false,
    handle(call, { hub: { state } }) {
      const asked = queryOf(call, z.strictObject({ date: localDate.optional() }));
      return asked.ok ? reply(200, bookingsOn(state, asked.query.date ?? state.day.date)) : asked.reply;
    },
  }),
  route({
    method: 'post',
    path: `${path}/find`,
    roles: anyone,
    body: findBookingBody,
    keyed: true,
    personal,
    limit,
    async handle({ body: { code, birthDate }, ...call }, context) {
      const found = await bookingOf(code, birthDate, call, context);
      return found.ok ? shown(context)(found.booking) : found.reply;
    },
  }),
  route({
    method: 'get',
    path: `${path}/:code`,
    roles: anyone,
    keyed: false,
    limit,
    async handle(call, context) {
      const found = await bookingOf(call.params.code ?? '', undefined, call, context);
      return found.ok ? shown(context)(found.booking) : found.reply;
    },
  }),
  route({
    method: 'patch',
    path: `${path}/:code`,
    roles: anyone,
    body: moveBody,
    keyed: false,
    limit: changeLimit,
    async handle({ body: { date, slot, birthDate }, ...call }, context) {
      const found = await bookingOf(call.params.code ?? '', birthDate, call, context);
      if (!found.ok) return found.reply;
      const to = { date, ...(slot === undefined ? {} : { slot: Date.parse(slot) }) };
      const command = { type: 'MoveBooking', booking: found.booking.code, ...to } as const;
      return ask(context, command, call.from, shown(context), ['unknown-booking']);
    },
  }),
  route({
    method: 'delete',
    path: `${path}/:code`,
    roles: anyone,
    body: proofBody,
    keyed: false,
    limit: changeLimit,
    async handle({ body: { birthDate }, ...call }, context) {
      const found = await bookingOf(call.params.code ?? '', birthDate, call, context);
      if (!found.ok) return found.reply;
      const command = { type: 'CancelBooking', booking: found.booking.code } as const;
      return ask(context, command, call.from, shown(context), ['unknown-booking']);
    },
  }),
  route({
    method: 'post',
    path: `${path}/:code/people`,
    roles: ['supervisor'],
    body: nothingBody,
    keyed: false,
    handle({ params: { code = '' }, from }, context) {
      const command = { type: 'SeeBooking', booking: code, by: from.account } as const;
      const show = () => {
        const people = bookingPeople(context.hub.state, code);
        return people ? reply(200, people) : unknownBooking();
      };
      return ask(context, command, from, show, ['unknown-booking']);
    },
  }),
];
