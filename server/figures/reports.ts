/** Reports of the journal's dates, made in slices beside everything else that the hub does; `keeping.ts` reads and keeps. */
import type { Office } from '../contract/office.ts';
import type { Report } from '../contract/report.ts';
import { dateIn } from '../domain/hours/hours.ts';
import type { DayFacts } from './facts.ts';
import { countsOf, isKept, monthOfDates } from './keeping.ts';
import { byMonth, partsOf } from './parts.ts';
import type { DateRange } from './ranges.ts';
import { isRange, monthOf } from './ranges.ts';
import { makingReport, rangesOf } from './report.ts';
import type { RangeCounts } from './sum.ts';
import { addCounts, addMonth, emptyRange } from './sum.ts';
import type { OfPeriods } from './table.ts';
import { eachPeriod, periods } from './table.ts';
import type { Turns } from './turns.ts';
import { createTurns } from './turns.ts';

/** What is needed of the journal. */
export interface FactsJournal {
  facts(date: string): DayFacts;
  /** Dates from one to another, both included, of which there are facts. */
  dates(from: string, to: string): readonly string[];
  /** What was kept of a date, or of a month (`2026-10`), and is still true; null: nothing. */
  counted(date: string): Uint8Array | null;
  keepCounted(date: string, bytes: Uint8Array): void;
}

export interface ReportsNeed {
  readonly journal: FactsJournal;
  /** As it is now; `officers`: names by id. */
  readonly office: () => { readonly office: Office; readonly officers: ReadonlyMap<string, string> };
  readonly rehearsal: boolean;
  /** The office's date now: it may still go on, and is counted anew each time. */
  readonly today: () => string;
  /** Now, in ISO 8601 in UTC. */
  readonly at: () => string;
  /** Resolves in the next turn of the event loop. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds of the machine, for the length of a slice. */
  readonly clock?: () => number;
}

export interface Reports {
  /** Rejects with a RangeError what is no range: see `isRange`. */
  report(wanted: DateRange & { readonly outside: boolean }): Promise<Report>;
  /** Counts all past dates and adds up all past months that are not kept yet, the latest first. */
  warm(): Warming;
}

export interface Warming {
  stop(): void;
  /** When all are counted, or it was stopped; rejects where a date cannot be read. */
  readonly done: Promise<void>;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createReports(need: ReportsNeed): Reports {
  const { pause = nextTurn, clock = () => performance.now() } = need;
  const turns = createTurns(pause, clock);
  return {
    async report({ outside, ...range }) {
      if (!isRange(range)) throw new RangeError(`no range of dates: ${range.from} to ${range.to}`);
      const counts = await rangeCounts(need, turns, rangesOf(range));
      const { rehearsal, at } = need;
      const making = makingReport({ ...need.office(), at: at(), rehearsal, outside, range, counts });
      for (;;) {
        const { done, value } = making.next();
        if (done) return value;
        await turns.nextIfOver();
      }
    },
    warm() {
      let isStopped = false;
      const done = countMissing(need, turns, () => isStopped);
      // Whoever does not wait for it is told by the report of that date.
      done.catch(() => {});
      return {
        stop() {
          isStopped = true;
        },
        done,
      };
    },
  };
}

/** Each month and each date is read once, also where it is in two of the ranges. */
async function rangeCounts(
  need: ReportsNeed,
  turns: Turns,
  ranges: OfPeriods<DateRange>,
): Promise<OfPeriods<RangeCounts>> {
  await turns.next();
  const counts = eachPeriod(emptyRange);
  const timeZone = zoneOf(need);
  const dates = { now: [] as string[], before: [] as string[], yearBefore: [] as string[] };
  for (const period of periods) dates[period] = await datesIn(need, turns, ranges[period]);
  for (const { month, dates: within, of } of partsOf(ranges, dates, need.today())) {
    await turns.nextIfOver();
    if (month !== null) {
      const sum = await monthOfDates(need, turns, { month, dates: within, timeZone });
      for (const period of of) {
        await turns.nextIfOver();
        addMonth(counts[period], sum);
      }
    } else {
      for (const date of within) {
        const day = countsOf(need, date, timeZone);
        for (const period of of) addCounts(counts[period], day);
      }
    }
  }
  return counts;
}

/** Those of which there are facts; found a year at a time, as it may be thousands. */
async function datesIn({ journal }: ReportsNeed, turns: Turns, { from, to }: DateRange): Promise<string[]> {
  const dates: string[] = [];
  for (let first = from; first <= to; ) {
    await turns.nextIfOver();
    const last = `${first.slice(0, 4)}-12-31`;
    dates.push(...journal.dates(first, last < to ? last : to));
    first = dateIn(last, 1);
  }
  return dates;
}

const firstDate = '0000-01-01';

/** Month by month: where a month is kept, its dates were. */
async function countMissing(need: ReportsNeed, turns: Turns, isStopped: () => boolean): Promise<void> {
  await turns.next();
  const dates = isStopped() ? [] : need.journal.dates(firstDate, need.today());
  for (const [month, within] of [...byMonth(dates)].toReversed()) {
    await turns.nextIfOver();
    if (isStopped()) return;
    if (isKept(need.journal, month)) continue;
    for (const date of within.toReversed()) {
      await turns.nextIfOver();
      if (isStopped()) return;
      if (date < need.today() && !isKept(need.journal, date)) countsOf(need, date, zoneOf(need));
    }
    if (month < monthOf(need.today()))
      await monthOfDates(need, turns, { month, dates: within, timeZone: zoneOf(need) });
  }
}

const zoneOf = ({ office }: ReportsNeed): string => office().office.timeZone;
