/** IM2: the time of an imported line, and the slot that it is in. IM5: what overbooking lets pass. */

import type { Refused } from '../../decision.ts';
import { officeOf, refuse } from '../../decision.ts';
import { dayOn } from '../../hours/hours-of-day.ts';
import { rangesOn, slotsOn } from '../../hours/opens.ts';
import type { Instant } from '../../instant.ts';
import { later } from '../../instant.ts';
import type { WantedPlace } from '../booking-place.ts';
import type { Booking } from '../bookings.ts';
import type { Decided } from './import-line.ts';

type Timed = Pick<Decided, 'draft' | 'line'>;
const endOfDay = 1440;

/** Null: the list gives none, or one that the date does not have. */
function timeOf({ draft, line }: Timed): Instant | null {
  if (line.time === null) return null;
  return rangesOn(officeOf(draft.state), [{ from: line.time, to: endOfDay }], line.date).at(0)?.from ?? null;
}

/** Whether the line says what is booked already; without a time any slot of the date will do. */
export function isAt(wanted: Decided, { date, slot }: Booking): boolean {
  if (wanted.line.date !== date) return false;
  if (wanted.line.time === null) return true;
  const time = timeOf(wanted);
  return time !== null && slot !== null && slot <= time && time < later(slot, wanted.rules.slot);
}

const slotsOf = ({ draft, service, lane, rules, line }: Decided): Instant[] =>
  slotsOn(officeOf(draft.state), service, lane, line.date, rules.slot);

/** IM6: the slot at the line's time, else at the arrival; before the first slot the first one. Null: the date has none. */
export function slotNear(wanted: Decided, arrivedAt: Instant): Instant | null {
  const slots = slotsOf(wanted);
  const time = timeOf(wanted) ?? arrivedAt;
  return slots.findLast((slot) => slot <= time) ?? slots[0] ?? null;
}

/** What is asked of the calendar. `now`: slots of today that have begun by then are over; people with a time are on their way. */
export function placeWanted(
  wanted: Decided,
): { readonly ok: true; readonly wanted: WantedPlace; readonly now: Instant } | Refused {
  const { draft, line, overbook, at, service, lane, rules } = wanted;
  const { perSlot: _, ...withoutLimit } = rules;
  const place: WantedPlace = {
    ...{ service, lane, date: line.date, people: line.people.length },
    rules: overbook ? withoutLimit : rules,
    ...(overbook ? { moved: { slot: null } } : {}),
  };
  if (line.time === null) return { ok: true, wanted: place, now: at };
  const slots = slotsOf(wanted);
  const time = timeOf(wanted);
  const slot = slots.findLast((start) => time !== null && start <= time && time < later(start, rules.slot));
  if (slot === undefined && slots.length > 0) return refuse('unknown-slot');
  const begins = dayOn(line.date, officeOf(draft.state).timeZone).begins;
  const now = begins > at ? at : later(begins, -1);
  return { ok: true, wanted: { ...place, ...(slot === undefined ? {} : { slot }) }, now };
}
