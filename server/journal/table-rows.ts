/** One visit, its steps, call, choices or need as rows of the readable tables. */

import { outageWithin } from '../domain/afterwards/outages.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Call, Day } from '../domain/day.ts';
import type { State } from '../domain/decision.ts';
import { tallyKey } from '../domain/door/door.ts';
import type { DayEvent, ScreeningCount } from '../domain/events.ts';
import { toIso, toIsoOrNull } from '../domain/instant.ts';
import type { StepVisit, Visit } from '../domain/visit.ts';
import type { RowValues } from './tables.ts';

type TicketTaken = Extract<DayEvent, { type: 'TicketTaken' }>;
type PersonScreened = Extract<DayEvent, { type: 'PersonScreened' }>;
type TicketCalled = Extract<DayEvent, { type: 'TicketCalled' }>;

export function ticketRow({ calendar, day }: State, visit: Visit): RowValues {
  const { told } = visit;
  return {
    table: 'ticket',
    values: {
      date: day.date,
      code: visit.code,
      number: visit.number,
      service: visit.service,
      lane: visit.lane,
      people: visit.people,
      category: visit.category,
      state: visit.state,
      step: visit.step,
      counter: visit.counter,
      arrived_at: toIso(visit.arrivedAt),
      promise_at: toIsoOrNull(visit.promiseAt),
      turn_at: toIso(visit.turn),
      first_called_at: toIsoOrNull(visit.firstCalledAt),
      ended_at: toIsoOrNull(visit.endedAt),
      promise_broken: Number(day.brokenPromises.has(visit.code)),
      handover_broken: Number(day.brokenHandovers.has(visit.code)),
      outage_minutes: outageMinutes(day, visit),
      channel: channelOf(calendar, visit),
      takes_place: Number(visit.takesPlace),
      promise: promiseOf(day, visit),
      handovers_broken: day.brokenHandovers.get(visit.code)?.length ?? 0,
      told_from: toIsoOrNull(told?.from ?? null),
      told_to: toIsoOrNull(told?.to ?? null),
      told_expected: toIsoOrNull(told?.expected ?? null),
      told_home_by: toIsoOrNull(told?.homeBy ?? null),
      rating: visit.rating,
      offsite: 0,
    },
  };
}

/** Who made the booking that it came with. A booking is known for a month after its day. */
const channelOf = ({ bookings }: Calendar, { booking }: Visit): string =>
  booking === null ? 'walk-in' : (bookings.all.get(booking)?.source ?? 'walk-in');

/** TP3, PS1. Who was missed and is not back has none that could still be broken today. Null: nobody can tell, or not yet. */
function promiseOf(
  day: Day,
  { code, state, promise, promiseAt }: Visit,
): 'kept' | 'broken' | 'lapsed' | null {
  // Also where nothing is promised any more since the lane was changed.
  if (day.brokenPromises.has(code)) return 'broken';
  if (promiseAt === null) return null;
  if (promise !== 'running') return promise;
  return state === 'no-show' && promiseAt < day.endsAt ? 'lapsed' : null;
}

/** OU3: of a broken promise alone; a minute that was begun counts. */
function outageMinutes(day: Day, visit: Visit): number {
  return day.brokenPromises.has(visit.code) ? Math.ceil(outageWithin(day, visit) / 60_000) : 0;
}

/** @param n counts the steps of the visit from 1 */
export function stepRow(day: Day, { code, number }: Visit, n: number, visit: StepVisit): RowValues {
  return {
    table: 'step_visit',
    values: {
      date: day.date,
      number,
      n,
      code,
      step: visit.step,
      counter: visit.counter,
      called_at: toIso(visit.calledAt),
      started_at: toIsoOrNull(visit.startedAt),
      ended_at: toIsoOrNull(visit.endedAt),
      ended: visit.end,
      outcome: visit.outcome,
      officer: visit.officer,
      waited_from: toIsoOrNull(visit.waitedFrom),
      reasons: visit.reasons.length > 0 ? visit.reasons.join(' ') : null,
      handover: handoverOf(day, code, visit),
    },
  };
}

/** FG5. */
function handoverOf(day: Day, code: string, { handover, startedAt }: StepVisit): 'kept' | 'broken' | null {
  if (handover === null || startedAt === null) return null;
  if (day.brokenHandovers.get(code)?.includes(startedAt)) return 'broken';
  return handover === 'kept' ? 'kept' : null;
}

export const choiceRows = ({ date }: Day, { number, choices }: Visit): RowValues[] =>
  Object.entries(choices).map(([list, choice]) => ({
    table: 'choice',
    values: { date, number, list, choice },
  }));

/** None where nothing is needed, or where the day has ended and its needs are forgotten. */
export function needsRows(day: Day, { code, personal }: TicketTaken): RowValues[] {
  const needs = personal?.needs ?? [];
  if (day.ended || needs.length === 0) return [];
  return [{ table: 'ticket_needs', values: { date: day.date, code, needs: needs.join(' ') } }];
}

export function callRow(day: Day, call: Call): RowValues {
  const { callId, code, number, counter, step, at, times } = call;
  return {
    table: 'call',
    values: { date: day.date, call_id: callId, code, number, counter, step, at: toIso(at), times, undone: 0 },
  };
}

/** The call as its event made it: once announced. An undone one never got further (UN2). */
export function calledRow(day: Day, event: TicketCalled, undone: boolean): RowValues {
  const { action: callId, code, counter, step, at } = event;
  const number = day.visits.get(code)?.number ?? '';
  const row = callRow(day, { callId, code, number, counter, step, at, times: 1, lane: '', ordinal: 0 });
  return undone ? { ...row, values: { ...row.values, undone: 1 } } : row;
}

export const screeningRows = ({ date }: Day, counts: Iterable<ScreeningCount>): RowValues[] =>
  [...counts].map(({ minute, verdict, count }) => ({
    table: 'screening',
    values: { date, minute, verdict, count },
  }));

/** What this reading was counted with. None once the day has ended, which says them all. */
export function countsWith(day: Day, { at, personal }: PersonScreened): ScreeningCount[] {
  const count = personal && day.door.tally.get(tallyKey(at, personal.verdict));
  return count ? [count] : [];
}
