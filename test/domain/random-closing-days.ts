/** Random days that are closed, opened again, interrupted and put right, with first places that are taken up. */
import fc from 'fast-check';
import type { Command } from '../../server/domain/commands.ts';
import { clock } from './morning.ts';
import { type RandomDay, randomDay } from './random-days.ts';

/** A list is taken whole or refused whole: only short ones have a chance. */
const list = fc.subarray(['A-001', 'A-002', 'A-003', 'A-007', 'P-001', 'C-001', 'B-002', 'E-001'], {
  maxLength: 2,
});

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('CloseDay' as const), tomorrow: list }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('ReopenDay' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('SettleVisits' as const), done: list, gone: list }) },
  {
    weight: 3,
    // The short codes that the first tickets of every random day have.
    arbitrary: fc.record({
      type: fc.constant('ClaimPlace' as const),
      code: fc.constantFrom('000000', '0000000', '00000000'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('EnterPaperNumber' as const),
      number: fc.constantFrom('E-001', 'e2', 'E003', 'A-001'),
      service: fc.constantFrom('passport', 'collection'),
      takenAt: fc.constantFrom(clock('00:00'), clock('07:00')),
      done: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('RecordOutage' as const),
      from: fc.constantFrom(clock('06:00'), clock('06:30')),
      to: fc.constantFrom(clock('07:00'), clock('09:00')),
      noticed: fc.boolean(),
    }),
  },
);

const inserted = fc.array(fc.record({ place: fc.nat(120), command }), { minLength: 5, maxLength: 40 });

export const randomClosingDay: fc.Arbitrary<RandomDay> = fc
  .tuple(randomDay, inserted)
  .map(([day, more]) =>
    more.reduce((steps, { place, command }) => steps.toSpliced(place, 0, { command, after: 1000 }), day),
  );
