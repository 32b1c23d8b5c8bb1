/** What is done with the visit at a counter: recall, start, done. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** wait for documents since 08:00, C-001 for the hand-over, and all counters are open. */
function busy(changes: Record<string, unknown> = {}) {
  const day = morning(contoh(changes));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:00', 'collection');
  return day;
}

test('RC1 a recall is too-soon within recallAfter of the last announcement, and possible from then on', () => {
  const day = busy();
  day.next(1, '08:01');
  expect(day.press('RecallTicket', 1, '08:01:09.999')).toEqual({
    refused: 'too-soon',
    code: 'too-soon',
    availableAt: '2026-11-26T00:01:10.000Z',
  });
  expect(day.press('RecallTicket', 1, '08:01:10')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.last()).toMatchObject([{ type: 'TicketRecalled', times: 2 }]);
  expect(day.press('RecallTicket', 1, '08:01:19.999')).toMatchObject({ refused: 'too-soon' });
  expect(day.press('RecallTicket', 1, '08:01:20')).toMatchObject({ ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ times: 3, state: 'called' });
});

test('RC1 the call keeps its id and its place', () => {
  const day = busy();
  day.next(1, '08:01');
  day.next(2, '08:02');
  const { callId } = day.visit('A-001');
  day.press('RecallTicket', 1, '08:03');
  expect(day.visit('A-001').callId).toBe(callId);
  expect(day.state.day.calls.get('documents')).toMatchObject([
    { callId, number: 'A-001', times: 2, ordinal: 1, at: clock('08:03') },
    { number: 'A-002', times: 1, ordinal: 2, at: clock('08:02') },
  ]);
});

const quick = { calling: { noShowAfter: 1, noShowWait: 'PT0S' } };
const at1 = { counter: 1 };
const ofVisit: [name: string, command: Command][] = [
  ['recall', { type: 'RecallTicket', ...at1 }],
  ['start', { type: 'StartVisit', ...at1 }],
  ['done', { type: 'FinishStep', ...at1 }],
  ['no-show', { type: 'MarkNoShow', ...at1 }],
  ['hold', { type: 'HoldVisit', ...at1 }],
  ['transfer', { type: 'TransferVisit', ...at1, to: { step: 'interview' } }],
  ['incomplete', { type: 'SendAway', ...at1, reasons: ['missing'] }],
];

test.each(ofVisit)('RC2 %s without a visit at the counter is nobody-called', (_, command) => {
  const day = busy();
  expect(day.does(command, '08:01')).toMatchObject({ refused: 'nobody-called' });
  expect(day.last()).toEqual([]);
});

test.each(ofVisit.filter(([name]) => ['recall', 'start', 'no-show'].includes(name)))(
  'RC2 %s of a visit that is served is nobody-called',
  (_, command) => {
    const day = busy();
    day.next(1, '08:01');
    day.press('StartVisit', 1, '08:02');
    expect(day.does(command, '08:30')).toMatchObject({ refused: 'nobody-called' });
    expect(day.visit('A-001').state).toBe('serving');
  },
);

test.each(ofVisit)('RC3 %s for a ticket that is no longer at the counter is moved-on', (_, command) => {
  const day = busy(quick);
  day.next(1, '08:01');
  day.next(1, '08:02');
  const saw = (ticket: string, time: string) => day.does({ ...command, ticket } as Command, time);
  expect(saw('A-001', '08:10')).toEqual({ refused: 'moved-on', code: 'moved-on', tickets: ['A-002'] });
  expect(day.last()).toEqual([]);
  expect(saw('A-002', '08:11')).toEqual({ counter: 1, ticket: 'A-002' });
});

test('ST1 start makes a called visit served; a step without within has no hand-over', () => {
  const day = busy();
  day.next(1, '08:01');
  expect(day.press('StartVisit', 1, '08:02')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'serving', startedAt: clock('08:02'), handover: null });
});

test('ST1 start begins the timed hand-over of the step', () => {
  const day = busy();
  day.next(5, '08:01');
  expect(day.visit('C-001').handover).toBeNull();
  day.press('StartVisit', 5, '08:02');
  expect(day.visit('C-001').handover).toEqual({
    step: 'handover',
    startedAt: clock('08:02'),
    endsAt: clock('08:04'),
    endedAt: null,
  });
});

