/** Outside the office places and channels tell nobody what visits and totals hide, nor the other way round. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date, facts, quota, ticket } from './facts.ts';
import { randomFacts } from './random-facts.ts';
import { reportOf, rowsOf } from './reading.ts';

const range = { from: date, to: date };
const many = <Thing>(count: number, thing: Thing): Thing[] => Array<Thing>(count).fill(thing);

test('three in a lane without places are not what is left of all people when those with places are taken away', () => {
  const tickets = [...many(27, ticket()), ...many(3, ticket({ lane: 'priority', takesPlace: false }))];
  const shown = reportOf({ days: [facts({ tickets, quotas: [quota()] })], range, outside: true });
  expect(rowsOf(shown, 'totals')['']).toMatchObject({ people: 30 });
  expect(rowsOf(shown, 'visits')['passport priority']).toMatchObject({ people: 'few' });
  expect(rowsOf(shown, 'quotas').daily).toMatchObject({ walkedIn: 'few', usedShare: 'few' });
});

test('places and channels are told where no figure of people in them or in visits is few', () => {
  const tickets = [...many(20, ticket()), ...many(9, ticket({ lane: 'priority', takesPlace: false }))];
  const shown = reportOf({ days: [facts({ tickets, quotas: [quota()] })], range, outside: true });
  expect(rowsOf(shown, 'quotas').daily).toMatchObject({ walkedIn: 20, usedShare: 2 });
  expect(rowsOf(shown, 'channels')).toEqual({ 'walk-in': { booked: 29, people: 29, came: 29 } });
});

test('figures of people by quota and by channel are all told or all hidden', () => {
  fc.assert(
    fc.property(randomFacts(date), (day) => {
      const shown = reportOf({ days: [day], range, outside: true });
      const quotas = Object.values(rowsOf(shown, 'quotas')).flatMap(({ booked, walkedIn }) => [
        booked,
        walkedIn,
      ]);
      const channels = Object.values(rowsOf(shown, 'channels')).flatMap((row) => Object.values(row));
      const told = [...quotas, ...channels].filter((value) => value !== undefined);
      expect(new Set(told.map((value) => value === 'few')).size).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40 },
  );
});
