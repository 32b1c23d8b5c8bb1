/** Trips: planned by weekday and quota, changed, cancelled. */
import { expect, test } from 'vitest';
import { emergency, outgoing, outing, supervision, village } from './offsite-office.ts';

test('OF4 a trip has a date, a team, a vehicle and a list', () => {
  const day = outing();
  const [first, second] = [day.accepted(emergency), day.accepted(supervision)];
  const planned = day.plans([second, first], { team: ['dewi', 'budi', 'dewi'], vehicle: 'E 1234 AB' });
  expect(planned).toEqual({ id: 't-1' });
  expect(day.last()).toMatchObject([
    {
      type: 'TripPlanned',
      id: 't-1',
      date: '2026-11-28',
      place: 'Cirebon',
      team: ['dewi', 'budi'],
      vehicle: 'E 1234 AB',
      requests: [second, first],
    },
  ]);
  expect([day.stateOf(first), day.stateOf(second)]).toEqual(['planned', 'planned']);
  expect(day.plans([], { date: '2026-11-29' })).toEqual({ id: 't-2' });
});

test('OF4 who is not there, or not accepted, or on another trip, is not taken along', () => {
  const day = outing();
  const asked = String(day.does(emergency, '08:00').code);
  const first = day.accepted(emergency);
  expect(day.plans([first], { team: ['nobody'] }).refused).toBe('unknown-officer');
  expect(day.plans(['x']).refused).toBe('unknown-request');
  expect(day.plans([asked, first])).toMatchObject({ refused: 'not-possible', tickets: ['S00000'] });
  day.plans([first]);
  expect(day.plans([first]).refused).toBe('not-possible');
  expect(day.plans([first], { id: 't-9' }).refused).toBe('unknown-trip');
  expect(day.plans([first], { id: 't-1', vehicle: 'B 1' })).toEqual({ id: 't-1' });
});

test('OF4 a service that is given at the weekend goes on no Friday: the next day that would do is told', () => {
  const day = outing();
  const [sick, people] = [day.accepted(emergency), day.accepted(village)];
  expect(day.plans([people, sick], { date: '2026-11-27' })).toMatchObject({
    refused: 'not-on-this-day',
    date: '2026-11-28',
  });
  expect(day.plans([people], { date: '2026-11-27' })).toEqual({ id: 't-1' });
  expect(day.plans([sick], { date: '2026-11-29' })).toEqual({ id: 't-2' });
});

test('OF4 services of different days never go together', () => {
  const services = outgoing.services.map((service) =>
    service.id === 'village' ? { ...service, days: ['tue'] } : service,
  );
  const day = outing({ services });
  const both = [day.accepted(emergency), day.accepted(village)];
  const refused = day.plans(both, { date: '2026-11-28' });
  expect(refused.refused).toBe('not-on-this-day');
  expect(refused).not.toHaveProperty('date');
});

test('OF4 a trip goes today or within a year', () => {
  const day = outing();
  const people = day.accepted(village);
  const ends = { refused: 'outside-horizon', from: '2026-11-26', until: '2027-11-27' };
  expect(day.plans([people], { date: '2026-11-25' })).toMatchObject(ends);
  expect(day.plans([people], { date: '2027-11-28' })).toMatchObject(ends);
  expect(day.plans([people], { date: '2026-11-26' })).toEqual({ id: 't-1' });
  expect(day.plans([people], { id: 't-1', date: '2027-11-27' })).toEqual({ id: 't-1' });
});

const four = [{ id: 'out', services: ['village', 'emergency'], perDay: 4, extra: { sat: 1 } }];

test('OF4 a quota binds the people of all trips of a date; the next day with room is told', () => {
  const day = outing({ quotas: four });
  const requests = [1, 2, 3].map(() => day.accepted(village));
  const [first = '', second = '', third = ''] = requests;
  expect(day.plans([first, second], { date: '2026-11-27' })).toEqual({ id: 't-1' });
  expect(day.plans([third], { date: '2026-11-27' })).toMatchObject({
    refused: 'quota-full',
    nextDay: '2026-11-28',
  });
  expect(day.plans(requests, { id: 't-1', date: '2026-11-28' })).toMatchObject({ refused: 'quota-full' });
  day.does({ type: 'CancelTrip', id: 't-1', reason: 'hujan' }, '10:00');
  expect(day.plans([third], { date: '2026-11-27' })).toEqual({ id: 't-2' });
});

