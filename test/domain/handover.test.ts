/** The hourglass: a hand-over that is timed. */
import { expect, test } from 'vitest';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** C-001 is handed over at counter 5 from 08:10 on; it may take two minutes. */
function started(changes: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S' }, ...changes }));
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00', 'collection');
  day.next(5, '08:05');
  day.press('StartVisit', 5, '08:10');
  return day;
}

/** What happened by itself to the hand-over until then: type and instant. What follows from it is in `claims.test.ts`. */
const passes = (day: Morning, time: string) =>
  day
    .passes(time)
    .filter(({ type }) => type !== 'ClaimOpened')
    .map(({ type, at }) => [type, at]);

const broken = ['HandoverBroken', clock('08:12')];

test('TP4 a hand-over is broken when its end passes before done; once', () => {
  const day = started();
  expect(day.passes('08:11:59.999')).toEqual([]);
  expect(passes(day, '08:12')).toEqual([broken]);
  expect(day.passes('08:30')).toEqual([]);
  expect(day.visit('C-001').state).toBe('serving');
});

test('TP4 done a millisecond before its end: it is not broken', () => {
  const day = started();
  day.press('FinishStep', 5, '08:11:59.999');
  expect(day.passes('09:00')).toEqual([]);
});

test('TP4 next finishes it too', () => {
  const day = started();
  day.next(5, '08:11');
  expect(day.visit('C-001').state).toBe('done');
  expect(day.passes('09:00')).toEqual([]);
});

test('TP4 hold does not stop it', () => {
  const day = started();
  day.press('HoldVisit', 5, '08:11');
  expect(passes(day, '08:30')).toEqual([broken]);
});

test('TP4 hold, call and recall do not stop it, and start does not begin it anew', () => {
  const day = started();
  day.press('HoldVisit', 5, '08:10:10');
  day.calls(5, 'C-001', '08:10:20');
  day.press('RecallTicket', 5, '08:10:40');
  day.press('StartVisit', 5, '08:11');
  expect(day.visit('C-001').handover).toMatchObject({ startedAt: clock('08:10'), endsAt: clock('08:12') });
  expect(passes(day, '08:30')).toEqual([broken]);
});

test('TP4 transfer does not stop it, nor done of another step', () => {
  const services = [
    { id: 'passport', prefix: 'A', steps: ['documents', 'interview'] },
    { id: 'collection', prefix: 'C', steps: ['handover', 'documents'] },
  ];
  const day = started({ services });
  day.does({ type: 'TransferVisit', counter: 5, to: { step: 'interview' } }, '08:10:10');
  day.next(3, '08:10:20');
  day.press('FinishStep', 3, '08:10:30');
  expect(day.visit('C-001')).toMatchObject({ state: 'waiting', step: 'documents' });
  expect(passes(day, '08:30')).toEqual([broken]);
});

test('TP4 the end of the visit ends it', () => {
  const day = started();
  day.press('HoldVisit', 5, '08:11');
  day.does({ type: 'CancelTicket', ticket: 'C-001' }, '08:11:30');
  expect(day.passes('09:00')).toEqual([]);
});

test('TP4 each start after an ended one begins a new one, which can be broken again', () => {
  const day = started();
  expect(passes(day, '08:12')).toEqual([broken]);
  day.press('FinishStep', 5, '08:13');
  day.calls(5, 'C-001', '08:20');
  day.press('StartVisit', 5, '08:21');
  expect(day.visit('C-001').handover).toMatchObject({ endsAt: clock('08:23'), endedAt: null });
  expect(passes(day, '08:30')).toEqual([['HandoverBroken', clock('08:23')]]);
});

test('TP4 done that is taken back lets it run on', () => {
  const day = started();
  day.press('FinishStep', 5, '08:11');
  day.press('UndoAction', 5, '08:11:10');
  expect(passes(day, '08:30')).toEqual([broken]);
});

test('TP4 done that is taken back after its end: it was broken at its end', () => {
  const day = started();
  day.press('FinishStep', 5, '08:11:50');
  day.press('UndoAction', 5, '08:12:10');
  expect(passes(day, '08:30').map(([type]) => type)).toEqual(['HandoverBroken']);
});
