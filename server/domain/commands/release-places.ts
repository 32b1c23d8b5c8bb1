/** QU8: more places on today or a later date, up to what the office file allows. WL2: who waits for one gets it first. */

import { lastDate, mostOf, totalOf } from '../booking/quotas.ts';
import { offers } from '../booking/waiting-list.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type ReleasePlaces = Extract<Command, { type: 'ReleasePlaces' }>;

export function releasePlaces(
  state: State,
  { quota: id, date = state.day.date, places, reason, by }: ReleasePlaces,
  at: Instant,
): Decision<{ total: number }> {
  const quota = officeOf(state).quotas.find((one) => one.id === id);
  if (!quota) return refuse('unknown-quota');
  const [from, until] = [state.day.date, lastDate(state)];
  if (date < from || date > until) return refuse('outside-horizon', { from, until });
  const total = totalOf(state, quota, date);
  const most = mostOf(quota, date) - total;
  if (places > most) return refuse('too-many-places', { most });
  const released = { type: 'PlacesReleased', at, quota: id, date, places, reason, by } as const;
  return accept({ total: total + places }, released, ...offers(state, date, at, [released]));
}
