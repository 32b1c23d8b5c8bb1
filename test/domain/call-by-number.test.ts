/** A call by number. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const calling = { noShowAfter: 1, noShowWait: 'PT0S' };

/** wait for documents since 08:00, and all counters are open. */
function three(changes: Record<string, unknown> = {}) {
  const day = morning(contoh({ calling, ...changes }));
  day.opens(1, 2, 3, 4, 5);
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00');
  return day;
}

const at1 = { counter: 1 };
const ways: [state: string, command: Command][] = [
  ['held', { type: 'HoldVisit', ...at1 }],
  ['no-show', { type: 'MarkNoShow', ...at1 }],
  ['incomplete', { type: 'SendAway', ...at1, reasons: ['missing'] }],
];

test('CT1 a waiting ticket is called out of its turn, and the current visit is finished first', () => {
  const day = three();
  day.next(1, '08:01');
  expect(day.calls(1, 'A-003', '08:02')).toEqual({ counter: 1, ticket: 'A-003' });
  expect(day.last().map(({ type }) => type)).toEqual(['StepDone', 'TicketCalled']);
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview' });
  expect(day.visit('A-003')).toMatchObject({ state: 'called', counter: 1 });
});

test.each(ways)('CT1 a ticket that is %s is called by number', (state, command) => {
  const day = three();
  day.next(1, '08:01');
  day.does(command, '08:02');
  expect(day.visit('A-001').state).toBe(state);
  expect(day.calls(2, 'A-001', '08:03')).toEqual({ counter: 2, ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'called', counter: 2, times: 1 });
});

test('CT1 and CT4: a ticket done today is called for its last step, and is done again after it', () => {
  const day = three();
  day.next(1, '08:01');
  day.press('FinishStep', 1, '08:02');
  day.next(3, '08:03');
  day.press('FinishStep', 3, '08:04');
  expect(day.visit('A-001').state).toBe('done');
  expect(day.calls(1, 'A-001', '08:05')).toMatchObject({ refused: 'not-yours' });
  expect(day.calls(3, 'A-001', '08:05')).toMatchObject({ ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'called', step: 'interview' });
  day.press('FinishStep', 3, '08:06');
  expect(day.visit('A-001').state).toBe('done');
});

test('CT1 a closed or paused counter calls nobody by number', () => {
  const day = three();
  day.press('PauseCounter', 1, '08:01');
  day.press('CloseCounter', 2, '08:01');
  expect(day.calls(1, 'A-001', '08:02')).toMatchObject({ refused: 'counter-closed' });
  expect(day.calls(2, 'A-001', '08:02')).toMatchObject({ refused: 'counter-closed' });
});

test('CT2 a refused call finishes nobody', () => {
  const day = three();
  day.takes('08:00', 'collection');
  day.next(1, '08:01');
  day.next(2, '08:01');
  for (const ticket of ['A-002', 'C-001', 'Z-001', 'A-001']) {
    expect(day.calls(1, ticket, '08:02')).toHaveProperty('refused');
    expect(day.last()).toEqual([]);
  }
  expect(day.visit('A-001')).toMatchObject({ state: 'called', step: 'documents' });
});

test('CT3 a ticket called or served anywhere is already-called, and the refusal says where', () => {
  const day = three();
  day.next(2, '08:01');
  expect(day.calls(1, 'A-001', '08:02')).toMatchObject({ refused: 'already-called', counter: 2 });
  day.press('StartVisit', 2, '08:03');
  expect(day.calls(1, 'A-001', '08:04')).toMatchObject({ refused: 'already-called', counter: 2 });
});

test('CT4 nobody is called for a step that the counter does not serve', () => {
  const day = three();
  expect(day.calls(3, 'A-001', '08:01')).toMatchObject({ refused: 'not-yours' });
  day.does({ type: 'OpenCounter', counter: 4, steps: ['interview'] }, '08:02');
  expect(day.calls(4, 'A-001', '08:03')).toMatchObject({ refused: 'not-yours' });
  day.does({ type: 'OpenCounter', counter: 3, steps: ['documents'] }, '08:04');
  expect(day.calls(3, 'A-001', '08:05')).toMatchObject({ ticket: 'A-001' });
});

test('CT5 out of turn is recorded with its reason and the number of those overtaken', () => {
  const day = three();
  day.takes('08:00', 'collection');
  day.does({ type: 'CallTicket', counter: 1, ticket: 'A-003', reason: 'deaf' }, '08:01');
  expect(day.last()).toMatchObject([{ type: 'TicketCalled', reason: 'deaf', overtaken: 2, byNext: false }]);
  day.calls(2, 'A-001', '08:02');
  expect(day.last()).toMatchObject([{ type: 'TicketCalled', reason: null, overtaken: 0 }]);
});

