/** Whose turn it is, and the next key. */
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
});
