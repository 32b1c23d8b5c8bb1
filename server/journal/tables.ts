/** The readable tables, for people who use SQL: their columns, and the rows that a day's events leave in them. */
import { isOfCalendar } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Visit } from '../domain/visit.ts';
import { offsiteRows } from './offsite-rows.ts';
import {
  calledRow,
  callRow,
  countsWith,
  needsRows,
  screeningRows,
  stepRow,
  ticketRow,
} from './table-rows.ts';

/** Instants are ISO 8601 in UTC, truths 0 or 1. Counter 0: outside the office, entered afterwards; nobody was called. */
export const columns = {
  ticket: [
    ...['date', 'code', 'number', 'service', 'lane', 'people', 'category', 'state', 'step', 'counter'],
    ...['arrived_at', 'promise_at', 'turn_at', 'first_called_at', 'ended_at'],
    ...['promise_broken', 'handover_broken', 'outage_minutes'],
  ],
  /** Personal, and gone at midnight: in a table of its own, see `personal-columns.ts`. */
  ticket_needs: ['date', 'code', 'needs'],
  /** `n` counts the steps of one ticket from 1. */
  step_visit: [
    ...['date', 'number', 'n', 'code', 'step', 'counter'],
    ...['called_at', 'started_at', 'ended_at', 'ended', 'outcome'],
  ],
  /** `at`: the last announcement; `times`: how many. */
  call: ['date', 'call_id', 'code', 'number', 'counter', 'step', 'at', 'times', 'undone'],
  /** How many readings at the door in this minute; linked to nobody. */
  screening: ['date', 'minute', 'verdict', 'count'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof columns;

/** A row as it is now. By column; every column has a value. */
export interface RowValues {
  readonly table: TableName;
  readonly values: Readonly<Record<string, string | number | null>>;
}

/** What is written, in this order: a row, or what an undo took back. */
export type Row =
  | RowValues
  /** Only the first `keep` steps of the ticket remain. */
  | { readonly table: 'step_visit'; readonly date: string; readonly number: string; readonly keep: number }
  /** The call of this id stays as a row, marked. */
  | { readonly table: 'call'; readonly date: string; readonly number: string; readonly undone: string };

/** What a batch of events touched; `rows` are those that events alone make. */
interface Touched {
  readonly codes: Set<string>;
  readonly takenBack: Set<string>;
  /** Whose call was announced again, or whose announcement was taken back. */
  readonly announced: Set<string>;
  readonly rows: Row[];
}

/**
 * The rows that these events touched.
 * @param day the day of the events' stream, as it is after them (at midnight: the day that has ended)
 */
export function touchedRows(day: Day, events: readonly DomainEvent[]): Row[] {
  const touched: Touched = { codes: new Set(), takenBack: new Set(), announced: new Set(), rows: [] };
  for (const event of events) touch(day, event, touched);
  const { codes, takenBack, announced, rows } = touched;
  for (const code of codes) rows.push(...visitRows(day, code));
  for (const code of takenBack) {
    const { number, steps } = visitOf(day, code);
    rows.push({ table: 'step_visit', date: day.date, number, keep: steps.length });
  }
  if (announced.size > 0) rows.push(...callRows(day, announced));
  return rows;
}

/** All rows of a day, from its whole stream: the same that were written live. */
export function allRows(day: Day, events: readonly DomainEvent[]): Row[] {
  const undone = new Set(events.map((event) => (event.type === 'ActionUndone' ? event.callId : null)));
  const rows: Row[] = [...day.visits.keys()].flatMap((code) => visitRows(day, code));
  for (const event of events) {
    if (event.type === 'TicketTaken') rows.push(...needsRows(day, event));
    if (event.type === 'TicketCalled' && undone.has(event.action)) rows.push(calledRow(day, event, true));
  }
  const ended = events.find((event) => event.type === 'DayEnded');
  const counts = ended ? (ended.screenings ?? []) : day.door.tally.values();
  return [...rows, ...callRows(day, day.visits), ...screeningRows(day, counts)];
}

function visitRows(day: Day, code: string): RowValues[] {
  const visit = visitOf(day, code);
  return [ticketRow(day, visit), ...visit.steps.map((step, index) => stepRow(day, visit, index + 1, step))];
}

function visitOf(day: Day, code: string): Visit {
  const visit = day.visits.get(code);
  if (!visit) throw new Error(`an event of ${day.date} names a visit that is not there: ${code}`);
  return visit;
}

/** Calls of these tickets. Looks at the whole day, so it is not for every press. */
function callRows(day: Day, codes: { has(code: string): boolean }): RowValues[] {
  return [...day.calls.values()]
    .flat()
    .filter((call) => codes.has(call.code))
    .map((call) => callRow(day, call));
}

/** An event about one visit names it by `code`: rows of it are written, whatever happened. */
function touch(day: Day, event: DomainEvent, touched: Touched): void {
  const { codes, announced, rows } = touched;
  if (event.type === 'OffsiteRecorded') rows.push(...offsiteRows(event));
  if (isOfCalendar(event)) return;
  if ('code' in event) codes.add(event.code);
  if (event.type === 'TicketTaken') rows.push(...needsRows(day, event));
  if (event.type === 'TicketCalled') rows.push(calledRow(day, event, false));
  if (event.type === 'TicketRecalled') announced.add(event.code);
  if (event.type === 'ActionUndone') touchUndone(day, event, touched);
  if (event.type === 'PersonScreened') rows.push(...screeningRows(day, countsWith(day, event)));
  if (event.type === 'DayEnded') {
    for (const code of event.unfinished) codes.add(code);
    rows.push(...screeningRows(day, event.screenings ?? []));
  }
  if (event.type === 'OutageRecorded') for (const code of day.brokenPromises) codes.add(code);
}

type ActionUndone = Extract<DomainEvent, { type: 'ActionUndone' }>;

function touchUndone(day: Day, { codes, callId }: ActionUndone, touched: Touched): void {
  for (const code of codes) {
    touched.codes.add(code);
    touched.takenBack.add(code);
    touched.announced.add(code);
    if (callId === null) continue;
    const { number } = visitOf(day, code);
    // The call is of one of these; nothing matches for the others.
    touched.rows.push({ table: 'call', date: day.date, number, undone: callId });
  }
}
