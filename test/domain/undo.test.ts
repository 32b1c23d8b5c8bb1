/** Undo takes back exactly, whatever the action was. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { counterOf } from '../../server/domain/day.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** wait for documents, C-001 for the hand-over; all counters are open, and nobody has to be patient. */
function busy(calling: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S', ...calling } }));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  day.takes('08:01');
  day.takes('08:02', 'collection');
  return day;
}

/** All that anybody can see of the day, and all that decides what comes next. */
const seen = ({ state: { day } }: Morning) =>
  structuredClone({
    visits: [...day.visits.values()],
    counters: [1, 2, 3, 4, 5].map((number) => counterOf(day, number)),
    calls: [...day.calls].filter(([, calls]) => calls.length > 0),
    waiting: [...day.waiting].sort(),
    running: [...day.running].sort(),
    handovers: [...day.handovers].sort(),
    numbers: [...day.lastNumbers],
  });

const next = (counter: number): Command => ({ type: 'CallNext', counter });
const call = (counter: number, ticket: string): Command => ({ type: 'CallTicket', counter, ticket });
const at1 = { counter: 1 };
const hold: Command = { type: 'HoldVisit', ...at1 };
const miss: Command = { type: 'MarkNoShow', ...at1 };
const sendAway: Command = { type: 'SendAway', ...at1, reasons: ['missing'] };
const returned: Command = { type: 'ReturnVisit', ticket: 'A-001' };

const actions: [name: string, before: Command[], action: Command][] = [
  ['open', [{ type: 'CloseCounter', counter: 5, confirm: true }], { type: 'OpenCounter', counter: 5 }],
  ['open for other steps', [next(4)], { type: 'OpenCounter', counter: 4, steps: ['documents'] }],
  ['open after a pause', [{ type: 'PauseCounter', ...at1 }], { type: 'OpenCounter', ...at1 }],
  ['pause', [next(1)], { type: 'PauseCounter', ...at1, reason: 'prayer' }],
  ['pause until', [], { type: 'PauseCounter', ...at1, until: clock('09:00') }],
  ['close', [], { type: 'CloseCounter', ...at1 }],
  ['close with a visit', [next(1)], { type: 'CloseCounter', ...at1, confirm: true }],
  ['the first next', [], next(1)],
  ['a next that passes a visit on', [next(1)], next(1)],
  ['a next that finishes and finds nobody', [next(5)], next(5)],
  ['a next that calls the same visit for its next step', [next(4)], next(4)],
  ['a next that calls who returned', [next(1), miss, returned, next(2)], next(1)],
  ['a call by number', [next(1)], call(1, 'A-002')],
  ['a call of who was held', [next(1), hold], call(2, 'A-001')],
  ['a call of who was missed', [next(1), miss], call(2, 'A-001')],
  ['a call of who was sent away', [next(1), sendAway], call(2, 'A-001')],
  ['a call of who is done', [next(5), { type: 'FinishStep', counter: 5 }], call(5, 'C-001')],
  ['recall', [next(1)], { type: 'RecallTicket', ...at1 }],
  ['start', [next(1)], { type: 'StartVisit', ...at1 }],
  ['start of a timed hand-over', [next(5)], { type: 'StartVisit', counter: 5 }],
  ['done', [next(1)], { type: 'FinishStep', ...at1 }],
  [
    'done of the last step',
    [next(5), { type: 'StartVisit', counter: 5 }],
    { type: 'FinishStep', counter: 5 },
  ],
  [
    'done with an outcome',
    [next(1), next(1), next(3)],
    { type: 'FinishStep', counter: 3, outcome: 'passport-24' },
  ],
  ['no-show', [next(1)], miss],
  ['hold', [next(1), { type: 'StartVisit', ...at1 }], hold],
  ['transfer to a step', [next(1)], { type: 'TransferVisit', ...at1, to: { step: 'handover' } }],
  ['transfer to a counter', [next(1)], { type: 'TransferVisit', ...at1, to: { counter: 2 } }],
  ['incomplete', [next(1)], sendAway],
];

