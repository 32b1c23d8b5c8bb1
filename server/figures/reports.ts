/**
 * Reports of the journal's dates, made in slices beside everything else that the hub does. The one file here that reads
 * and keeps anything; what a date counts is read, counted and kept without a pause, so that no change comes in between.
 */
import type { Office } from '../contract/office.ts';
import type { Report } from '../contract/report.ts';
import { countDay } from './count-day.ts';
import type { DayCounts } from './counts.ts';
import { areCounts, decodeCounts, encodeCounts } from './encode-counts.ts';
import type { DayFacts } from './facts.ts';
import type { DateRange } from './ranges.ts';
import { isIn, isRange } from './ranges.ts';
import { makingReport, rangesOf } from './report.ts';
import type { RangeCounts } from './sum.ts';
import { addCounts, emptyRange } from './sum.ts';
import type { OfPeriods } from './table.ts';
import { eachPeriod, periods } from './table.ts';
import type { Turns } from './turns.ts';
import { createTurns } from './turns.ts';

/** What is needed of the journal. */
export interface FactsJournal {
  facts(date: string): DayFacts;
  /** Dates from one to another, both included, of which there are facts. */
  dates(from: string, to: string): readonly string[];
  /** What was kept of a date and is still true; null: nothing. */
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
  /** Counts all past dates that are not counted yet, the latest first. */
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

/** Each date is read once, also where it is in two of the ranges. */
async function rangeCounts(
  need: ReportsNeed,
  turns: Turns,
  ranges: OfPeriods<DateRange>,
): Promise<OfPeriods<RangeCounts>> {
  const counts = eachPeriod(emptyRange);
  await turns.next();
  const dates = periods.flatMap((period) => need.journal.dates(ranges[period].from, ranges[period].to));
  for (const date of new Set(dates)) {
    await turns.nextIfOver();
    const day = countsOf(need, date);
    for (const period of periods) if (isIn(ranges[period], date)) addCounts(counts[period], day);
  }
  return counts;
}

/** As kept, or counted now; kept where the date is over. In one piece: see above. */
function countsOf({ journal, office, today }: ReportsNeed, date: string): DayCounts {
  const { timeZone } = office().office;
  const kept = journal.counted(date);
  const known = kept && decodeCounts(kept);
  // Hours of another time zone are other hours.
  if (known && known.timeZone === timeZone) return known;
  const counts = countDay(journal.facts(date), timeZone);
  if (date < today()) keep(journal, counts);
  return counts;
}

/** A full disk must not hide what was counted: it is counted again the next time. */
function keep(journal: FactsJournal, counts: DayCounts): void {
  try {
    journal.keepCounted(counts.date, encodeCounts(counts));
  } catch {}
}

const firstDate = '0000-01-01';

async function countMissing(need: ReportsNeed, turns: Turns, isStopped: () => boolean): Promise<void> {
  await turns.next();
  const dates = isStopped() ? [] : need.journal.dates(firstDate, need.today()).toReversed();
  for (const date of dates) {
    await turns.nextIfOver();
    if (isStopped()) return;
    const kept = need.journal.counted(date);
    if (date < need.today() && !(kept && areCounts(kept))) countsOf(need, date);
  }
}
