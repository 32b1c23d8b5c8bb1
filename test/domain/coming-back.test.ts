/** Who comes back, who goes, and who changes the lane. */
import { expect, test } from 'vitest';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

const quick = { noShowAfter: 1, noShowWait: 'PT0S' };

/** A-001 was missed at counter 1; more wait for documents; counters 1 to 4 are open. */
function missed(others: number, calling: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: { ...quick, ...calling } }));
  day.opens(1, 2, 3, 4);
  day.takes('08:00');
  for (let taken = 0; taken < others; taken += 1) day.takes('08:01');
  day.next(1, '08:02');
  day.press('MarkNoShow', 1, '08:03');
  return day;
}

const returns = (day: Morning, ticket: string, time: string) =>
  day.does({ type: 'ReturnVisit', ticket }, time);
const cancels = (day: Morning, ticket: string, time: string) =>
  day.does({ type: 'CancelTicket', ticket }, time);
const takesLane = (day: Morning, ticket: string, lane: string, time: string) =>
  day.does({ type: 'ChangeLane', ticket, lane, reason: 'asked' }, time);

test('WT7 and RV1: who returns is called after three further calls of the step, at whatever counter', () => {
  const day = missed(5);
  expect(returns(day, 'A-001', '08:04')).toMatchObject({ number: 'A-001', state: 'waiting' });
  expect(day.next(1, '08:05')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(2, '08:06')).toMatchObject({ ticket: 'A-003' });
  expect(day.next(1, '08:07')).toMatchObject({ ticket: 'A-004' });
  expect(day.next(1, '08:08')).toMatchObject({ ticket: 'A-001' });
});

test('WT7 calls before the return, of another step, and undone ones do not count', () => {
  const day = missed(5, { returnAfter: 1 });
  day.next(1, '08:04');
  returns(day, 'A-001', '08:05');
  day.press('FinishStep', 1, '08:06');
  expect(day.next(3, '08:07')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(1, '08:08')).toMatchObject({ ticket: 'A-003' });
  day.press('UndoAction', 1, '08:08:10');
  expect(day.next(1, '08:09')).toMatchObject({ ticket: 'A-003' });
  expect(day.next(1, '08:10')).toMatchObject({ ticket: 'A-001' });
});

test('WT7 when the counter could call nobody else, who returned is called at once', () => {
  const day = missed(1);
  returns(day, 'A-001', '08:04');
  expect(day.next(1, '08:05')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(2, '08:06')).toMatchObject({ ticket: 'A-001' });
});

test('WT7 nobody else for that step: who waits for another step does not keep it back', () => {
  const day = missed(1);
  returns(day, 'A-001', '08:04');
  day.next(1, '08:05');
  day.press('FinishStep', 1, '08:06');
  expect(day.visit('A-002')).toMatchObject({ state: 'waiting', step: 'interview' });
  expect(day.next(4, '08:07')).toMatchObject({ ticket: 'A-001' });
});

test('WT7 with returnAfter 0 the old turn alone counts', () => {
  const day = missed(2, { returnAfter: 0 });
  returns(day, 'A-001', '08:04');
  expect(day.next(1, '08:05')).toMatchObject({ ticket: 'A-001' });
});

test('RV1 who was missed waits for the same step with the old turn', () => {
  const day = missed(1);
  day.next(1, '08:04');
  day.press('FinishStep', 1, '08:05');
  day.next(3, '08:06');
  day.press('MarkNoShow', 3, '08:07');
  returns(day, 'A-002', '08:30');
  expect(day.visit('A-002')).toMatchObject({
    state: 'waiting',
    step: 'interview',
    todo: [],
    turn: clock('10:01'),
    arrivedAt: clock('08:01'),
  });
});

test('RV1 who was sent away returns too', () => {
  const day = missed(1);
  day.next(1, '08:04');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:05');
  expect(returns(day, 'A-002', '09:00')).toMatchObject({ number: 'A-002', state: 'waiting' });
  expect(day.visit('A-002')).toMatchObject({ step: 'documents', todo: ['interview'], turn: clock('10:01') });
});

