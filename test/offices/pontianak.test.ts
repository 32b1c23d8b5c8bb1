/** Pontianak: what the office announced in 2023, played where the queue keeps it. */
import { expect, test } from 'vitest';
import { morning } from '../domain/morning.ts';
import { opened, promisesBroken, quota, service, shipped } from './shipped.ts';

const office = shipped('pontianak');
/** A Thursday. */
const begun = () => opened(morning(office));

test('priority is served at once: however many wait, whoever comes with priority is called next', () => {
  const day = begun();
  for (let taken = 0; taken < 20; taken += 1) day.takes('08:00');
  const numbers = ['09:00', '09:00', '09:00', '09:01'].map((time) =>
    day.takes(time, 'passport', { lane: 'priority' }),
  );
  expect(numbers).toEqual(['P-001', 'P-002', 'P-003', 'P-004']);
  const called = ['09:02', '09:03', '09:04', '09:05', '09:06'].map((time) => day.next(1, time).ticket);
  expect(called).toEqual(['P-001', 'P-002', 'P-003', 'P-004', 'A-001']);
});

test('priority needs no booking, and has a promise of half an hour of its own', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00', 'passport', { lane: 'priority' });
  expect(promisesBroken(day, '08:29:59.999')).toEqual([]);
  expect(promisesBroken(day, '08:30')).toEqual(['P-001']);
  expect(promisesBroken(day, '12:00')).toEqual([]);
});

test('priority is for the elderly, toddlers, pregnant and nursing women, and the sick', () => {
  expect(office.lanes.map((lane) => lane.for)).toEqual([
    undefined,
    ['elderly', 'toddler', 'pregnant', 'nursing', 'ill'],
  ]);
});

test('the file says: 60 with priority a day, whatever they come for', () => {
  expect(quota(office, 'priority')).toEqual({
    id: 'priority',
    services: ['passport', 'additional'],
    lanes: ['priority'],
    perDay: 60,
  });
});

test('the file says: priority is taken in until 12:00, and later comers get a number for after the break', () => {
  expect(office.lanes[1]).toMatchObject({
    intake: [
      { from: 480, to: 720 },
      { from: 780, to: 900 },
    ],
    outside: 'reserve',
  });
});

test('on a Thursday the additional service gives numbers of its own, called by the same counters in turn', () => {
  const day = begun();
  expect(day.takes('08:00', 'additional')).toBe('C-001');
  expect(day.takes('08:01')).toBe('A-001');
  expect(day.takes('08:02', 'additional')).toBe('C-002');
  const called = ['08:10', '08:11', '08:12'].map((time) => day.next(2, time).ticket);
  expect(called).toEqual(['C-001', 'A-001', 'C-002']);
});

test('the file says: 200 a day, and on Thursdays and Fridays 125 more for those who had trouble registering', () => {
  expect(quota(office, 'passport')).toEqual({
    id: 'passport',
    services: ['passport'],
    lanes: ['regular'],
    perDay: 200,
  });
  expect(quota(office, 'additional')).toEqual({
    id: 'additional',
    services: ['additional'],
    lanes: ['regular'],
    perDay: 0,
    extra: { thu: 125, fri: 125 },
  });
  expect(service(office, 'additional')?.days).toEqual(['thu', 'fri']);
  expect(service(office, 'passport')).not.toHaveProperty('days');
});

test('the file says: applicants choose date and time themselves, in half hours up to two weeks ahead', () => {
  expect(office.booking).toMatchObject({
    service: 'passport',
    slot: 1_800_000,
    arriveBefore: 0,
    horizon: 14,
  });
});
