/** OF10: what was done outside, as rows beside the office's own: a person is a ticket, a step is a step. */
import type { DomainEvent } from '../domain/events.ts';
import type { Instant } from '../domain/instant.ts';
import { instant, toIso, toIsoOrNull } from '../domain/instant.ts';
import type { OffsiteResult, OffsiteStep } from '../domain/offsite/offsite-events.ts';
import type { Row, RowValues } from './tables.ts';

type OffsiteRecorded = Extract<DomainEvent, { type: 'OffsiteRecorded' }>;

/** No counter of an office has it. */
const outside = 0;

/** From the event alone. Recorded again, the rows replace those before, and steps too many go. */
export function offsiteRows(event: OffsiteRecorded): Row[] {
  return event.results.flatMap((result) => {
    const number = `${event.shortCode}-${result.person + 1}`;
    return [
      visitRow(event, result, number),
      ...result.steps.map((step, index) => stepRow(event, result, number, index + 1, step)),
      { table: 'step_visit', date: event.date, number, keep: result.steps.length } as const,
    ];
  });
}

const codeOf = ({ request }: OffsiteRecorded, { person }: OffsiteResult): string =>
  `${request}-${person + 1}`;

function visitRow(event: OffsiteRecorded, result: OffsiteResult, number: string): RowValues {
  const { steps } = result;
  const started = earliestOf(steps);
  const ended = steps.length === 0 ? null : instant(Math.max(...steps.map(({ endedAt }) => endedAt)));
  const arrived = toIso(started ?? event.at);
  return {
    table: 'ticket',
    values: {
      date: event.date,
      code: codeOf(event, result),
      number,
      service: event.service,
      lane: event.lane,
      people: Math.min(1, event.people),
      category: null,
      state: result.end,
      step: steps.at(-1)?.step ?? event.steps[0] ?? '',
      counter: outside,
      arrived_at: arrived,
      promise_at: null,
      turn_at: arrived,
      first_called_at: null,
      ended_at: toIsoOrNull(ended),
      promise_broken: 0,
      handover_broken: 0,
      outage_minutes: 0,
      channel: null,
      takes_place: 0,
      promise: null,
      handovers_broken: 0,
      told_from: null,
      told_to: null,
      told_expected: null,
      told_home_by: null,
      rating: null,
      offsite: 1,
    },
  };
}

const earliestOf = (steps: readonly OffsiteStep[]): Instant | null =>
  steps.length === 0 ? null : instant(Math.min(...steps.map(({ startedAt }) => startedAt)));

function stepRow(
  event: OffsiteRecorded,
  result: OffsiteResult,
  number: string,
  n: number,
  { step, startedAt, endedAt, outcome }: OffsiteStep,
): RowValues {
  // An incomplete file is the last thing that was looked at.
  const isIncomplete = result.end === 'incomplete' && n === result.steps.length;
  return {
    table: 'step_visit',
    values: {
      date: event.date,
      number,
      n,
      code: codeOf(event, result),
      step,
      counter: outside,
      called_at: toIso(startedAt),
      started_at: toIso(startedAt),
      ended_at: toIso(endedAt),
      ended: isIncomplete ? 'incomplete' : 'done',
      outcome,
      officer: null,
      waited_from: null,
      reasons: isIncomplete && result.reasons.length > 0 ? result.reasons.join(' ') : null,
      handover: null,
    },
  };
}
