/**
 * Where a booking finds its place. BK2: the office works on the date. BK3: the slot is one of the date's and has not begun.
 * BK6: the date has places. BK7: so has the slot. BK8: without a slot, the one with the fewest people.
 */

import type { Refused, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import { closedNow } from '../hours/closed.ts';
import { dateAfter, startOfDate } from '../hours/hours.ts';
import { isServed, opensFrom } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { toIso, toIsoOrNull } from '../instant.ts';
import type { Lane } from '../queue/new-ticket.ts';
import type { Bookable } from './bookable.ts';
import { bookable } from './bookable.ts';
import { fits, type Slot, slotsLeft } from './booking-slots.ts';
import type { Booking } from './bookings.ts';
import { nextDayWith } from './next-day.ts';
import { leftOn, quotasFor } from './quotas.ts';

export interface WantedPlace extends Bookable {
  readonly date: string;
  readonly people: number;
  readonly slot?: Instant;
  /** In no other lane, however full this one is. */
  readonly onlyLane?: boolean;
  /** Has its places on this date already, and this many people at this slot. */
  readonly moved?: { readonly slot: Instant | null };
}

interface Found {
  readonly ok: true;
  readonly lane: Lane;
  readonly slot: Instant;
}

/** The place, or why there is none; the date is within the horizon. */
export function placeFor(state: State, wanted: WantedPlace, now: Instant): Found | Refused {
  const { rules, lane, people, slot } = wanted;
  const slots = slotsOf(state, wanted, now);
  const fitting = slots.filter((each) => fits(rules, each, people));
  const hasPlaces = wanted.moved !== undefined || fitsDate(state, wanted);
  if (!isOpenOn(state, wanted)) return closedOn(state, wanted);
  if (slot !== undefined && !slots.some(({ at }) => at === slot))
    return refuse('unknown-slot', { slots: hasPlaces ? starts(fitting) : [] });
  if (slots.length === 0) return closedOn(state, wanted);
  if (!hasPlaces) return inOtherLane(state, wanted, now) ?? full('quota-full', state, wanted);
  const chosen = slot === undefined ? emptiest(fitting) : fitting.find(({ at }) => at === slot);
  if (!chosen) return full('slot-full', state, wanted, starts(fitting));
  return { ok: true, lane, slot: chosen.at };
}

/** Who moves within a date is at its former slot no more. */
function slotsOf(state: State, wanted: WantedPlace, now: Instant): Slot[] {
  const slots = slotsLeft(state, wanted, now);
  const former = wanted.moved?.slot ?? null;
  return slots.map((slot) => (slot.at === former ? { ...slot, people: slot.people - wanted.people } : slot));
}

const starts = (slots: readonly Slot[]): string[] => slots.map(({ at }) => toIso(at));

/** BK8: the earliest of equals. */
const emptiest = (slots: readonly Slot[]): Slot | undefined =>
  slots.reduce<Slot | undefined>(
    (best, slot) => (best === undefined || slot.people < best.people ? slot : best),
    undefined,
  );

const idsOf = ({ service, lane, people, date }: WantedPlace) => ({
  ...{ service: service.id, lane: lane.id },
  ...{ people, date },
});

function fitsDate(state: State, wanted: WantedPlace): boolean {
  const left = leftOn(state, idsOf(wanted), wanted.date, 'booking');
  return left === null || wanted.people <= left;
}

/** BK6: the lane that a full quota of this lane names, where that has room. */
function inOtherLane(state: State, wanted: WantedPlace, now: Instant): Found | null {
  if (wanted.onlyLane) return null;
  for (const { whenFull } of quotasFor(state, idsOf(wanted))) {
    const lane = officeOf(state).lanes.find(({ id }) => id === whenFull);
    if (!lane || lane.id === wanted.lane.id) continue;
    const found = placeFor(state, { ...wanted, lane, onlyLane: true }, now);
    if (found.ok) return found;
  }
  return null;
}

/** BK2: the office works for the service on the date, and nobody has closed the day. */
const isOpenOn = (state: State, { service, date }: WantedPlace): boolean =>
  isServed(officeOf(state), service, date) && !(date === state.day.date && state.day.closed);

function closedOn(state: State, wanted: WantedPlace): Refused {
  const { service, lane, date } = wanted;
  const office = officeOf(state);
  const isToday = date === state.day.date;
  const opens = (from: string) => opensFrom(office, service, lane, startOfDate(from, office.timeZone));
  // Today is over where it is open and no slot is left.
  const next = isToday && isOpenOn(state, wanted) ? dateAfter(date) : date;
  const byHand = isToday ? closedNow(state) : null;
  const opensAt = byHand ? byHand.opensAt : toIsoOrNull(opens(next));
  return refuse('office-closed', {
    ...(opensAt === null ? {} : { opensAt }),
    ...nextDayFor(state, idsOf(wanted)),
  });
}

const full = (
  code: 'quota-full' | 'slot-full',
  state: State,
  wanted: WantedPlace,
  slots?: readonly string[],
): Refused => refuse(code, { ...(slots ? { slots } : {}), ...nextDayFor(state, idsOf(wanted)) });

/** BK6, QU6: the first date after today, and not before the one asked for, with room in the day and at a slot. */
export function nextDayFor(
  state: State,
  { service, lane, people, date }: Pick<Booking, 'service' | 'lane' | 'people' | 'date'>,
): { nextDay?: string } {
  if (typeof bookable(state, service, lane) === 'string') return {};
  const nextDay = nextDayWith(state, { service, lane, people }, 'booking', date);
  return nextDay === null ? {} : { nextDay };
}
