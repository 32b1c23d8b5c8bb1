/**
 * How many may come on a date, and how many already will. QU1: what takes a place. QU2: how many there are.
 * QU3: shares of bookings and of those who just come. QU4: of several quotas the fullest decides.
 */
import type { Weekday } from '../../contract/office/hours.ts';
import type { Quota, Service } from '../../contract/office.ts';
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { dateIn } from '../hours/hours.ts';
import { placeKey } from './bookings.ts';

export type Channel = 'booking' | 'walkIn';
export interface Wanted {
  readonly service: string;
  readonly lane: string;
}

/** Places of bookings, and of those who just came. */
export interface Used {
  readonly booking: number;
  readonly walkIn: number;
}

/** Days ahead that are looked at in an office without bookings. */
const horizonWithoutBookings = 14;

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** How many people of this channel still fit on the date; null: no quota applies. Never below 0. */
export function leftOn(state: State, wanted: Wanted, date: string, channel: Channel): number | null {
  let least: number | null = null;
  for (const quota of quotasFor(state, wanted)) {
    const left = leftOf(state, quota, date)[channel];
    if (least === null || left < least) least = left;
  }
  return least;
}

/** The quotas that apply: a person takes a place of each. */
export const quotasFor = (state: State, { service, lane }: Wanted): readonly Quota[] =>
  officeOf(state).quotas.filter(({ services, lanes }) => services.includes(service) && lanes.includes(lane));

/** What one quota has left on a date. */
export function leftOf(state: State, quota: Quota, date: string): Used {
  const { share = { booking: 0, walkIn: 0 } } = quota;
  const used = usedOf(state, quota, date);
  const total = totalOf(state, quota, date);
  return {
    booking: Math.max(0, total - used.booking - Math.max(used.walkIn, share.walkIn)),
    walkIn: Math.max(0, total - used.walkIn - Math.max(used.booking, share.booking)),
  };
}

/** QU1: by the services and lanes that the quota has now, so that a changed office counts anew. */
export function usedOf({ calendar, day }: State, { services, lanes }: Quota, date: string): Used {
  const ofDate = calendar.bookings.taken.get(date);
  const today = date === day.date ? day.walkIns : undefined;
  let booking = 0;
  let walkIn = 0;
  for (const service of services) {
    for (const lane of lanes) {
      const key = placeKey(service, lane);
      booking += ofDate?.get(key) ?? 0;
      walkIn += today?.get(key) ?? 0;
    }
  }
  return { booking, walkIn };
}

/** QU2: without what was released. */
const regularOf = ({ perDay, extra }: Quota, date: string): number =>
  perDay + (extra?.[weekdayOf(date)] ?? 0);

/** QU2: what was released counts as far as the office file still allows it. */
export function totalOf({ calendar }: State, quota: Quota, date: string): number {
  const regular = regularOf(quota, date);
  const released = calendar.bookings.released.get(date)?.get(quota.id) ?? 0;
  return Math.min(regular + released, mostOf(quota, date));
}

/** With all that may be released. */
export const mostOf = (quota: Quota, date: string): number =>
  Math.max(regularOf(quota, date), quota.upTo ?? 0);

const weekdayOf = (date: string): Weekday => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'mon';

/** The last date that anybody looks ahead to. */
export const lastDate = (state: State): string =>
  dateIn(state.day.date, officeOf(state).booking?.horizon ?? horizonWithoutBookings);

/** How one comes on another day: with a booking, where the service has them. */
export const channelOf = (state: State, { id }: Service): Channel =>
  officeOf(state).booking?.service === id ? 'booking' : 'walkIn';

/** One quota on a date, as the supervisor sees it. */
export function quotaOn(state: State, quota: Quota, date: string): SupervisorView['quotas'][number] {
  const total = totalOf(state, quota, date);
  return {
    id: quota.id,
    services: [...quota.services],
    lanes: [...quota.lanes],
    total,
    released: total - regularOf(quota, date),
    releasable: mostOf(quota, date) - total,
    used: usedOf(state, quota, date),
    heldBack: heldBackOf(state, quota, date),
    left: leftOf(state, quota, date),
  };
}

/** Of those used: given back, and not free yet. */
function heldBackOf({ calendar, day }: State, { services, lanes }: Quota, date: string): number {
  let people = 0;
  const count = (one: Wanted & { readonly people: number }): void => {
    if (services.includes(one.service) && lanes.includes(one.lane)) people += one.people;
  };
  for (const held of calendar.bookings.heldBack.values()) if (held.date === date) count(held);
  if (date !== day.date) return people;
  for (const code of day.heldBack) {
    const visit = day.visits.get(code);
    if (visit) count(visit);
  }
  return people;
}
