/** Another system's list: what each line comes to. */
import { expect, test } from 'vitest';
import { bookingsOf, importing, line, rules, written } from './imports.ts';
import { morning } from './morning.ts';
import { contoh } from './office.ts';

test('IM1 a line becomes a booking of the office’s service, with its number, and is found by it', () => {
  const day = importing();
  const wanted = line({ reference: 'MP-7', name: 'Ayu', phone: '+6281234567890', details: 'kursi roda' });
  expect(day.imported(wanted)).toBe('accepted');
  expect(bookingsOf(day, 'MP-7')).toMatchObject([
    {
      code: wanted.id,
      shortCode: wanted.spoken.slice(0, 6),
      service: 'passport',
      lane: 'regular',
      people: 1,
      source: 'import',
      state: 'live',
      personal: {
        people: [{ name: 'Ayu', birthDate: '1990-05-01' }],
        phone: '+6281234567890',
        details: 'kursi roda',
        reference: 'MP-7',
      },
    },
  ]);
  expect(day.booked('MP-7')).toBe('2026-12-01 08:30 live');
});

test('IM1 neither the limit of a contact nor of a party nor the horizon binds a list', () => {
  const day = importing({ booking: { ...rules, perContact: 1, party: 2, perSlot: 9 } });
  const phone = '+6281234567890';
  expect(day.imported(line({ phone }))).toBe('accepted');
  expect(day.imported(line({ phone, people: 4 }))).toBe('accepted');
  expect(day.imported(line({ date: '2027-02-01' }))).toBe('accepted');
});

test('IM1 the past, other services and unknown lanes are refused', () => {
  const day = importing();
  expect(day.imported(line({ date: '2026-11-25' }))).toBe('outside-horizon');
  expect(day.imported(line({ service: 'collection' }))).toBe('not-bookable');
  expect(day.imported(line({ service: 'visa' }))).toBe('unknown-service');
  expect(day.imported(line({ lane: 'fast' }))).toBe('unknown-lane');
  expect(day.imported(line({ date: '2026-12-05' }))).toBe('office-closed');
  expect(day.last()).toEqual([]);
});

test('IM1 an office without bookings takes no list', () => {
  const day = morning(contoh());
  const list = { atomic: false, dryRun: false, overbook: false, by: 'supervisor' };
  const answer = day.does({ type: 'ImportBookings', lines: [line()], ...list }, '07:30');
  expect(answer.lines).toMatchObject([{ result: 'refused', code: 'not-bookable' }]);
});

test('IM1 a lane is the list’s, or the one that is for people of such an age', () => {
  const lanes = [{ id: 'regular' }, { id: 'priority', prefix: 'P', for: ['elderly'] }];
  const day = importing({ lanes });
  day.imports([
    line({ reference: 'A', lane: 'priority' }),
    line({ reference: 'B', birthDate: '1950-01-01' }),
    line({ reference: 'C', birthDate: '1950-01-01', lane: 'regular', time: '09:00' }),
  ]);
  expect(['A', 'B', 'C'].map((each) => bookingsOf(day, each)[0]?.lane)).toEqual([
    'priority',
    'priority',
    'regular',
  ]);
});

test.each([
  ['08:30', '2026-12-01 08:30 live'],
  ['08:44', '2026-12-01 08:30 live'],
  ['11:59', '2026-12-01 11:30 live'],
])('IM2 %s is in the slot %s', (time, place) => {
  const day = importing();
  day.imported(line({ reference: 'A', time }));
  expect(day.booked('A')).toBe(place);
});

test('IM2 a time that no slot holds is refused; without a time the emptiest slot is chosen', () => {
  const day = importing();
  expect(day.imported(line({ time: '07:59' }))).toBe('unknown-slot');
  expect(day.imported(line({ time: '12:00' }))).toBe('unknown-slot');
  day.imports([line({ time: '08:00' }), line({ reference: 'A', time: null })]);
  expect(day.booked('A')).toBe('2026-12-01 08:30 live');
});

