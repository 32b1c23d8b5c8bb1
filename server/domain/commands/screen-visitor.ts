/**
 * DO1: where nothing is measured, one tap admits. DO2: the levels. DO3: what cannot be a body's temperature.
 * DO4: who may be read again. DO5: who is held has a case. DO6: nobody is let into a full room.
 */
import type { ScreeningAnswer } from '../../contract/http-door.ts';
import type { Office } from '../../contract/office.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Screening } from '../door/door.ts';
import { letsIn } from '../door/door.ts';
import type { Verdict } from '../door/door-events.ts';
import { isFull } from '../door/room.ts';
import type { DoorEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { later, toIso } from '../instant.ts';

type Measuring = NonNullable<Office['screening']>;
type Said = NonNullable<Extract<DoorEvent, { type: 'PersonScreened' }>['personal']>;

/** Degrees Celsius: outside of these nobody walks to a door. */
const coldest = 34;
const hottest = 42;
/** A thermometer that looks at skin reads low: below this it has missed. */
const coldestSkin = 35;
const skin = ['forehead', 'temple', 'face', 'wrist', 'hand', 'skin', 'surface'];

export function screenVisitor(
  state: State,
  { celsius, kind }: { celsius?: number; kind?: string },
  at: Instant,
  { id }: Fresh,
): Decision<ScreeningAnswer> {
  const measuring = officeOf(state).screening;
  if (!measuring) return screened(state, tapped(id), at);
  if (celsius === undefined) return refuse('not-possible');
  return screened(state, said(measuring, { id, attempt: 0, retestAt: null }, { celsius, kind, at }), at);
}

export function readAgain(
  state: State,
  { screening: id, celsius, kind }: { screening: string; celsius: number; kind?: string },
  at: Instant,
): Decision<ScreeningAnswer> {
  const measuring = officeOf(state).screening;
  const before = state.day.door.screenings.get(id);
  if (!before || (before.verdict !== 'retest' && before.verdict !== 'remeasure'))
    return refuse('unknown-screening');
  // The office has given up measuring since: DO1.
  if (!measuring) return screened(state, { ...tapped(id), attempt: before.attempt + 1 }, at);
  return screened(state, said(measuring, before, { celsius, kind, at }), at);
}

const tapped = (screening: string): Said => ({
  screening,
  verdict: 'admitted',
  attempt: 0,
  retestAt: null,
  celsius: null,
  kind: null,
});

/** What a reading says, after those before it. */
function said(
  measuring: Measuring,
  { id, attempt: before, retestAt }: Pick<Screening, 'id' | 'attempt' | 'retestAt'>,
  { celsius, kind, at }: { celsius: number; kind: string | undefined; at: Instant },
): Said {
  const about = { screening: id, kind: kind ?? null };
  if (!isPlausible(celsius, kind))
    return { ...about, verdict: 'remeasure', attempt: before, retestAt, celsius: null };
  const attempt = before + 1;
  const verdict = verdictOf(measuring, celsius, attempt);
  return {
    ...about,
    verdict,
    attempt,
    retestAt: verdict === 'retest' ? later(at, measuring.retestAfter) : null,
    celsius: letsIn(verdict) ? null : celsius,
  };
}

const isPlausible = (celsius: number, kind = ''): boolean =>
  celsius >= (skin.includes(kind) ? coldestSkin : coldest) && celsius <= hottest;

function verdictOf({ warnAbove, holdAbove, retests }: Measuring, celsius: number, attempt: number): Verdict {
  if (celsius > holdAbove) return attempt > retests ? 'held' : 'retest';
  return celsius > warnAbove ? 'warned' : 'admitted';
}

function screened(state: State, personal: Said, at: Instant): Decision<ScreeningAnswer> {
  const { screening, verdict, attempt, retestAt } = personal;
  const admits = letsIn(verdict);
  if (admits && isFull(state)) return refuse('room-full');
  const event: DoorEvent = { type: 'PersonScreened', at, admits, personal };
  const answer = {
    id: screening,
    verdict,
    attempt,
    ...(retestAt === null ? {} : { retestAt: toIso(retestAt) }),
  };
  if (verdict !== 'held') return accept(answer, event);
  const number = `K-${String(state.day.door.cases.size + 1).padStart(3, '0')}`;
  return accept({ ...answer, case: number }, event, { type: 'CaseOpened', at, case: number, screening });
}
