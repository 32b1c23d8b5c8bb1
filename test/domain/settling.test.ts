/** After an outage: who was served without the hub, and who has gone, is put right in bulk. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const quick = contoh({ calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' } });

const settle = (done: string[], gone: string[] = []): Command => ({ type: 'SettleVisits', done, gone });

/** A-001 is called, A-002 held, A-003 missed, A-004 sent away, A-005 and A-006 wait. */
function busy(): Morning {
  const day = morning(quick);
  day.opens(1);
  for (const minute of ['08:00', '08:01', '08:02', '08:03', '08:04', '08:05']) day.takes(minute);
  day.calls(1, 'A-002', '08:10');
  day.press('HoldVisit', 1, '08:11');
  day.calls(1, 'A-003', '08:12');
  day.press('MarkNoShow', 1, '08:13');
  day.calls(1, 'A-004', '08:14');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:15');
  day.calls(1, 'A-001', '08:16');
  return day;
}

const states = (day: Morning, ...numbers: string[]) => numbers.map((number) => day.visit(number).state);
const all = ['A-001', 'A-002', 'A-003', 'A-004', 'A-005', 'A-006'];

test('AO1 who was served without the hub is done, who is gone is missed, the others wait on', () => {
  const day = busy();
  const answer = day.does(settle(['A-001', 'a2', 'A-003'], ['A-005']), '09:30');
  expect(answer).toEqual({ tickets: ['A-001', 'A-002', 'A-003', 'A-005'] });
  expect(states(day, ...all)).toEqual(['done', 'done', 'done', 'incomplete', 'no-show', 'waiting']);
  expect(day.counter(1)).toMatchObject({ state: 'open', current: null });
  expect(day.next(1, '09:31').ticket).toBe('A-006');
});

test('AO1 who is gone from a counter leaves it, and may come back', () => {
  const day = busy();
  day.does(settle([], ['A-001']), '09:30');
  expect(day.counter(1).current).toBeNull();
  expect(day.visit('A-001').steps.map(({ end, endedAt }) => [end, endedAt])).toEqual([['no-show', null]]);
  expect(day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '09:40').state).toBe('waiting');
  expect(day.visit('A-001').step).toBe('documents');
});

test('AO1 a step that was under way is done; when, nobody knows', () => {
  const day = busy();
  day.does(settle(['A-001']), '09:30');
  expect(day.visit('A-001').steps).toMatchObject([{ counter: 1, end: 'done', endedAt: null }]);
});

test('AO1 who was missed or sent away before stays so', () => {
  const day = busy();
  expect(day.does(settle([], ['A-003', 'A-004']), '09:30')).toEqual({ tickets: ['A-003', 'A-004'] });
  expect(day.last()).toEqual([]);
  expect(states(day, 'A-003', 'A-004')).toEqual(['no-show', 'incomplete']);
});

test('AO1 with a ticket that is unknown, finished or both, the list is refused with those, and nothing happens', () => {
  const day = busy();
  day.does({ type: 'CancelTicket', ticket: 'A-006' }, '08:20');
  const unknown = day.does(settle(['A-001', 'A-077'], ['x', 'A-077']), '09:30');
  expect(unknown).toMatchObject({ refused: 'unknown-ticket', tickets: ['A-077', 'x'] });
  const finished = day.does(settle(['A-001', 'A-006'], []), '09:31');
  expect(finished).toMatchObject({ refused: 'not-possible', tickets: ['A-006'] });
  const both = day.does(settle(['A-001', 'A-002'], ['A-002']), '09:32');
  expect(both).toMatchObject({ refused: 'not-possible', tickets: ['A-002'] });
  expect(states(day, ...all)).toEqual(['called', 'held', 'no-show', 'incomplete', 'waiting', 'cancelled']);
});

test('AO1 somebody named twice is settled once; an empty list is no mistake', () => {
  const day = busy();
  const { code } = day.visit('A-001');
  expect(day.does(settle(['A-001', code]), '09:30')).toEqual({ tickets: ['A-001'] });
  expect(day.last()).toHaveLength(1);
  expect(day.does(settle([]), '09:31')).toEqual({ tickets: [] });
});

test('AO1 UN2 what was settled cannot be taken back by the counter’s undo', () => {
  const day = busy();
  day.does(settle(['A-001']), '08:16:10');
  expect(day.press('UndoAction', 1, '08:16:20').refused).toBe('nothing-to-undo');
});

test('AO2 the promise of who was served without the hub is neither kept nor broken, however late it is entered', () => {
  const day = busy();
  day.does(settle(['A-001']), '09:30');
  expect(day.visit('A-001').promise).toBe('lapsed');
  day.passes('12:00');
  const broken = ['A-002', 'A-005', 'A-006'].map((number) => day.visit(number).code);
  expect(day.state.day.brokenPromises).toEqual(new Set(broken));
});

test('AO2 a promise that was kept or broken before stays so', () => {
  const day = morning(quick);
  day.opens(5);
  day.takes('08:00', 'collection');
  day.takes('08:01', 'collection');
  // The first call keeps it.
  day.next(5, '08:10');
  day.does(settle(['C-001', 'C-002']), '09:30');
  expect(day.visit('C-001').promise).toBe('kept');
  expect(day.state.day.brokenPromises.has(day.visit('C-002').code)).toBe(true);
});
