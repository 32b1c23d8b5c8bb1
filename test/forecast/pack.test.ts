/** What goes from thread to thread arrives as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Forecast, noForecast } from '../../server/domain/forecast/forecast.ts';
import type { SnapshotVisit } from '../../server/domain/forecast/snapshot.ts';
import { packForecast, packVisits, unpackForecast, unpackVisits } from '../../server/forecast/pack.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const code = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });

const visit: fc.Arbitrary<SnapshotVisit> = fc.record({
  ...{
    code,
    service: id,
    lane: id,
    step: id,
    todo: fc.array(id, { maxLength: 4 }),
    turn: time,
    arrivedAt: time,
  },
  place: fc.oneof(fc.nat(5000), fc.constant(Number.MAX_SAFE_INTEGER)),
  ...{ from: time, onlyAt: fc.option(fc.nat(99)), at: fc.option(fc.nat(99)), since: time },
  ...{ promiseAt: fc.option(time), until: fc.constantFrom('done' as const, 'called' as const) },
  ...{ isComing: fc.boolean(), inside: fc.nat(20) },
});

test('visits arrive as they were', () => {
  fc.assert(
    fc.property(fc.array(visit, { maxLength: 20 }), (visits) => {
      expect(unpackVisits(structuredClone(packVisits(visits)))).toEqual(visits);
    }),
  );
});

test('a forecast arrives as it was', () => {
  const estimate = fc.record({ from: time, to: time, expected: time, homeBy: time });
  const breaking = fc.record({ code, promiseAt: time, expected: fc.option(time) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(code, estimate), { maxLength: 20 }),
      fc.array(breaking, { maxLength: 20 }),
      (estimates, broken) => {
        const forecast: Forecast = {
          ...noForecast,
          at: 1,
          estimates: new Map(estimates),
          newcomers: new Map(
            estimates.map(([, told], place) => [
              `passport ${place}`,
              { ...told, step: 'documents', each: 60_000 },
            ]),
          ),
          breaking: broken,
          breakingCodes: new Set(broken.map((one) => one.code)),
        };
        expect(unpackForecast(structuredClone(packForecast(forecast)))).toEqual(forecast);
      },
    ),
  );
});