test('RV2 any other visit cannot return', () => {
  const day = missed(4);
  expect(returns(day, 'A-002', '08:04')).toMatchObject({ refused: 'not-possible' });
  day.next(1, '08:05');
  expect(returns(day, 'A-002', '08:06')).toMatchObject({ refused: 'already-called', counter: 1 });
  day.press('StartVisit', 1, '08:07');
  expect(returns(day, 'A-002', '08:08')).toMatchObject({ refused: 'not-possible' });
  day.press('HoldVisit', 1, '08:09');
  expect(returns(day, 'A-002', '08:10')).toMatchObject({ refused: 'not-possible' });
  cancels(day, 'A-003', '08:11');
  expect(returns(day, 'A-003', '08:12')).toMatchObject({ refused: 'not-possible' });
  expect(returns(day, 'A-099', '08:13')).toMatchObject({ refused: 'unknown-ticket' });
});

test('CA1 a ticket is cancelled while it waits or is aside', () => {
  const day = missed(3);
  day.next(1, '08:04');
  day.press('HoldVisit', 1, '08:05');
  day.next(1, '08:06');
  day.does({ type: 'SendAway', counter: 1, reasons: ['wrong'] }, '08:07');
  for (const number of ['A-001', 'A-002', 'A-003', 'A-004']) {
    expect(cancels(day, number, '08:08')).toMatchObject({ number, state: 'cancelled' });
    expect(day.visit(number)).toMatchObject({ state: 'cancelled', endedAt: clock('08:08') });
  }
  expect(day.next(1, '08:09')).toMatchObject({ refused: 'nobody-waiting' });
});

test('CA1 a called ticket is already-called, one that is over is not-possible', () => {
  const day = missed(1);
  day.next(2, '08:04');
  expect(cancels(day, 'A-002', '08:05')).toMatchObject({ refused: 'already-called', counter: 2 });
  day.press('StartVisit', 2, '08:06');
  expect(cancels(day, 'A-002', '08:07')).toMatchObject({ refused: 'already-called', counter: 2 });
  day.press('FinishStep', 2, '08:08');
  day.next(3, '08:09');
  day.press('FinishStep', 3, '08:10');
  expect(cancels(day, 'A-002', '08:11')).toMatchObject({ refused: 'not-possible' });
  cancels(day, 'A-001', '08:12');
  expect(cancels(day, 'A-001', '08:13')).toMatchObject({ refused: 'not-possible' });
  expect(cancels(day, 'A-099', '08:14')).toMatchObject({ refused: 'unknown-ticket' });
});

test('CL1 a changed lane counts promise and turn anew from the arrival; the number stays', () => {
  const day = missed(2);
  expect(takesLane(day, 'A-003', 'priority', '08:10')).toMatchObject({ number: 'A-003', state: 'waiting' });
  expect(day.visit('A-003')).toMatchObject({
    lane: 'priority',
    promiseAt: clock('08:31'),
    turn: clock('08:31'),
    arrivedAt: clock('08:01'),
  });
  expect(day.next(1, '08:11')).toMatchObject({ ticket: 'A-003' });
  takesLane(day, 'A-003', 'regular', '08:12');
  expect(day.visit('A-003')).toMatchObject({
    state: 'called',
    promiseAt: clock('10:01'),
    turn: clock('10:01'),
  });
});

test('CL1 who is aside changes too; who is over does not, nor to a lane that is not there', () => {
  const day = missed(1);
  expect(takesLane(day, 'A-001', 'priority', '08:10')).toMatchObject({ number: 'A-001', state: 'no-show' });
  expect(day.visit('A-001').turn).toBe(clock('08:30'));
  expect(takesLane(day, 'A-002', 'golden', '08:11')).toMatchObject({ refused: 'unknown-lane' });
  cancels(day, 'A-002', '08:12');
  expect(takesLane(day, 'A-002', 'priority', '08:13')).toMatchObject({ refused: 'not-possible' });
});
