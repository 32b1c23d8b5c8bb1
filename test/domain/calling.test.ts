/** Whose turn it is. */
import { expect, test } from 'vitest';
import { clock, morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

test('WT1 the earliest turn is called first; ties go to the earlier ticket', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:10', 'passport', { lane: 'priority' });
  expect(day.next(1, '08:11')).toEqual({ counter: 1, ticket: 'P-001' });
  expect(day.next(1, '08:12')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.next(1, '08:13')).toEqual({ counter: 1, ticket: 'A-002' });
});

test('WT1 the same turn goes to the earlier arrival, and one millisecond of turn decides', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.takes('09:29:59.999', 'passport', { lane: 'priority' });
  day.takes('09:30', 'passport', { lane: 'priority' });
  expect(day.next(1, '09:31')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(1, '09:32')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '09:33')).toMatchObject({ ticket: 'P-002' });
});

test('WT2 the turn is arrival and the shorter promise, and stays with the visit through all steps', () => {
  const day = morning(contoh());
  day.opens(1, 3);
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  expect(day.visit('A-001').turn).toBe(clock('10:00'));
  expect(day.visit('P-001').turn).toBe(clock('08:31'));
  day.next(1, '08:05');
  day.next(1, '08:10');
  expect(day.visit('P-001')).toMatchObject({ state: 'waiting', step: 'interview', turn: clock('08:31') });
});

test('WT2 the service’s promise counts where it is the shorter one', () => {
  const day = morning(contoh({ lanes: [{ id: 'regular' }, { id: 'slow', promise: 'PT3H' }] }));
  day.takes('08:00', 'passport', { lane: 'slow' });
  day.takes('08:00', 'question', { lane: 'slow' });
  expect(day.visit('A-001')).toMatchObject({ promiseAt: clock('10:00'), turn: clock('10:00') });
  expect(day.visit('B-001')).toMatchObject({ promiseAt: clock('11:00'), turn: clock('11:00') });
});

test('WT3 without a promise the turn is arrival and the longest promise of the office', () => {
  const day = morning(contoh());
  day.takes('08:00', 'question');
  expect(day.visit('B-001')).toMatchObject({ promiseAt: null, turn: clock('10:00') });
  const silent = morning(
    contoh({
      services: [{ id: 'passport', prefix: 'A', steps: ['documents', 'interview', 'handover'] }],
      lanes: [{ id: 'regular' }],
    }),
  );
  silent.takes('08:00');
  expect(silent.visit('A-001').turn).toBe(clock('08:00'));
});

test('WT4 a counter calls only its steps, its lanes, and nobody who is kept for another', () => {
  const day = morning(contoh());
  day.opens(2, 3);
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['priority'] }, '07:30');
  day.takes('08:00');
  expect(day.next(3, '08:01')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(1, '08:01')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(2, '08:01')).toMatchObject({ ticket: 'A-001' });
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['regular'] }, '08:02');
  day.does({ type: 'TransferVisit', counter: 2, to: { counter: 1 } }, '08:02');
  expect(day.next(2, '08:03')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(1, '08:03')).toMatchObject({ ticket: 'A-001' });
});

test('WT4 nobody is called before notBefore', () => {
  const day = morning(contoh());
  day.opens(1);
  day.reserves('08:00', '08:30');
  expect(day.next(1, '08:29:59.999')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(1, '08:30')).toMatchObject({ ticket: 'A-001' });
});

test('WT5 a lane marked first goes before all others, whatever the turn', () => {
  const day = morning(contoh({ lanes: [{ id: 'regular' }, { id: 'priority', prefix: 'P', first: true }] }));
  day.opens(1);
  day.takes('08:00');
  for (const time of ['11:00', '11:01', '11:02', '11:03']) day.takes(time, 'question', { lane: 'priority' });
  const called = ['11:10', '11:11', '11:12', '11:13', '11:14'].map((time) => day.next(1, time).ticket);
  expect(called).toEqual(['P-001', 'P-002', 'P-003', 'P-004', 'A-001']);
});

/** Twelve who wait since 08:00: eight with priority, four without. */
function crowd(atMost: string) {
  const [regular, priority] = firstLane;
  const day = morning(contoh({ lanes: [regular, { ...priority, atMost }] }));
  for (let taken = 0; taken < 4; taken += 1) day.takes('08:00');
  for (let taken = 0; taken < 8; taken += 1) day.takes('08:00', 'passport', { lane: 'priority' });
  return day;
}

const times = Array.from({ length: 12 }, (_, index) => `08:${10 + index}`);

test('WT6 of any three calls for a step at most two go first while others wait, whatever the counter', () => {
  const day = crowd('2 of 3');
  day.opens(1, 2);
  const called = times.map((time, index) => day.next(1 + (index % 2), time).ticket);
  expect(called.slice(0, 6)).toEqual(['P-001', 'P-002', 'A-001', 'P-003', 'P-004', 'A-002']);
  expect(called.slice(6)).toEqual(['P-005', 'P-006', 'A-003', 'P-007', 'P-008', 'A-004']);
});

test('WT6 one of four: three others between', () => {
  const day = crowd('1 of 4');
  day.opens(1, 2);
  const called = times.map((time, index) => day.next(1 + (index % 2), time).ticket);
  expect(called.slice(0, 6)).toEqual(['P-001', 'A-001', 'A-002', 'A-003', 'P-002', 'A-004']);
  expect(called.slice(6)).toEqual(['P-003', 'P-004', 'P-005', 'P-006', 'P-007', 'P-008']);
});

test('WT6 others whom this counter may not call do not count', () => {
  const day = crowd('2 of 3');
  day.opens(2);
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['priority'] }, '08:01');
  for (const time of ['08:10', '08:11', '08:12', '08:13']) day.next(1, time);
  expect(day.counter(1).current).toBe(day.visit('P-004').code);
  expect(day.next(2, '08:14')).toMatchObject({ ticket: 'A-001' });
});

test('WT6 a call by number counts, a recall and an undone call do not', () => {
  const day = crowd('2 of 3');
  day.opens(1);
  day.calls(1, 'P-008', '08:10');
  day.press('RecallTicket', 1, '08:10:10');
  expect(day.next(1, '08:11')).toMatchObject({ ticket: 'P-001' });
  day.press('UndoAction', 1, '08:11:10');
  expect(day.next(1, '08:12')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(1, '08:13')).toMatchObject({ ticket: 'A-001' });
});

test('WT6 each step has its own count, also at a counter that serves two', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.opens(1, 4);
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00', 'passport', { lane: 'priority' });
  day.takes('08:00');
  expect(day.next(1, '08:01')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(1, '08:02')).toMatchObject({ ticket: 'P-002' });
  expect(day.next(4, '08:03')).toMatchObject({ ticket: 'P-001' });
  expect(day.visit('P-001').step).toBe('interview');
  expect(day.next(4, '08:04')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(4, '08:05')).toMatchObject({ ticket: 'P-003' });
});

test('WT6 who is held back lets the earliest of the same step go first, and nobody of another step', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.opens(1, 3, 4);
  for (const time of ['08:00', '08:01']) day.takes(time);
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:02', 'passport', { lane: 'priority' });
  day.calls(1, 'A-001', '08:03');
  expect(day.next(1, '08:04')).toMatchObject({ ticket: 'P-001' });
  expect(day.next(1, '08:05')).toMatchObject({ ticket: 'P-002' });
  day.calls(3, 'P-001', '08:06');
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview' });
  expect(day.next(4, '08:07')).toMatchObject({ ticket: 'A-002' });
});
