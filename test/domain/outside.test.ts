/** A full room: who waits outside, who is called in, and what a ticket given at the door counts from. */
import { expect, test } from 'vitest';
import { entranceView } from '../../server/domain/views/entrance.ts';
import type { DoorDay } from './door-day.ts';
import { doorDay, measuring } from './door-day.ts';
import { clock } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const small = (changes: Record<string, unknown> = {}) => contoh({ capacity: 2, ...changes });

/** Two are inside, and so many tickets were given to those outside. */
function fullRoom(tickets: { people?: number; lane?: string }[] = [], changes = {}): DoorDay {
  const day = doorDay(small(changes));
  day.counts('07:50', 2);
  for (const [index, more] of tickets.entries()) day.gives(`08:0${index}`, more);
  return day;
}

test('DO9 a ticket given at the door of a full room waits outside, and says so', () => {
  const day = fullRoom();
  expect(day.gives('08:00')).toMatchObject({ number: 'A-001', outside: true });
  expect(day.outside()).toEqual(['A-001']);
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', outside: true });
});

test('DO9 while others wait outside nobody passes them, though there is room', () => {
  const day = fullRoom([{}]);
  day.leaves('08:10', 2);
  expect(day.gives('08:11')).toMatchObject({ outside: true });
});

test('DO9 a family for which there is not room enough waits outside together', () => {
  const day = doorDay(small());
  day.counts('07:50', 1);
  expect(day.gives('08:00', { people: 2 })).toMatchObject({ outside: true });
  expect(doorDay(small()).gives('08:00', { people: 2 })).not.toHaveProperty('outside');
});

test('DO9 a ticket waits inside while there is room, or where nobody counts', () => {
  expect(doorDay(small()).gives('08:00')).not.toHaveProperty('outside');
  expect(doorDay(contoh()).gives('08:00')).not.toHaveProperty('outside');
});

test('DO9 DO11 a screening that let the person in gives a ticket inside, with the arrival of its reading', () => {
  const day = doorDay(measuring({ capacity: 2 }));
  day.counts('07:50', 1);
  const { id } = day.screens('08:00', 36.5);
  const answer = day.gives('08:04', { screening: id });
  expect(answer).toMatchObject({ number: 'A-001', promiseAt: '2026-11-26T02:00:00.000Z' });
  expect(answer).not.toHaveProperty('outside');
  expect(day.visit('A-001')).toMatchObject({ arrivedAt: clock('08:00'), turn: clock('10:00') });
  // Whoever came later and was quicker with the ticket comes later.
  const later = day.takes('08:02');
  day.opens(1);
  expect(day.next(1, '08:10')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '08:11')).toMatchObject({ ticket: later });
});

test('DO11 after a retest the arrival is the reading that let the person in', () => {
  const day = doorDay(measuring());
  const { id } = day.screens('08:00', 38);
  day.reads(id, '08:05', 36.5);
  day.gives('08:06', { screening: id });
  expect(day.visit('A-001').arrivedAt).toBe(clock('08:05'));
});

test('DO11 a screening gives one ticket; who sits, was referred or is unknown gets none by it', () => {
  const day = doorDay(measuring());
  const { id } = day.screens('08:00', 36.5);
  day.gives('08:01', { screening: id });
  const sits = day.screens('08:02', 38);
  const held = day.holds('08:03');
  const none = { refused: 'unknown-screening' };
  for (const screening of [id, sits.id, held, 'nobody'])
    expect(day.gives('08:05', { screening })).toMatchObject(none);
  day.decides(held, '08:06', 'refer');
  expect(day.gives('08:07', { screening: held })).toMatchObject(none);
  expect(day.state.day.visits.size).toBe(1);
});

test('DO11 who is let in by decision has a ticket that counts from itself: nothing leads from it to the case', () => {
  const day = doorDay(measuring());
  const held = day.holds('08:00');
  day.decides(held, '08:20', 'admit');
  expect(day.gives('08:21', { screening: held })).toMatchObject({ number: 'A-001' });
  expect(day.visit('A-001').arrivedAt).toBe(clock('08:21'));
});

