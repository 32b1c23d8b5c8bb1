/** Random facts of one date, with few of some things and many of others. */
import fc from 'fast-check';
import type { DayFacts, StepFact, TicketFact } from '../../server/figures/facts.ts';
import { booking, claim, clock, facts, quota, step, ticket } from './facts.ts';

const later = (from: string, seconds: number): string =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();
const often = <Value>(usual: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 3, arbitrary: fc.constantFrom(usual, ...others) },
  );

const visited = fc.record({
  ...{ service: often('passport', 'collection'), lane: often('regular', 'priority') },
  ...{ people: often(1, 2, 3), state: often('done', 'no-show', 'incomplete', 'cancelled', 'unfinished') },
  ...{ promise: often<TicketFact['promise']>('kept', 'broken', 'lapsed', null), outageMinutes: often(0, 3) },
  ...{ rating: often<TicketFact['rating']>('good', 'fair', 'poor', null) },
  ...{ purpose: often('work', 'study'), channel: often('walk-in', 'kiosk'), offsite: often(false, true) },
  ...{ arrived: fc.nat(30_000), stayed: fc.nat(5000), toldWell: fc.boolean() },
});

const served = fc.record({
  ...{
    step: often('documents', 'interview', 'handover'),
    counter: often(1, 2, 0),
    officer: often('ayu', 'budi', null),
  },
  ...{ ended: often<string | null>('done', 'no-show', 'incomplete', 'held', 'transferred', null) },
  ...{ outcome: often<string | null>(null, 'passport-24', 'passport-48') },
  ...{ handover: often<StepFact['handover']>(null, 'kept', 'broken') },
  ...{
    from: fc.nat(30_000),
    waited: fc.nat(4000),
    walked: fc.nat(90),
    lasted: fc.nat(900),
    hasWaited: fc.boolean(),
  },
});

export function randomFacts(date: string, most = 60): fc.Arbitrary<DayFacts> {
  const begins = clock('08:00', date);
  const tickets = fc.array(
    visited.map(({ purpose, arrived, stayed, toldWell, ...rest }) => {
      const arrivedAt = later(begins, arrived);
      const told = { from: arrivedAt, to: later(arrivedAt, toldWell ? 600 : 1) };
      const [firstCalledAt, endedAt] = [later(arrivedAt, 60), later(arrivedAt, 60 + stayed)];
      return ticket({ ...rest, arrivedAt, told, firstCalledAt, endedAt, choices: { purposes: purpose } });
    }),
    { maxLength: most, size: 'max' },
  );
  const steps = fc.array(
    served.map(({ from, waited, walked, lasted, hasWaited, ...rest }) => {
      const waitedFrom = later(begins, from);
      const calledAt = later(waitedFrom, waited);
      const startedAt = later(calledAt, walked);
      const reasons = rest.ended === 'incomplete' ? ['missing'] : [];
      const own = { reasons, waitedFrom: hasWaited ? waitedFrom : null, endedAt: later(startedAt, lasted) };
      return step({ ...rest, ...own, calledAt, startedAt });
    }),
    { maxLength: most, size: 'max' },
  );
  const bookings = fc.array(
    fc.record({
      people: often(1, 3),
      channel: often('kiosk', 'import'),
      state: often('used', 'expired', 'cancelled'),
    }),
    { maxLength: most / 4 },
  );
  const claims = fc.array(often('handover', 'documents'), { maxLength: most / 6 });
  const screenings = fc.record({ admitted: fc.nat(most), held: fc.nat(6) });
  return fc.tuple(tickets, steps, bookings, claims, screenings).map(([these, done, booked, claimed, read]) =>
    facts({
      date,
      tickets: these,
      steps: done,
      bookings: booked.map((one) => booking(one)),
      quotas: [quota({ places: 40 })],
      claims: claimed.map((of) => claim({ step: of })),
      screenings: read,
    }),
  );
}
