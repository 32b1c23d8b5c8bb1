/** BK9: by what a booking is found, and the short code that a new one gets. */

import type { Fresh, State } from '../decision.ts';
import type { Booking } from './bookings.ts';

/** Signs that codes do not have, and those that are meant by them. */
const mistaken: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** As it was spoken or typed: `k3f 9qx`, `K3F-9QX`. */
export const plainShortCode = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (sign) => mistaken[sign] ?? sign);

/** By code, or by short code in any case, with spaces and hyphens or without. Null: there is none (any more). */
export function bookingNamed({ calendar: { bookings } }: State, name: string): Booking | null {
  const code = bookings.all.has(name) ? name : bookings.byShortCode.get(plainShortCode(name));
  return (code === undefined ? undefined : bookings.all.get(code)) ?? null;
}

const shortest = 6;

/** The shortest beginning of `spoken`, of six signs or more, that no booking, promised place or ticket of today has. */
export function unusedShortCode({ calendar, day }: State, { spoken }: Pick<Fresh, 'spoken'>): string {
  const { places, comebacks, bookings } = calendar;
  const ofOthers = new Set([...places.values(), ...comebacks.values()].map(({ shortCode }) => shortCode));
  for (let length = shortest; length < spoken.length; length += 1) {
    const shortCode = spoken.slice(0, length);
    const isUsed =
      bookings.byShortCode.has(shortCode) || day.shortCodes.has(shortCode) || ofOthers.has(shortCode);
    if (!isUsed) return shortCode;
  }
  return spoken;
}
