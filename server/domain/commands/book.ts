/**
 * BK1: a service that is booked, in a lane. BK2: on a served date within the horizon. BK3: at a slot that has not begun. BK4: no
 * more people than a party may have. BK5: no more bookings than one contact may have. BK6, BK7: where there is room; WL1: or
 * on the waiting list. AG2: who needs no booking is told so.
 */
import type { BookingAnswer } from '../../contract/http-bookings.ts';
import { laneForAges } from '../booking/ages.ts';
import { bookable, outsideHorizon } from '../booking/bookable.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import type { WantedBooking } from '../booking/booking-commands.ts';
import type { BookingEvent } from '../booking/booking-events.ts';
import { unusedShortCode } from '../booking/booking-named.ts';
import type { WantedPlace } from '../booking/booking-place.ts';
import { placeFor } from '../booking/booking-place.ts';
import type { Booking } from '../booking/bookings.ts';
import type { Decision, Fresh, Refused, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { dateAfter } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

type BookingMade = Extract<BookingEvent, { type: 'BookingMade' }>;

export function book(
  state: State,
  command: WantedBooking,
  at: Instant,
  fresh: Fresh,
): Decision<BookingAnswer> {
  const forAges = laneForAges(officeOf(state), command.people, command.date);
  const found = bookable(state, command.service, command.lane ?? forAges?.id);
  if (typeof found === 'string') return refuse(found);
  const { rules } = found;
  const outside = outsideHorizon(state, rules, command.date, lastDate(command));
  if (outside) return outside;
  if (lastDate(command) < command.date) return refuse('not-possible');
  const tooMany = countRefused(state, command, rules);
  if (tooMany) return tooMany;
  const wanted: WantedPlace = {
    ...found,
    date: command.date,
    people: command.people.length,
    ...(command.slot === undefined ? {} : { slot: instant(command.slot) }),
  };
  const place = placeOrWait(state, command, wanted, at);
  if (!place.ok) return place;
  const event = made(state, command, place, at, fresh);
  const isNeedless = command.lane === undefined && forAges !== null && event.lane === forAges.id;
  const answer = bookingAnswer(state, bookingOf(event));
  return accept(isNeedless ? { ...answer, needless: true } : answer, event);
}

/** BK4, BK5. Whoever gives no telephone number is not counted. */
function countRefused(
  { calendar }: State,
  { people, phone }: WantedBooking,
  { party, perContact }: { party: number; perContact: number },
): Refused | null {
  if (people.length > party) return refuse('party-too-large', { most: party });
  if (phone === undefined) return null;
  let before = 0;
  for (const { state, personal } of calendar.bookings.all.values())
    if ((state === 'live' || state === 'waiting') && personal?.phone === phone) before += 1;
  return before >= perContact ? refuse('one-booking-only', { most: perContact }) : null;
}

const lastDate = ({ date, orWait, waitUntil }: WantedBooking): string =>
  orWait === true ? (waitUntil ?? date) : date;

interface Place {
  readonly ok: true;
  readonly lane: { readonly id: string };
  readonly date: string;
  /** Null: on the waiting list. */
  readonly slot: Instant | null;
}

/** WL1: only where all dates that would do are full. */
function placeOrWait(
  state: State,
  command: WantedBooking,
  wanted: WantedPlace,
  at: Instant,
): Place | Refused {
  const { date, slot: _, ...anySlot } = wanted;
  const place = placeFor(state, wanted, at);
  if (place.ok) return { ...place, date };
  const isFull = place.refusal.code === 'quota-full' || place.refusal.code === 'slot-full';
  if (!command.orWait || !isFull) return place;
  for (let other = date; other <= lastDate(command); other = dateAfter(other)) {
    const found = placeFor(state, { ...anySlot, date: other }, at);
    if (found.ok) return { ...found, date: other };
  }
  return { ok: true, lane: wanted.lane, date, slot: null };
}

/** RE2: whatever says who it is stands apart. */
function made(
  state: State,
  command: WantedBooking,
  { lane, date, slot }: Place,
  at: Instant,
  fresh: Fresh,
): BookingMade {
  const { service, people, source, phone = null, details = null } = command;
  return {
    type: 'BookingMade',
    at,
    code: fresh.id,
    shortCode: unusedShortCode(state, fresh),
    service,
    lane: lane.id,
    date,
    slot,
    ...(slot === null ? { waitUntil: lastDate(command) } : {}),
    people: people.length,
    source,
    personalOf: fresh.id,
    personal: { people, phone, details, reference: null },
  };
}

/** As it will be. */
export function bookingOf(event: BookingMade): Booking {
  const { code, shortCode, service, lane, date, slot, people, source, at } = event;
  return {
    ...{ code, shortCode, service, lane, date, slot, people, source },
    waitUntil: event.waitUntil ?? null,
    state: slot === null ? 'waiting' : 'live',
    madeAt: at,
    cancelledAt: null,
    ticket: null,
    personal: event.personal ?? null,
  };
}
