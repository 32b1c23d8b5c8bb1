/** Two trials: of an office's later days, with its earlier ones known; and of all its days, as if nobody had ever seen it. */
import { createMemory, type Memory } from '../../../server/domain/forecast/memory.ts';
import type { Remembered } from '../../../server/domain/forecast/moment.ts';
import { createTrust } from '../../../server/domain/forecast/trust.ts';
import { asUsual, remember, type UsualMoments } from '../../../server/domain/forecast/usual-moments.ts';
import { condense } from './condense.ts';
import { type Judged, judge } from './judge.ts';
import { createHistory, unseen } from './learn.ts';
import type { OfficeDay, RecordedOffice } from './past.ts';

/** Recorded offices, and what each of their days leaves behind. */
export interface Past {
  readonly offices: readonly RecordedOffice[];
  /** By office, then by day. */
  readonly moments: readonly (readonly (readonly Remembered[])[])[];
  /** The same, each day as if it were the office's first. */
  readonly asNew: readonly (readonly (readonly Remembered[])[])[];
  /** For where there is no other office to learn from. */
  readonly shipped: () => UsualMoments;
}

export interface JudgedDay {
  readonly office: string;
  readonly day: OfficeDay;
  readonly judged: readonly Judged[];
}

export type TrialName = 'known' | 'unseen';

/** As many as a hub remembers; and of each kind as many as are shipped. */
const kept = 16_000;
export const shippedOfKind = 400;

/** Of all days the first 60 %, and at least one. */
export const learnedDays = ({ days }: RecordedOffice): number => Math.max(1, Math.ceil(0.6 * days.length));

export const judgedDays = (trial: TrialName, office: RecordedOffice): number =>
  trial === 'known' ? office.days.length - learnedDays(office) : office.days.length;

/** @param place which office of the past */
export function* judgeOffice(trial: TrialName, past: Past, place: number): Generator<JudgedDay> {
  const office = past.offices[place];
  if (office) yield* trial === 'known' ? judgeKnown(past, place, office) : judgeUnseen(past, place, office);
}

function* judgeKnown(past: Past, place: number, office: RecordedOffice): Generator<JudgedDay> {
  const until = learnedDays(office);
  const history = createHistory();
  for (const { queues } of office.days.slice(0, until)) history.learn(queues);
  const memory = memoryWithout(past, place, learnedDays);
  for (const moment of past.moments[place]?.slice(0, until).flat() ?? []) memory.add(moment);
  const trust = createTrust();
  for (const day of office.days.slice(until))
    yield { office: office.office, day, judged: [...judge(day.queues, history, memory, trust)] };
}

function* judgeUnseen(past: Past, place: number, office: RecordedOffice): Generator<JudgedDay> {
  const memory = memoryWithout(past, place, ({ days }) => days.length);
  for (const day of office.days)
    yield { office: office.office, day, judged: [...judge(day.queues, unseen, memory, createTrust())] };
}

/** What a new office knows: as much of the others as is shipped. @param days so many of each other office */
function memoryWithout(past: Past, place: number, days: (office: RecordedOffice) => number): Memory {
  const memory = createMemory(kept);
  const others = past.offices.flatMap((office, index) =>
    index === place ? [] : [(past.asNew[index] ?? []).slice(0, days(office)).flat()],
  );
  remember(memory, others.length === 0 ? past.shipped() : asUsual(condense(others, shippedOfKind)));
  return memory;
}
