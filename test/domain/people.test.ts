/** People's data: who is meant by a code, who looked, and what is left when it was erased. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { happenedTo } from '../../server/domain/views/person-record.ts';
import { bookingDay, friday } from './booking-day.ts';
import { importing, line } from './imports.ts';
import { clock } from './morning.ts';
import { emergency, outing } from './offsite-office.ts';

const by = 'supervisor';
const erase = (person: string, more: object = {}) =>
  ({ type: 'ErasePerson', person, reason: 'requested', marks: [], by, ...more }) as const;

test('PD1 a booking is meant by its code, by its short code, and by the ticket that it became', () => {
  const day = bookingDay();
  const code = day.booked('07:30', { date: '2026-11-26', slot: '08:30' });
  const { shortCode } = day.booking(code);
  const ticket = day.checksIn('08:10', code);
  for (const person of [code, shortCode.toLowerCase(), String(ticket.number), String(ticket.code)])
    expect(day.does({ type: 'ExportPerson', person, by }, '08:11')).toEqual({ code });
  expect(day.does({ type: 'ExportPerson', person: 'K3F 9QX', by }, '08:12').refused).toBe('unknown-person');
});

test('PD2 PD3 who looks for people and who is handed their data is recorded', () => {
  const day = bookingDay();
  const code = day.booked('07:30');
  day.does({ type: 'SeekPeople', codes: [code], by }, '07:31');
  expect(day.last()).toMatchObject([{ type: 'PersonSought', codes: [code], by }]);
  day.does({ type: 'ExportPerson', person: code, by }, '07:32');
  expect(day.last()).toMatchObject([{ type: 'PersonExported', code, by }]);
});

test('PD4 names go and the booking stays: it is found by its code, and no number of a list finds it', () => {
  const day = bookingDay();
  const code = day.booked('07:30', { phone: '+628123456789' });
  expect(day.does(erase(code, { place: 'keep' }), '07:31')).toEqual({ code, cancelled: false });
  expect(day.last()).toMatchObject([
    { type: 'PersonErased', code, reason: 'requested', by, personalOf: code },
  ]);
  expect(day.booking(code)).toMatchObject({ state: 'live', personal: null });
  expect(day.booked('07:32', { phone: '+628123456789' })).not.toBe(code);
});

test('PD5 a visit that is still to come is kept or cancelled as is said, and nothing happens before', () => {
  const day = bookingDay();
  const code = day.booked('07:30');
  expect(day.does(erase(code), '07:31').refused).toBe('confirm');
  expect(day.booking(code).personal).not.toBe(null);
  expect(day.does(erase(code, { place: 'cancel' }), '07:32')).toEqual({ code, cancelled: true });
  expect(day.last().map(({ type }) => type)).toEqual(['BookingCancelled', 'PersonErased']);
  expect(day.booking(code)).toMatchObject({ state: 'cancelled', personal: null });
});

test('PD5 a visit outside cannot keep its place: nobody would know where to go', () => {
  const day = outing();
  const code = day.accepted(emergency);
  expect(day.does(erase(code), '08:10').refused).toBe('confirm');
  expect(day.does(erase(code, { place: 'keep' }), '08:10').refused).toBe('not-possible');
  expect(day.does(erase(code, { place: 'cancel' }), '08:11')).toEqual({ code, cancelled: true });
  expect(day.stateOf(code)).toBe('cancelled');
  expect(day.state.calendar.offsite.requests.get(code)?.personal).toBe(null);
});

test('PD6 erased again, it is erased, and recorded once; a place that was kept can still be cancelled', () => {
  const day = bookingDay();
  const code = day.booked('07:30');
  day.does(erase(code, { place: 'keep' }), '07:31');
  expect(day.does(erase(code), '07:32')).toEqual({ code, cancelled: false });
  expect(day.last()).toEqual([]);
  day.does(erase(code, { place: 'cancel' }), '07:33');
  expect(day.last().map(({ type }) => type)).toEqual(['BookingCancelled']);
});

test('PD4 needs, paper proof and identity number of a ticket go before midnight, the visit goes on', () => {
  const day = bookingDay();
  const take = { type: 'TakeTicket', service: 'passport', needs: ['deaf'], proof: 'MP-12' } as const;
  const { code, number } = day.does(take, '08:00');
  day.does({ type: 'NoteIdentity', ticket: String(number), identity: 'hash' }, '08:01');
  expect(day.does(erase(String(number)), '08:02')).toEqual({ code, cancelled: false });
  expect(day.last()).toMatchObject([{ type: 'NeedsErased', code }]);
  expect(day.state.day.visits.get(String(code))).toMatchObject({
    state: 'waiting',
    needs: [],
    proof: null,
    identity: null,
  });
  day.does(erase(String(number)), '08:03');
  expect(day.last()).toEqual([]);
});

test('PD4 a list does not bring back whom a mark tells to be erased; others come in', () => {
  const day = importing();
  const mark = 'a-mark-of-ayu';
  const wanted = line({ reference: 'MP-7', name: 'Ayu' });
  expect(day.imported(wanted)).toBe('accepted');
  const [code = ''] = [...day.state.calendar.bookings.all.keys()];
  day.does(erase(code, { place: 'keep', marks: [mark] }), '07:45');
  expect(day.imported({ ...line({ reference: 'MP-7', name: 'Ayu' }), marks: [mark] })).toBe('person-erased');
  expect(day.imported({ ...line({ reference: 'MP-8', name: 'Rina' }), marks: ['another'] })).toBe('accepted');
  expect(
    [...day.state.calendar.bookings.all.values()].map(({ personal }) => personal?.people[0]?.name),
  ).toEqual([undefined, 'Rina']);
});

test('BK12 a mark goes with its booking', () => {
  const day = bookingDay();
  const code = day.booked('07:30', { date: friday });
  day.does(erase(code, { place: 'keep', marks: ['mark'] }), '07:31');
  expect(day.state.calendar.bookings.erased.get('mark')).toBe(code);
  day.does({ type: 'TimePassed' }, '2026-12-27 23:59');
  expect(day.state.calendar.bookings.erased.size).toBe(1);
  day.does({ type: 'TimePassed' }, '2026-12-28 00:00');
  day.does({ type: 'TimePassed' }, '2026-12-28 00:00');
  expect(day.state.calendar.bookings.erased.size).toBe(0);
});

test('PD3 what was recorded of several people at once tells nothing of the others', () => {
  const at = clock('08:00');
  const trip = { id: 't1', date: '2026-11-28', place: 'RSUD', vehicle: null };
  const events: DomainEvent[] = [
    { type: 'TripPlanned', at, ...trip, team: ['dewi'], requests: ['siti', 'adi'] },
    { type: 'RequestsEmptied', at, codes: ['adi', 'rina', 'siti'] },
    { type: 'DayEnded', at, unfinished: ['siti', 'rina'], screenings: [] },
    { type: 'VisitRated', at, code: 'siti', rating: 'poor' },
  ];
  const known = events.map((event) => ({ by: 'supervisor', event }));
  expect(happenedTo(known, ['siti']).map(({ event }) => event)).toEqual([
    { ...trip, team: ['dewi'], requests: ['siti'] },
    { codes: ['siti'] },
    { unfinished: ['siti'] },
    { code: 'siti' },
  ]);
});