test('IM2 a slot of today that has begun is taken in: people are on their way', () => {
  const day = importing({ booking: { ...rules, expire: 'PT4H' } });
  const today = { date: '2026-11-26', time: '08:30' };
  expect(day.imported(line({ ...today, reference: 'A' }), {}, '09:45')).toBe('accepted');
  expect(day.booked('A')).toBe('2026-11-26 08:30 live');
});

test('IM3 the same line again changes nothing, however its number is spelt', () => {
  const day = importing();
  day.imported(line({ reference: 'MP-0012' }));
  expect(day.imported(line({ reference: 'mp 0012', time: '08:45' }))).toBe('unchanged');
  expect(day.imported(line({ reference: 'MP.0012', time: null }))).toBe('unchanged');
  expect(day.last()).toEqual([]);
});

test('IM3 another time or date moves the booking, where there is room', () => {
  const day = importing();
  day.imported(line({ reference: 'A' }));
  expect(day.imported(line({ reference: 'A', time: '10:00' }))).toBe('moved');
  expect(day.booked('A')).toBe('2026-12-01 10:00 live');
  expect(day.imported(line({ reference: 'A', date: '2026-12-02', time: '09:00' }))).toBe('moved');
  expect(day.booked('A')).toBe('2026-12-02 09:00 live');
  expect(day.types()).toEqual(['BookingMoved', 'ListImported']);
  day.imports([line({ time: '11:00' }), line({ time: '11:00' })]);
  expect(day.imported(line({ reference: 'A', time: '11:00' }))).toBe('slot-full');
  expect(day.imported(line({ reference: 'A', date: '2026-11-20' }))).toBe('outside-horizon');
  expect(day.imported(line({ reference: 'A', date: '2026-12-02', people: 2 }))).toBe('not-possible');
  expect(day.booked('A')).toBe('2026-12-02 09:00 live');
});

test('IM3 on a full date a booking still moves to another slot: it keeps its place', () => {
  const day = importing({ booking: { ...rules, perSlot: 9 } });
  day.imports([line({ reference: 'A' }), ...Array.from({ length: 7 }, () => line())]);
  expect(day.imported(line())).toBe('quota-full');
  expect(day.imported(line({ reference: 'A', time: '10:00' }))).toBe('moved');
});

test('IM3 a booking that was cancelled here stays so: the same line is nothing new, another time is refused', () => {
  const day = importing();
  const wanted = line({ reference: 'A' });
  day.imported(wanted);
  day.does({ type: 'CancelBooking', booking: wanted.id }, '07:40');
  expect(day.imported(line({ reference: 'A' }))).toBe('unchanged');
  expect(day.imported(line({ reference: 'A', time: '10:00' }))).toBe('booking-cancelled');
});

test('IM3 a booking that was used stays so', () => {
  const day = importing();
  const today = { date: '2026-11-26', time: '08:30' };
  const wanted = line({ ...today, reference: 'A' });
  day.imported(wanted);
  expect(day.does({ type: 'TakeTicket', booking: wanted.id }, '08:10').number).toBe('A-001');
  expect(day.imported(line({ ...today, reference: 'A' }), {}, '08:20')).toBe('unchanged');
  expect(day.imported(line({ reference: 'A' }), {}, '08:20')).toBe('booking-used');
});

test('IM3 who did not come and has another date now is booked anew', () => {
  const day = importing();
  day.imported(line({ reference: 'A', date: '2026-11-26' }));
  day.passes('10:00');
  expect(day.booked('A')).toBe('2026-11-26 08:30 expired');
  expect(day.imported(line({ reference: 'A', date: '2026-11-26' }), {}, '10:00')).toBe('unchanged');
  expect(day.imported(line({ reference: 'A' }), {}, '10:00')).toBe('accepted');
  expect(day.booked('A')).toBe('2026-12-01 08:30 live');
  expect(day.imported(line({ reference: 'A' }), {}, '10:01')).toBe('unchanged');
});

