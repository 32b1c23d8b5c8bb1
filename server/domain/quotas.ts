/** How many may come on a date, and how many already will. Rules QU. Not written yet. */
import type { Quota } from '../contract/office.ts';
import type { SupervisorView } from '../contract/views-supervisor.ts';
import type { State } from './decision.ts';

export type Channel = 'booking' | 'walkIn';
export interface Wanted {
  readonly service: string;
  readonly lane: string;
}

/** How many people of this channel still fit on the date; null: no quota applies. Never below 0. */
export function leftOn(_state: State, _wanted: Wanted, _date: string, _channel: Channel): number | null {
  return null;
}

/** The first date from `from` on, within the horizon, on which the service is given and so many people fit; null: none. */
export function nextDayWith(
  _state: State,
  _wanted: Wanted & { readonly people: number },
  _channel: Channel,
  _from: string,
): string | null {
  return null;
}

/** The quotas that apply. */
export function quotasFor(_state: State, _wanted: Wanted): readonly Quota[] {
  return [];
}

/** One quota on a date, as the supervisor sees it. */
export function quotaOn(_state: State, _quota: Quota, _date: string): SupervisorView['quotas'][number] {
  throw new Error('not written yet');
}
