/** What a full quota says: when there is room again, and which lane is given instead. 26 November 2026 is a Thursday. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { date, type Morning, morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const booking = { service: 'passport', holdBack: 'PT10M', horizon: 'P7D' };
const regular = { id: 'regular', services: ['passport'], lanes: ['regular'], perDay: 3 };

const withQuotas = (quotas: unknown[], more: Record<string, unknown> = {}) =>
  morning(contoh({ quotas, ...more }));
const take = (more: Partial<Extract<Command, { type: 'TakeTicket' }>> = {}): Command => ({
  type: 'TakeTicket',
  service: 'passport',
  ...more,
});
/** A booking for so many, made at 07:15. */
function books(day: Morning, count: number, on = date): void {
  const people = Array.from({ length: count }, () => ({ name: 'Siti', birthDate: '1990-01-01' }));
  const answer = day.does({ type: 'Book', service: 'passport', date: on, people, source: 'kiosk' }, '07:15');
  if (answer.refused !== undefined) throw new Error(JSON.stringify(answer));
}

test('QU6 the refusal says the first later date with room for all, on which the service is done', () => {
  // Done on Saturday too, but that one is closed; Friday and Sunday it is not done.
  const services = [
    { id: 'passport', prefix: 'A', steps: ['documents'], days: ['thu', 'sat', 'mon'] },
    { id: 'collection', prefix: 'C', steps: ['handover'] },
    { id: 'question', prefix: 'B', steps: ['documents'] },
  ];
  const day = withQuotas([regular], { booking, services, openings: [{ date: '2026-11-28', hours: [] }] });
  day.takes('08:00', 'passport', { people: 3 });
  const refused = { refused: 'quota-full', nextDay: '2026-11-30' };
  expect(day.does(take(), '08:01')).toMatchObject(refused);
  books(day, 2, '2026-11-30');
  expect(day.does(take(), '08:02')).toMatchObject(refused);
  expect(day.does(take({ people: 2 }), '08:02')).toMatchObject({
    refused: 'quota-full',
    nextDay: '2026-12-03',
  });
  const tooMany = day.does(take({ people: 4 }), '08:03');
  expect(tooMany).toEqual({ refused: 'quota-full', code: 'quota-full' });
});

test('QU6 without bookings two weeks are looked at, for those who just come', () => {
  const share = { booking: 3, walkIn: 0 };
  const day = withQuotas([{ ...regular, share }], { hours: { fri: ['08:00-12:00'], thu: ['08:00-12:00'] } });
  expect(day.does(take(), '08:01')).toEqual({ refused: 'quota-full', code: 'quota-full' });
  const other = withQuotas([{ ...regular, perDay: 1 }], { hours: { thu: ['08:00-12:00'] } });
  other.takes('08:00');
  expect(other.does(take(), '08:01')).toMatchObject({ nextDay: '2026-12-03' });
});

test('QU6 a day on which the lane takes nobody in is not the next one', () => {
  const lanes = [{ id: 'regular', intake: ['08:00-09:00'] }, firstLane[1]];
  const hours = { thu: ['08:00-12:00'], fri: ['10:00-12:00'], sat: ['08:30-12:00'] };
  const day = withQuotas([{ ...regular, perDay: 0, extra: { thu: 1, fri: 1, sat: 1 } }], { lanes, hours });
  day.takes('08:00');
  expect(day.does(take(), '08:01')).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-28' });
});

test('QU6 where the service is booked, the next day has a slot with room', () => {
  const day = withQuotas([regular], {
    booking: { ...booking, slot: 'PT1H', perSlot: 2 },
    hours: { 'thu-fri': ['08:00-09:30'], 'mon-wed': ['08:00-12:00'] },
  });
  books(day, 2, '2026-11-27');
  day.takes('08:00', 'passport', { people: 3 });
  expect(day.does(take(), '08:01')).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-30' });
});

test('QU6 of a booking it is not before the date that was asked for, and never today', () => {
  const day = withQuotas([regular], { booking });
  books(day, 3, '2026-11-27');
  const people = [{ name: 'Siti', birthDate: '1990-01-01' }];
  const asks = (on: string) =>
    day.does({ type: 'Book', service: 'passport', date: on, people, source: 'kiosk' }, '07:20');
  expect(asks('2026-11-27')).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-28' });
  books(day, 3, date);
  books(day, 3, '2026-11-30');
  expect(asks(date)).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-28' });
  expect(asks('2026-11-30')).toMatchObject({ refused: 'quota-full', nextDay: '2026-12-01' });
});

const overflow = {
  id: 'priority',
  services: ['passport'],
  lanes: ['priority'],
  perDay: 1,
  whenFull: 'regular',
};

test('QU7 in a full lane one gets a number of the lane that is named instead', () => {
  const day = withQuotas([regular, overflow]);
  expect(day.does(take({ lane: 'priority' }), '08:00')).toMatchObject({ number: 'P-001', lane: 'priority' });
  expect(day.does(take({ lane: 'priority' }), '08:01')).toMatchObject({ number: 'A-001', lane: 'regular' });
  day.takes('08:02', 'passport', { people: 2 });
  expect(day.does(take({ lane: 'priority' }), '08:03')).toMatchObject({
    refused: 'quota-full',
    nextDay: '2026-11-27',
  });
});

test('QU7 the other lane has its own hours, and names no further one', () => {
  const lanes = [{ id: 'regular', intake: ['08:00-10:00'] }, firstLane[1]];
  const day = withQuotas([{ ...regular, whenFull: 'priority' }, overflow], { lanes });
  day.takes('08:00', 'passport', { lane: 'priority' });
  expect(day.does(take({ lane: 'priority' }), '09:59').lane).toBe('regular');
  expect(day.does(take({ lane: 'priority' }), '10:00').refused).toBe('quota-full');
  const other = withQuotas([{ ...regular, perDay: 1, whenFull: 'priority' }, overflow]);
  other.takes('08:00');
  other.takes('08:00', 'passport', { lane: 'priority' });
  expect(other.does(take(), '08:01').refused).toBe('quota-full');
  expect(other.does(take({ lane: 'priority' }), '08:01').refused).toBe('quota-full');
});

test('TT5 unknown comes first, then closed, then full', () => {
  const day = withQuotas([{ ...regular, perDay: 0 }], { hours: { 'mon-fri': ['08:00-12:00'] } });
  expect(day.does(take({ service: 'visa' }), '12:00').refused).toBe('unknown-service');
  expect(day.does(take({ lane: 'vip' }), '12:00').refused).toBe('unknown-lane');
  expect(day.does(take(), '12:00')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-27T00:00:00.000Z',
  });
  expect(day.does(take(), '2026-11-27 11:59').refused).toBe('quota-full');
  expect(day.does({ type: 'CloseDay', tomorrow: [] }, '2026-11-27 11:59').refused).toBeUndefined();
  expect(day.does(take(), '2026-11-27 11:59')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-11-30T00:00:00.000Z',
  });
});
