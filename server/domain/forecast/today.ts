/**
 * How today's steps go, call by call: for the forecast to learn from at once. Fed with the day's events after they were applied; for a
 * day that had begun before, with its visits.
 */

import type { Day } from '../day.ts';
import type { DomainEvent } from '../events.ts';
import { dayOn } from '../hours/hours-of-day.ts';
import type { Cycle } from './cycles.ts';
import type { StepToday } from './snapshot.ts';
import { fadedBy } from './tempo.ts';

export interface Called {
  readonly code: string;
  readonly step: string;
  readonly at: number;
}

export interface Today {
  note(day: Day, events: readonly DomainEvent[]): void;
  steps(at: number): Record<string, StepToday>;
  /** People who came in during the last hour, older ones counting less. */
  cameIn(at: number): number;
  /** What is new since it was last taken. */
  take(): { readonly cycles: Cycle[]; readonly called: Called[] };
  /** Of what this one read from the day only that is new which the former had not given yet. */
  continues(former: Today): void;
}

/** The last call of a counter. */
interface Last {
  readonly code: string;
  readonly step: string;
  readonly service: string;
  readonly calledAt: number;
}

interface Fading {
  calls: number;
  taken: number;
  at: number;
  lastCallAt: number | null;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Shorter is a call that was taken back, or pressed past somebody. */
const leastCycle = 5_000;

export function createToday(timeZone: string): Today {
  const last = new Map<number, Last>();
  const steps = new Map<string, Fading>();
  const came = { people: 0, at: 0 };
  let date = '';
  let began = 0;
  let cycles: Cycle[] = [];
  let called: Called[] = [];

  function begin(day: Day): void {
    date = day.date;
    began = date === '' ? 0 : dayOn(date, timeZone).begins;
    last.clear();
    steps.clear();
    came.people = 0;
    came.at = began;
    // A day that had begun before: its calls, in order.
    const visits = [...day.visits.values()];
    for (const visit of visits) arrived(visit.people, visit.arrivedAt);
    for (const { visit, step } of visits
      .flatMap((visit) => visit.steps.map((step) => ({ visit, step })))
      .sort((a, b) => a.step.calledAt - b.step.calledAt))
      call(day, { code: visit.code, service: visit.service, ...step });
    called = [];
  }

  /** A call that was never made is in no count: the day is looked over again, and what was learned before stays learned. */
  function takeBack(day: Day, codes: readonly string[]): void {
    const learned = { cycles, called: called.filter(({ code }) => !codes.includes(code)) };
    begin(day);
    ({ cycles, called } = learned);
  }

  function arrived(people: number, at: number): void {
    came.people = came.people * fadedBy(Math.max(0, at - came.at) / minuteMs) + people;
    came.at = Math.max(came.at, at);
  }

  function call(
    day: Day,
    made: {
      readonly code: string;
      readonly service: string;
      readonly step: string;
      readonly counter: number;
      readonly calledAt: number;
      readonly waitedFrom: number | null;
    },
  ): void {
    const { code, step, service, counter, calledAt, waitedFrom } = made;
    const before = last.get(counter);
    const freed = before ? endOf(day, before, calledAt) : null;
    // FC4: only while somebody waited: else the counter was idle, and nobody knows for how long.
    const isBusy = freed !== null && waitedFrom !== null && waitedFrom <= freed;
    const taken = before && isBusy ? calledAt - before.calledAt : 0;
    if (before && taken >= leastCycle) {
      const hour = Math.min(23, Math.floor((before.calledAt - began) / hourMs));
      cycles.push({ step: before.step, service: before.service, counter, hour, ms: taken });
    }
    const hour = fading(before && taken > 0 ? before.step : step, calledAt);
    if (taken > 0) {
      hour.calls += 1;
      hour.taken += taken;
    }
    fading(step, calledAt).lastCallAt = calledAt;
    last.set(counter, { code, step, service, calledAt });
    called.push({ code, step, at: calledAt });
  }

  function fading(step: string, at: number): Fading {
    const known = steps.get(step) ?? { calls: 0, taken: 0, at, lastCallAt: null };
    const share = fadedBy(Math.max(0, at - known.at) / minuteMs);
    known.calls *= share;
    known.taken *= share;
    known.at = Math.max(known.at, at);
    steps.set(step, known);
    return known;
  }

  return {
    note(day, events) {
      if (day.date !== date) return begin(day);
      for (const event of events) {
        if (event.type === 'TicketTaken') arrived(event.people, event.arrivedAt ?? event.at);
        if (event.type === 'ActionUndone' && event.callId !== null) takeBack(day, event.codes);
        if (event.type !== 'TicketCalled') continue;
        const visit = day.visits.get(event.code);
        const step = visit?.steps.findLast(
          ({ calledAt, counter }) => calledAt === event.at && counter === event.counter,
        );
        if (visit && step) call(day, { code: visit.code, service: visit.service, ...step });
      }
    },
    steps: (at) =>
      Object.fromEntries(
        [...steps.keys()].map((step) => {
          const { calls, taken, lastCallAt } = fading(step, at);
          return [step, { calls, taken, lastCallAt }];
        }),
      ),
    cameIn: (at) => came.people * fadedBy(Math.max(0, at - came.at) / minuteMs) * Math.LN2,
    take() {
      const taken = { cycles, called };
      cycles = [];
      called = [];
      return taken;
    },
    continues(former) {
      ({ cycles, called } = former.take());
    },
  };
}

/** When the counter had nobody any more; null: the visit is not known. */
function endOf(day: Day, { code, calledAt }: Last, now: number): number | null {
  const step = day.visits.get(code)?.steps.find((one) => one.calledAt === calledAt);
  return step ? (step.endedAt ?? now) : null;
}
