/** What a day leaves for the days that follow: read from the readable tables of a real journal. */
import { expect, test } from 'vitest';
import { createLearned } from '../../../server/domain/forecast/learned.ts';
import { learnedDay } from '../../../server/domain/forecast/learned-day.ts';
import { openHub, type Stage } from '../../hub/stage.ts';
import { clock, date } from '../morning.ts';

const minute = 60_000;

async function presses(stage: Stage, ...all: readonly (readonly [time: string, what: number | 'take'])[]) {
  for (const [time, what] of all) {
    stage.machine.wall = clock(time);
    const command =
      what === 'take'
        ? ({ type: 'TakeTicket', service: 'question' } as const)
        : ({ type: 'CallNext', counter: what } as const);
    expect(await stage.hub.submit(command, { account: 'test' })).toMatchObject({ ok: true });
  }
}

const learnedFrom = ({ journal }: Stage) => learnedDay([...journal.stepTimes(date, date)], clock('00:00'));

test('FC4 cycles, counters and arrivals of a day are those of its presses', async () => {
  const stage = await openHub();
  await presses(
    stage,
    ...([
      ['08:01', 'take'],
      ['08:02', 'take'],
      ['08:03', 'take'],
      ['08:04', 'take'],
    ] as const),
    ...([
      ['08:10', 1],
      ['08:12', 2],
      ['08:17', 1],
      ['09:03', 2],
      ['09:05', 1],
    ] as const),
    ...([
      ['09:10', 'take'],
      ['09:12', 1],
    ] as const),
  );
  const cycle = { step: 'documents', service: 'question', hour: 8 };
  expect(learnedFrom(stage)).toEqual({
    cycles: [
      { ...cycle, counter: 1, ms: 7 * minute },
      { ...cycle, counter: 2, ms: 51 * minute },
    ],
    counters: { 'documents 8': 2, 'documents 9': 2 },
    arrivals: { 'question regular 8': 4, 'question regular 9': 1 },
  });
});

test('a new office has learned nothing, and so it says', () => {
  expect(learnedDay([], 0)).toEqual({ cycles: [], counters: {}, arrivals: {} });
  const learned = createLearned();
  expect(learned.counters('documents', 9)).toBeNull();
  expect(learned.arrivals('question', 'regular', 9)).toBe(0);
  expect(learned.cycles.mean('documents')).toBe(12 * minute);
});

test('FC9 arrivals are of a day, counters of the days on which any served', () => {
  const learned = createLearned();
  learned.add({ cycles: [], counters: { 'documents 9': 3 }, arrivals: { 'question priority 9': 6 } });
  learned.add({ cycles: [], counters: { 'documents 9': 1 }, arrivals: {} });
  learned.add({ cycles: [], counters: {}, arrivals: {} });
  expect(learned.counters('documents', 9)).toBe(2);
  expect(learned.arrivals('question', 'priority', 9)).toBe(2);
});

test('an office whose steps have changed leans on what it knows of the others', () => {
  const learned = createLearned();
  const cycles = Array.from({ length: 40 }, () => ({
    ...{ step: 'documents', service: 'question', counter: 1, hour: 9, ms: 2 * minute },
  }));
  learned.add({ cycles, counters: {}, arrivals: {} });
  const unheardOf = learned.cycles.of('fingerprints', 'visa', 9, 10);
  expect(unheardOf).toBeGreaterThan(2 * minute);
  expect(unheardOf).toBeLessThan(3 * minute);
});
