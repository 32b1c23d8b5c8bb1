/** What goes from thread to thread arrives as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SnapshotVisit } from '../../server/domain/forecast/snapshot.ts';
import { packEstimates, packVisits, unpackEstimates, unpackVisits } from '../../server/forecast/pack.ts';

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

test('estimates arrive as they were', () => {
  const estimate = fc.record({ from: time, to: time, expected: time, homeBy: time });
  fc.assert(
    fc.property(fc.array(fc.tuple(code, estimate), { maxLength: 20 }), (all) => {
      const estimates = new Map(all);
      expect(unpackEstimates(structuredClone(packEstimates(estimates)))).toEqual(estimates);
    }),
  );
});
