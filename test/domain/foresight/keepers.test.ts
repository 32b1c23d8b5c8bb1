/** Promises that will break while they can still be kept, and the counters that would keep them: tried by opening them. */
import { expect, test } from 'vitest';
import type { Snapshot } from '../../../server/domain/forecast/snapshot.ts';
import { at, closedCounter, counter, minute, newForecaster, queue, snapshot, visit } from './snapshots.ts';

const foreseen = (more: Partial<Snapshot>) => newForecaster().forecast(snapshot(more));
/** By hand: with one counter, the k-th is done 8 k minutes after nine. */
const promisedIn = (minutes: number) => () => ({ promiseAt: at(minutes) });
const codes = ({ breaking }: { breaking: readonly { code: string }[] }) => breaking.map(({ code }) => code);

test('FC12 what will be done after its promise breaks; what is done before does not', () => {
  const forecast = foreseen({ visits: queue(8, promisedIn(45)) });
  expect(forecast.breaking).toEqual(
    [6, 7, 8].map((k) => ({ code: `V${k}`, promiseAt: at(45), expected: at(8 * k) })),
  );
  expect([...forecast.breakingCodes]).toEqual(['V6', 'V7', 'V8']);
  expect(forecast.keepers).toEqual([]);
});

test('FC12 of a promise that the call keeps, the call is looked at', () => {
  const until = 'called' as const;
  const forecast = foreseen({ visits: queue(8, () => ({ promiseAt: at(45), until })) });
  expect(codes(forecast)).toEqual(['V7', 'V8']);
});

test('FC12 a counter opened at the latest then keeps as many as it says, and ten minutes later fewer', () => {
  const visits = queue(10, promisedIn(45));
  const closed = [closedCounter(4), closedCounter(5, ['interview'])];
  const { breaking, keepers } = foreseen({ visits, closed });
  expect(keepers).toHaveLength(1);
  const [keeper] = keepers;
  if (!keeper) throw new Error('nobody would keep them');
  expect(keeper).toMatchObject({ counter: 4, step: 'documents', keeps: 5 });
  const openedAt = (from: number) =>
    foreseen({ visits, counters: [counter(1), counter(4, { from })] }).breaking.length;
  expect(breaking.length - openedAt(keeper.by)).toBe(keeper.keeps);
  expect(breaking.length - openedAt(keeper.by + 10 * minute)).toBeLessThan(keeper.keeps);
});

test('FC12 where one is not enough, two: the second keeps more with the first', () => {
  const visits = queue(16, promisedIn(45));
  const { breaking, keepers } = foreseen({
    visits,
    closed: [closedCounter(4), closedCounter(5), closedCounter(6)],
  });
  expect(breaking).toHaveLength(11);
  expect(keepers.map((keeper) => keeper.counter)).toEqual([4, 5]);
  const [first, second] = keepers;
  expect(second?.keeps).toBeGreaterThan(first?.keeps ?? 0);
  const both = [counter(1), ...keepers.map(({ counter: number, by }) => counter(number, { from: by }))];
  const left = foreseen({ visits, counters: both }).breaking.length;
  expect(breaking.length - left).toBe(second?.keeps);
});

test('FC12 none where none would help: other steps, other lanes, too late for all', () => {
  const visits = queue(8, promisedIn(45));
  const closed = [
    closedCounter(4, ['interview']),
    closedCounter(5, ['documents'], ['priority']),
    closedCounter(6, []),
  ];
  expect(foreseen({ visits, closed }).keepers).toEqual([]);
  const tooLate = [visit('V1', 30, { promiseAt: at(1) })];
  expect(foreseen({ visits: tooLate, closed: [closedCounter(4)], counters: [] })).toMatchObject({
    ...{ breaking: [{ code: 'V1', expected: null }], keepers: [] },
  });
});

test('FC12 nobody open serves the step: the counter that does is named', () => {
  const visits = [visit('V1', 1, { step: 'interview', promiseAt: at(60) })];
  const { breaking, keepers } = foreseen({ visits, closed: [closedCounter(3, ['interview'])] });
  expect(breaking).toEqual([{ code: 'V1', promiseAt: at(60), expected: null }]);
  expect(keepers).toEqual([{ counter: 3, step: 'interview', by: at(45), keeps: 1 }]);
});

test('FC12 a counter whose pause has an end is not there twice', () => {
  const visits = queue(14, promisedIn(60));
  const paused = counter(4, { from: at(20) });
  const forecast = foreseen({ visits, counters: [counter(1), paused], closed: [closedCounter(4)] });
  const [keeper] = forecast.keepers;
  const back = foreseen({ visits, counters: [counter(1), counter(4, { from: keeper?.by ?? 0 })] });
  expect(forecast.breaking.length - back.breaking.length).toBe(keeper?.keeps);
});

test('FC12 a promise that is broken or kept already, and who is not here yet, is never among them', () => {
  const past = visit('V1', 200, { promiseAt: at(-1) });
  const kept = visit('V2', 10, { promiseAt: null });
  const coming = visit('V3', 0, { isComing: true, promiseAt: null, from: at(5) });
  expect(foreseen({ visits: [past, kept, coming, ...queue(12)] }).breaking).toEqual([]);
});

test('FC12 who is at a counter is done when the cycle is over, as usual', () => {
  const busy = { since: at(-2), step: 'documents', service: 'question' };
  const one = (promise: number) => [visit('V1', 5, { at: 1, promiseAt: at(promise) })];
  const counters = [counter(1, { busy })];
  expect(codes(foreseen({ visits: one(5), counters }))).toEqual(['V1']);
  expect(codes(foreseen({ visits: one(7), counters }))).toEqual([]);
});
