/** What holds on every day, whatever people do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { Day } from '../../server/domain/day.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { callable, ready, whoseTurn } from '../../server/domain/queue/whose-turn.ts';
import type { Visit } from '../../server/domain/visit.ts';
import { emptyState } from '../../server/hub/replay.ts';
import type { Played } from './random-days.ts';
import { begin, play, randomDay } from './random-days.ts';

const runs = { numRuns: 300 };

const holds = (title: string, check: (played: Played) => void) =>
  test(title, () => {
    fc.assert(
      fc.property(randomDay, (day) => {
        play(day, check);
      }),
      runs,
    );
  });

holds(
  'nobody is lost: whoever took a number is in one state, and in it alone',
  ({ state: { day }, events }) => {
    const taken = events.filter(({ type }) => type === 'TicketTaken').length;
    const before = events.findLastIndex(({ type }) => type === 'DayBegan');
    const today = events.slice(before).filter(({ type }) => type === 'TicketTaken').length;
    expect(day.visits.size).toBe(today);
    expect(taken).toBeGreaterThanOrEqual(today);
    for (const visit of day.visits.values()) {
      expect(day.waiting.has(visit.code)).toBe(visit.state === 'waiting');
      const at = [...day.counters.values()].filter(({ current }) => current === visit.code);
      expect(at.length).toBe(visit.state === 'called' || visit.state === 'serving' ? 1 : 0);
    }
  },
);

holds('nobody is at two counters, and a counter has one visit, called or served', ({ state: { day } }) => {
  const currents = [...day.counters.values()].flatMap(({ current }) => current ?? []);
  expect(new Set(currents).size).toBe(currents.length);
  for (const { number, current, state } of day.counters.values()) {
    if (current === null) continue;
    expect(state).not.toBe('closed');
    expect(day.visits.get(current)).toMatchObject({ counter: number });
    expect(['called', 'serving']).toContain(day.visits.get(current)?.state);
  }
});

holds('NU3 no number is given twice in a day', ({ state: { day } }) => {
  const numbers = [...day.visits.values()].map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(day.codes.size).toBe(numbers.length);
});

holds('a wait is never negative: times of a visit are in order', ({ state: { day } }) => {
  for (const visit of day.visits.values()) {
    for (const { calledAt, startedAt, endedAt } of visit.steps) {
      expect(calledAt).toBeGreaterThanOrEqual(visit.arrivedAt);
      expect(startedAt ?? calledAt).toBeGreaterThanOrEqual(calledAt);
      expect(endedAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(startedAt ?? calledAt);
    }
  }
});

/** All of a day that anybody can see or that decides who is next. */
const seen = (day: Day) =>
  structuredClone({
    visits: [...day.visits.values()],
    counters: [...day.counters.values()].filter(({ state }) => state !== 'closed'),
    calls: [...day.calls].filter(([, calls]) => calls.length > 0),
    waiting: [...day.waiting].sort(),
    outside: [...day.outside].sort(),
    running: [...day.running].sort(),
    handovers: [...day.handovers].sort(),
    numbers: [...day.lastNumbers],
  });

test('UN1 undo restores exactly, whatever the action was', () => {
  let undone = 0;
  fc.assert(
    fc.property(randomDay, (steps) => {
      const played = begin();
      for (const { command, after } of steps) {
        const before = seen(played.state.day);
        const events = played.events.length;
        const decision = played.does(command, after);
        if (!decision.ok || !('counter' in command) || command.type === 'UndoAction') continue;
        const made = played.events.slice(events);
        // Time may have done something of its own meanwhile; then there is nothing to compare with.
        if (made.length !== decision.events.length || made.length === 0) continue;
        expect(played.does({ type: 'UndoAction', counter: command.counter as number }, 0).ok).toBe(true);
        expect(seen(played.state.day)).toEqual(before);
        undone += 1;
        played.does(command, 0);
      }
    }),
    { numRuns: 100 },
  );
  expect(undone).toBeGreaterThan(500);
});

test('nobody starves: with all counters open, everybody who waits is called in the end', () => {
  fc.assert(
    fc.property(randomDay, (steps) => {
      const played = play(steps);
      const { state } = played;
      for (const n of [1, 2, 3, 4, 5])
        played.does({ type: 'OpenCounter', counter: n, lanes: ['regular', 'priority'] }, 1);
      const most = state.day.waiting.size * 4 + 20;
      for (let round = 0; round < most && state.day.waiting.size > 0; round += 1) {
        for (const n of [1, 2, 3, 4, 5]) played.does({ type: 'CallNext', counter: n }, 700);
      }
      expect([...state.day.waiting]).toEqual([]);
    }),
    runs,
  );
});

const rebuilt = (events: readonly DomainEvent[]) => {
  const state = emptyState();
  for (const event of events) apply(state, JSON.parse(JSON.stringify(event)));
  return state;
};

test('RE1 replay equals the live state', () => {
  fc.assert(
    fc.property(randomDay, (steps) => {
      const { state, events } = play(steps);
      expect(rebuilt(events)).toEqual(state);
    }),
    runs,
  );
});

test('RE2 replay works without personal data: all is equal but what was personal', () => {
  const impersonal = (visit: Visit) => ({ ...visit, needs: [] });
  fc.assert(
    fc.property(randomDay, (steps) => {
      const { state, events } = play(steps);
      const bare = events.map((event) =>
        event.type === 'TicketTaken' ? { ...event, personal: undefined } : event,
      );
      const { day } = rebuilt(bare as DomainEvent[]);
      expect([...day.visits.values()]).toEqual([...state.day.visits.values()].map(impersonal));
      expect(day.counters).toEqual(state.day.counters);
      expect(day.waiting).toEqual(state.day.waiting);
    }),
    runs,
  );
});

test('WT1 WT5 WT6 WT7 the heads of the queues decide what looking at everybody would', () => {
  const byHand = (a: Visit, b: Visit) => a.turn - b.turn || a.arrivedAt - b.arrivedAt || a.place - b.place;
  let called = 0;
  fc.assert(
    fc.property(randomDay, (steps) => {
      const { state } = play(steps);
      const { day } = state;
      const at = day.lastAt;
      for (const counter of day.counters.values()) {
        const all = [...ready(state, callable(state, counter, at))].sort(byHand);
        const others = all.filter(({ lane }) => lane !== 'priority');
        const held = all.filter(({ lane, step }) => {
          const last = (day.calls.get(step) ?? []).slice(-2).filter((call) => call.lane === 'priority');
          return lane === 'priority' && last.length === 2 && others.some((other) => other.step === step);
        });
        const free = all.filter((visit) => visit.lane === 'priority' && !held.includes(visit));
        const behind = others.filter(
          ({ step }) => held.length === 0 || held.some((visit) => visit.step === step),
        );
        const expected = free[0] ?? behind[0] ?? null;
        expect(whoseTurn(state, counter, at)?.number ?? null).toBe(expected?.number ?? null);
        if (expected) called += 1;
      }
      const queued = [...day.queues.values()].flatMap((lanes) => [...lanes.values()]);
      for (const queue of queued) expect(queue).toEqual([...queue].sort(byHand));
      expect(
        queued
          .flat()
          .map(({ code }) => code)
          .sort(),
      ).toEqual([...day.waiting].sort());
    }),
    runs,
  );
  expect(called).toBeGreaterThan(100);
});
