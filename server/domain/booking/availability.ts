/** BK19: what can still be booked, date by date. */
import type { RefusalCode } from '../../contract/refusals.ts';
import type { State } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import type { Bookable } from './bookable.ts';
import { bookable, horizonOf } from './bookable.ts';
import { slotsLeft } from './booking-slots.ts';
import { leftOn } from './quotas.ts';

export interface Availability {
  readonly date: string;
  /** Null: not limited. */
  readonly free: number | null;
  readonly slots: readonly { readonly at: Instant; readonly free: number | null }[];
}

interface Asked {
  readonly service: string;
  readonly lane?: string | undefined;
  /** Today, when absent. */
  readonly from?: string | undefined;
  readonly days: number;
}

export function availability(state: State, asked: Asked, now: Instant): Availability[] | RefusalCode {
  const found = bookable(state, asked.service, asked.lane);
  if (typeof found === 'string') return found;
  const { from = state.day.date, days } = asked;
  return Array.from({ length: days }, (_, index) => onDate(state, found, dateIn(from, index), now));
}

/** A date that cannot be booked, or has no slot left, has nothing free. */
function onDate(state: State, { rules, service, lane }: Bookable, date: string, now: Instant): Availability {
  const isWithin = state.day.date <= date && date <= horizonOf(state, rules);
  const slots = isWithin ? slotsLeft(state, { service, lane, date }, now) : [];
  if (slots.length === 0) return { date, free: 0, slots: [] };
  const left = leftOn(state, { service: service.id, lane: lane.id }, date, 'booking');
  const { perSlot } = rules;
  const frees = slots.map(({ people }) =>
    perSlot === undefined ? left : least(left, Math.max(0, perSlot - people)),
  );
  const atSlots =
    perSlot === undefined ? null : slots.reduce((sum, { people }) => sum + Math.max(0, perSlot - people), 0);
  return {
    date,
    free: atSlots === null ? left : least(left, atSlots),
    slots: slots.map(({ at }, index) => ({ at, free: frees[index] ?? null })),
  };
}

const least = (left: number | null, other: number): number => (left === null ? other : Math.min(left, other));
