/** The health centre: the same queue without a passport in it. */
import { expect, test } from 'vitest';
import type { Morning } from '../domain/morning.ts';
import { morning } from '../domain/morning.ts';
import {
  asksForNumber,
  inside,
  opened,
  promisesBroken,
  quota,
  readsAgain,
  screens,
  service,
  shipped,
  textOf,
} from './shipped.ts';

const office = shipped('puskesmas');
const begun = () => opened(morning(office));

/** One visit is called and finished at a counter. */
function passesBy(day: Morning, counter: number, time: string) {
  const { ticket } = day.next(counter, time);
  day.press('FinishStep', counter, time);
  return ticket;
}

test('no word of immigration: not in its names, its ids or its comments', () => {
  const words =
    /imigra|immigra|pas+por|visa|foreign|asing\b|applicant|pemohon|umroh|\btki\b|border|perbatasan/i;
  expect(textOf('puskesmas').match(words)).toBeNull();
  expect(textOf('cirebon')).toMatch(words);
});

test('registration, doctor and pharmacy on one number', () => {
  const day = begun();
  expect(day.takes('08:00', 'general')).toBe('A-001');
  expect([1, 3, 8].map((counter, index) => passesBy(day, counter, `08:${index}5`))).toEqual([
    'A-001',
    'A-001',
    'A-001',
  ]);
  expect(day.visit('A-001').state).toBe('done');
});

test('doctor, dentist, and mother and child call from queues of their own', () => {
  const day = begun();
  for (const wanted of ['general', 'dental', 'mother-child']) day.takes('08:00', wanted);
  for (const time of ['08:01', '08:02', '08:03']) passesBy(day, 1, time);
  expect(day.next(4, '08:10')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(3, '08:11')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(6, '08:12')).toMatchObject({ ticket: 'C-001' });
  expect(day.next(7, '08:13')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(5, '08:14')).toMatchObject({ ticket: 'U-001' });
});

test('the doctor sends to the laboratory, and the visit goes on to the pharmacy', () => {
  const day = begun();
  day.takes('08:00', 'general');
  passesBy(day, 1, '08:05');
  day.next(3, '08:10');
  day.does({ type: 'TransferVisit', counter: 3, to: { step: 'laboratory' } }, '08:20');
  expect(passesBy(day, 7, '08:25')).toBe('A-001');
  expect(passesBy(day, 8, '08:40')).toBe('A-001');
  expect(day.visit('A-001').state).toBe('done');
});

test('a visit to the doctor ends at home, with another appointment, or with a referral', () => {
  const day = begun();
  day.takes('08:00', 'general');
  passesBy(day, 2, '08:05');
  day.next(4, '08:10');
  const ends = (outcome: string) => day.does({ type: 'FinishStep', counter: 4, outcome }, '08:20').refused;
  expect(ends('passport-24')).toBe('unknown-outcome');
  expect(ends('rujuk')).toBeUndefined();
  expect(day.visit('A-001').steps.at(-1)).toMatchObject({ step: 'doctor', outcome: 'rujuk' });
});

test('the elderly and others with priority are every second call at most, while others wait', () => {
  const day = begun();
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00', 'general');
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:01', 'dental', { lane: 'priority' });
  const called = ['08:10', '08:11', '08:12', '08:13', '08:14'].map((time) => passesBy(day, 1, time));
  expect(called).toEqual(['P-001', 'A-001', 'P-002', 'A-002', 'P-003']);
});

test('repeat medicine is called at the pharmacy within half an hour', () => {
  const day = begun();
  day.takes('08:00', 'refill');
  day.takes('08:00', 'refill');
  expect(day.next(8, '08:29:59.999')).toMatchObject({ ticket: 'F-001' });
  expect(promisesBroken(day, '08:30')).toEqual(['F-002']);
});

test('an incomplete registration comes back', () => {
  const day = begun();
  day.takes('08:00', 'general');
  day.next(1, '08:05');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:06');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '09:00');
  expect(day.next(2, '09:01')).toMatchObject({ ticket: 'A-001' });
});

test('care at home goes out: it gives no numbers', () => {
  expect(asksForNumber(begun(), 'home-care')).toMatchObject({ refused: 'unknown-service' });
  expect(service(office, 'home-care')).toMatchObject({ offsite: true, days: ['tue', 'thu'] });
});

test('the file says: immunisation on Wednesdays, laboratory results a working day later', () => {
  expect(service(office, 'immunisation')?.days).toEqual(['wed']);
  expect(service(office, 'laboratory')?.collect).toEqual({
    service: 'result',
    after: 1,
    of: 'working',
    from: 'done',
  });
});

test('the file says: twenty a day for the one dentist, whose chair can be booked and is lost by coming late', () => {
  expect(quota(office, 'dental')).toMatchObject({ services: ['dental'], perDay: 20 });
  expect(office.booking).toMatchObject({ service: 'dental', late: 'forfeit' });
});

test('a fever is read twice; then a nurse decides', () => {
  const day = begun();
  const { id } = screens(day, 38.4, '08:00');
  expect(readsAgain(day, id, 38.5, '08:10')).toMatchObject({ verdict: 'held', case: 'K-001' });
  const nurse = { decision: 'admit', by: 'Perawat', reason: 'poli umum' } as const;
  day.does({ type: 'DecideCase', screening: String(id), ...nurse }, '08:12');
  expect(inside(day)).toBe(1);
});

test('the file says: sixty people inside, and a fever is measured at the door', () => {
  expect(office.capacity).toBe(60);
  expect(office.screening).toMatchObject({ warnAbove: 37.5, holdAbove: 38, retests: 1 });
});
