/** Who is so old or so young that no booking is needed. */
import { expect, test } from 'vitest';
import { ageOn, kindOf } from '../../server/domain/booking/ages.ts';
import { booked, bookingDay, friday } from './booking-day.ts';
import { contoh } from './office.ts';

const lanes = [{ id: 'regular' }, { id: 'priority', prefix: 'P', for: ['elderly', 'toddler', 'pregnant'] }];
const office = booked({}, { lanes });

test('AG1 a birthday is reached on the day itself, of 29 February on 1 March', () => {
  expect(ageOn('1966-11-27', '2026-11-26')).toBe(59);
  expect(ageOn('1966-11-27', '2026-11-27')).toBe(60);
  expect(ageOn('1968-02-29', '2028-02-28')).toBe(59);
  expect(ageOn('1968-02-29', '2028-02-29')).toBe(60);
  expect(ageOn('1964-02-29', '2026-02-28')).toBe(61);
  expect(ageOn('1964-02-29', '2026-03-01')).toBe(62);
});

test('AG1 a toddler is younger, elderly is as old or older; nobody knows of those without a birth date', () => {
  const of = (birthDate: string | null) => kindOf(contoh(), { birthDate }, friday);
  expect(of('2021-11-28')).toBe('toddler');
  expect(of('2021-11-27')).toBe(null);
  expect(of('1966-11-28')).toBe(null);
  expect(of('1966-11-27')).toBe('elderly');
  expect(of('2026-11-28')).toBe(null);
  expect(of(null)).toBe(null);
});

test('AG2 who needs no booking is booked into the lane that is for them, and told so', () => {
  const day = bookingDay(office);
  expect(day.books('07:00', { people: ['1950-01-01'] })).toMatchObject({ lane: 'priority', needless: true });
  expect(day.books('07:00', { people: ['1990-01-01'] })).not.toHaveProperty('needless');
  expect(day.books('07:00', { people: ['1950-01-01'], lane: 'regular' })).toMatchObject({ lane: 'regular' });
  expect(day.last()).toMatchObject([{ type: 'BookingMade', lane: 'regular' }]);
});

test('AG2 each may bring one escort, and no more', () => {
  const day = bookingDay(office);
  const [old, young, grown] = ['1950-01-01', '2024-01-01', '1990-01-01'];
  expect(day.books('07:00', { people: [old, grown] })).toMatchObject({ needless: true });
  expect(day.books('07:00', { people: [old, young, grown, grown] })).toMatchObject({ needless: true });
  expect(day.books('07:00', { people: [young, grown, grown] })).toMatchObject({ lane: 'regular' });
});

test('AG2 where no lane is for them, they need a booking like anybody', () => {
  const day = bookingDay(booked());
  expect(day.books('07:00', { people: ['1950-01-01'] })).toMatchObject({ lane: 'regular' });
  expect(day.books('07:00', { people: ['1950-01-01'] })).not.toHaveProperty('needless');
});
