/** Quotas of a date: what takes a place, how many there are, and who may still come. 26 November 2026 is a Thursday. */
import { expect, test } from 'vitest';
import { leftOn, quotaOn } from '../../server/domain/booking/quotas.ts';
import type { Command } from '../../server/domain/commands.ts';
import { clock, date, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const booking = { service: 'passport', holdBack: 'PT10M', horizon: 'P7D' };
const regular = { id: 'regular', services: ['passport'], lanes: ['regular'], perDay: 3 };

const withQuotas = (quotas: unknown[], more: Record<string, unknown> = {}) =>
  morning(contoh({ quotas, ...more }));
const take = (more: Partial<Extract<Command, { type: 'TakeTicket' }>> = {}): Command => ({
  type: 'TakeTicket',
  service: 'passport',
  ...more,
});
const left = (day: Morning, lane = 'regular', service = 'passport') =>
  leftOn(day.state, { service, lane }, day.state.day.date, 'walkIn');

/** A booking for so many, made at 07:15. */
function books(day: Morning, count: number, on = date): void {
  const people = Array.from({ length: count }, () => ({ name: 'Siti', birthDate: '1990-01-01' }));
  const answer = day.does({ type: 'Book', service: 'passport', date: on, people, source: 'kiosk' }, '07:15');
  if (answer.refused !== undefined) throw new Error(JSON.stringify(answer));
}

test('QU1 a ticket takes a place for each of its people, of the quotas of its service and lane alone', () => {
  const day = withQuotas([regular]);
  day.takes('08:00', 'passport', { people: 2 });
  day.takes('08:01', 'passport', { lane: 'priority', people: 2 });
  day.takes('08:02', 'collection');
  expect(left(day)).toBe(1);
  expect(left(day, 'priority')).toBeNull();
  expect(left(day, 'regular', 'collection')).toBeNull();
  expect(day.does(take({ people: 2 }), '08:03').refused).toBe('quota-full');
  day.takes('08:04');
  expect(day.does(take(), '08:05').refused).toBe('quota-full');
});

test('QU1 a changed lane takes the places along, also where there are none', () => {
  const day = withQuotas([regular, { ...regular, id: 'priority', lanes: ['priority'], perDay: 1 }]);
  const [first, second] = [day.takes('08:00'), day.takes('08:01')];
  for (const ticket of [first, second])
    expect(
      day.does({ type: 'ChangeLane', ticket, lane: 'priority', reason: 'ill' }, '08:02').refused,
    ).toBeUndefined();
  expect([left(day), left(day, 'priority')]).toEqual([3, 0]);
  expect(quotaOn(day.state, day.state.calendar.office?.quotas[1] as never, date).used.walkIn).toBe(2);
});

test('QU1 a number on paper takes its places and is never refused', () => {
  const day = withQuotas([{ ...regular, perDay: 1 }]);
  const paper = (number: string): Command => ({
    type: 'EnterPaperNumber',
    number,
    service: 'passport',
    people: 2,
    takenAt: clock('07:30'),
    done: false,
  });
  expect(day.does(paper('E-001'), '08:00').number).toBe('E-001');
  expect(day.does(paper('E-002'), '08:00').number).toBe('E-002');
  expect(left(day)).toBe(0);
  expect(day.does(take(), '08:05').refused).toBe('quota-full');
});

test('QU1 a first place takes none, and the next date begins with all places', () => {
  const day = withQuotas([{ ...regular, perDay: 1 }]);
  const number = day.takes('08:00');
  const { code } = day.visit(number);
  day.does({ type: 'CloseDay', tomorrow: [number] }, '15:00');
  expect(day.does({ type: 'ClaimPlace', code }, '2026-11-27 08:00').number).toBe('A-001');
  expect(left(day)).toBe(1);
  expect(day.does(take(), '2026-11-27 08:01').number).toBe('A-002');
  expect(day.does(take(), '2026-11-27 08:02').refused).toBe('quota-full');
});

test('QU1 another office counts what was taken by its own quotas', () => {
  const day = withQuotas([regular]);
  day.takes('08:00', 'passport', { lane: 'priority' });
  const quotas = [{ ...regular, lanes: ['regular', 'priority'], perDay: 2 }];
  day.does({ type: 'ConfigureOffice', office: contoh({ quotas }), source: 'other' }, '08:01');
  expect(left(day)).toBe(1);
});

test('QU2 a day of the week may have more, and what is released comes on top, up to the most', () => {
  const day = withQuotas([{ ...regular, extra: { thu: 2 }, upTo: 6 }]);
  expect(left(day)).toBe(5);
  expect(leftOn(day.state, { service: 'passport', lane: 'regular' }, '2026-11-27', 'walkIn')).toBe(3);
  const release = { type: 'ReleasePlaces', quota: 'regular', places: 1, reason: 'x', by: 'head' } as const;
  expect(day.does(release, '08:00')).toEqual({ total: 6 });
  expect(left(day)).toBe(6);
  const less = contoh({ quotas: [{ ...regular, perDay: 1, upTo: 1 }] });
  day.does({ type: 'ConfigureOffice', office: less, source: 'other' }, '08:01');
  expect(left(day)).toBe(1);
});

test('QU3 a share is kept for bookings and for walk-ins, and what is beyond is for whoever is first', () => {
  const shared = { ...regular, perDay: 10, share: { booking: 4, walkIn: 3 } };
  const day = withQuotas([shared], { booking });
  const both = () =>
    (['booking', 'walkIn'] as const).map((channel) =>
      leftOn(day.state, { service: 'passport', lane: 'regular' }, date, channel),
    );
  expect(both()).toEqual([7, 6]);
  day.takes('08:00', 'passport', { people: 3 });
  expect(both()).toEqual([7, 3]);
  day.takes('08:01', 'passport', { people: 2 });
  expect(both()).toEqual([5, 1]);
  books(day, 5);
  expect(both()).toEqual([0, 0]);
  expect(day.does(take(), '08:03').refused).toBe('quota-full');
});

test('QU3 whoever books leaves the walk-ins their share', () => {
  const day = withQuotas([{ ...regular, perDay: 10, share: { booking: 4, walkIn: 3 } }], { booking });
  books(day, 5);
  books(day, 2);
  expect(left(day)).toBe(3);
});

test('QU4 of several quotas the one with the least decides', () => {
  const all = { id: 'all', services: ['passport', 'collection'], lanes: ['regular', 'priority'], perDay: 2 };
  const day = withQuotas([regular, all]);
  expect(left(day)).toBe(2);
  day.takes('08:00', 'collection');
  expect([left(day), left(day, 'priority')]).toEqual([1, 1]);
  day.takes('08:01', 'passport');
  expect(day.does(take({ service: 'collection', lane: 'priority' }), '08:02').refused).toBe('quota-full');
});
