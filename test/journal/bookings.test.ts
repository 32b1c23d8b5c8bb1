/** Bookings in the files: a restart knows them, and 30 days after the visit no byte says who it was. */
import { expect, onTestFinished, test } from 'vitest';
import { createClock, type Machine } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub } from '../../server/hub.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { booked, friday, monday } from '../domain/booking-day.ts';
import { clock } from '../domain/morning.ts';
import { countBytes, temporaryFolder } from './folder.ts';

const account = 'token:m-paspor';

/** A hub whose clock stands where the test puts it. */
async function openOffice(folder: string, time = '08:00') {
  const start = clock(time) as number;
  const shown = { wall: start, monotonic: 0 };
  const machine: Machine = { wall: () => shown.wall, monotonic: () => shown.monotonic };
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  const hub = await createHub({ journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => hub.close());
  await hub.submit({ type: 'ConfigureOffice', office: booked(), source: '' }, { account: 'start' });
  return {
    hub,
    journal,
    async book(name: string, date: string) {
      const people = [{ name: `${name}-Pemohon`, birthDate: '1981-03-27' }];
      const personal = { people, phone: `+62811${name}`, details: `{"catatan":"${name}-Rahasia"}` };
      const command = {
        type: 'Book',
        service: 'passport',
        date,
        source: 'integration',
        ...personal,
      } as const;
      const outcome = await hub.submit(command, { account, key: `http:${freshIds().id}`, body: 'f' });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return outcome.answer.code;
    },
    async passTo(later: string) {
      shown.wall = clock(later);
      shown.monotonic = shown.wall - start;
      // The day ends, and then what is due on the next one.
      for (let times = 0; times < 2; times += 1)
        await hub.submit({ type: 'TimePassed' }, { account: 'clock' });
    },
  };
}

test('RE2 a restart knows bookings and names, in personal parts alone', async () => {
  const folder = temporaryFolder();
  const before = await openOffice(folder);
  const code = await before.book('Sartika', friday);
  await before.hub.close();
  const { hub, journal } = await openOffice(folder);
  expect(hub.state.calendar.bookings.all.get(code)).toMatchObject({
    state: 'live',
    personal: { people: [{ name: 'Sartika-Pemohon', birthDate: '1981-03-27' }] },
  });
  const bodies = JSON.stringify(await journal.history('calendar'));
  expect(bodies).toContain(code);
  expect(bodies).not.toMatch(/Sartika|1981-03-27|\+62811|Rahasia/);
});

test('BK12 30 days after the visit no byte of the names is left in file and log; others stay', async () => {
  const folder = temporaryFolder();
  const { hub, journal, book, passTo } = await openOffice(folder);
  for (let index = 0; index < 20; index += 1) await book(`Wibowo${index}`, friday);
  const later = await book('Sartika', monday);
  expect(countBytes(folder, 'Wibowo')).toBeGreaterThanOrEqual(20);
  await passTo('2026-12-27 23:59');
  expect(countBytes(folder, 'Wibowo7-Pemohon')).toBeGreaterThanOrEqual(1);
  await passTo('2026-12-28 00:00');
  for (const word of ['Wibowo7-', '-Rahasia']) {
    const left = word === '-Rahasia' ? 1 : 0;
    expect(countBytes(folder, word), word).toBe(left);
  }
  expect([...hub.state.calendar.bookings.all.keys()]).toEqual([later]);
  expect(countBytes(folder, 'Sartika-Pemohon')).toBe(1);
  expect(await journal.check()).toBe(null);
  await passTo('2027-01-02 08:00');
  expect(countBytes(folder, 'Sartika')).toBe(0);
  expect(countBytes(folder, 'Pemohon')).toBe(0);
  expect(countBytes(folder, '1981-03-27')).toBe(0);
});
