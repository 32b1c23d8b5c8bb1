/** How what happened at the door changes the day. RE2: without what is personal it is still known who is inside. */
import type { Day } from '../day.ts';
import type { DoorEvent, ScreeningCount } from '../events.ts';
import type { Instant } from '../instant.ts';
import { changeVisit } from '../put.ts';
import type { Case, Door, Screening } from './door.ts';
import { isExpected, isSeated, letsIn, minuteOf, tallyKey } from './door.ts';

type Of<T extends DoorEvent['type']> = Extract<DoorEvent, { type: T }>;

export function applyAtDoor(day: Day, event: DoorEvent): void {
  const { door } = day;
  switch (event.type) {
    case 'PersonScreened':
      screen(door, event);
      return;
    case 'CaseOpened':
      openCase(door, event);
      return;
    case 'CaseSeen':
      return;
    case 'TaskForceNotified':
      changeCase(door, event.case, { notifiedAt: event.at });
      return;
    case 'CaseDecided':
      decide(door, event);
      return;
    case 'ReadingsErased':
      changeScreening(door, event.screening, { readings: [] });
      return;
    case 'InsideCounted':
      door.inside = event.inside;
      door.counted = true;
      door.expected = 0;
      return;
    case 'PeopleLeft':
      door.inside = Math.max(0, door.inside - event.count);
      return;
    case 'VisitsCalledIn':
      callIn(day, event);
      return;
  }
}

/** DO7: how many readings of a minute had which verdict, as the end of the day tells it. */
export const screeningCounts = ({ tally }: Door): ScreeningCount[] =>
  [...tally.values()].sort((a, b) => (a.minute < b.minute ? -1 : Number(a.minute > b.minute)));

/** DO13: who is still expected from the group before stays on the board. */
function callIn(day: Day, { at, codes }: Of<'VisitsCalledIn'>): void {
  const { door } = day;
  const before = isExpected(door, at) ? (door.calledIn?.codes ?? []) : [];
  const people = codes.reduce((sum, code) => sum + (day.visits.get(code)?.people ?? 0), 0);
  door.expected = people + (before.length > 0 ? door.expected : 0);
  door.calledIn = { at, codes: [...before, ...codes] };
  for (const code of codes) changeVisit(day, code, { outside: false });
}

function enter(door: Door): void {
  door.inside += 1;
  door.expected = Math.max(0, door.expected - 1);
  door.counted = true;
}

function screen(door: Door, { at, admits, personal }: Of<'PersonScreened'>): void {
  if (admits) enter(door);
  if (!personal) return;
  const { screening: id, verdict } = personal;
  count(door, at, verdict);
  door.lastVerdict = { verdict, at };
  putScreening(door, screeningAfter(door.screenings.get(id), at, personal));
}

function count({ tally }: Door, at: Instant, verdict: ScreeningCount['verdict']): void {
  const key = tallyKey(at, verdict);
  tally.set(key, { minute: minuteOf(at), verdict, count: (tally.get(key)?.count ?? 0) + 1 });
}

function screeningAfter(
  former: Screening | undefined,
  at: Instant,
  { screening: id, verdict, attempt, retestAt, celsius, kind }: NonNullable<Of<'PersonScreened'>['personal']>,
): Screening {
  const readings = former?.readings ?? [];
  const isIn = letsIn(verdict);
  return {
    id,
    // DO3: what cannot be right changes nothing for somebody who sits.
    verdict: verdict === 'remeasure' ? (former?.verdict ?? verdict) : verdict,
    attempt,
    since: former?.since ?? at,
    retestAt,
    readings: isIn ? [] : celsius === null ? readings : [...readings, { at, celsius, kind }],
    arrivedAt: isIn ? at : null,
  };
}

function putScreening(door: Door, screening: Screening): void {
  door.screenings.set(screening.id, screening);
  if (isSeated(screening)) door.seated.add(screening.id);
  else door.seated.delete(screening.id);
}

function changeScreening(door: Door, id: string, change: Partial<Screening>): void {
  const screening = door.screenings.get(id);
  if (screening) putScreening(door, { ...screening, ...change });
}

/** DO11: a screening gives one ticket, and nobody who has left is read again. */
export function forgetScreening({ screenings, seated }: Door, id: string): void {
  screenings.delete(id);
  seated.delete(id);
}

function openCase({ cases }: Door, { at, case: number, screening }: Of<'CaseOpened'>): void {
  cases.set(number, {
    number,
    screening,
    openedAt: at,
    notifiedAt: null,
    decision: null,
    decidedAt: null,
  });
}

function changeCase({ cases }: Door, number: string, change: Partial<Case>): void {
  const held = cases.get(number);
  if (held) cases.set(number, { ...held, ...change });
}

function decide(door: Door, { at, case: number, screening, decision }: Of<'CaseDecided'>): void {
  changeCase(door, number, { decision, decidedAt: at });
  if (decision === 'admit') {
    enter(door);
    changeScreening(door, screening, { verdict: 'admitted', retestAt: null });
  } else forgetScreening(door, screening);
}
