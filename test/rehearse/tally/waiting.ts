/** Who of the waiting list gets a place, and when: the longest first, of those who fit. */
import type { Office } from '../../../server/contract/office.ts';
import { daysLater } from '../plan/office-hours.ts';
import type { AffairsTally, SeenBooking } from './asked.ts';
import { accountOf } from './place-changes.ts';
import { type Account, fits, leftDuring } from './places.ts';
import type { Span } from './seen.ts';
import type { Tally } from './tally.ts';

/** The account of bookings with everybody placed who had to be; at which slot is the hub's choice. */
export function withPlacements(
  office: Office,
  date: string,
  tally: Pick<Tally, 'visits'>,
  affairs: AffairsTally,
  { slack, end }: { readonly slack: number; readonly end: number },
): { readonly affairs: AffairsTally; readonly account: Account } {
  const bookings = new Map(affairs.bookings);
  const placed = { ...affairs, bookings };
  const account = () => accountOf(office, date, tally, placed, slack);
  for (const { span, on } of freeings(account(), bookings, slack, end)) {
    for (const booking of [...bookings.values()]) {
      if (!waits(booking, on, span)) continue;
      const after = { from: span.to, to: span.to };
      if (fits(leftDuring(account(), booking, on, 'booking', after), booking.people) !== 'yes') continue;
      const steps = [...booking.steps, { what: 'placed', date: on, slot: null, span } as const];
      bookings.set(booking.code, { ...booking, steps });
    }
  }
  return { affairs: placed, account: account() };
}

const waits = ({ steps, waitUntil }: SeenBooking, on: string, span: Span): boolean => {
  const last = steps.at(-1);
  const isIn = last !== undefined && last.date <= on && on <= (waitUntil ?? last.date);
  return last?.what === 'waits' && isIn && last.span.to <= span.from;
};

/** When places of a date that somebody waits for are given back, in order. */
function freeings(
  { changes }: Account,
  bookings: ReadonlyMap<string, SeenBooking>,
  slack: number,
  end: number,
): { readonly span: Span; readonly on: string }[] {
  const dates = new Set<string>();
  for (const { steps, waitUntil } of bookings.values()) {
    const [first] = steps;
    if (first?.what !== 'waits') continue;
    for (let on = first.date; on <= (waitUntil ?? first.date); on = daysLater(on, 1)) dates.add(on);
  }
  return changes
    .filter(({ people, date, span }) => people < 0 && dates.has(date) && span.to + slack < end)
    .map(({ span, date }) => ({ span: { from: span.from - slack, to: span.to + slack }, on: date }))
    .sort((a, b) => a.span.from - b.span.from);
}
