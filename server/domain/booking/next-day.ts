/** QU6: the next date that somebody who finds no place now can be told to come on, or to book. */
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateAfter, dateIn } from '../hours/hours.ts';
import { takesInOn } from '../hours/opens.ts';
import { fits, type On, slotsLeft } from './booking-slots.ts';
import { type Channel, lastDate, leftOn, type Wanted } from './quotas.ts';

/**
 * The first date after today within the horizon, and not before `from`, on which the lane takes in people of the service and
 * so many fit; null: none.
 * @param channel of bookings: where so many fit into a slot, too
 */
export function nextDayWith(
  state: State,
  wanted: Wanted & { readonly people: number },
  channel: Channel,
  from: string = state.day.date,
): string | null {
  const office = officeOf(state);
  const service = office.services.find(({ id }) => id === wanted.service);
  const lane = office.lanes.find(({ id }) => id === wanted.lane);
  if (!service || !lane) return null;
  const tomorrow = dateAfter(state.day.date);
  const last = lastDate(state);
  for (let date = from < tomorrow ? tomorrow : from; date <= last; date = dateIn(date, 1)) {
    const left = leftOn(state, wanted, date, channel);
    // Room is looked for first: it costs less than the hours of a date.
    if (left !== null && left < wanted.people) continue;
    const isPossible =
      channel === 'booking'
        ? hasSlot(state, { service, lane, date }, wanted.people)
        : takesInOn(office, service, lane, date);
    if (isPossible) return date;
  }
  return null;
}

/** BK3, BK7: slots of a later date have not begun, whatever the time of today. */
function hasSlot(state: State, on: On, people: number): boolean {
  const { booking } = officeOf(state);
  if (!booking) return false;
  return slotsLeft(state, on, state.day.beganAt).some((slot) => fits(booking, slot, people));
}
