/** IM6: the number that another system gave a booking: how two of them are compared, and who is here with one on paper. */

import type { Day } from '../../day.ts';
import type { State } from '../../decision.ts';
import type { Visit } from '../../visit.ts';
import type { Booking, Bookings } from '../bookings.ts';

/** What of it counts: `mp-0012 34` and `MP001234` are one number. Empty: nothing does. */
export const plainReference = (reference: string): string =>
  isPlain.test(reference)
    ? reference
    : reference
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '');

/** As most are: thousands of them are compared at once. */
const isPlain = /^[A-Z0-9]+$/;

/** IM3: of two bookings with one number the later one made stands last. */
export function noteReference(
  { byReference }: Bookings,
  { code, personal }: Pick<Booking, 'code' | 'personal'>,
  isKnown: boolean,
): void {
  const reference = plainReference(personal?.reference ?? '');
  if (reference === '') return;
  const others = byReference.get(reference)?.filter((other) => other !== code) ?? [];
  if (isKnown) byReference.set(reference, [...others, code]);
  else if (others.length > 0) byReference.set(reference, others);
  else byReference.delete(reference);
}

/** The booking of today that a proof on paper speaks of, if it is known here. Null: none that can be checked in. */
export function bookingOfProof({ calendar: { bookings }, day }: State, proof: string): Booking | null {
  const wanted = plainReference(proof);
  if (wanted === '') return null;
  for (const code of bookings.byDate.get(day.date) ?? []) {
    const booking = bookings.all.get(code);
    const reference = booking?.personal?.reference ?? null;
    const mayCome = booking?.state === 'live' || booking?.state === 'expired';
    if (booking && mayCome && reference !== null && plainReference(reference) === wanted) return booking;
  }
  return null;
}

/** Who showed a number on paper today that nobody knew: the visit, by that number. Who has cancelled is not here any more. */
export function visitsWithProof({ visits }: Day): Map<string, Visit> {
  const found = new Map<string, Visit>();
  for (const visit of visits.values())
    if (visit.proof !== null && visit.state !== 'cancelled') found.set(plainReference(visit.proof), visit);
  return found;
}