test('IM4 without a number a double is who comes on the same date for the same', () => {
  const day = importing();
  const ayu = { reference: null, name: 'Ayu Lestari' };
  expect(day.imported(line(ayu))).toBe('accepted');
  expect(day.imported(line({ ...ayu, name: 'ayu lestari' }))).toBe('unchanged');
  expect(day.imported(line({ ...ayu, time: '09:00' }))).toBe('moved');
  expect(day.imported(line({ ...ayu, birthDate: '1991-05-01' }))).toBe('accepted');
  expect(day.imported(line({ ...ayu, date: '2026-12-02' }))).toBe('accepted');
});

test('IM4 without birth dates two of one name at different times are two people', () => {
  const day = importing();
  const siti = { reference: null, name: 'Siti', birthDate: null };
  const lines = () => [line(siti), line({ ...siti, time: '10:00' }), line(siti)];
  expect(day.imports(lines()).lines.map(written)).toEqual(['accepted', 'accepted', 'unchanged']);
  expect(day.imports(lines()).unchanged).toBe(3);
});

test('IM5 quotas and slots bind a list as they bind everybody, and the next day is told', () => {
  const day = importing();
  const slots = ['08:00', '08:30', '09:00', '09:30'];
  expect(day.imports(slots.flatMap((time) => [line({ time }), line({ time })])).accepted).toBe(8);
  expect(day.imports([line({ time: '10:00' })]).lines).toMatchObject([
    { result: 'refused', code: 'quota-full', nextDay: '2026-12-02' },
  ]);
  day.imports([line({ date: '2026-12-02' }), line({ date: '2026-12-02' })]);
  expect(day.imported(line({ date: '2026-12-02' }))).toBe('slot-full');
});

test('IM5 an office that overbooks takes them all the same', () => {
  const day = importing();
  const lines = Array.from({ length: 12 }, () => line());
  expect(day.imports(lines, { overbook: true }).accepted).toBe(12);
  expect(day.imported(line({ time: '07:00' }), { overbook: true })).toBe('unknown-slot');
  expect(day.imported(line())).toBe('quota-full');
});

test('IM7 each line is decided after those before it', () => {
  const day = importing();
  const lines = ['A', 'B', 'C', 'A'].map((reference) => line({ reference }));
  expect(day.imports(lines).lines.map(written)).toEqual(['accepted', 'accepted', 'slot-full', 'unchanged']);
});

test('IM7 all or nothing: one refusal, and nothing happens, though every line is answered', () => {
  const day = importing();
  const lines = () => ['A', 'B', 'C'].map((reference) => line({ reference }));
  const answer = day.imports(lines(), { atomic: true });
  expect([answer.withdrawn, ...answer.lines.map(written)]).toEqual([
    true,
    'accepted',
    'accepted',
    'slot-full',
  ]);
  expect([day.last(), day.booked('A')]).toEqual([[], 'none']);
  expect(day.imports(lines().slice(0, 2), { atomic: true })).toMatchObject({ withdrawn: false, accepted: 2 });
  expect(day.booked('A')).toBe('2026-12-01 08:30 live');
});

test('IM7 a dry run says the same and does nothing', () => {
  const day = importing();
  const answer = day.imports([line(), line(), line()], { dryRun: true });
  expect([answer.dryRun, ...answer.lines.map(written)]).toEqual([true, 'accepted', 'accepted', 'slot-full']);
  expect([day.last(), day.state.calendar.bookings.all.size]).toEqual([[], 0]);
});

test('IM8 what came of it is recorded in numbers, without a name; where nothing came of it, nothing is', () => {
  const day = importing();
  const lines = [line({ reference: 'A' }), line(), line(), line({ reference: 'A' })];
  day.imports(lines);
  expect(day.types()).toEqual(['BookingMade', 'BookingMade', 'ListImported']);
  expect(day.last().at(-1)).toEqual({
    type: 'ListImported',
    at: expect.any(Number),
    by: 'supervisor',
    lines: 4,
    accepted: 2,
    unchanged: 1,
    refused: 1,
  });
  day.imports(lines.slice(0, 2));
  expect(day.last()).toEqual([]);
});