test('ST1 a hand-over that is optIn does not begin by itself', () => {
  const day = busy({
    steps: [
      { id: 'documents', incomplete: { reasons: ['missing'] } },
      { id: 'interview' },
      { id: 'handover', within: 'PT2M', otherwise: 'free', optIn: true },
    ],
  });
  day.next(5, '08:01');
  day.press('StartVisit', 5, '08:02');
  expect(day.visit('C-001')).toMatchObject({ state: 'serving', handover: null });
});

test('ST2 a hand-over by choice begins when it was chosen, and is broken like any other', () => {
  const day = busy({
    steps: [
      { id: 'documents' },
      { id: 'interview' },
      { id: 'handover', within: 'PT2M', otherwise: 'free', optIn: true },
    ],
  });
  day.next(5, '08:01');
  day.does({ type: 'StartVisit', counter: 5, timed: true }, '08:02');
  expect(day.visit('C-001').handover).toMatchObject({ startedAt: clock('08:02'), endsAt: clock('08:04') });
  const [broken] = day.passes('08:05');
  expect(broken).toEqual({ type: 'HandoverBroken', at: clock('08:04'), code: day.visit('C-001').code });
});

test('FS1 done: the visit waits for its next step with its old turn, and is done after the last', () => {
  const day = busy();
  day.next(1, '08:01');
  expect(day.press('FinishStep', 1, '08:02')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({
    state: 'waiting',
    step: 'interview',
    todo: [],
    turn: clock('10:00'),
    arrivedAt: clock('08:00'),
    endedAt: null,
  });
  expect(day.counter(1).current).toBeNull();
  day.next(3, '08:03');
  day.press('StartVisit', 3, '08:04');
  day.press('FinishStep', 3, '08:05');
  expect(day.visit('A-001')).toMatchObject({ state: 'done', endedAt: clock('08:05') });
});

test('FS2 an outcome that the step does not list is unknown-outcome', () => {
  const day = busy();
  const finish = (counter: number, outcome: string, time: string) =>
    day.does({ type: 'FinishStep', counter, outcome }, time);
  day.next(1, '08:01');
  expect(finish(1, 'passport-24', '08:02')).toMatchObject({ refused: 'unknown-outcome' });
  expect(day.visit('A-001').state).toBe('called');
  day.press('FinishStep', 1, '08:03');
  day.next(3, '08:04');
  expect(finish(3, 'passport-72', '08:05')).toMatchObject({ refused: 'unknown-outcome' });
  expect(finish(3, 'passport-48', '08:06')).toMatchObject({ ticket: 'A-001' });
  expect(day.visit('A-001').steps.at(-1)).toMatchObject({ end: 'done', outcome: 'passport-48' });
});

test('FS3 next finishes without an outcome; done with that ticket names it later, once', () => {
  const day = busy();
  const name = (counter: number, ticket: string, outcome: string, time: string) =>
    day.does({ type: 'FinishStep', counter, ticket, outcome }, time);
  day.next(4, '08:01');
  day.next(4, '08:02');
  day.next(4, '08:03');
  expect(day.visit('A-001')).toMatchObject({ state: 'done', steps: [{ outcome: null }, { outcome: null }] });
  expect(name(4, 'A-001', 'passport-72', '08:04')).toMatchObject({ refused: 'unknown-outcome' });
  expect(name(4, 'A-001', 'passport-24', '08:05')).toEqual({ counter: 4, ticket: 'A-001' });
  expect(day.last()).toMatchObject([{ type: 'OutcomeNamed', step: 'interview', outcome: 'passport-24' }]);
  expect(name(4, 'A-001', 'passport-48', '08:06')).toMatchObject({ refused: 'moved-on' });
  expect(name(3, 'A-001', 'passport-48', '08:06')).toMatchObject({ refused: 'nobody-called' });
  expect(day.visit('A-001').steps).toMatchObject([{ outcome: null }, { outcome: 'passport-24' }]);
  expect(day.visit('A-002')).toMatchObject({ state: 'called', counter: 4 });
});