test('OF4 what was released for a date, and the extra of a weekday, is room; too many find no day', () => {
  const day = outing({ quotas: [{ ...four[0], upTo: 6 }] });
  const requests = [1, 2, 3].map(() => day.accepted(village));
  const refused = day.plans(requests, { date: '2026-11-27' });
  expect(refused.refused).toBe('quota-full');
  expect(refused).not.toHaveProperty('nextDay');
  const { released } = day.state.calendar.bookings;
  released.set('2026-11-27', new Map([['out', 2]]));
  expect(day.plans(requests, { date: '2026-11-27' })).toEqual({ id: 't-1' });
});

test('OF4 a trip keeps its places when the quota becomes smaller', () => {
  const day = outing({ quotas: four });
  const requests = [day.accepted(village), day.accepted(village)];
  day.plans(requests, { date: '2026-11-27' });
  const office = day.state.calendar.office;
  if (!office) throw new Error('no office');
  const quotas = office.quotas.map((quota) => ({ ...quota, perDay: 1 }));
  day.does({ type: 'ConfigureOffice', office: { ...office, quotas }, source: 'smaller' }, '09:30');
  expect(day.plans(requests, { id: 't-1', date: '2026-11-27', vehicle: 'B 2' })).toEqual({ id: 't-1' });
  expect(day.plans(requests, { id: 't-1', date: '2026-11-28' }).refused).toBe('quota-full');
});

test('OF4 a visit without an applicant takes one place', () => {
  const day = outing({ quotas: [{ id: 'look', services: ['supervision'], perDay: 1 }] });
  const [first, second] = [day.accepted(supervision), day.accepted(supervision)];
  day.plans([first]);
  expect(day.plans([second])).toMatchObject({ refused: 'quota-full', nextDay: '2026-11-29' });
});

test('OF6 who is taken off a trip, or whose trip is cancelled, can be planned again', () => {
  const day = outing();
  const [first, second] = [day.accepted(emergency), day.accepted(emergency)];
  day.plans([first, second]);
  day.plans([second], { id: 't-1' });
  expect([day.stateOf(first), day.stateOf(second)]).toEqual(['accepted', 'planned']);
  expect(day.does({ type: 'CancelTrip', id: 't-1', reason: 'mobil rusak' }, '10:00')).toEqual({});
  expect(day.stateOf(second)).toBe('accepted');
  expect(day.state.calendar.offsite.trips.get('t-1')?.cancelled).toBe('mobil rusak');
  expect(day.does({ type: 'CancelTrip', id: 't-1', reason: 'r' }, '10:01').refused).toBe('not-possible');
  expect(day.does({ type: 'CancelTrip', id: 't-5', reason: 'r' }, '10:02').refused).toBe('unknown-trip');
  expect(day.plans([first, second], { id: 't-1' }).refused).toBe('not-possible');
  expect(day.plans([first, second])).toEqual({ id: 't-2' });
});

test('OF6 what was entered keeps its trip and its date; others may still come onto the list', () => {
  const day = outing();
  const [first, later] = [day.accepted(emergency), day.accepted(emergency)];
  day.plans([first]);
  const results = [{ person: 1, end: 'no-show' }] as const;
  day.does(
    { type: 'RecordOffsite', trip: 't-1', request: first, results, by: 'officer:head' },
    '2026-11-28 10:00',
  );
  const refused = { refused: 'not-possible', tickets: ['S00000'] };
  const monday = '2026-11-30 09:00';
  expect(day.plans([], { id: 't-1' }, monday)).toMatchObject(refused);
  expect(day.plans([first], { id: 't-1', date: '2026-12-05' }, monday)).toMatchObject(refused);
  expect(day.does({ type: 'CancelTrip', id: 't-1', reason: 'r' }, monday)).toMatchObject(refused);
  expect(day.plans([first, later], { id: 't-1' }, monday)).toEqual({ id: 't-1' });
});

test('OF4 an officer who has left since stays on the trips of before', () => {
  const day = outing();
  const code = day.accepted(emergency);
  day.plans([code]);
  day.does({ type: 'RemoveOfficer', id: 'dewi' }, '09:30');
  expect(day.plans([code], { id: 't-1', vehicle: 'B 3' })).toEqual({ id: 't-1' });
  expect(day.plans([], { date: '2026-11-29' }).refused).toBe('unknown-officer');
});