test('CT5 overtaken are only those whom this counter could have called', () => {
  const day = three({ lanes: firstLane });
  day.takes('08:05', 'passport', { lane: 'priority' });
  day.does({ type: 'OpenCounter', counter: 2, lanes: ['regular'] }, '08:06');
  day.calls(2, 'A-002', '08:07');
  expect(day.last()).toMatchObject([{ code: day.visit('A-002').code, overtaken: 1 }]);
  day.calls(1, 'A-003', '08:08');
  expect(day.last()).toMatchObject([{ code: day.visit('A-003').code, overtaken: 2 }]);
});

test('CT5 nobody is overtaken when it was the visit’s turn, though a first lane waits', () => {
  const day = three({ lanes: firstLane });
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:05', 'passport', { lane: 'priority' });
  day.next(1, '08:06');
  day.next(2, '08:07');
  day.calls(1, 'A-001', '08:08');
  expect(day.last().at(-1)).toMatchObject({ type: 'TicketCalled', overtaken: 0 });
});

test('CT5 WT6 a first lane that has had its share overtakes whoever has the turn', () => {
  const day = three({ lanes: firstLane });
  for (let taken = 0; taken < 4; taken += 1) day.takes('08:05', 'passport', { lane: 'priority' });
  const overtaken = ['P-001', 'P-002', 'P-003', 'P-004'].map((ticket) => {
    day.calls(1, ticket, '08:06');
    return day.last().findLast(({ type }) => type === 'TicketCalled');
  });
  expect(overtaken).toMatchObject([{ overtaken: 0 }, { overtaken: 0 }, { overtaken: 1 }, { overtaken: 1 }]);
});

test('CT5 WT7 who came back and is called before the others were let go first overtakes whoever has the turn', () => {
  const day = three();
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:03');
  day.calls(1, 'A-001', '08:04');
  expect(day.last()).toMatchObject([{ type: 'TicketCalled', overtaken: 1 }]);
});

test('CT5 who was set aside, and had the turn before all who wait, overtakes nobody', () => {
  const day = three();
  day.next(1, '08:01');
  day.press('HoldVisit', 1, '08:02');
  day.calls(1, 'A-001', '08:03');
  expect(day.last()).toMatchObject([{ type: 'TicketCalled', overtaken: 0 }]);
});

test('CT6 a cancelled ticket, one never given today, and one of yesterday are unknown', () => {
  const day = three();
  day.does({ type: 'CancelTicket', ticket: 'A-002' }, '08:01');
  const { code } = day.visit('A-001');
  expect(day.calls(1, 'A-002', '08:02')).toMatchObject({ refused: 'unknown-ticket' });
  expect(day.calls(1, 'A-004', '08:02')).toMatchObject({ refused: 'unknown-ticket' });
  expect(day.calls(1, '', '08:02')).toMatchObject({ refused: 'unknown-ticket' });
  day.does({ type: 'OpenCounter', counter: 1 }, '2026-11-27 07:30');
  for (const ticket of ['A-001', code]) {
    expect(day.calls(1, ticket, '2026-11-27 08:00')).toMatchObject({ refused: 'unknown-ticket' });
  }
});

test('CT7 the ticket that the same counter is calling or serving is already-called', () => {
  const day = three();
  day.next(1, '08:01');
  expect(day.calls(1, 'A-001', '08:02')).toMatchObject({ refused: 'already-called', counter: 1 });
  day.press('StartVisit', 1, '08:03');
  expect(day.calls(1, 'A-001', '08:04')).toMatchObject({ refused: 'already-called', counter: 1 });
});

test('CT8 neither a lane nor a return’s waiting binds a call by number', () => {
  const day = three();
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['priority'] }, '08:01');
  expect(day.calls(1, 'A-001', '08:02')).toMatchObject({ ticket: 'A-001' });
  day.press('MarkNoShow', 1, '08:03');
  day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:04');
  expect(day.calls(1, 'A-001', '08:05')).toMatchObject({ ticket: 'A-001' });
});

test('CT8 notBefore does not bind a call by number', () => {
  const day = three();
  day.reserves('08:00', '13:00');
  expect(day.calls(1, 'A-004', '08:01')).toMatchObject({ ticket: 'A-004' });
});

test.each(['PauseCounter', 'CloseCounter'] as const)(
  'CT8 a visit kept for another counter is not-yours, until %s there',
  (key) => {
    const day = three();
    day.next(1, '08:01');
    day.does({ type: 'TransferVisit', counter: 1, to: { counter: 2 } }, '08:02');
    expect(day.calls(1, 'A-001', '08:03')).toMatchObject({ refused: 'not-yours' });
    day.press(key, 2, '08:04');
    expect(day.calls(1, 'A-001', '08:05')).toMatchObject({ ticket: 'A-001' });
  },
);
