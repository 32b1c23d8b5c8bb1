/** Somebody's data erased: no byte of it is left in file and log, the rest stays, and a restart knows the same. */
import { expect, onTestFinished, test } from 'vitest';
import { personalRegister } from '../../server/contract/personal-register.ts';
import type { Command } from '../../server/domain/commands.ts';
import { createClock, type Machine } from '../../server/hub/clock.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { createHub } from '../../server/hub.ts';
import { personalColumns } from '../../server/journal/personal-columns.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { booked, friday } from '../domain/booking-day.ts';
import { clock } from '../domain/morning.ts';
import { countBytes, temporaryFolder } from './folder.ts';

async function openOffice(folder: string) {
  const at = clock('08:00') as number;
  const machine: Machine = { wall: () => at, monotonic: () => at };
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  const hub = await createHub({ journal, clock: createClock(machine), log: silent, freshIds });
  onTestFinished(() => hub.close());
  const must = async <C extends Command>(command: C) => {
    const outcome = await hub.submit<C>(command, { account: 'supervisor' });
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
    return outcome.answer;
  };
  await must({ type: 'ConfigureOffice', office: booked(), source: '' });
  return {
    hub,
    journal,
    must,
    async book(name: string) {
      const people = [{ name: `${name}-Pemohon`, birthDate: '1981-03-27' }];
      const personal = { people, phone: `+62811${name}`, details: `${name}-Rahasia` };
      const what = { type: 'Book', service: 'passport', date: friday, source: 'integration' } as const;
      return (await must({ ...what, ...personal })).code;
    },
    erase: (person: string) =>
      must({
        type: 'ErasePerson',
        ...{ person, reason: 'requested', place: 'keep', marks: ['mark-of-it'], by: 'supervisor' },
      }),
  };
}

test('PD4 no byte of an erased name is left in file and log; everybody else’s stays', async () => {
  const folder = temporaryFolder();
  const { hub, journal, book, erase } = await openOffice(folder);
  const codes: string[] = [];
  for (let index = 10; index < 40; index += 1) codes.push(await book(`Wibowo${index}`));
  expect(countBytes(folder, 'Wibowo27')).toBeGreaterThanOrEqual(3);
  await erase(codes[17] ?? '');
  expect(countBytes(folder, 'Wibowo27')).toBe(0);
  for (const kept of ['Wibowo26-Pemohon', 'Wibowo28-Rahasia', '+62811Wibowo39'])
    expect(countBytes(folder, kept), kept).toBe(1);
  expect(JSON.stringify([...hub.state.calendar.bookings.all.values()])).not.toContain('Wibowo27');
  expect(JSON.stringify([...hub.state.calendar.bookings.byReference])).not.toContain('Wibowo27');
  expect(await journal.check()).toBe(null);
});

test('RE1 PD4 a restart knows who was erased, and by what a list would bring them back', async () => {
  const folder = temporaryFolder();
  const before = await openOffice(folder);
  const code = await before.book('Sartika');
  await before.erase(code);
  const { all, erased } = before.hub.state.calendar.bookings;
  const live = [all.get(code), [...erased]];
  await before.hub.close();
  const { bookings } = (await openOffice(folder)).hub.state.calendar;
  expect([bookings.all.get(code), [...bookings.erased]]).toEqual(live);
  expect(bookings.all.get(code)).toMatchObject({ state: 'live', personal: null });
  expect([...bookings.erased]).toEqual([['mark-of-it', code]]);
});

test('PD4 what one visitor needs goes before midnight from all tables; another’s stays, a restart knows', async () => {
  const folder = temporaryFolder();
  const before = await openOffice(folder);
  const take = { type: 'TakeTicket', service: 'passport' } as const;
  const one = await before.must({ ...take, needs: ['interpreter'], proof: 'MP-000771' });
  const other = await before.must({ ...take, needs: ['wheelchair'], proof: 'MP-000772' });
  expect(countBytes(folder, 'interpreter')).toBeGreaterThanOrEqual(2);
  await before.erase(one.number);
  expect(countBytes(folder, 'interpreter') + countBytes(folder, 'MP-000771')).toBe(0);
  expect(countBytes(folder, 'MP-000772')).toBe(1);
  await before.hub.close();
  const { visits } = (await openOffice(folder)).hub.state.day;
  expect(visits.get(one.code)).toMatchObject({ needs: [], proof: null });
  expect(visits.get(other.code)).toMatchObject({ needs: ['wheelchair'], proof: 'MP-000772' });
});

test('PD7 every personal column is in the register, kept no longer than it says', () => {
  const told = new Map(
    personalRegister.flatMap(({ columns, keep }) => columns.map((at) => [at, keep.until])),
  );
  for (const { table, column, keep } of personalColumns) {
    const until = told.get(`${table}.${column}`);
    expect(until, `${table}.${column}`).toBeDefined();
    if (keep === 'day') expect(until, `${table}.${column}`).toBe('midnight');
    else expect(until).not.toBe('midnight');
  }
});
