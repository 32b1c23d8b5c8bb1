/** Snapshots that no office would make: whatever is in them, what is told can be shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Forecast } from '../../../server/domain/forecast/forecast.ts';
import type { Snapshot, SnapshotVisit } from '../../../server/domain/forecast/snapshot.ts';
import { at, minute, newForecaster, snapshot } from './snapshots.ts';

const step = fc.constantFrom('documents', 'interview', 'handover', 'gone');
const lane = fc.constantFrom('regular', 'priority', 'unheard-of');
const service = fc.constantFrom('question', 'passport');
const moment = fc
  .oneof(fc.integer({ min: -900, max: 900 }), fc.double({ min: -60, max: 60, noNaN: true }))
  .map(at);
const number = fc.integer({ min: 1, max: 6 });
const steps = fc.uniqueArray(step, { maxLength: 3 });
const lanes = fc.uniqueArray(lane, { maxLength: 3 });

const oneVisit = fc.record({
  ...{ service, lane, step, todo: steps, turn: moment, arrivedAt: moment },
  ...{ place: fc.nat(500), from: moment, onlyAt: fc.option(number), at: fc.option(number, { freq: 3 }) },
  ...{
    since: moment,
    promiseAt: fc.option(moment),
    until: fc.constantFrom('done' as const, 'called' as const),
  },
  ...{ isComing: fc.boolean(), inside: fc.integer({ min: 0, max: 5 }) },
});
const visits = fc
  .array(oneVisit, { maxLength: 30 })
  .map((all): SnapshotVisit[] => all.map((one, index) => ({ ...one, code: `V${index}` })));
const cycle = fc.record({
  step,
  service,
  counter: number,
  hour: fc.integer({ min: 0, max: 23 }),
  ms: fc.integer({ min: 5000, max: 9e7 }),
});
const hour = fc.record({
  ...{
    calls: fc.double({ min: 0, max: 500, noNaN: true }),
    taken: fc.double({ min: 0, max: 9e7, noNaN: true }),
  },
  lastCallAt: fc.option(moment),
});

const odd: fc.Arbitrary<Snapshot> = fc
  .record({
    lanes: fc.constantFrom(
      [],
      [{ id: 'regular', first: false, atMost: null }],
      [
        { id: 'regular', first: true, atMost: { calls: 1, of: 2 } },
        { id: 'priority', first: true, atMost: null },
      ],
    ),
    counters: fc.array(
      fc.record({
        ...{ number, steps, lanes: fc.option(lanes), from: moment },
        busy: fc.option(fc.record({ since: moment, step, service })),
      }),
      { maxLength: 4 },
    ),
    closed: fc.array(fc.record({ number, steps, lanes }), { maxLength: 4 }),
    visits,
    lastLanes: fc.dictionary(step, fc.array(lane, { maxLength: 4 })),
    steps: fc.dictionary(step, hour),
    newcomers: fc.array(fc.record({ service, lane, steps, turn: moment }), { maxLength: 4 }),
    cycles: fc.array(cycle, { maxLength: 4 }),
    called: fc.array(fc.record({ code: fc.constantFrom('V0', 'V1', 'V2'), step, at: moment }), {
      maxLength: 4,
    }),
    room: fc.record({
      ...{ inside: fc.option(fc.nat(100)), capacity: fc.option(fc.nat(60)) },
      cameIn: fc.double({ min: 0, max: 500, noNaN: true }),
    }),
  })
  .map((one) => snapshot(one));

function look({ at: now, estimates, newcomers, breaking, keepers, room }: Forecast, fresh: boolean): void {
  for (const { from, to, expected, homeBy } of [...estimates.values(), ...newcomers.values()]) {
    for (const time of [from, to, expected, homeBy]) expect(Number.isFinite(time)).toBe(true);
    expect(from).toBeLessThan(to);
    expect(to).toBeGreaterThan(now);
    expect(homeBy).toBeGreaterThanOrEqual(to);
    // What was told before stays, though it has begun.
    if (fresh) expect(from).toBeGreaterThan(now - minute);
  }
  for (const { promiseAt, expected } of breaking) {
    expect(promiseAt).toBeGreaterThan(now);
    expect(expected === null || expected > promiseAt).toBe(true);
  }
  for (const { by, keeps } of keepers) {
    expect(by).toBeGreaterThan(now);
    expect(keeps).toBeLessThanOrEqual(breaking.length);
    expect(keeps).toBeGreaterThan(0);
  }
  for (const time of [room.fullAt, room.roomAt]) expect(time === null || time >= now).toBe(true);
}

test('whatever a snapshot holds: no throw, no time that is none, ranges in order and not over', () => {
  fc.assert(
    fc.property(odd, (one) => look(newForecaster().forecast(one), true)),
    { numRuns: 2000 },
  );
}, 120_000);

test('and so through a day of them, one after another, with clocks that jump', () => {
  const day = fc.array(fc.tuple(odd, fc.constantFrom(0, 0.03, 1, 7, 95)), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(day, (all) => {
      const forecaster = newForecaster();
      let now = at(0);
      for (const [one, minutes] of all) {
        now += minutes * minute;
        look(forecaster.forecast({ ...one, at: now }), false);
        for (const moment of forecaster.takeRemembered())
          for (const value of Object.values(moment)) expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
}, 120_000);
