/** Cirebon: what the office announced in 2018, played where the queue keeps it. */
import { expect, test } from 'vitest';
import type { Morning } from '../domain/morning.ts';
import { morning } from '../domain/morning.ts';
import { asksForNumber, opened, quota, service, shipped } from './shipped.ts';

const office = shipped('cirebon');
const begun = () => opened(morning(office));

/** One visit is called and finished at a counter. */
function passesBy(day: Morning, counter: number, time: string, outcome?: string) {
  const { ticket } = day.next(counter, time);
  day.does({ type: 'FinishStep', counter, ...(outcome === undefined ? {} : { outcome }) }, time);
  return ticket;
}

test('one number for customer service, interview with photo, and payment; then the visit is done', () => {
  const day = begun();
  expect(day.takes('08:00')).toBe('A-001');
  const called = [1, 3, 6].map((counter, index) => passesBy(day, counter, `08:${index}5`));
  expect(called).toEqual(['A-001', 'A-001', 'A-001']);
  expect(day.visit('A-001').state).toBe('done');
  expect(day.visit('A-001').steps.map((one) => [one.step, one.counter])).toEqual([
    ['check', 1],
    ['interview', 3],
    ['payment', 6],
  ]);
});

test('only a complete file goes on to the counters: before the check nobody is called for the interview', () => {
  const day = begun();
  day.takes('08:00');
  expect(day.next(3, '08:05')).toMatchObject({ refused: 'nobody-waiting' });
  passesBy(day, 2, '08:10');
  expect(day.next(3, '08:11')).toMatchObject({ ticket: 'A-001' });
});

test.each(['missing', 'wrong', 'data-differs', 'no-original'])(
  'an incomplete file (%s) is sent home from the check, and the number comes back to the check',
  (reason) => {
    const day = begun();
    day.takes('08:00');
    day.next(1, '08:05');
    expect(day.does({ type: 'SendAway', counter: 1, reasons: [reason] }, '08:06').refused).toBeUndefined();
    expect(day.visit('A-001')).toMatchObject({ state: 'incomplete', reasons: [reason] });
    for (const counter of [1, 3]) expect(day.next(counter, '08:10').refused).toBe('nobody-waiting');
    day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '10:00');
    expect(day.next(2, '10:01')).toMatchObject({ ticket: 'A-001' });
    expect(day.visit('A-001').step).toBe('check');
  },
);

test('nobody is turned away for another reason, nor at another counter', () => {
  const day = begun();
  day.takes('08:00');
  day.next(1, '08:05');
  const away = (counter: number, reason: string, time: string) =>
    day.does({ type: 'SendAway', counter, reasons: [reason] }, time).refused;
  expect(away(1, 'late', '08:06')).toBe('unknown-reason');
  day.press('FinishStep', 1, '08:07');
  day.next(3, '08:08');
  expect(away(3, 'missing', '08:09')).toBe('unknown-reason');
});

test('passports are counted by pages: an interview ends with 24 or with 48, and with nothing else', () => {
  const day = begun();
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00');
  for (let taken = 0; taken < 3; taken += 1) passesBy(day, 1, `08:0${taken + 1}`);
  passesBy(day, 3, '08:10', 'passport-48');
  passesBy(day, 4, '08:11', 'passport-24');
  day.next(5, '08:12');
  const named = (outcome: string) => day.does({ type: 'FinishStep', counter: 5, outcome }, '08:13');
  expect(named('passport-32')).toMatchObject({ refused: 'unknown-outcome' });
  expect(named('passport-48').refused).toBeUndefined();
  const outcomes = day.events.flatMap((event) =>
    event.type === 'StepDone' && event.step === 'interview' ? [event.outcome] : [],
  );
  expect(outcomes).toEqual(['passport-48', 'passport-24', 'passport-48']);
});

test('a passport is collected on another visit, with a number of its own, at the collection counter alone', () => {
  const day = begun();
  expect(day.takes('08:00', 'collection')).toBe('C-001');
  expect(day.visit('C-001')).toMatchObject({ step: 'collection', todo: [] });
  for (const counter of [1, 2, 3, 4, 5, 6])
    expect(day.next(counter, '08:01')).toMatchObject({ refused: 'nobody-waiting' });
  day.takes('08:01');
  expect(day.next(7, '08:02')).toMatchObject({ ticket: 'C-001' });
  expect(day.next(7, '08:03')).toMatchObject({ ticket: null });
});

test('the file says: Rp 355,000 are paid at the end, and three working days later the passport can be collected', () => {
  expect(service(office, 'passport')).toMatchObject({
    steps: ['check', 'interview', 'payment'],
    fee: 355_000,
    collect: { service: 'collection', after: 3, of: 'working', from: 'done' },
  });
});

test('the file says: come 30 minutes early; one live booking of a telephone number, for one person', () => {
  expect(office.booking).toMatchObject({
    service: 'passport',
    arriveBefore: 1_800_000,
    perContact: 1,
    party: 1,
  });
});

test('the file says: 260 a day, so that #jadwal can say what is free', () => {
  expect(quota(office, 'passport')).toMatchObject({ services: ['passport'], perDay: 260 });
});

test('emergency services go out on Saturdays and Sundays on a letter: they give no numbers', () => {
  expect(asksForNumber(begun(), 'emergency')).toMatchObject({ refused: 'unknown-service' });
  expect(service(office, 'emergency')).toMatchObject({
    offsite: true,
    days: ['sat', 'sun'],
    requires: ['address', 'contact', 'letter'],
    steps: ['check', 'interview'],
  });
});

test('supervision of foreigners goes out without an applicant: neither contact nor letter is asked, only the place', () => {
  expect(asksForNumber(begun(), 'supervision')).toMatchObject({ refused: 'unknown-service' });
  expect(service(office, 'supervision')).toMatchObject({
    offsite: true,
    days: ['sat', 'sun'],
    requires: ['address'],
    steps: ['inspection'],
  });
});

test('the file says: kinds of applicant and purposes are asked once and counted', () => {
  expect(office.lists).toEqual({ applicants: ['umum', 'tki'], purposes: ['wisata', 'umroh', 'pegangan'] });
});
