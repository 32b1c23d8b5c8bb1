/** What staff are told of papers and printers. */
import { expect, test } from 'vitest';
import { papersOf } from '../../server/domain/views/papers.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';

const around = { troubles: () => [], serves: ({ role }: { role: string }) => role === 'door' };

function paper(day: Morning, time: string, state?: 'failed' | 'unsure' | 'printed'): string {
  const station = { role: 'kiosk', token: 'k' };
  const { code, number } = day.does({ type: 'TakeTicket', service: 'question', paper: station }, time);
  const note = { type: 'NotePaper', code: String(code), nth: 1, printer: 'prn-1' } as const;
  if (state) day.does({ ...note, state: 'printing' }, time);
  if (state) day.does({ ...note, state }, time);
  return String(number);
}

test('PA9 whose ticket failed or is unsure is listed, the oldest first, until the visit is over', () => {
  const day = morning(contoh());
  paper(day, '08:00', 'printed');
  paper(day, '08:01', 'unsure');
  paper(day, '08:02');
  paper(day, '08:03', 'failed');
  const numbers = () =>
    papersOf(day.state, around, 'door').papers?.lost.map((one) => [one.number, one.state]);
  expect(numbers()).toEqual([
    ['B-002', 'unsure'],
    ['B-004', 'failed'],
  ]);
  day.does({ type: 'CancelTicket', ticket: 'B-002' }, '08:05');
  expect(numbers()).toEqual([['B-004', 'failed']]);
});

test('PA10 what staff settled is listed no more, until another paper of it does not come out', () => {
  const day = morning(contoh());
  paper(day, '08:00', 'unsure');
  const numbers = () => papersOf(day.state, around, 'door').papers?.lost.map(({ number }) => number);
  day.does({ type: 'SettlePaper', ticket: 'B-001', by: 'token:door-1' }, '08:01');
  expect(numbers()).toEqual([]);
  const station = { role: 'door', token: null };
  day.does({ type: 'ReprintTicket', ticket: 'B-001', station, by: 'token:door-1' }, '08:02');
  const { code } = day.visit('B-001');
  day.does({ type: 'NotePaper', code, nth: 2, state: 'failed', printer: null }, '08:03');
  expect(numbers()).toEqual(['B-001']);
});

test('PA9 a slip that did not come out is shown at its own counter alone', () => {
  const day = morning(contoh());
  day.takes('08:00', 'question');
  day.opens(1);
  day.next(1, '08:05');
  day.press('FinishStep', 1, '08:06');
  day.does({ type: 'PrintSlip', ticket: 'B-001', station: { role: 'counter', token: null } }, '08:07');
  const { code } = day.visit('B-001');
  day.does({ type: 'NotePaper', code, nth: 1, state: 'failed', printer: null }, '08:07');
  const at = (counter: number) => papersOf(day.state, around, 'counter', counter).papers?.lost;
  expect(at(1)).toMatchObject([{ number: 'B-001', kind: 'slip' }]);
  expect(at(2)).toEqual([]);
});

test('an office without printers is told nothing of papers', () => {
  expect(papersOf(morning(contoh()).state, undefined, 'door')).toEqual({});
});

test('a station knows whether anything prints for it', () => {
  const { state } = morning(contoh());
  expect(papersOf(state, around, 'door').papers?.prints).toBe(true);
  expect(papersOf(state, around, 'supervisor').papers?.prints).toBe(false);
});
