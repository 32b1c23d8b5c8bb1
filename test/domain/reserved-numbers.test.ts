/** Numbers that are given outside a lane's intake for the next one. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

const lanes = [
  { id: 'regular' },
  {
    id: 'priority',
    prefix: 'P',
    promise: 'PT30M',
    first: true,
    intake: ['08:00-12:00', '13:00-15:00'],
    outside: 'reserve',
  },
  { id: 'asked', prefix: 'Q', intake: ['09:00-10:00'] },
];
const office = contoh({ lanes, hours: { 'mon-fri': ['08:00-12:00', '13:00-16:00'] } });
const take = (lane: string): Command => ({ type: 'TakeTicket', service: 'passport', lane });

test('TT6 a reserved number is called from the next intake on, and its promise counts from there', () => {
  const day = morning(office);
  day.opens(1);
  expect(day.does(take('priority'), '12:10')).toMatchObject({
    number: 'P-001',
    notBefore: '2026-11-26T05:00:00.000Z',
    promiseAt: '2026-11-26T05:30:00.000Z',
  });
  expect(day.visit('P-001')).toMatchObject({ arrivedAt: clock('12:10'), turn: clock('13:30') });
  expect(day.next(1, '12:59:59.999').refused).toBe('nobody-waiting');
  expect(day.next(1, '13:00').ticket).toBe('P-001');
});

test('TT6 its promise is not broken before it can be kept', () => {
  const day = morning(office);
  day.does(take('priority'), '07:10');
  expect(day.passes('08:29')).toEqual([]);
  expect(day.passes('09:00').map(({ type, at }) => [type, at])).toEqual([['PromiseBroken', clock('08:30')]]);
});

test('CL1 in another lane a reserved number is counted from the same instant, and stays reserved', () => {
  const day = morning(office);
  day.does(take('priority'), '07:10');
  day.does({ type: 'ChangeLane', ticket: 'P-001', lane: 'regular', reason: 'asked' }, '07:20');
  expect(day.visit('P-001')).toMatchObject({ promiseAt: clock('10:00'), notBefore: clock('08:00') });
});

test('OH3 OH4 OH5 a ticket is refused with the next opening of its own service and lane', () => {
  const day = morning(office);
  const closed = (lane: string, time: string) => {
    const { refused, opensAt } = day.does(take(lane), time);
    return [refused, opensAt];
  };
  expect(closed('regular', '07:30')).toEqual(['office-closed', '2026-11-26T00:00:00.000Z']);
  expect(closed('asked', '08:59:59.999')).toEqual(['intake-closed', '2026-11-26T01:00:00.000Z']);
  expect(closed('asked', '10:00')).toEqual(['intake-closed', '2026-11-27T01:00:00.000Z']);
  expect(closed('priority', '15:30')).toEqual(['intake-closed', '2026-11-27T00:00:00.000Z']);
  expect(day.does(take('regular'), '15:59:59.999').number).toBe('A-001');
  expect(closed('regular', '16:00')).toEqual(['office-closed', '2026-11-27T00:00:00.000Z']);
});

test('CD1 after the day was closed by hand each lane opens at its own next time', () => {
  const day = morning(office);
  day.does({ type: 'CloseDay', tomorrow: [] }, '08:30');
  expect(day.does(take('asked'), '08:31').opensAt).toBe('2026-11-27T01:00:00.000Z');
  expect(day.does(take('priority'), '08:31').opensAt).toBe('2026-11-27T00:00:00.000Z');
});
