/**
 * OF4: a trip has a date on which its services are given and its quotas have room, a team of officers, and requests
 * that were accepted. OF6: what was entered stays where it is.
 */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { dateAfter, dateIn } from '../hours/hours.ts';
import type { Instant } from '../instant.ts';
import type { Offsite, Trip, VisitRequest } from '../offsite/offsite.ts';
import { requestsOf, shortCodesOfEntered } from '../offsite/offsite.ts';
import { areGivenOn, daysAhead, haveRoomOn, nextDateFor } from '../offsite/offsite-days.ts';

type PlanTrip = Extract<Command, { type: 'PlanTrip' }>;
type Refused = Decision<never>;

/**
 * Refuses `unknown-trip`, `unknown-officer`, `unknown-request`; `not-possible` with the short codes of those who may not
 * be moved; `outside-horizon`; `not-on-this-day` and `quota-full` with the next date that would do.
 */
export function planTrip(state: State, command: PlanTrip, at: Instant): Decision<{ readonly id: string }> {
  const { offsite } = state.calendar;
  const former = command.id === undefined ? null : (offsite.trips.get(command.id) ?? null);
  if (command.id !== undefined && former === null) return refuse('unknown-trip');
  const codes = [...new Set(command.requests)];
  const requests = requestsOf(offsite, codes);
  if (requests.length < codes.length) return refuse('unknown-request');
  const refused =
    unknownTeam(state, command, former) ??
    unmovable(offsite, command, former, requests) ??
    impossibleDate(state, command.date, former, requests);
  if (refused) return refused;
  const { date, place, vehicle = null } = command;
  // Trips are never forgotten, so no id is given twice.
  const id = former?.id ?? `t-${offsite.trips.size + 1}`;
  const team = [...new Set(command.team)];
  return accept({ id }, { type: 'TripPlanned', at, id, date, place, team, vehicle, requests: codes });
}

/** Who is on the trip already may have left the office since. */
function unknownTeam({ calendar }: State, { team }: PlanTrip, former: Trip | null): Refused | null {
  const isKnown = (id: string): boolean => calendar.officers.has(id) || (former?.team.includes(id) ?? false);
  return team.every(isKnown) ? null : refuse('unknown-officer');
}

function unmovable(
  offsite: Offsite,
  { date }: PlanTrip,
  former: Trip | null,
  requests: readonly VisitRequest[],
): Refused | null {
  if (former && former.cancelled !== null) return refuse('not-possible');
  const isFree = ({ state, code }: VisitRequest): boolean =>
    state === 'accepted' || (former?.requests.includes(code) ?? false);
  const taken = requests.filter((request) => !isFree(request)).map(({ shortCode }) => shortCode);
  if (taken.length > 0) return refuse('not-possible', { tickets: taken });
  const before = requestsOf(offsite, former?.requests ?? []);
  const leaving = former?.date === date ? before.filter((request) => !requests.includes(request)) : before;
  const entered = shortCodesOfEntered(leaving);
  return entered.length > 0 ? refuse('not-possible', { tickets: entered }) : null;
}

function impossibleDate(
  state: State,
  date: string,
  former: Trip | null,
  requests: readonly VisitRequest[],
): Refused | null {
  const today = state.day.date;
  const until = dateIn(today, daysAhead);
  // A trip that has been stays open for what is only known afterwards: who else was there.
  if (date !== former?.date && (date < today || date > until))
    return refuse('outside-horizon', { from: today, until });
  const wish = { trip: former?.id ?? null, requests };
  if (!areGivenOn(officeOf(state), wish, date)) {
    const next = nextDateFor(state, wish, date < today ? today : date);
    return refuse('not-on-this-day', next === null ? {} : { date: next });
  }
  if (haveRoomOn(state, wish, date)) return null;
  const next = nextDateFor(state, wish, dateAfter(date));
  return refuse('quota-full', next === null ? {} : { nextDay: next });
}
