/** How long steps took, and what was told of it: for the forecast to learn from. */
import type { Database } from 'better-sqlite3';
import type { Journal } from './journal.ts';

/** One step at a counter of the office. Instants in milliseconds since 1970. */
export interface StepTime {
  readonly date: string;
  readonly number: string;
  /** Counts the steps of one ticket from 1. */
  readonly n: number;
  readonly service: string;
  readonly lane: string;
  readonly step: string;
  readonly counter: number;
  readonly officer: string | null;
  readonly waitedFrom: number | null;
  readonly calledAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly ended: string | null;
}

/** One ticket that was told when it would be called. `firstCalledAt`: null where nobody called it. */
export interface ToldTime {
  readonly date: string;
  readonly service: string;
  readonly arrivedAt: number;
  readonly told: { readonly from: number; readonly to: number; readonly expected: number };
  readonly firstCalledAt: number | null;
}

type StepRow = Omit<StepTime, 'waitedFrom' | 'calledAt' | 'startedAt' | 'endedAt'> & {
  readonly waitedFrom: string | null;
  readonly calledAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
};
interface ToldRow {
  readonly date: string;
  readonly service: string;
  readonly arrivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly expected: string;
  readonly firstCalledAt: string | null;
}

const steps = `
  SELECT date, number, n, service, lane, step_visit.step, step_visit.counter, officer, waited_from AS waitedFrom,
    called_at AS calledAt, started_at AS startedAt, step_visit.ended_at AS endedAt, ended
  FROM step_visit JOIN ticket USING (date, number) WHERE date = ? AND step_visit.counter > 0
  ORDER BY step_visit.counter, called_at, number, n`;
const told = `
  SELECT date, service, arrived_at AS arrivedAt, told_from AS "from", told_to AS "to", told_expected AS expected,
    first_called_at AS firstCalledAt
  FROM ticket WHERE date = ? AND told_expected IS NOT NULL ORDER BY arrived_at, number`;

/** One date is read whole before anything of it is given: the database is free for others in between. */
export function createTimes(database: Database): Pick<Journal, 'stepTimes' | 'toldTimes'> {
  const readSteps = database.prepare<[string], StepRow>(steps);
  const readTold = database.prepare<[string], ToldRow>(told);
  const readDates = database
    .prepare<[string, string], string>(
      "SELECT substr(name, 5) FROM stream WHERE name >= 'day:' || ? AND name <= 'day:' || ? ORDER BY name",
    )
    .pluck();

  function* stepTimes(from: string, to: string): Generator<StepTime, void, undefined> {
    for (const date of readDates.all(from, to)) yield* readSteps.all(date).map(stepTime);
  }
  function* toldTimes(from: string, to: string): Generator<ToldTime, void, undefined> {
    for (const date of readDates.all(from, to)) yield* readTold.all(date).map(toldTime);
  }
  return { stepTimes, toldTimes };
}

const stepTime = (row: StepRow): StepTime => ({
  ...row,
  waitedFrom: msOrNull(row.waitedFrom),
  calledAt: Date.parse(row.calledAt),
  startedAt: msOrNull(row.startedAt),
  endedAt: msOrNull(row.endedAt),
});

const toldTime = ({ date, service, arrivedAt, from, to, expected, firstCalledAt }: ToldRow): ToldTime => ({
  ...{ date, service, arrivedAt: Date.parse(arrivedAt), firstCalledAt: msOrNull(firstCalledAt) },
  told: { from: Date.parse(from), to: Date.parse(to), expected: Date.parse(expected) },
});

const msOrNull = (iso: string | null): number | null => (iso === null ? null : Date.parse(iso));
