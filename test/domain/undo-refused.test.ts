/** When there is nothing to undo, and what does not hinder. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

const patience = { noShowAfter: 1, noShowWait: 'PT0S' };

/** A-001 is called at counter 1 at 08:10; A-002 waits; all counters are open. */
function called(calling: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: { ...patience, ...calling } }));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  day.takes('08:00');
  day.next(1, '08:10');
  return day;
}

const nothing = { refused: 'nothing-to-undo', code: 'nothing-to-undo' };

test('UN2 a counter that has done nothing has nothing to undo', () => {
  const day = morning(contoh());
  expect(day.press('UndoAction', 1, '08:00')).toEqual(nothing);
  expect(day.last()).toEqual([]);
});

test('UN2 two undos do not follow one another; after another action undo is possible again', () => {
  const day = called();
  day.next(1, '08:11');
  expect(day.press('UndoAction', 1, '08:11:01')).toMatchObject({ ticket: 'A-001' });
  expect(day.press('UndoAction', 1, '08:11:02')).toEqual(nothing);
  day.next(1, '08:12');
  expect(day.press('UndoAction', 1, '08:12:01')).toMatchObject({ ticket: 'A-001' });
});

test('UN2 an action that was refused or answered again leaves the one before it', () => {
  const day = called();
  day.next(1, '08:10:00.300');
  day.press('RecallTicket', 1, '08:10:05');
  expect(day.press('UndoAction', 1, '08:10:06')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-001').state).toBe('waiting');
});

const at1 = { counter: 1 };
const followed: [name: string, action: Command, since: Command][] = [
  ['another counter called it', { type: 'FinishStep', ...at1 }, { type: 'CallNext', counter: 3 }],
  [
    'another counter called it by number',
    { type: 'HoldVisit', ...at1 },
    { type: 'CallTicket', counter: 2, ticket: 'A-001' },
  ],
  ['it has returned', { type: 'MarkNoShow', ...at1 }, { type: 'ReturnVisit', ticket: 'A-001' }],
  ['it was cancelled', { type: 'HoldVisit', ...at1 }, { type: 'CancelTicket', ticket: 'A-001' }],
  [
    'its lane was changed',
    { type: 'StartVisit', ...at1 },
    { type: 'ChangeLane', ticket: 'A-001', lane: 'priority', reason: 'asked' },
  ],
];

test.each(followed)('UN2 nothing-to-undo when since then %s', (_, action, since) => {
  const day = called();
  expect(day.does(action, '08:11')).not.toHaveProperty('refused');
  expect(day.does(since, '08:11:10')).not.toHaveProperty('refused');
  const was = day.visit('A-001');
  expect(day.press('UndoAction', 1, '08:11:20')).toEqual(nothing);
  expect(day.visit('A-001')).toEqual(was);
});

test('UN2 a next is not taken back once one of the two visits has moved on', () => {
  const day = called();
  day.next(1, '08:11');
  day.next(3, '08:11:05');
  expect(day.press('UndoAction', 1, '08:11:10')).toEqual(nothing);
  expect(day.visit('A-001')).toMatchObject({ state: 'called', counter: 3 });
});

test('UN2 what happens to others does not hinder', () => {
  const day = called();
  day.takes('08:10:01');
  day.next(2, '08:10:02');
  day.does({ type: 'ChangeLane', ticket: 'A-003', lane: 'priority', reason: 'asked' }, '08:10:03');
  expect(day.press('UndoAction', 1, '08:10:10')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-002').state).toBe('called');
});

test('UN2 nothing-to-undo when the office has given up the service meanwhile', () => {
  const day = morning(contoh({ calling: patience }));
  day.opens(5);
  day.takes('08:00', 'collection');
  day.next(5, '08:10');
  day.press('FinishStep', 5, '08:11');
  const services = [{ id: 'passport', prefix: 'A', steps: ['documents', 'interview'] }];
  expect(
    day.does({ type: 'ConfigureOffice', office: contoh({ services }), source: 'less' }, '08:11:10'),
  ).toEqual({});
  expect(day.press('UndoAction', 5, '08:11:20')).toEqual(nothing);
});

test('UN2 nothing of yesterday is undone', () => {
  const day = called();
  day.next(1, '23:59:50');
  expect(day.press('UndoAction', 1, '2026-11-27 00:00:10')).toEqual(nothing);
});

test('UN3 a broken promise stays and does not hinder', () => {
  const day = called();
  day.next(2, '09:59:50');
  expect(day.press('UndoAction', 2, '10:00:10')).toEqual({ counter: 2, ticket: null });
  expect(day.last().map(({ type, at }) => [type, at])).toEqual([
    ['PromiseBroken', clock('10:00')],
    ['PromiseBroken', clock('10:00')],
    ['ActionUndone', clock('10:00:10')],
  ]);
  expect(day.passes('23:59')).toEqual([]);
});

test('UN3 a broken hand-over stays and does not hinder', () => {
  const day = called({ undoWithin: 'PT5M' });
  day.takes('08:10', 'collection');
  day.next(5, '08:11');
  day.press('StartVisit', 5, '08:12');
  const [broken] = day.passes('08:14');
  expect(broken).toMatchObject({ type: 'HandoverBroken', at: clock('08:14') });
  expect(day.press('UndoAction', 5, '08:15')).toEqual({ counter: 5, ticket: 'C-001' });
  expect(day.visit('C-001')).toMatchObject({ state: 'called', handover: null });
});

test('UN3 a pause that ended by itself stays ended; what was done in it is taken back', () => {
  const day = called();
  day.does({ type: 'PauseCounter', counter: 1, until: clock('08:11:10') }, '08:11');
  day.press('HoldVisit', 1, '08:11:05');
  expect(day.passes('08:11:10')).toMatchObject([{ type: 'CounterResumed', at: clock('08:11:10') }]);
  expect(day.press('UndoAction', 1, '08:11:20')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.visit('A-001').state).toBe('called');
  expect(day.counter(1)).toMatchObject({ state: 'open', pause: null, current: day.visit('A-001').code });
});

test('UN3 a pause that ended by itself can be taken back, and the counter is open', () => {
  const day = called();
  day.does({ type: 'PauseCounter', counter: 1, until: clock('08:11:10') }, '08:11');
  expect(day.press('UndoAction', 1, '08:11:20')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.counter(1)).toMatchObject({ state: 'open', pause: null });
});
