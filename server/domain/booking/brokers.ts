/**
 * Signs of people who trade in places, for the supervisor to look at: nothing is refused by them.
 * BR1: contacts that cancel often. BR2: places that were given back and went to somebody else at once.
 */
import type { SuspicionsAnswer } from '../../contract/http-bookings.ts';
import type { State } from '../decision.ts';
import { sharedIdentities } from '../identity.ts';
import { type Instant, later, toIso } from '../instant.ts';
import type { Booking } from './bookings.ts';

const minuteMs = 60_000;
const often = 3;
const lookedBack = 30 * 24 * 60 * minuteMs;
const atOnce = 10 * minuteMs;

export function suspicionsOf({ calendar, day }: State, at: Instant): SuspicionsAnswer {
  const bookings = [...calendar.bookings.all.values()];
  return {
    contacts: contactsWhoCancel(bookings, at),
    rebooked: rebookedAtOnce(bookings, calendar.office?.booking?.holdBack ?? 0),
    identities: sharedIdentities(day).map((tickets) => ({ tickets })),
  };
}

/** BR4: enough to tell contacts apart, too little to call them. */
const masked = (phone: string): string => `…${phone.slice(-4)}`;

/** A ticket that was cancelled before anybody called it counts too: its place was given back. */
function contactsWhoCancel(bookings: readonly Booking[], at: Instant): SuspicionsAnswer['contacts'] {
  const contacts = new Map<string, { cancelled: Instant[]; made: number }>();
  for (const { personal, cancelledAt, madeAt } of bookings) {
    if (personal === null || personal.phone === null) continue;
    const contact = contacts.get(personal.phone) ?? { cancelled: [], made: 0 };
    if (at - madeAt <= lookedBack) contact.made += 1;
    if (cancelledAt !== null && at - cancelledAt <= lookedBack) contact.cancelled.push(cancelledAt);
    contacts.set(personal.phone, contact);
  }
  return [...contacts]
    .filter(([, { cancelled }]) => cancelled.length >= often)
    .map(([phone, { cancelled, made }]) => ({
      contact: masked(phone),
      cancelled: cancelled.length,
      made,
      last: toIso(cancelled.reduce((last, one) => (one > last ? one : last))),
    }))
    .sort((one, other) => other.cancelled - one.cancelled || (one.last < other.last ? 1 : -1));
}

/** Lists of other systems are no sign: hundreds of bookings arrive within a minute. */
const isOwn = ({ source }: Booking): boolean => source !== 'import';

interface GivenBack {
  readonly booking: Booking;
  readonly cancelledAt: Instant;
  readonly freeAt: Instant;
}

/** Each place that was given back with the first booking of somebody else, and each booking with one such place. */
function rebookedAtOnce(bookings: readonly Booking[], holdBack: number): SuspicionsAnswer['rebooked'] {
  const made = byPlace(bookings.filter((booking) => booking.slot !== null && isOwn(booking)));
  const matched = new Set<Booking>();
  return givenBack(bookings, holdBack).flatMap(({ booking: former, cancelledAt, freeAt }) => {
    const next = made
      .get(placeOf(former))
      ?.find((one) => isAtOnce(one, freeAt) && isOther(one, former) && !matched.has(one));
    if (!next) return [];
    matched.add(next);
    return {
      date: former.date,
      service: former.service,
      cancelledAt: toIso(cancelledAt),
      cancelled: masked(phoneOf(former)),
      bookedAt: toIso(next.madeAt),
      booked: masked(phoneOf(next)),
      seconds: Math.round((next.madeAt - freeAt) / 1000),
    };
  });
}

/** The earliest first. */
const givenBack = (bookings: readonly Booking[], holdBack: number): GivenBack[] =>
  bookings
    .flatMap((booking) => {
      const { cancelledAt, slot } = booking;
      if (cancelledAt === null || slot === null) return [];
      return { booking, cancelledAt, freeAt: later(cancelledAt, holdBack) };
    })
    .sort((one, other) => one.freeAt - other.freeAt);

const placeOf = ({ date, service }: Booking): string => `${date} ${service}`;
const phoneOf = ({ personal }: Booking): string => personal?.phone ?? '';

const isAtOnce = ({ madeAt }: Booking, freeAt: Instant): boolean =>
  madeAt >= freeAt && madeAt - freeAt <= atOnce;

/** Without both contacts nobody knows whether they differ. */
const isOther = (one: Booking, former: Booking): boolean =>
  phoneOf(one) !== '' && phoneOf(former) !== '' && phoneOf(one) !== phoneOf(former);

function byPlace(bookings: readonly Booking[]): Map<string, Booking[]> {
  const places = new Map<string, Booking[]>();
  for (const booking of bookings.toSorted((one, other) => one.madeAt - other.madeAt)) {
    const place = placeOf(booking);
    const known = places.get(place);
    if (known) known.push(booking);
    else places.set(place, [booking]);
  }
  return places;
}
