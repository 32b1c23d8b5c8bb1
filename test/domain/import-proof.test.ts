/** Who came with a number on paper that nobody here knew yet: the list that knows it comes later. */
import { expect, test } from 'vitest';
import { replay } from '../../server/hub/replay.ts';
import { booked, bookingDay } from './booking-day.ts';
import { bookingsOf, type Imports, importing, line } from './imports.ts';

const today = { date: '2026-11-26', time: '08:30' };

function withProof(proof = 'MP-0012', time = '08:10'): Imports {
  const day = importing();
  day.opens(1);
  day.does({ type: 'TakeTicket', service: 'passport', proof }, time);
  expect(day.visit('A-001')).toMatchObject({ proof, takesPlace: true });
  return day;
}

const code = (day: Imports) => day.visit('A-001').code;

test('IM6 the line of somebody who is here already is used at once, and the walk-in’s place is given back', () => {
  const day = withProof();
  const wanted = line({ ...today, reference: 'mp 0012' });
  expect(day.imported(wanted, {}, '08:20')).toBe('matched');
  expect(day.types()).toEqual(['BookingMade', 'BookingUsed', 'ProofMatched', 'ListImported']);
  expect(bookingsOf(day, 'mp 0012')).toMatchObject([{ state: 'used', ticket: code(day) }]);
  expect(day.visit('A-001')).toMatchObject({ booking: wanted.id, proof: null, takesPlace: false });
  expect([...day.state.day.walkIns.values()]).toEqual([0]);
});

test('IM6 neither a full day nor a full slot nor an odd time refuses who is here', () => {
  const day = withProof();
  const others = Array.from({ length: 8 }, () => line(today));
  day.imports(others, { overbook: true }, '08:15');
  expect(day.imported(line({ ...today, time: '07:15', reference: 'MP-0012' }), {}, '08:20')).toBe('matched');
  expect(day.booked('MP-0012')).toBe('2026-11-26 08:00 used');
});

test('IM6 the next line of the list sees that the place was given back', () => {
  const day = importing({ booking: { service: 'passport' }, quotas: [day8()] });
  for (let n = 0; n < 3; n += 1)
    day.does({ type: 'TakeTicket', service: 'passport', proof: `MP-${n}` }, '08:10');
  const lines = [0, 1, 2].map((n) => line({ ...today, time: '10:00', reference: `MP-${n}` }));
  const more = Array.from({ length: 6 }, () => line({ ...today, time: '10:00' }));
  const answer = day.imports([...lines, ...more], {}, '08:20');
  expect(answer).toMatchObject({ matched: 3, accepted: 5, refused: 1 });
});

const day8 = () => ({ id: 'day', services: ['passport'], lanes: ['regular'], perDay: 8 });

test('IM6 WL2 a place that is given back goes to who waits, and not to the next line', () => {
  const quotas = [{ id: 'regular', services: ['passport'], lanes: ['regular'], perDay: 1 }];
  const day = bookingDay(booked({}, { quotas }));
  day.does({ type: 'TakeTicket', service: 'passport', proof: 'MP-1' }, '08:05');
  const waits = day.booked('08:10', { date: today.date, orWait: true });
  expect(day.booking(waits).state).toBe('waiting');
  const lines = [line({ ...today, reference: 'MP-1', lane: 'priority' }), line({ ...today, time: '09:00' })];
  const how = { atomic: false, dryRun: false, overbook: false, by: 'supervisor' };
  const answer = day.does({ type: 'ImportBookings', lines, ...how }, '08:20');
  expect(answer.lines).toMatchObject([{ result: 'matched' }, { result: 'refused', code: 'quota-full' }]);
  expect(day.booking(waits)).toMatchObject({ state: 'live', date: today.date });
  expect(day.last().map(({ type }) => type)).toEqual([
    'BookingMade',
    'BookingUsed',
    'ProofMatched',
    'BookingPlaced',
    'ListImported',
  ]);
});

test('IM6 a line for another day, another service’s ticket and a cancelled ticket are no match', () => {
  const day = withProof();
  expect(day.imported(line({ reference: 'MP-0012' }), {}, '08:20')).toBe('accepted');
  expect(day.visit('A-001').proof).toBe('MP-0012');
  const other = importing();
  other.does({ type: 'TakeTicket', service: 'question', proof: 'MP-1' }, '08:10');
  other.does({ type: 'TakeTicket', service: 'passport', proof: 'MP-2' }, '08:10');
  other.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:11');
  for (const reference of ['MP-1', 'MP-2'])
    expect(other.imported(line({ ...today, time: '09:00', reference }), {}, '08:20')).toBe('accepted');
});

test('IM6 a proof whose booking is known is that booking', () => {
  const day = importing();
  const wanted = line({ ...today, reference: 'MP-0012' });
  day.imported(wanted);
  day.does({ type: 'TakeTicket', service: 'passport', proof: 'mp0012' }, '08:10');
  expect(day.visit('A-001')).toMatchObject({ booking: wanted.id, proof: null, takesPlace: false });
  expect(day.booked('MP-0012')).toBe('2026-11-26 08:30 used');
});

test('IM6 a dry run finds the match and leaves the visit as it is', () => {
  const day = withProof();
  const before = structuredClone(day.state.day);
  expect(day.imported(line({ ...today, reference: 'MP-0012' }), { dryRun: true }, '08:20')).toBe('matched');
  expect(day.state.day).toEqual(before);
});

test('IM6 ID3 a match hinders no undo, and an undo does not forget it', () => {
  const day = withProof();
  day.next(1, '08:20');
  const wanted = line({ ...today, reference: 'MP-0012' });
  day.imported(wanted, {}, '08:20:05');
  expect(day.press('UndoAction', 1, '08:20:10')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', booking: wanted.id, takesPlace: false });
});

test('RE1 a list and its matches are the same when they are read again', () => {
  const day = withProof();
  day.imports([line({ ...today, reference: 'MP-0012' }), line(), line({ reference: 'B' })], {}, '08:20');
  day.imported(line({ reference: 'B', time: '09:00' }), {}, '08:21');
  const isOfDay = (type: string) => /^(Day|Ticket|Proof|Counter)/.test(type);
  const [ofDay, calendar] = [true, false].map((wanted) =>
    day.events.filter(({ type }) => isOfDay(type) === wanted),
  );
  const state = replay({
    calendar: calendar ?? [],
    calendarSeq: 0,
    day: { stream: 'day:2026-11-26', events: ofDay ?? [], seq: 0 },
  } as Parameters<typeof replay>[0]);
  expect(state).toEqual(day.state);
});
