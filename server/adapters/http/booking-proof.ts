/**
 * The booking that a path or a body names: by its code, which nobody can guess, for all; by its short code for the office's
 * own stations, and for whoever knows a birth date of it. Guesses at one are slowed, and told nothing.
 */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { ticketCode } from '../../contract/values.ts';
import { plainShortCode } from '../../domain/booking/booking-named.ts';
import { bookingFor, isBornOn } from '../../domain/views/booking.ts';
import { addressOf } from './limits.ts';
import { type Call, type Context, problem, type Reply, tooSoon } from './route.ts';

const byShortCode: readonly string[] = ['kiosk', 'door', 'counter', 'supervisor'];

export type FoundBooking =
  | { readonly ok: true; readonly booking: BookingAnswer }
  | { readonly ok: false; readonly reply: Reply };

export const unknownBooking = (): Reply => problem('unknown-booking', { status: 404 });

/** @param birthDate from the body; else the header `Birth-Date` or the query is looked at */
export async function bookingOf(
  name: string,
  birthDate: string | undefined,
  { principal, request }: Pick<Call, 'principal' | 'request'>,
  context: Context,
): Promise<FoundBooking> {
  const { state } = context.hub;
  const booking = bookingFor(state, name);
  if (ticketCode.safeParse(name).success || byShortCode.includes(principal.role)) return foundOr404(booking);
  const proof = birthDate ?? request.headers['birth-date'] ?? request.query.birthDate;
  if (typeof proof !== 'string') return foundOr404(null);
  const account = `booking ${plainShortCode(name).slice(0, 40)}`;
  const looked = await context.guesses.attempt({ account, address: addressOf(request) }, async () =>
    booking && isBornOn(state, name, proof) ? booking : null,
  );
  return looked.ok ? foundOr404(looked.found) : { ok: false, reply: tooSoon(looked.waitSeconds) };
}

const foundOr404 = (booking: BookingAnswer | null): FoundBooking =>
  booking ? { ok: true, booking } : { ok: false, reply: unknownBooking() };
