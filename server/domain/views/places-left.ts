/** What is left today, and whether numbers are still given: for all boards. QU9, SN4, SN5. */
import type { QuotaAnswer } from '../../contract/http-bookings.ts';
import type { KioskView, LobbyView } from '../../contract/views.ts';
import type { SupervisorView } from '../../contract/views-supervisor.ts';
import { leftOn, quotaOn, quotasFor } from '../booking/quotas.ts';
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { toIsoOrNull } from '../instant.ts';
import { type Asked, hasRoom, insteadOf, nextDayFor, opensNow } from '../queue/given.ts';

/** QU9: services with the same quotas share their places, and count once. */
export function placesLeft(state: State): LobbyView['places'] {
  return officeOf(state).lanes.flatMap(({ id: lane }) => {
    const groups = new Map<string, number>();
    for (const { id: service, offsite } of officeOf(state).services) {
      const quotas = offsite ? [] : quotasFor(state, { service, lane });
      const left = leftOn(state, { service, lane }, state.day.date, 'walkIn');
      if (quotas.length > 0 && left !== null) groups.set(quotas.map(({ id }) => id).join(' '), left);
    }
    if (groups.size === 0) return [];
    return [{ lane, left: [...groups.values()].reduce((sum, left) => sum + left, 0) }];
  });
}

/** All that can be asked for at a kiosk. */
export function everyAsked(state: State): Asked[] {
  const { services, lanes } = officeOf(state);
  return services.flatMap((service) => (service.offsite ? [] : lanes.map((lane) => ({ service, lane }))));
}

/** SN5: null while a number of anything is given regularly, not for later. */
export function stoppedNow(state: State, at: Instant): LobbyView['stopped'] {
  let opensAt: Instant | null = null;
  for (const asked of everyAsked(state)) {
    const opens = opensNow(state, asked, at);
    const when = opens.given ? opens.notBefore : opens.opensAt;
    if (opens.given && when === null) return null;
    if (when !== null && (opensAt === null || when < opensAt)) opensAt = when;
  }
  const isOver = opensAt === null || opensAt >= state.day.endsAt;
  return { upTo: isOver ? lastGiven(state.day) : null, opensAt: toIsoOrNull(opensAt) };
}

/** The newest number of today. */
function lastGiven({ visits }: Day): string | null {
  let last: string | null = null;
  for (const { number } of visits.values()) last = number;
  return last;
}

export function offersNow(state: State, at: Instant): KioskView['offers'] {
  return everyAsked(state).map((asked) => offerOf(state, asked, at));
}

function offerOf(state: State, asked: Asked, at: Instant): KioskView['offers'][number] {
  const { id: service } = asked.service;
  const { id: lane } = asked.lane;
  const opens = opensNow(state, asked, at);
  const left = leftOn(state, { service, lane }, state.day.date, 'walkIn');
  const none = { service, lane, at: null, left, nextDay: null, instead: null };
  if (!opens.given) {
    const why = opens.code === 'office-closed' ? 'closed' : 'intake';
    return { ...none, state: why, at: toIsoOrNull(opens.opensAt) };
  }
  if (!hasRoom(state, asked, 1)) {
    const instead = insteadOf(state, asked, 1, at)?.lane.id ?? null;
    return { ...none, state: 'full', nextDay: nextDayFor(state, asked, 1), instead };
  }
  if (opens.notBefore === null) return { ...none, state: 'given' };
  return { ...none, state: 'reserved', at: toIsoOrNull(opens.notBefore) };
}

export const quotasToday = (state: State): SupervisorView['quotas'] => shownOn(state, state.day.date);

const shownOn = (state: State, date: string): SupervisorView['quotas'] =>
  officeOf(state).quotas.map((quota) => quotaOn(state, quota, date));

/** What was released is one sum: each release, with its reason, stands in the record. */
export function quotasOn(state: State, date: string): QuotaAnswer[] {
  return shownOn(state, date).map((quota) => ({
    ...quota,
    date,
    releases: quota.released > 0 ? [{ places: quota.released }] : [],
  }));
}
