/**
 * What somebody who just comes gets now. CD1: nothing on a closed day. OH3, OH4, OH5: hours and intake. SN1: nothing that would
 * not be done before closing. QU7: in a full lane nothing, or a number of the lane that is named instead.
 */
import type { Lane, Service } from '../../contract/office.ts';
import { nextDayWith } from '../booking/next-day.ts';
import { channelOf, leftOn, quotasFor } from '../booking/quotas.ts';
import type { Refused, State } from '../decision.ts';
import { officeOf, refuse } from '../decision.ts';
import { closingOf, numbersAt, type Opens, opensFrom } from '../hours/opens.ts';
import type { Instant } from '../instant.ts';
import { toIso } from '../instant.ts';
import { timeToFinish } from './pace.ts';

export interface Asked {
  readonly service: Service;
  readonly lane: Lane;
}

/** In which lane, and from when on it can be called. */
interface Given {
  readonly ok: true;
  readonly lane: Lane;
  readonly notBefore: Instant | null;
}

/** What so many people get who ask for the lane. Office and intake refuse before a quota does. */
export function givenNow(state: State, asked: Asked, people: number, at: Instant): Given | Refused {
  const opens = opensNow(state, asked, at);
  if (!opens.given)
    return refuse(opens.code, opens.opensAt === null ? {} : { opensAt: toIso(opens.opensAt) });
  if (hasRoom(state, asked, people)) return { ok: true, lane: asked.lane, notBefore: opens.notBefore };
  const other = insteadOf(state, asked, people, at);
  if (other) return other;
  const nextDay = nextDayFor(state, asked, people);
  return refuse('quota-full', nextDay === null ? {} : { nextDay });
}

/** Whether a number is given, quotas apart, and when again. */
export function opensNow(state: State, { service, lane }: Asked, at: Instant): Opens {
  const office = officeOf(state);
  const { day } = state;
  const closedUntil = (from: Instant): Opens => ({
    given: false,
    code: 'office-closed',
    opensAt: opensFrom(office, service, lane, from),
  });
  if (day.closed) return closedUntil(day.endsAt);
  const opens = numbersAt(office, service, lane, at);
  if (!opens.given) return opens;
  const stops = stopsAt(state, { service, lane }, opens.notBefore);
  return stops !== null && at > stops.at ? closedUntil(stops.closing) : opens;
}

/**
 * SN1, SN4: the last instant at which the office as it is can still take one more before its closing; null: it never stops, or
 * nobody can tell.
 * @param notBefore of a reserved number, which nobody serves earlier
 */
export function stopsAt(
  state: State,
  { service, lane }: Asked,
  notBefore: Instant | null,
): { readonly at: number; readonly closing: Instant } | null {
  const office = officeOf(state);
  if (office.stopNumbers !== 'forecast') return null;
  const closing = closingOf(office, state.day.date);
  if (closing === null) return null;
  const time = timeToFinish(state, service, lane);
  if (time === null) return null;
  const isTooLate = notBefore !== null && notBefore + time.own > closing;
  return { at: isTooLate ? Number.NEGATIVE_INFINITY : closing - time.waiting - time.own, closing };
}

/** Of everybody's lanes, so that it can be told apart whether it is one more person or more. */
export function hasRoom(state: State, { service, lane }: Asked, people: number): boolean {
  const left = leftOn(state, { service: service.id, lane: lane.id }, state.day.date, 'walkIn');
  return left === null || left >= people;
}

/** QU7: the lane that a full quota names, where its own hours and quotas give a number; it names no further one. */
export function insteadOf(state: State, { service, lane }: Asked, people: number, at: Instant): Given | null {
  for (const { whenFull } of quotasFor(state, { service: service.id, lane: lane.id })) {
    const other = officeOf(state).lanes.find(({ id }) => id === whenFull);
    if (!other || other.id === lane.id || !hasRoom(state, { service, lane: other }, people)) continue;
    const opens = opensNow(state, { service, lane: other }, at);
    if (opens.given) return { ok: true, lane: other, notBefore: opens.notBefore };
  }
  return null;
}

/** QU6: the first date after today on which so many fit. */
export function nextDayFor(state: State, { service, lane }: Asked, people: number): string | null {
  const wanted = { service: service.id, lane: lane.id, people };
  return nextDayWith(state, wanted, channelOf(state, service));
}
