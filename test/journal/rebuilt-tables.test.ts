/** Bookings, quotas, claims and what was done outside: made again from the events, each row is the one that was written live. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayDay } from '../../server/hub/replay.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { days, play } from '../domain/random-booking-days.ts';
import { eventfulDays } from './eventful-days.ts';
import { contents, recording } from './record.ts';

test('days of bookings, moved, given up, waited for and used, in commits of any length', async () => {
  const states = new Set<unknown>();
  const property = fc.asyncProperty(days, fc.integer({ min: 1, max: 6 }), async (steps, most) => {
    const { database, journal, records } = recording();
    await records(play(steps, () => {}).events, most);
    const live = contents(database);
    for (const state of database.prepare('SELECT DISTINCT state FROM booking').pluck().all())
      states.add(state);
    await rebuildTables(journal, replayDay);
    expect(contents(database)).toEqual(live);
    await journal.close();
  });
  await fc.assert(property, { numRuns: 60, seed: 20261126 });
  expect([...states].sort()).toEqual(['cancelled', 'expired', 'live', 'used', 'waiting']);
});

test.each([1, 3, 1000])('days with something in every table, in commits of %i events', async (most) => {
  const { database, journal, records } = recording();
  await records(eventfulDays(), most);
  const live = contents(database);
  const empty = Object.keys(live).filter((table) => live[table]?.length === 0);
  expect(empty).toEqual(['ticket_needs']);
  await rebuildTables(journal, replayDay);
  expect(contents(database)).toEqual(live);
});