test('DO9 DO11 a first place taken up at the door of a full room waits outside, unless a screening let the person in', () => {
  const day = doorDay(measuring({ capacity: 2 }));
  for (const time of ['08:00', '08:01']) day.takes(time);
  const [one = '', two = ''] = [...day.state.day.visits.keys()];
  day.does({ type: 'CloseDay', tomorrow: [one, two] }, '15:00');
  day.counts('2026-11-27 07:50', 1);
  const { id } = day.screens('2026-11-27 08:00', 36.5);
  const claim = { type: 'ClaimPlace', atDoor: true } as const;
  expect(day.does({ ...claim, code: one }, '2026-11-27 08:01')).toMatchObject({ outside: true });
  const screened = { ...claim, code: two, screening: String(id) };
  expect(day.does(screened, '2026-11-27 08:02')).not.toHaveProperty('outside');
  expect(day.outside()).toEqual(['A-001']);
  const again = day.gives('2026-11-27 08:03', { screening: id });
  expect(again).toMatchObject({ refused: 'unknown-screening' });
});

test('FP2 a screening that let nobody in takes up no first place, and the place stays', () => {
  const day = doorDay(measuring());
  const code = day.visit(day.takes('08:00')).code;
  day.does({ type: 'CloseDay', tomorrow: [code] }, '15:00');
  const { id } = day.screens('2026-11-27 08:00', 38.4);
  const claim = { type: 'ClaimPlace', code, atDoor: true } as const;
  const refused = day.does({ ...claim, screening: String(id) }, '2026-11-27 08:01');
  expect(refused).toMatchObject({ refused: 'unknown-screening' });
  expect(day.does(claim, '2026-11-27 08:02')).toMatchObject({ number: 'A-001' });
});

test('DO10 those outside come in by order, as many people as asked for, a family whole', () => {
  const day = fullRoom([{}, { people: 3 }, {}, { lane: 'priority' }], { lanes: firstLane });
  expect(day.callsIn('08:10', 2)).toMatchObject({ tickets: ['P-001', 'A-001'] });
  expect(day.outside()).toEqual(['A-002', 'A-003']);
  // Two are asked for, three would come, and there is no room for three.
  expect(day.callsIn('08:11', 2)).toMatchObject({ refused: 'room-full' });
  expect(day.callsIn('08:12', 3)).toEqual({ tickets: ['A-002'] });
  expect(day.callsIn('08:13', 9)).toEqual({ tickets: ['A-003'] });
  expect(day.callsIn('08:14')).toMatchObject({ refused: 'nobody-waiting' });
});

test('DO10 as many as there is room for: the first that does not fit ends the group', () => {
  const day = fullRoom([{}, { people: 2 }, {}]);
  expect(day.callsIn('08:10')).toMatchObject({ refused: 'room-full' });
  day.leaves('08:11', 2);
  expect(day.callsIn('08:12')).toEqual({ tickets: ['A-001'] });
  day.counts('08:12', 0);
  // Asked for one; the family comes whole, as there is room for both.
  expect(day.callsIn('08:13', 1)).toEqual({ tickets: ['A-002'] });
  expect(day.state.day.door.calledIn).toMatchObject({ at: clock('08:13') });
});

test('DO13 a place is not given twice while somebody who was called in has not come', () => {
  const day = fullRoom([{}, {}, {}]);
  day.leaves('08:10', 1);
  expect(day.callsIn('08:11')).toEqual({ tickets: ['A-001'] });
  expect(day.callsIn('08:12')).toMatchObject({ refused: 'room-full' });
  day.leaves('08:13', 1);
  expect(day.callsIn('08:14')).toEqual({ tickets: ['A-002'] });
  // Both are still expected, and both stand on the board.
  expect(day.state.day.door.calledIn?.codes).toHaveLength(2);
  day.screens('08:15');
  day.leaves('08:16', 1);
  expect(day.callsIn('08:17')).toEqual({ tickets: ['A-003'] });
});

