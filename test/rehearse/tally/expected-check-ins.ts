/** What had to be answered to somebody who comes with a booking: on its day, within its time, once. */
import type { SeenBooking } from './asked.ts';
import { type State, standingOf } from './booking-states.ts';
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
import { refusal } from './expected-bookings.ts';
import { nextDays, promiseFor } from './expected-tickets.ts';
import { fits, leftDuring } from './places.ts';
import type { Span } from './seen.ts';

export function expectedCheckIn({ question, span }: Of<'check in'>, facts: Facts): Right[] {
  const { office, bookings, slack } = facts;
  const booking = bookings.get(question.code);
  if (!booking || !office.booking) return [refusedAs('unknown-booking')];
  const standing = standingOf(booking, span, office.booking, slack);
  return standing.states.flatMap((state): Right[] => {
    if (state === 'cancelled' || state === 'used' || state === 'waiting') return [refusedAs(refusal[state])];
    if (standing.date !== facts.date) return [refusedAs('booking-other-day', { date: standing.date })];
    return closedDuring(facts, span).flatMap((isClosed): Right[] =>
      isClosed
        ? [refusedAs('office-closed')]
        : inTime(booking, { state, slot: standing.slot ?? 0 }, span, facts),
    );
  });
}

function inTime(
  booking: SeenBooking,
  { state, slot }: { readonly state: State; readonly slot: number },
  span: Span,
  facts: Facts,
): Right[] {
  const { office, slack, account } = facts;
  const rules = office.booking;
  if (!rules) return [];
  const opensAt = slot - rules.checkInFrom;
  return overTime(span, slack, (at): Right[] => {
    if (at < opensAt) return [refusedAs('booking-early', { opensAt: momentOf(opensAt) })];
    const isLate = state === 'expired' || at > slot + rules.grace;
    if (rules.late === 'forfeit' && isLate) return [refusedAs('booking-late')];
    const given = accepted({ lane: booking.lane, promiseAt: promiseOf(booking, slot, span, facts) });
    if (state !== 'expired') return [given];
    // Others may have its place.
    const before = { from: span.from, to: span.from };
    const room = fits(leftDuring(account, booking, facts.date, 'booking', before), booking.people);
    const full = refusedAs('quota-full', { nextDay: nextDays(booking, facts.date, span, facts) });
    return room === 'yes' ? [given] : room === 'no' ? [full] : [given, full];
  }).flat();
}

/** From the later of the arrival and the time to come. */
function promiseOf({ service, lane }: SeenBooking, slot: number, span: Span, { office }: Facts): Span | null {
  const longest = promiseFor(office, service, lane);
  const come = slot - (office.booking?.arriveBefore ?? 0);
  return longest === null
    ? null
    : { from: Math.max(span.from, come) + longest, to: Math.max(span.to, come) + longest };
}
