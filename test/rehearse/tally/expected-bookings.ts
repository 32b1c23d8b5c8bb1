/** What had to be answered to somebody who books, moves, cancels, or comes with a booking. */
import { startOfDate } from '../plan/local-time.ts';
import { daysLater, isServedOn, laneNamed, serviceNamed, slotsOf } from '../plan/office-hours.ts';
import { quotasFor } from '../plan/places.ts';
import { laneForAges } from './ages.ts';
import type { Body, SeenBooking } from './asked.ts';
import { standingOf } from './booking-states.ts';
import {
  accepted,
  closedDuring,
  type Facts,
  momentOf,
  type Of,
  overTime,
  type Right,
  refusedAs,
} from './expected.ts';
import { nextDays } from './expected-tickets.ts';
import { fits, leftDuring } from './places.ts';
import type { Span } from './seen.ts';

export const noRules = { expire: Infinity };
export const codeIn = ({ code }: Body): string | null => (typeof code === 'string' ? code : null);

export function expectedBooking({ question, span, body }: Of<'book'>, facts: Facts): Right[] {
  const { office } = facts;
  const { booking: rules } = office;
  const { service, date, slot, people, contact, waitUntil } = question;
  if (!rules || rules.service !== service) return [refusedAs('not-bookable')];
  const horizon = { from: facts.date, until: daysLater(facts.date, rules.horizon) };
  // What is asked on the day before counts from that day.
  const ahead = span.to < startOfDate(facts.date, office.timeZone) ? -1 : 0;
  const within = { from: daysLater(horizon.from, ahead), until: daysLater(horizon.until, ahead) };
  if (date < within.from || date > within.until) return [refusedAs('outside-horizon', within)];
  if (people.length > rules.party) return [refusedAs('party-too-large', { most: rules.party })];
  if (contact !== null && liveOf(contact, span, facts, codeIn(body)) >= rules.perContact)
    return [refusedAs('one-booking-only', { most: rules.perContact })];
  const forAges = laneForAges(office, people, date);
  const lane = forAges ?? laneNamed(office, null);
  const wanted = { service, lane: lane.id, people: people.length };
  const places = placesFor({ ...wanted, date, slot }, span, codeIn(body), facts);
  const needless = forAges === null ? undefined : true;
  return places.flatMap((right): Right[] => {
    if (right.answer === 'accepted')
      return [accepted({ date, state: 'live', people: people.length, needless, ...right.says })];
    const waits = waitUntil !== null && (right.answer === 'quota-full' || right.answer === 'slot-full');
    return [waits ? accepted({ date, slot: null, state: 'waiting', people: people.length }) : right];
  });
}

/** Bookings of the contact that are still to come. */
function liveOf(contact: string, span: Span, { bookings, office, slack }: Facts, own: string | null): number {
  const isLive = (booking: SeenBooking) => {
    const { states } = standingOf(booking, span, office.booking ?? noRules, slack);
    return states.includes('live') || states.includes('waiting');
  };
  return [...bookings.values()].filter((one) => one.contact === contact && one.code !== own && isLive(one))
    .length;
}

interface Place {
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly date: string;
  readonly slot: number | null;
}

function placesFor(place: Place, span: Span, own: string | null, facts: Facts): Right[] {
  const { office, account, slack } = facts;
  const service = serviceNamed(office, place.service);
  const isClosed = place.date === facts.date && closedDuring(facts, span).includes(true);
  if (isClosed || !isServedOn(office, service, place.date)) return [refusedAs('office-closed')];
  const slots = slotsOf(office, service, laneNamed(office, place.lane), place.date);
  const right: Right[] = [];
  for (const isThere of overTime(span, slack, (at) => slots.some((one) => one === place.slot && one > at))) {
    if (place.slot !== null && !isThere) {
      right.push(refusedAs('unknown-slot'));
      continue;
    }
    const room = fits(leftDuring(account, place, place.date, 'booking', span, own), place.people);
    if (room !== 'no') right.push(accepted({ lane: place.lane, slot: momentOf(place.slot) }));
    if (room === 'yes') continue;
    const other = quotasFor(office, place.service, place.lane).find(({ whenFull }) => whenFull)?.whenFull;
    const room2 =
      other === undefined || other === place.lane
        ? 'no'
        : fits(
            leftDuring(account, { ...place, lane: other }, place.date, 'booking', span, own),
            place.people,
          );
    if (other !== undefined && room2 !== 'no')
      right.push(accepted({ lane: other, slot: momentOf(place.slot) }));
    if (room2 !== 'yes')
      right.push(refusedAs('quota-full', { nextDay: nextDays(place, place.date, span, facts) }));
  }
  return right;
}

export const refusal = {
  waiting: 'not-possible',
  used: 'booking-used',
  cancelled: 'booking-cancelled',
} as const;

export function expectedMove({ question, span }: Of<'move'>, facts: Facts): Right[] {
  const { office, bookings, slack } = facts;
  const booking = bookings.get(question.code);
  if (!booking || !office.booking) return [refusedAs('unknown-booking')];
  const { states, date } = standingOf(booking, span, office.booking, slack);
  return states.flatMap((state): Right[] => {
    if (state !== 'live') return [refusedAs(state === 'expired' ? 'booking-late' : refusal[state])];
    const own = question.date === date ? booking.code : null;
    return placesFor({ ...booking, date: question.date, slot: question.slot }, span, own, facts);
  });
}

export function expectedCancel({ question, span }: Of<'cancel booking'>, facts: Facts): Right[] {
  const booking = facts.bookings.get(question.code);
  if (!booking) return [refusedAs('unknown-booking')];
  const { states } = standingOf(booking, span, facts.office.booking ?? noRules, facts.slack);
  return states.map((state) => {
    if (state === 'used') return refusedAs('booking-used');
    return state === 'expired' ? refusedAs('booking-late') : accepted({ state: 'cancelled' });
  });
}
