/** The rows that a day's events leave in the readable tables. */
import { isOfCalendar } from '../domain/calendar.ts';
import type { Day } from '../domain/day.ts';
import type { State } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Visit } from '../domain/visit.ts';
import {
  calledRow,
  callRow,
  choiceRows,
  countsWith,
  needsRows,
  screeningRows,
  stepRow,
  ticketRow,
} from './table-rows.ts';
import type { Row, RowValues } from './tables.ts';

/** What a batch of events touched; `rows` are those that events alone make. */
interface Touched {
  readonly codes: Set<string>;
  readonly takenBack: Set<string>;
  /** Whose call was announced again, or whose announcement was taken back. */
  readonly announced: Set<string>;
  readonly rows: Row[];
}

/**
 * Rows that change with these events of a day, as they are after the last of them. At most a few dozen.
 * @param state as the events left it (at midnight: with the day that has ended)
 */
export function touchedRows(state: State, events: readonly DomainEvent[]): Row[] {
  const { day } = state;
  const touched: Touched = { codes: new Set(), takenBack: new Set(), announced: new Set(), rows: [] };
  for (const event of events) touch(day, event, touched);
  const { codes, takenBack, announced, rows } = touched;
  for (const code of codes) rows.push(...visitRows(state, code));
  for (const code of takenBack) {
    const { number, steps } = visitOf(day, code);
    rows.push({ table: 'step_visit', date: day.date, number, keep: steps.length });
  }
  if (announced.size > 0) rows.push(...callRows(day, announced));
  return rows;
}

/** All rows of a day, from its whole stream: the same that were written live. */
export function allRows(state: State, events: readonly DomainEvent[]): Row[] {
  const { day } = state;
  const undone = new Set(events.map((event) => (event.type === 'ActionUndone' ? event.callId : null)));
  const rows: Row[] = [...day.visits.keys()].flatMap((code) => visitRows(state, code));
  for (const visit of day.visits.values()) rows.push(...choiceRows(day, visit));
  for (const event of events) {
    if (event.type === 'TicketTaken') rows.push(...needsRows(day, event));
    if (event.type === 'TicketCalled' && undone.has(event.action)) rows.push(calledRow(day, event, true));
  }
  const ended = events.find((event) => event.type === 'DayEnded');
  const counts = ended ? (ended.screenings ?? []) : day.door.tally.values();
  return [...rows, ...callRows(day, day.visits), ...screeningRows(day, counts)];
}

function visitRows(state: State, code: string): RowValues[] {
  const visit = visitOf(state.day, code);
  const steps = visit.steps.map((step, index) => stepRow(state.day, visit, index + 1, step));
  return [ticketRow(state, visit), ...steps];
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
  if (isOfCalendar(event)) return;
  const { codes, announced, rows } = touched;
  if ('code' in event) codes.add(event.code);
  if (event.type === 'TicketTaken') rows.push(...needsRows(day, event));
  if (event.type === 'NeedsErased') rows.push({ table: 'ticket_needs', date: day.date, gone: event.code });
  if (event.type === 'TicketCalled') rows.push(calledRow(day, event, false));
  if (event.type === 'TicketRecalled') announced.add(event.code);
  if (event.type === 'ActionUndone') touchUndone(day, event, touched);
  if (event.type === 'VisitDescribed') rows.push(...choiceRows(day, visitOf(day, event.code)));
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