test('DO13 a place is kept for ten minutes, or until somebody counts again', () => {
  const day = fullRoom([{}, {}, {}]);
  day.leaves('08:10', 1);
  day.callsIn('08:11');
  expect(day.callsIn('08:20:59')).toMatchObject({ refused: 'room-full' });
  expect(day.callsIn('08:21')).toEqual({ tickets: ['A-002'] });
  day.counts('08:22', 1);
  expect(day.callsIn('08:23')).toEqual({ tickets: ['A-003'] });
});

test('DO10 a call to a counter calls in by itself, and undo puts the person outside again', () => {
  const day = fullRoom([{}]);
  day.opens(1);
  expect(day.next(1, '08:10')).toMatchObject({ ticket: 'A-001' });
  expect(day.outside()).toEqual([]);
  day.press('UndoAction', 1, '08:10:10');
  expect(day.outside()).toEqual(['A-001']);
  day.next(1, '08:11');
  day.press('StartVisit', 1, '08:12');
  expect(day.visit('A-001').outside).toBe(false);
  day.press('HoldVisit', 1, '08:13');
  expect(day.outside()).toEqual([]);
});

test.each(['FinishStep', 'HoldVisit', 'MarkNoShow'] as const)(
  'DO10 whoever was called from outside is not outside after %s',
  (key) => {
    const day = fullRoom([{}], { calling: { noShowAfter: 1, noShowWait: 'PT0S' } });
    day.opens(1);
    day.next(1, '08:10');
    day.press(key, 1, '08:12');
    expect(day.visit('A-001').outside).toBe(false);
  },
);

test('DO10 who came back stands inside, also after an outage in which nobody called them in', () => {
  const day = fullRoom([{}]);
  day.does({ type: 'SettleVisits', done: [], gone: ['A-001'] }, '08:12');
  expect(day.visit('A-001').state).toBe('no-show');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:20');
  expect(day.visit('A-001').state).toBe('waiting');
  expect(day.outside()).toEqual([]);
});

test('DO10 who was served without the hub had come in, also when called once more', () => {
  const day = fullRoom([{}]);
  day.does({ type: 'SettleVisits', done: ['A-001'], gone: [] }, '08:12');
  expect(day.visit('A-001').outside).toBe(false);
  day.opens(1);
  day.calls(1, 'A-001', '08:20');
  expect(entranceView(day.state, { at: clock('08:21'), rehearsal: false }).calls).toEqual([]);
});

test('DO12 a kiosk, and a service that nobody enters the room for, are not held back by a full room', () => {
  const services = [
    { id: 'passport', prefix: 'A', steps: ['documents'] },
    { id: 'drive-thru', prefix: 'D', steps: ['handover'], inside: false },
  ];
  const day = fullRoom([{}], { services });
  expect(day.gives('08:10', { service: 'drive-thru' })).not.toHaveProperty('outside');
  expect(day.does({ type: 'TakeTicket', service: 'passport' }, '08:11')).not.toHaveProperty('outside');
  expect(day.outside()).toEqual(['A-001']);
});

test('CA1 a cancelled ticket waits nowhere', () => {
  const day = fullRoom([{}, {}]);
  day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:10');
  expect(day.outside()).toEqual(['A-002']);
  expect(day.callsIn('08:11', 1)).toEqual({ tickets: ['A-002'] });
});

test('CD1 after the day was closed the door gives no ticket, and says when again', () => {
  const day = doorDay(contoh({ hours: { 'mon-fri': ['08:00-12:00'] } }));
  day.does({ type: 'CloseDay', tomorrow: [] }, '09:00');
  expect(day.gives('09:01')).toMatchObject({ refused: 'office-closed', opensAt: '2026-11-27T00:00:00.000Z' });
});
