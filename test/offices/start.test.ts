/** A shipped office is chosen at the start by its name. */
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub, type Hub } from '../../server/hub.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { configureAtStart } from '../../server/office-at-start.ts';
import { clock } from '../domain/morning.ts';
import { samples } from './shipped.ts';

async function newHub(): Promise<Hub> {
  const machine = { wall: () => clock('08:00') as number, monotonic: () => 0 };
  const journal = await openSqliteJournal({ folder: ':memory:', kind: 'real', log: silent });
  const hub = await createHub({ journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => hub.close());
  return hub;
}

test.each(samples)('LOKET_OFFICE=%s starts that office', async (sample) => {
  const hub = await newHub();
  await configureAtStart(hub, sample, silent);
  expect(hub.state.calendar.office?.id).toBe(sample);
});

test('without LOKET_OFFICE a new database has the default office, and later keeps what it has', async () => {
  const hub = await newHub();
  await configureAtStart(hub, null, silent);
  expect(hub.state.calendar.office?.id).toBe('loket');
  await configureAtStart(hub, 'cirebon', silent);
  await configureAtStart(hub, null, silent);
  expect(hub.state.calendar.office?.id).toBe('cirebon');
});

test.each(['balikpapn', 'Balikpapan', 'README'])(
  'a name that is not shipped (%j) lists those that are',
  async (name) => {
    await expect(configureAtStart(await newHub(), name, silent)).rejects.toThrow(
      `LOKET_OFFICE: no such file or shipped office: ${name}; shipped are balikpapan, cirebon, default, pontianak, puskesmas, singkawang`,
    );
  },
);

test('a path that is not there is named without the list', async () => {
  await expect(configureAtStart(await newHub(), './office.yaml', silent)).rejects.toThrow(
    /^LOKET_OFFICE: no such file or shipped office: .\/office\.yaml$/,
  );
});
