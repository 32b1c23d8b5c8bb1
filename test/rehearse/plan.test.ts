/** Invented days: the same for the same seed, within the hours, and with all that happens in an office. */
import { expect, test } from 'vitest';
import { readBookingList } from '../../server/adapters/booking-list/read-booking-list.ts';
import { hoursOf, inventDay } from './plan/invent.ts';
import { kiosksFor } from './players/kiosks.ts';
import { csvOf } from './players/lists.ts';
import { sampleOffice, sampleSource } from './sample-office.ts';

const invent = (seed: string, people = 400) =>
  inventDay({ office: sampleOffice(), source: sampleSource, date: '2026-11-26', seed, people });

test('the same seed is the same day, another seed another one', () => {
  expect(invent('a')).toEqual(invent('a'));
  expect(invent('b').visits).not.toEqual(invent('a').visits);
});

test('all come while the office is open, and most of them early', () => {
  const { visits } = invent('a');
  const [from, to] = [Date.parse('2026-11-26T00:00:00Z'), Date.parse('2026-11-26T02:00:00Z')];
  expect(visits).toHaveLength(400);
  for (const { arrivesAt } of visits) {
    expect(arrivesAt).toBeGreaterThanOrEqual(from);
    expect(arrivesAt).toBeLessThan(to);
  }
  const early = visits.filter(({ arrivesAt }) => arrivesAt < (from + to) / 2).length;
  expect(early).toBeGreaterThan(visits.length * 0.6);
});

test('services are heavy-tailed, and nothing that happens in an office is missing', () => {
  const { visits, officers } = invent('a');
  const spans = visits.map(({ service_ms: [first = 0] }) => first).sort((a, b) => a - b);
  expect(Math.max(...spans)).toBeGreaterThan(4 * (spans[200] ?? 0));
  expect(new Set(visits.map(({ fate }) => fate))).toEqual(
    new Set(['served', 'incomplete', 'transferred', 'held']),
  );
  expect(new Set(visits.map(({ comes }) => comes))).toEqual(new Set(['called', 'recalled', 'never']));
  expect(visits.some(({ lane }) => lane === 'priority')).toBe(true);
  expect(visits.some(({ people }) => people > 1)).toBe(true);
  expect(visits.some(({ patience }) => patience !== null)).toBe(true);
  const whims = new Set(officers.flatMap((officer) => officer.whims));
  for (const whim of ['twice', 'redeliver', 'recall', 'undo', 'by-number', 'lose-line'])
    expect(whims).toContain(whim);
});

test('nobody presses twice where the answer could not be understood', () => {
  // Counter 2 serves both steps of one service.
  const second = invent('a').officers.find(({ counter }) => counter === 2);
  expect(second?.whims).not.toContain('twice');
});

test('one-off hours win over the week, and a holiday is closed', () => {
  const office = sampleOffice(
    'holidays: [2026-11-27]\nopenings: [{ date: 2026-11-28, hours: [09:00-09:30] }]',
  );
  expect(hoursOf(office, '2026-11-27')).toEqual([]);
  expect(hoursOf(office, '2026-11-28')).toEqual([
    { from: Date.parse('2026-11-28T01:00:00Z'), to: Date.parse('2026-11-28T01:30:00Z') },
  ]);
});

test('there are kiosks enough for the busiest five seconds', () => {
  expect(kiosksFor([], 600)).toBe(1);
  // A hundred at once: 24 each, and one to spare.
  expect(
    kiosksFor(
      Array.from({ length: 100 }, () => 1000),
      1,
    ),
  ).toBe(6);
  // Ten seconds apart at real time, all within five seconds at 600 times the speed.
  const spread = Array.from({ length: 100 }, (_, index) => index * 10_000);
  expect([kiosksFor(spread, 1), kiosksFor(spread, 600)]).toEqual([2, 6]);
});

test('people come with bookings in every way, and bookings are cancelled, moved and not used', () => {
  const { visits, affairs } = invent('a', 60);
  const days = ['a', 'b', 'c'].map((seed) => invent(seed, 60));
  const comes = new Set(days.flatMap((day) => day.visits.map(({ booking }) => booking?.comes)));
  for (const way of ['in-time', 'early', 'late', 'expired', 'other-day', 'cancelled'] as const)
    expect(comes, way).toContain(way);
  const later = new Set(affairs.bookings.map((booking) => booking.later?.what));
  expect(later).toEqual(new Set(['cancelled', 'moved', undefined]));
  const used = new Set(visits.map(({ booking }) => booking?.booking));
  expect(affairs.bookings.some(({ id, date }) => date === '2026-11-26' && !used.has(id))).toBe(true);
  expect(affairs.bookings.filter(({ waitUntil }) => waitUntil !== null)).toHaveLength(3);
});

test('no more people are booked than the quota has, so that others can come', () => {
  const { affairs } = invent('a');
  const today = affairs.bookings.filter(({ date }) => date === '2026-11-26');
  const booked = today.reduce((sum, { people }) => sum + people.length, 0);
  expect(booked).toBeGreaterThan(4);
  expect(booked).toBeLessThan(20);
});

test('the list is one that can be read, but for the lines that are bad on purpose', () => {
  const { affairs } = invent('a', 60);
  const office = sampleOffice();
  const csv = csvOf(affairs.list?.before ?? [], office);
  const read = readBookingList(new TextEncoder().encode(csv), {
    ...{ services: ['passport'], serviceNames: {}, lanes: ['regular'], laneNames: {} },
    columns: office.bookingList.columns,
  });
  expect(read).toMatchObject({ ok: true, mistakes: [{ column: 'time' }, { column: 'reference' }] });
  expect(read.ok && read.lines).toHaveLength(5);
});

test('what an office does not have is not planned', () => {
  const source = sampleSource
    .split('\n')
    .filter((line) => !/booking:|home-visit/.test(line))
    .join('\n');
  const office = { ...sampleOffice() };
  delete office.booking;
  const services = office.services.filter(({ offsite }) => !offsite);
  const day = inventDay({
    office: { ...office, services },
    source,
    date: '2026-11-26',
    seed: 'a',
    people: 50,
  });
  expect(day.affairs).toMatchObject({ bookings: [], tries: [], list: null, requests: [] });
  expect(day.visits.every(({ booking, listed, proof }) => !booking && !listed && !proof)).toBe(true);
});
