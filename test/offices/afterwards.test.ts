/** What follows a visit in the sample offices: collections, what to bring, claims; and the visits outside. */
import { expect, test } from 'vitest';
import { bookingDay } from '../domain/booking-day.ts';
import { morning } from '../domain/morning.ts';
import { opened, shipped } from './shipped.ts';

const weekday = { from: 480, to: 960 };
const ways = [
  [1, '08:30'],
  [3, '09:00'],
  [6, '10:00'],
] as const;
const hoursOfWeek = () => {
  const five = { mon: [weekday], tue: [weekday], wed: [weekday], thu: [weekday], fri: [weekday] };
  return { ...five, sat: [], sun: [] };
};

test('cirebon: three working days after paying the passport is collected, by the code of the slip, and not before', () => {
  const day = opened(bookingDay({ ...shipped('cirebon'), hours: hoursOfWeek() }));
  day.takes('08:00');
  for (const [counter, time] of ways) {
    day.next(counter, time);
    day.press('FinishStep', counter, time);
  }
  const visit = day.visit('A-001');
  // Thursday, and then Friday, Monday, Tuesday.
  expect(visit).toMatchObject({ state: 'done', collect: { service: 'collection', from: '2026-12-01' } });
  const asks = (time: string) =>
    day.does({ type: 'TakeTicket', service: 'collection', booking: visit.shortCode }, time);
  expect(asks('2026-11-30 09:00')).toMatchObject({
    refused: 'booking-early',
    opensAt: '2026-12-01T01:00:00.000Z',
  });
  expect(asks('2026-12-01 09:00')).toMatchObject({ number: 'C-001', service: 'collection' });
  expect(asks('2026-12-01 09:01')).toMatchObject({ refused: 'booking-used' });
});

test('cirebon: an incomplete file is sent home and told what to bring', () => {
  const day = opened(morning(shipped('cirebon')));
  day.takes('08:00');
  day.next(1, '08:10');
  const away = { type: 'SendAway', counter: 1, reasons: ['no-original'] } as const;
  expect(day.does({ ...away, bring: ['sim-card'] }, '08:11')).toMatchObject({ refused: 'unknown-reason' });
  day.does({ ...away, bring: ['id-card', 'family-card'] }, '08:12');
  expect(day.visit('A-001')).toMatchObject({ state: 'incomplete', bring: ['id-card', 'family-card'] });
});

test('singkawang: two minutes by choice, or free of charge; the claim stays until somebody says how it was made good', () => {
  const day = opened(morning(shipped('singkawang')));
  day.takes('08:00', 'collection');
  day.next(3, '08:05');
  day.does({ type: 'StartVisit', counter: 3, timed: true }, '08:06');
  expect(day.passes('08:08').map(({ type }) => type)).toEqual(['HandoverBroken', 'ClaimOpened']);
  const [claim] = day.state.calendar.claims.values();
  const close = { type: 'CloseClaim', id: claim?.id ?? '', as: 'not-charged', by: 'supervisor' } as const;
  expect(day.does(close, '08:20')).toEqual({});
  expect(day.does(close, '08:21')).toMatchObject({ refused: 'unknown-claim' });
});

test('balikpapan: the family asks for a visit on a letter; without the letter it is not taken', () => {
  const day = morning(shipped('balikpapan'));
  const request = {
    type: 'RequestVisit',
    service: 'perda',
    address: 'RSUD, kamar 7',
    contact: '+6281234567890',
    people: [{ name: 'Orang', birthDate: '1950-01-01' }],
  } as const;
  expect(day.does(request, '08:00')).toMatchObject({ refused: 'requirement-missing', missing: ['letter'] });
  const letter = { kind: 'surat dokter' };
  expect(day.does({ ...request, letter }, '08:01')).toMatchObject({ service: 'perda', state: 'asked' });
});

test('cirebon: emergency visits go out at weekends only; supervision needs nobody who applies', () => {
  const day = morning(shipped('cirebon'));
  const asked = day.does({ type: 'RequestVisit', service: 'supervision', address: 'Hotel' }, '08:00');
  expect(asked).toMatchObject({ service: 'supervision', people: 0 });
  const request = String(asked.code);
  day.does({ type: 'DecideRequest', request, decision: 'accept', by: 'supervisor' }, '08:01');
  const trip = { type: 'PlanTrip', place: 'Kuningan', team: [], requests: [request] } as const;
  expect(day.does({ ...trip, date: '2026-11-27' }, '08:02')).toMatchObject({
    refused: 'not-on-this-day',
    date: '2026-11-28',
  });
  expect(day.does({ ...trip, date: '2026-11-28' }, '08:03')).toEqual({ id: 't-1' });
});
