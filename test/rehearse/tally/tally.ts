/** The tally: the program's own account of the day, from what it did and was answered. It never asks the journal. */
import type { TicketAnswer } from '../../../server/contract/http.ts';
import type { Office } from '../../../server/contract/office.ts';
import { effectOf, type SeenCounter } from './counters.ts';
import { createSaid, type Said } from './said.ts';
import type { Acted, SeenCall, SeenVisit, Span } from './seen.ts';
import { changed, type Hourglass, promiseAfter } from './visits.ts';

export interface Tally {
  took(answer: TicketAnswer, people: number, span: Span, comesAgain?: boolean): void;
  /** Something at a counter was accepted. Resolves once it fits what is known of the others. */
  acted(acted: Acted): Promise<void>;
  returned(number: string, span: Span): Promise<void>;
  cancelled(number: string, span: Span): Promise<void>;
  refused(action: string, code: string): void;
  /** What was said of visits. */
  readonly said: Said;
  readonly visits: ReadonlyMap<string, SeenVisit>;
  byNumber(number: string): SeenVisit | undefined;
  readonly counters: ReadonlyMap<number, SeenCounter>;
  /** By counter, in order. */
  readonly calls: ReadonlyMap<number, readonly SeenCall[]>;
  /** `action: code` and how often. */
  readonly refusals: ReadonlyMap<string, number>;
  /** How often each action was accepted. */
  readonly accepted: ReadonlyMap<string, number>;
  /** What was answered and never came to fit: each is a difference. */
  waiting(): readonly string[];
}

interface Parked {
  readonly what: string;
  /** Actions of one counter stay in order; null: not at a counter. */
  readonly counter: number | null;
  readonly apply: () => boolean;
  readonly done: () => void;
}

interface Snapshot {
  readonly counter: SeenCounter;
  readonly visits: readonly SeenVisit[];
  /** Calls of the counter before it. */
  readonly calls: readonly SeenCall[];
}

const closed: SeenCounter = { state: 'closed', current: null };

export function createTally(office: Office): Tally {
  const visits = new Map<string, SeenVisit>();
  const codes = new Map<string, string>();
  const counters = new Map<number, SeenCounter>();
  const calls = new Map<number, SeenCall[]>();
  const before = new Map<number, Snapshot>();
  const refusals = new Map<string, number>();
  const accepted = new Map<string, number>();
  let parked: Parked[] = [];

  const byNumber = (number: string): SeenVisit | undefined => visits.get(codes.get(number) ?? '');
  const count = (into: Map<string, number>, name: string) => into.set(name, (into.get(name) ?? 0) + 1);

  /** Tries all that waits, in order, until nothing more fits. */
  function settle(): void {
    for (let moved = true; moved; ) {
      moved = false;
      const held = new Set<number>();
      for (const one of parked) {
        if (one.counter !== null && held.has(one.counter)) continue;
        if (one.apply()) {
          parked = parked.filter((other) => other !== one);
          one.done();
          moved = true;
        } else if (one.counter !== null) held.add(one.counter);
      }
    }
  }

  function park(what: string, counter: number | null, apply: () => boolean): Promise<void> {
    return new Promise((done) => {
      parked.push({ what, counter, apply, done });
      settle();
    });
  }

  /** Where it is by choice, somebody has to choose it. */
  function hourglassOf({ steps, place }: SeenVisit, timed: boolean): Hourglass | null {
    const step = office.steps.find(({ id }) => id === steps[place]);
    if (step?.within === undefined || (step.optIn && !timed)) return null;
    return { within: step.within, isFree: step.otherwise === 'free' };
  }

  function apply(acted: Acted): boolean {
    const { counter: number, action, ticket, span } = acted;
    const counter = counters.get(number) ?? closed;
    const current = visits.get(counter.current ?? '') ?? null;
    if (acted.again && (current?.number ?? null) === ticket) return true;
    if (action === 'undo') return undo(acted);
    const named = ticket === null ? null : (byNumber(ticket) ?? null);
    const effect = effectOf(acted, {
      ...{ counter, current, named },
      hourglass: (visit) => hourglassOf(visit, acted.timed === true),
    });
    if (!effect) return false;
    const own = calls.get(number) ?? [];
    const touched = effect.visits.map(({ code }) => visits.get(code) as SeenVisit);
    before.set(number, { counter, visits: touched, calls: own });
    counters.set(number, effect.counter);
    for (const visit of effect.visits) visits.set(visit.code, visit);
    const { announces } = effect;
    if (announces) calls.set(number, announced(own, announces, span, action === 'recall'));
    return true;
  }

  /** A call that is taken back was announced all the same. */
  function undo({ counter: number, ticket }: Acted): boolean {
    const snapshot = before.get(number);
    if (!snapshot || (visits.get(snapshot.counter.current ?? '')?.number ?? null) !== ticket) return false;
    before.delete(number);
    counters.set(number, snapshot.counter);
    for (const visit of snapshot.visits) visits.set(visit.code, visit);
    const own = calls.get(number) ?? [];
    if (own.length > snapshot.calls.length)
      calls.set(
        number,
        own.map((call, index) => (index === own.length - 1 ? { ...call, undone: true } : call)),
      );
    else calls.set(number, [...snapshot.calls]);
    return true;
  }

  function change(
    what: string,
    number: string,
    state: 'waiting' | 'cancelled',
    from: readonly string[],
    span: Span,
  ) {
    return park(`${what} ${number}`, null, () => {
      const visit = byNumber(number);
      if (!visit || !from.includes(visit.state)) return false;
      const there = { counter: null, promise: promiseAfter(visit, span) };
      visits.set(visit.code, changed(visit, state, span, there));
      return true;
    });
  }

  return {
    visits,
    counters,
    calls,
    refusals,
    accepted,
    byNumber,
    said: createSaid(),
    took(answer, people, span, comesAgain = false) {
      const { code, number, service, lane, promiseAt, notBefore } = answer;
      const described = office.services.find(({ id }) => id === service);
      codes.set(number, code);
      visits.set(code, {
        ...{ code, number, service, lane, people, comesAgain, taken: span },
        ...{ place: 0, times: 0, counter: null, handovers: [] },
        steps: described?.steps ?? [],
        notBefore: notBefore === undefined ? null : Date.parse(notBefore),
        state: 'waiting',
        promise: promiseAt === null ? null : { from: Date.parse(promiseAt), to: Date.parse(promiseAt) },
        until: described?.until ?? 'done',
        changes: [{ state: 'waiting', counter: null, place: 0, span }],
      });
      count(accepted, 'ticket');
      settle();
    },
    acted(acted) {
      count(accepted, acted.action);
      const what = `counter ${acted.counter}: ${acted.action} was answered with ${acted.ticket ?? 'no number'}`;
      return park(what, acted.counter, () => apply(acted));
    },
    returned(number, span) {
      count(accepted, 'return');
      return change('return of', number, 'waiting', ['no-show', 'incomplete'], span);
    },
    cancelled(number, span) {
      count(accepted, 'cancel');
      return change('giving up of', number, 'cancelled', ['waiting', 'held', 'no-show', 'incomplete'], span);
    },
    refused: (action, code) => count(refusals, `${action}: ${code}`),
    waiting: () => parked.map(({ what }) => what),
  };
}

function announced(own: readonly SeenCall[], visit: SeenVisit, span: Span, again: boolean): SeenCall[] {
  const last = own.at(-1);
  if (again && last) return [...own.slice(0, -1), { ...last, times: visit.times }];
  const { number, counter, times } = visit;
  return [...own, { number, counter: counter ?? 0, times, undone: false, span }];
}
