/** Queues of recorded days, as a forecast would have seen them: who came when, was called when, and how many counters served. */
import { Mistake } from '../../rehearse/mistake.ts';
import { bankColumns, readBank } from '../../rehearse/trace/bank.ts';
import { hasColumns, rowsOf } from '../../rehearse/trace/columns.ts';
import { readTable, type Table } from '../../rehearse/trace/csv.ts';
import { recoverNumbers } from '../../rehearse/trace/recover.ts';
import { type WarsawRow, warsawColumns } from '../../rehearse/trace/warsaw.ts';
import { lookAt } from '../../rehearse/trace/warsaw-looks.ts';
import { countBefore, countUntil } from './in-order.ts';

/** Seconds since midnight. */
export interface RecordedVisit {
  readonly arrived: number;
  /** Null: never called. */
  readonly called: number | null;
  /** Gave up and went; null: did not, or nobody knows. */
  readonly left: number | null;
  /** 0: everybody's. Higher goes first. */
  readonly priority: number;
  /** Why the recording does not tell when it was called, though it was: in a gap, or with a queue that was cleared. */
  readonly doubt: 'gap' | 'cleared' | null;
}

/** Whether it is known when it was called. */
export const isSure = ({ called, doubt }: RecordedVisit): boolean => called !== null && doubt === null;

/** From this second on so many counters served the queue. */
export interface Serving {
  readonly from: number;
  readonly counters: number;
}

export interface RecordedQueue {
  readonly office: string;
  readonly date: string;
  readonly queue: string;
  /** In order of arrival. */
  readonly visits: readonly RecordedVisit[];
  readonly serving: readonly Serving[];
  /** When somebody looked, in order. */
  readonly looks: readonly number[];
}

/** @throws a `Mistake`: no such file, not a recording, without a visit, or a mistaken line */
export function readQueues(file: string): RecordedQueue[] {
  const table = readTable(file);
  const read = readerFor(table);
  if (!read) throw new Mistake(`${file}: expected the columns ${warsawColumns.join(',')}`);
  const queues = inFile(file, () => read(table));
  if (queues.length === 0) throw new Mistake(`${file}: there is nobody in it`);
  return queues;
}

function readerFor(table: Table): ((table: Table) => RecordedQueue[]) | null {
  if (hasColumns(table, warsawColumns)) return warsawQueues;
  return hasColumns(table, bankColumns) ? bankQueues : null;
}

/** A mistaken line is told with its file. */
function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Mistake ? new Mistake(`${file}: ${error.message}`) : error;
  }
}

function warsawQueues(table: Table): RecordedQueue[] {
  const days = Map.groupBy(
    rowsOf(table, warsawColumns),
    (row) => `${row.text('office')}\t${row.date('date')}`,
  );
  return [...days].flatMap(([key, rows]) => {
    const [office = '', date = ''] = key.split('\t');
    const looks = [...new Set(rows.map((row) => row.time('time')))].sort((a, b) => a - b);
    const letters = [...Map.groupBy(rows, (row) => row.text('letter'))];
    return letters
      .filter(([letter]) => /^[A-Z]{1,3}$/.test(letter))
      .map(([letter, ofLetter]) => ({
        office,
        date,
        queue: letter,
        looks,
        ...warsawQueue(letter, ofLetter, looks),
      }))
      .filter(({ visits }) => visits.length > 0);
  });
}

function warsawQueue(
  letter: string,
  rows: readonly WarsawRow[],
  instants: readonly number[],
): Pick<RecordedQueue, 'visits' | 'serving'> {
  const told = lookAt(letter, rows);
  const serving = told.map(({ time, counters }) => ({ from: time, counters }));
  const { numbers } = recoverNumbers(told, instants);
  const called = numbers.flatMap((one) => one.called ?? []).sort((a, b) => a - b);
  const doubtOf = doubting(called, serving, instants);
  return {
    serving,
    visits: numbers.map(({ arrived, called: at }) => ({
      ...{ arrived, called: at, left: null, priority: 0 },
      doubt: at === null ? null : doubtOf(at),
    })),
  };
}

/** Longer between two looks is a gap. */
const gap = 20 * 60;
/** More calls a minute at one counter: nobody was called, the queue was cleared. */
const fastest = 1;

function doubting(
  called: readonly number[],
  serving: readonly Serving[],
  looks: readonly number[],
): (at: number) => RecordedVisit['doubt'] {
  return (at) => {
    const next = countBefore(looks, at);
    const [before, after] = [looks[next - 1], looks[next]];
    if (before === undefined || after === undefined || after - before > gap) return 'gap';
    const calls = countUntil(called, after) - countUntil(called, before);
    const most = fastest * Math.max(1, countersAt(serving, before)) * ((after - before) / 60);
    return calls <= Math.max(2, most) ? null : 'cleared';
  };
}

/** Of the last that is not later. */
export function countersAt(serving: readonly Serving[], at: number): number {
  let low = 0;
  let high = serving.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((serving[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return serving[low - 1]?.counters ?? 0;
}

/** An agent that served within this time is there. */
const presence = 20 * 60;

/** One queue for all kinds of calls, with priorities; who works is seen by who served of late. */
function bankQueues(table: Table): RecordedQueue[] {
  const recording = readBank(table);
  return recording.list().flatMap(({ office, date }) => {
    const day = recording.day(office, date);
    if (!day) return [];
    const looks = Array.from({ length: 24 * 12 }, (_, index) => index * 300);
    const served = day.visitors.flatMap(({ called, server }) =>
      called === null || server === null ? [] : { called, server },
    );
    const serving = looks.map((from) => ({
      from,
      counters: new Set(
        served.flatMap(({ called, server }) => (called <= from && called > from - presence ? server : [])),
      ).size,
    }));
    const visits = day.visitors.map(({ arrived, called, left, lane }) => ({
      ...{ arrived, called, left, priority: lane },
      doubt: null,
    }));
    return [{ office, date, queue: 'calls', visits, serving, looks }];
  });
}