test.each(actions)('UN1 undo takes back exactly: %s', (_, before, action) => {
  const day = busy();
  before.forEach((command, index) => {
    expect(day.does(command, `08:10:0${index}`)).not.toHaveProperty('refused');
  });
  const was = seen(day);
  expect(day.does(action, '08:10:20')).not.toHaveProperty('refused');
  expect(seen(day)).not.toEqual(was);
  const [counter] = 'counter' in action ? [action.counter] : [];
  expect(day.press('UndoAction', counter ?? 0, '08:10:30')).not.toHaveProperty('refused');
  expect(seen(day)).toEqual(was);
  expect(day.does(action, '08:10:40')).not.toHaveProperty('refused');
});

test('UN1 the outcome that was named later is taken back', () => {
  const day = busy();
  day.next(4, '08:10');
  day.next(4, '08:11');
  day.next(4, '08:12');
  const was = seen(day);
  day.does({ type: 'FinishStep', counter: 4, ticket: 'A-001', outcome: 'passport-48' }, '08:13');
  expect(day.visit('A-001').steps.at(-1)).toMatchObject({ outcome: 'passport-48' });
  day.press('UndoAction', 4, '08:13:10');
  expect(seen(day)).toEqual(was);
});

test('UN1 the answer names the ticket that is at the counter again', () => {
  const day = busy();
  day.next(1, '08:10');
  day.next(1, '08:11');
  expect(day.press('UndoAction', 1, '08:11:10')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.last()).toMatchObject([{ type: 'ActionUndone', counter: 1, at: clock('08:11:10') }]);
  day.next(2, '08:12');
  expect(day.press('UndoAction', 2, '08:12:10')).toEqual({ counter: 2, ticket: null });
});

test('UN1 the turn order is as before', () => {
  const day = busy();
  day.takes('08:03', 'passport', { lane: 'priority' });
  day.next(1, '08:10');
  day.next(1, '08:11');
  day.press('UndoAction', 1, '08:11:20');
  expect(day.visit('P-001').state).toBe('called');
  expect(day.next(3, '08:12')).toMatchObject({ refused: 'nobody-waiting' });
  expect(day.next(2, '08:12')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(2, '08:13')).toMatchObject({ ticket: 'A-002' });
});

test('UN1 undo is possible until undoWithin is over, and not a millisecond longer', () => {
  const day = busy();
  day.next(1, '08:10');
  day.next(2, '08:10');
  expect(day.press('UndoAction', 1, '08:10:30')).toMatchObject({ counter: 1, ticket: null });
  expect(day.press('UndoAction', 2, '08:10:30.001')).toMatchObject({ refused: 'nothing-to-undo' });
  expect(day.visit('A-002').state).toBe('called');
});

test('UN4 undo after a recall takes back the announcement’s count, not the call', () => {
  const day = busy();
  day.next(1, '08:10');
  day.press('RecallTicket', 1, '08:11');
  expect(day.press('UndoAction', 1, '08:11:10')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'called', times: 1, lastCalledAt: clock('08:10') });
  expect(day.state.day.calls.get('documents')).toMatchObject([{ number: 'A-001', times: 1 }]);
  expect(day.press('UndoAction', 1, '08:11:20')).toMatchObject({ refused: 'nothing-to-undo' });
});

test('UN5 after an undone next the refractory time counts from the next before it', () => {
  const day = busy({ refractory: 'PT5S' });
  day.next(1, '08:10');
  day.next(1, '08:10:05');
  day.press('UndoAction', 1, '08:10:06');
  expect(day.next(1, '08:10:07')).toEqual({ counter: 1, ticket: 'A-002' });
});

test('UN5 with no next before it there is no refractory time', () => {
  const day = busy();
  day.next(1, '08:10');
  day.press('UndoAction', 1, '08:10:00.200');
  expect(day.next(2, '08:10:00.300')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '08:10:00.400')).toMatchObject({ ticket: 'A-002' });
});

test('UN5 an undone pause leaves the refractory time of the next before it', () => {
  const day = busy();
  day.next(1, '08:10');
  day.press('PauseCounter', 1, '08:10:00.100');
  day.press('UndoAction', 1, '08:10:00.200');
  expect(day.next(1, '08:10:00.599')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '08:10:00.600')).toMatchObject({ ticket: 'A-002' });
});
