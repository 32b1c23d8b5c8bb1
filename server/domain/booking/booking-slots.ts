/** BK3, BK7: the slots of a date that can still be booked, with the people who come at each. */
import type { Booking as BookingRules } from '../../contract/office.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { slotsOn } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import type { Lane, Service } from '../queue/new-ticket.ts';

export interface Slot {
  readonly at: Instant;
  /** Booked, checked in, or given back and not free yet. */
  readonly people: number;
}

export interface On {
  readonly service: Service;
  readonly lane: Lane;
  readonly date: string;
}

/** BK3: those that have not begun; none where nothing can be booked, or on a day that was closed by hand. */
export function slotsLeft(state: State, { service, lane, date }: On, now: Instant): Slot[] {
  const office = officeOf(state);
  const { calendar, day } = state;
  if (!office.booking || (date === day.date && day.closed)) return [];
  const starts = slotsOn(office, service, lane, date, office.booking.slot).filter((start) => start > now);
  if (starts.length === 0) return [];
  const people = calendar.bookings.coming.get(date);
  return starts.map((start) => ({ at: start, people: people?.get(start) ?? 0 }));
}

/** BK7: a party that is larger than a whole slot fits into an empty one. */
export const fits = ({ perSlot }: Pick<BookingRules, 'perSlot'>, { people }: Slot, party: number): boolean =>
  perSlot === undefined || people === 0 || people + party <= perSlot;
