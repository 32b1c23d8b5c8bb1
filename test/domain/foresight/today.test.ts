/** How today goes, call by call: what is learned from it at once, and the same after a restart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cycle } from '../../../server/domain/forecast/cycles.ts';
import { createToday, type Today } from '../../../server/domain/forecast/today.ts';
import { clock, type Morning, morning } from '../morning.ts';
import { contoh } from '../office.ts';
import { begin, randomDay } from '../random-days.ts';

const zone = 'Asia/Makassar';
const minute = 60_000;

/** Fed with each command of the day as the hub feeds it. */
function living(): { day: Morning; today: Today } {
  const day = morning(contoh());
  const today = createToday(zone);
  today.note(day.state.day, []);
  const does: Morning['does'] = (command, time, by) => {
    const before = day.events.length;
    const answer = day.does(command, time, by);
    today.note(day.state.day, day.events.slice(before));
    return answer;
  };
  const fed: Morning = {
    ...day,
    does,
    takes: (time, service = 'question') => String(does({ type: 'TakeTicket', service }, time).number),
    next: (counter, time) => does({ type: 'CallNext', counter }, time),
    press: (type, counter, time) => does({ type, counter }, time),
  };
  day.opens(1, 2);
  return { day: fed, today };
}

test('FC4 a cycle goes from a call to the next one, only while somebody waited already', () => {
  const { day, today } = living();
  for (const time of ['08:00', '08:01', '08:02']) day.takes(time);
  day.next(1, '08:10');
  day.next(1, '08:16');
  day.next(1, '08:25');
  expect(today.take().cycles).toEqual([
    { step: 'documents', service: 'question', counter: 1, hour: 8, ms: 6 * minute },
    { step: 'documents', service: 'question', counter: 1, hour: 8, ms: 9 * minute },
  ]);
  day.press('FinishStep', 1, '08:30');
  day.takes('08:45');
  day.next(1, '08:46');
  // Nobody waited when the counter was free.
  expect(today.take().cycles).toEqual([]);
});

test('what was taken is not given again', () => {
  const { day, today } = living();
  day.takes('08:00');
  day.next(1, '08:10');
  const code = day.visit('B-001').code;
  expect(today.take().called).toEqual([{ code, step: 'documents', at: clock('08:10') }]);
  expect(today.take()).toEqual({ cycles: [], called: [] });
});

test('a call that was taken back was never made: the cycle of the one before goes on', () => {
  const { day, today } = living();
  for (const time of ['08:00', '08:01', '08:02']) day.takes(time);
  day.next(1, '08:10');
  today.take();
  day.next(1, '08:16');
  day.press('UndoAction', 1, '08:16:10');
  expect(today.take().called).toEqual([]);
  expect(today.steps(clock('08:16:10')).documents).toMatchObject({ taken: 0, lastCallAt: clock('08:10') });
  day.next(1, '08:20');
  expect(today.take().cycles.at(-1)).toMatchObject({ ms: 10 * minute });
});

test('a new day begins clean', () => {
  const { day, today } = living();
  day.takes('08:00');
  day.takes('08:01');
  day.next(1, '08:10');
  day.next(1, '08:16');
  expect(today.steps(clock('08:20'))).toHaveProperty('documents');
  expect(today.cameIn(clock('08:20'))).toBeGreaterThan(0);
  day.does({ type: 'TimePassed' }, '2026-11-27 00:00:01');
  expect(today.steps(clock('2026-11-27 00:00:01'))).toEqual({});
  expect(today.cameIn(clock('2026-11-27 00:00:01'))).toBe(0);
  expect(today.take().called).toEqual([]);
});

test('FC10 twelve who come in an hour, five minutes apart, are about twelve an hour', () => {
  const { day, today } = living();
  for (let at = clock('07:00') as number; at < clock('11:00'); at += 5 * minute)
    day.takes(new Date(at).toISOString());
  expect(today.cameIn(clock('11:00'))).toBeGreaterThan(10);
  expect(today.cameIn(clock('11:00'))).toBeLessThan(13);
  expect(today.cameIn(clock('12:00')) / today.cameIn(clock('11:00'))).toBeCloseTo(0.5, 6);
});

test('a restart in the middle of the day is as having lived through it', () => {
  fc.assert(
    fc.property(randomDay, (steps) => {
      const day = begin();
      const lived = createToday(zone);
      lived.note(day.state.day, []);
      let known = day.events.length;
      const cycles: Cycle[] = [];
      let isTakenBack = false;
      for (const { command, after } of steps) {
        day.does(command, after);
        const events = day.events.slice(known);
        isTakenBack ||= events.some(({ type }) => type === 'ActionUndone');
        known = day.events.length;
        lived.note(day.state.day, events);
        cycles.push(...lived.take().cycles);
        if (day.state.day.date !== '2026-11-26') return;
      }
      const anew = createToday(zone);
      anew.note(day.state.day, []);
      const now = clock('23:59');
      expect(anew.cameIn(now)).toBeCloseTo(lived.cameIn(now), 6);
      const [was, is] = [lived.steps(now), anew.steps(now)];
      expect(Object.keys(is).sort()).toEqual(Object.keys(was).sort());
      for (const [step, { calls, taken, lastCallAt }] of Object.entries(was)) {
        expect(is[step]?.calls).toBeCloseTo(calls, 6);
        expect(is[step]?.taken).toBeCloseTo(taken, 3);
        expect(is[step]?.lastCallAt).toBe(lastCallAt);
      }
      // What was learned of a call before it was taken back stays learned.
      const order = (all: Cycle[]) => all.map((one) => JSON.stringify(one)).sort();
      if (!isTakenBack) expect(order(anew.take().cycles)).toEqual(order(cycles));
    }),
    { numRuns: 150 },
  );
});
