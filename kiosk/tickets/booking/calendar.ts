/** The dates that can be booked, as weeks from Monday to Sunday; days before and after them are empty places. */
import type { AvailabilityAnswer } from '../../../server/contract/http-bookings.ts';

export interface Cell {
  readonly date: string;
  /** Null: outside what can be booked. */
  readonly day: AvailabilityAnswer | null;
}

const dayMs = 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Days since Monday. */
const sinceMonday = (ms: number) => (new Date(ms).getUTCDay() + 6) % 7;

export function weeksOf(days: readonly AvailabilityAnswer[]): Cell[][] {
  const known = new Map(days.map((day) => [day.date, day]));
  const dates = [...known.keys()].sort().map((date) => Date.parse(date));
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return [];
  const weeks: Cell[][] = [];
  for (let monday = first - sinceMonday(first) * dayMs; monday <= last; monday += 7 * dayMs) {
    const week = Array.from({ length: 7 }, (_, index) => dateOf(monday + index * dayMs));
    weeks.push(week.map((date) => ({ date, day: known.get(date) ?? null })));
  }
  return weeks;
}

/** Somebody can still be booked there. */
export const hasRoom = ({ free, slots }: Pick<AvailabilityAnswer, 'free' | 'slots'>): boolean =>
  free !== 0 && slots.some((slot) => slot.free !== 0);
