/** Queues of recorded days, as a forecast would have seen them: who came when, was called when, and how many counters served. */
import { Mistake } from '../../rehearse/mistake.ts';
import { bankColumns, readBank } from '../../rehearse/trace/bank.ts';
import { hasColumns, rowsOf } from '../../rehearse/trace/columns.ts';
import { readTable, type Table } from '../../rehearse/trace/csv.ts';
import { recoverNumbers } from '../../rehearse/trace/recover.ts';
import { type WarsawRow, warsawColumns } from '../../rehearse/trace/warsaw.ts';
import { lookAt } from '../../rehearse/trace/warsaw-looks.ts';

/** Seconds since midnight. */
export interface RecordedVisit {
  readonly arrived: number;
  /** Null: never called. */
  readonly called: number | null;
  /** Gave up and went; null: did not, or nobody knows. */
  readonly left: number | null;
  /** 0: everybody's. Higher goes first. */
  readonly priority: number;
  /** Whether the recording tells when it was called: not in a gap, nor when a queue was cleared. */
  readonly sure: boolean;
}

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

/** @throws a `Mistake`: no such file, not a recording, or a mistaken line */
export function readQueues(file: string): RecordedQueue[] {
  const table = readTable(file);
  if (hasColumns(table, warsawColumns)) return warsawQueues(table);
  if (hasColumns(table, bankColumns)) return bankQueues(table);
  throw new Mistake(`${file}: expected the columns ${warsawColumns.join(',')}`);
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
  const isSure = surely(called, serving, instants);
  return {
    serving,
    visits: numbers.map(({ arrived, called: at }) => ({
      ...{ arrived, called: at, left: null, priority: 0 },
      sure: at !== null && isSure(at),
    })),
  };
}

/** Longer between two looks is a gap. */
const gap = 20 * 60;
/** More calls a minute at one counter: nobody was called, the queue was cleared. */
const fastest = 1;

function surely(
  called: readonly number[],
  serving: readonly Serving[],
  looks: readonly number[],
): (at: number) => boolean {
  return (at) => {
    const before = looks.findLast((look) => look < at);
    const after = looks.find((look) => look >= at);
    if (before === undefined || after === undefined || after - before > gap) return false;
    const calls = called.filter((one) => one > before && one <= after).length;
    return calls <= Math.max(2, fastest * Math.max(1, countersAt(serving, before)) * ((after - before) / 60));
  };
}

export const countersAt = (serving: readonly Serving[], at: number): number =>
  serving.findLast(({ from }) => from <= at)?.counters ?? 0;

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
      sure: called !== null,
    }));
    return [{ office, date, queue: 'calls', visits, serving, looks }];
  });
}
