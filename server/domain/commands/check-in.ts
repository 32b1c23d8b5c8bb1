/**
 * Somebody with a booking is here. BK14: on its date and within its own window, whatever the office's hours; once. BK15: late,
 * it is taken by arrival, or not at all. BK16: its promise and its turn. BK17: fewer people, another lane.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Booking as BookingRules } from '../../contract/office.ts';
import type { Need } from '../../contract/values.ts';
import { takeComeback } from '../afterwards/comebacks.ts';
import { timesOf } from '../booking/bookable.ts';
import { bookingNamed } from '../booking/booking-named.ts';
import { nextDayFor } from '../booking/booking-place.ts';
import type { Booking } from '../booking/bookings.ts';
import { leftOn } from '../booking/quotas.ts';
import type { Decision, Fresh, Refused, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { isLetIn } from '../door/door.ts';
import { waitsOutside } from '../door/room.ts';
import { closedNow } from '../hours/closed.ts';
import type { Instant } from '../instant.ts';
import { earliest, later, toIso } from '../instant.ts';
import type { NewTicket } from '../queue/new-ticket.ts';
import { newTicket, serviceAndLane } from '../queue/new-ticket.ts';
import { promised } from '../queue/promised.ts';

export interface CheckIn {
  /** A code or a short code. */
  readonly booking: string;
  readonly service?: string;
  readonly lane?: string;
  readonly people?: number;
  readonly category?: string;
  readonly needs?: readonly Need[];
  readonly atDoor?: boolean;
  readonly screening?: string;
}

export function checkIn(state: State, command: CheckIn, at: Instant, fresh: Fresh): Decision<TicketAnswer> {
  const booking = bookingNamed(state, command.booking);
  if (!booking) return takeComeback(state, command, at, fresh) ?? refuse('unknown-booking');
  const { booking: rules } = officeOf(state);
  const { slot } = booking;
  const refused = notToday(state, booking);
  if (refused) return refused;
  if (!rules || slot === null) return refuse('booking-late');
  const { screening } = command;
  const letIn = screening === undefined ? undefined : state.day.door.screenings.get(screening);
  if (screening !== undefined && !(letIn && isLetIn(letIn))) return refuse('unknown-screening');
  const arrived = letIn?.arrivedAt ?? at;
  const tooSoonOrLate = outOfTime(state, rules, { ...booking, slot }, at, arrived);
  if (tooSoonOrLate) return tooSoonOrLate;
  const ticket = ticketFor(state, command, { ...booking, slot }, rules, arrived);
  if (typeof ticket === 'string') return refuse(ticket);
  const { event, answer } = newTicket(
    state,
    { ...ticket, arrivedAt: letIn?.arrivedAt ?? undefined },
    at,
    fresh,
  );
  const again = booking.state === 'expired' ? ({ again: true } as const) : {};
  return accept(answer, { type: 'BookingUsed', at, code: booking.code, ticket: fresh.id, ...again }, event);
}

type WithSlot = Booking & { readonly slot: Instant };

/** BK14: why nobody can be checked in with it today. */
function notToday(state: State, booking: Booking): Refused | null {
  const { day } = state;
  if (booking.state === 'cancelled') return refuse('booking-cancelled');
  if (booking.state === 'used') return refuse('booking-used');
  if (booking.state === 'waiting') return refuse('not-possible');
  if (booking.date !== day.date) return refuse('booking-other-day', { date: booking.date });
  const closed = closedNow(state);
  if (!closed) return null;
  return refuse('office-closed', closed.opensAt === null ? {} : { opensAt: closed.opensAt });
}

/** BK14, BK15: too early, too late, or its place was freed and others have it. */
function outOfTime(
  state: State,
  rules: BookingRules,
  booking: WithSlot,
  at: Instant,
  arrived: Instant,
): Refused | null {
  const { checkInFrom, lateAfter } = timesOf(rules, booking.slot);
  if (at < checkInFrom) return refuse('booking-early', { opensAt: toIso(checkInFrom) });
  const isExpired = booking.state === 'expired';
  if (rules.late === 'forfeit' && (isExpired || arrived > lateAfter)) return refuse('booking-late');
  const left = isExpired ? leftOn(state, booking, booking.date, 'booking') : null;
  if (left === null || left >= booking.people) return null;
  return refuse('quota-full', nextDayFor(state, booking));
}

/** BK16, BK17: the ticket that it becomes, or the refusal's code. */
function ticketFor(
  state: State,
  command: CheckIn,
  booking: WithSlot,
  rules: BookingRules,
  arrived: Instant,
): NewTicket | 'not-possible' | 'unknown-lane' {
  const { people = booking.people, category, needs, screening, atDoor = false } = command;
  if (people > booking.people || (command.service ?? booking.service) !== booking.service)
    return 'not-possible';
  const found = serviceAndLane(state, booking.service, command.lane ?? booking.lane);
  if (typeof found === 'string') return found === 'unknown-lane' ? found : 'not-possible';
  const { slot } = booking;
  const { arriveAt, lateAfter } = timesOf(rules, slot);
  const byArrival = promised(officeOf(state), found.service.id, found.lane.id, arrived).turn;
  const isInTime = arrived <= lateAfter;
  return {
    ...{ ...found, people, category, needs, screening, booking: booking.code },
    outside: atDoor && screening === undefined && waitsOutside(state, found.service, people),
    countFrom: arrived > arriveAt ? arrived : arriveAt,
    turn: isInTime ? earliest(byArrival, later(slot, rules.within)) : byArrival,
  };
}
