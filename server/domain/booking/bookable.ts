/** BK1: what can be booked. BK2: how far ahead. BK9: the times that belong to a slot. */
import type { Booking as BookingRules } from '../../contract/office.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Refused, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import { later } from '../instant.ts';
import type { Lane, Service } from '../queue/new-ticket.ts';

export interface Bookable {
  readonly rules: BookingRules;
  readonly service: Service;
  readonly lane: Lane;
}

/** BK1: the one service that is booked, in a lane of the office; without a lane in the first one. */
export function bookable(
  state: State,
  serviceId: string,
  laneId: string | undefined,
): Bookable | RefusalCode {
  const { booking: rules, services, lanes } = officeOf(state);
  const service = services.find(({ id }) => id === serviceId);
  if (!service) return 'unknown-service';
  if (!rules || rules.service !== serviceId) return 'not-bookable';
  const lane = laneId === undefined ? lanes[0] : lanes.find(({ id }) => id === laneId);
  return lane ? { rules, service, lane } : 'unknown-lane';
}

/** BK2: the last date that can be booked now. */
export const horizonOf = ({ day }: State, { horizon }: Pick<BookingRules, 'horizon'>): string =>
  dateIn(day.date, horizon);

export function outsideHorizon(
  state: State,
  rules: BookingRules,
  ...dates: readonly string[]
): Refused | null {
  const [from, until] = [state.day.date, horizonOf(state, rules)];
  const isWithin = dates.every((date) => from <= date && date <= until);
  return isWithin ? null : refuse('outside-horizon', { from, until });
}

/** BK9: when to come, from when it can be checked in, and until when it is in time. */
export const timesOf = (rules: BookingRules, slot: Instant) => ({
  arriveAt: later(slot, -rules.arriveBefore),
  checkInFrom: later(slot, -rules.checkInFrom),
  lateAfter: later(slot, rules.grace),
});
