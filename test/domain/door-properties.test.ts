/** What holds at the door on every day, whatever people do there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { emptyState } from '../../server/hub/replay.ts';
import type { DoorDay } from './door-day.ts';
import { capacity, days, play } from './random-door-days.ts';

const always = (look: (day: DoorDay, command: Command) => void) =>
  fc.assert(
    fc.property(days, (steps) => {
      play(steps, look);
    }),
    { numRuns: 200 },
  );

const rebuilt = (events: readonly DomainEvent[]) => {
  const state = emptyState();
  for (const event of events) apply(state, JSON.parse(JSON.stringify(event)));
  return state;
};

test('DO6 DO8 nobody less than nobody is inside, and no more than there is room for, unless counted by hand', () => {
  let full = 0;
  fc.assert(
    fc.property(days, (steps) => {
      let most = capacity;
      play(steps, (day, command) => {
        const inside = day.inside();
        if (command.type === 'CountInside') most = Math.max(capacity, inside);
        most = Math.max(capacity, Math.min(most, inside));
        expect(inside).toBeGreaterThanOrEqual(0);
        expect(inside).toBeLessThanOrEqual(most);
        if (inside === capacity) full += 1;
      });
    }),
    { numRuns: 200 },
  );
  expect(full).toBeGreaterThan(100);
});

test('DO9 DO10 outside are those who wait there, and nobody else', () => {
  let outside = 0;
  always(({ state: { day } }) => {
    const waiting = [...day.visits.values()].filter((visit) => visit.state === 'waiting' && visit.outside);
    expect([...day.outside].sort()).toEqual(waiting.map(({ code }) => code).sort());
    for (const visit of day.visits.values())
      if (visit.outside) expect(['waiting', 'called', 'cancelled', 'unfinished']).toContain(visit.state);
    outside += day.outside.size;
  });
  expect(outside).toBeGreaterThan(100);
});

test('DO5 DO7 raw values are only of those who sit, and every case is of one person', () => {
  let raw = 0;
  always(({ state: { day } }) => {
    const { screenings, seated, cases } = day.door;
    for (const { id, verdict, readings } of screenings.values()) {
      expect(seated.has(id)).toBe(verdict === 'retest' || verdict === 'held');
      if (readings.length > 0) expect(seated.has(id)).toBe(true);
      raw += readings.length;
    }
    for (const id of seated) expect(screenings.has(id)).toBe(true);
    expect(new Set([...cases.values()].map(({ screening }) => screening)).size).toBe(cases.size);
  });
  expect(raw).toBeGreaterThan(100);
});

test('DO11 a screening gives one ticket', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const { events } = play(steps);
      const used = events.flatMap((event) =>
        event.type === 'TicketTaken' ? (event.personal?.screening ?? []) : [],
      );
      expect(new Set(used).size).toBe(used.length);
    }),
  );
});

test('RE1 replay equals the live state at the door', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const { state, events } = play(steps);
      expect(rebuilt(events)).toEqual(state);
    }),
  );
});

test('RE2 without what is personal the same people are inside and outside, and the same tickets wait', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const { state, events } = play(steps);
      const bare = events.map((event) => ({ ...event, personal: undefined }) as unknown as DomainEvent);
      const { day } = rebuilt(bare);
      expect([day.door.inside, day.door.counted]).toEqual([state.day.door.inside, state.day.door.counted]);
      expect(day.door.cases).toEqual(state.day.door.cases);
      expect([day.outside, day.waiting]).toEqual([state.day.outside, state.day.waiting]);
      expect([...day.visits.values()]).toEqual([...state.day.visits.values()]);
    }),
  );
});
