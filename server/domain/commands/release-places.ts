/** QU8: more places on today or a later date, up to what the office file allows. WL2: who waits for one gets it first. */

import type { Office, Quota } from '../../contract/office.ts';
import { lastDate, mostOf, totalOf } from '../booking/quotas.ts';
import { offers } from '../booking/waiting-list.ts';
import type { Command } from '../commands.ts';
import type { Decision, Refused, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { isDoneOn, startOfDate } from '../hours/hours.ts';
import { isServed, opensFrom } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';

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
  const closed = closedOn(officeOf(state), quota, date);
  if (closed) return closed;
  const total = totalOf(state, quota, date);
  const most = mostOf(quota, date) - total;
  if (places > most) return refuse('too-many-places', { most });
  const released = { type: 'PlacesReleased', at, quota: id, date, places, reason, by } as const;
  return accept({ total: total + places }, released, ...offers(state, date, at, [released]));
}

/** Outside the office on the days of the service, whatever its hours (OF4). */
const isGivenOn = (office: Office, service: Office['services'][number], date: string): boolean =>
  service.offsite ? isDoneOn(service, date) : isServed(office, service, date);

/** A date on which none of its services is given has no places to be released. */
function closedOn(office: Office, { services, lanes }: Quota, date: string): Refused | null {
  const given = office.services.filter(({ id }) => services.includes(id));
  if (given.some((service) => isGivenOn(office, service, date))) return null;
  const from = startOfDate(date, office.timeZone);
  const opens = given
    .flatMap((service) =>
      office.lanes
        .filter(({ id }) => lanes.includes(id))
        .map((lane) => opensFrom(office, service, lane, from)),
    )
    .filter((instant) => instant !== null)
    .sort((one, other) => one - other)
    .at(0);
  return refuse('office-closed', opens === undefined ? {} : { opensAt: toIso(opens) });
}
