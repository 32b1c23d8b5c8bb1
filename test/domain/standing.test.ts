/** How a promise stands: predicted to break while it can still be kept. */
import { expect, test } from 'vitest';
import { standingOf } from '../../server/domain/queue/standing.ts';
import { supervisorView } from '../../server/domain/views/supervisor.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const quick = { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' };
const begun = (changes: Record<string, unknown> = {}) => morning(contoh({ calling: quick, ...changes }));

const stands = (day: Morning, number: string, time: string) => {
  day.passes(time);
  return standingOf(day.state, day.visit(number), clock(time));
};

const minutes = (count: number): string => `08:${String(count).padStart(2, '0')}`;

/** Counter 1 has done the documents of five questions, ten minutes each, until 08:50; nobody waits. */
function paced(changes: Record<string, unknown> = {}): Morning {
  const day = begun(changes);
  day.opens(1);
  for (let n = 0; n < 5; n += 1) {
    day.takes(minutes(n * 10), 'question');
    day.next(1, minutes(n * 10));
    day.press('FinishStep', 1, minutes(n * 10 + 10).replace('08:60', '09:00'));
  }
  return day;
}

/** One step, an hour promised until the end or until the call. */
const short = (until: 'done' | 'called') => ({
  services: [
    { id: 'passport', prefix: 'A', steps: ['documents'], promise: 'PT1H', until },
    { id: 'question', prefix: 'B', steps: ['documents'] },
  ],
});

test('PS1 kept in time, broken for good, running in between', () => {
  const day = begun();
  day.opens(1, 3);
  day.takes('08:00');
  day.takes('08:00');
  expect(stands(day, 'A-001', '08:01')).toBe('running');
  day.next(1, '08:02');
  day.next(1, '08:03');
  day.next(3, '08:04');
  day.press('FinishStep', 3, '09:59');
  expect(stands(day, 'A-001', '10:00')).toBe('kept');
  expect(stands(day, 'A-002', '10:00')).toBe('broken');
  day.press('FinishStep', 1, '10:01');
  day.next(3, '10:02');
  day.press('FinishStep', 3, '10:03');
  expect(day.visit('A-002').state).toBe('done');
  expect(stands(day, 'A-002', '10:04')).toBe('broken');
});

test('PS1 lapsed for who was missed, running on for who was sent away, none where nothing is promised', () => {
  const day = begun();
  day.opens(1);
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:00', 'question');
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  day.next(1, '08:03');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:04');
  expect([stands(day, 'A-001', '10:00'), stands(day, 'A-001', '10:00:00.001')]).toEqual([
    'running',
    'lapsed',
  ]);
  expect(stands(day, 'A-002', '12:00')).toBe('running');
  expect(stands(day, 'B-001', '12:00')).toBeNull();
});

test('PS1 a ticket that was cancelled, or that midnight ended in time, has none; yesterday’s phone says what was', () => {
  const day = begun();
  day.opens(1, 3, 5);
  const codes = ['passport', 'passport', 'collection'].map(
    (service) => day.visit(day.takes('08:00', service)).code,
  );
  day.does({ type: 'CancelTicket', ticket: 'A-002' }, '08:10');
  expect(stands(day, 'A-002', '12:00')).toBeNull();
  day.next(5, '12:30');
  day.press('FinishStep', 5, '12:31');
  day.takes('23:30');
  const late = day.visit('A-003').code;
  day.passes('2026-11-27 07:00');
  const yesterday = (code: string) =>
    ticketView(day.state, { at: clock('2026-11-27 07:00'), rehearsal: false }, code)?.promise;
  expect(codes.map(yesterday)).toEqual(['broken', null, 'broken']);
  expect(yesterday(late)).toBeNull();
});

test('PS2 at risk is what needs longer than the time that is left', () => {
  const day = paced(short('done'));
  const times = ['09:00', '09:01', '09:02', '09:03', '09:04', '09:05'];
  for (const time of times) day.takes(time);
  // Ten minutes each at one counter: the fifth needs 50 minutes, the sixth an hour.
  expect(stands(day, 'A-005', '09:05')).toBe('running');
  expect(stands(day, 'A-006', '09:05')).toBe('running');
  expect(stands(day, 'A-006', '09:05:00.001')).toBe('at-risk');
  expect(stands(day, 'A-005', '09:14')).toBe('running');
  expect(stands(day, 'A-005', '09:14:00.001')).toBe('at-risk');
});

test('PS2 more open counters share the work', () => {
  const day = paced(short('done'));
  for (const time of ['09:00', '09:01', '09:02', '09:03', '09:04', '09:05']) day.takes(time);
  expect(stands(day, 'A-006', '09:10')).toBe('at-risk');
  day.does({ type: 'OpenCounter', counter: 2 }, '09:10');
  // Five before it at two counters are 25 minutes, and its own ten.
  expect(stands(day, 'A-006', '09:30')).toBe('running');
  expect(stands(day, 'A-006', '09:30:00.001')).toBe('at-risk');
});

test('PS2 where the call keeps the promise, the wait for it alone counts', () => {
  const day = paced(short('called'));
  for (const time of ['09:00', '09:01', '09:02', '09:03', '09:04', '09:05']) day.takes(time);
  expect(stands(day, 'A-006', '09:15')).toBe('running');
  expect(stands(day, 'A-006', '09:15:00.001')).toBe('at-risk');
});

test('PS2 at the counter its own time is left, less what has passed of it', () => {
  const day = paced(short('done'));
  day.takes('09:00');
  day.next(1, '09:52');
  expect(stands(day, 'A-001', '09:52')).toBe('at-risk');
  const other = paced(short('done'));
  other.takes('09:00');
  other.next(1, '09:50');
  expect(stands(other, 'A-001', '09:59')).toBe('running');
});

test('PS3 while the pace of a step is unknown, less than a quarter of the time is at risk', () => {
  const day = begun();
  day.opens(1);
  day.takes('08:00');
  expect(stands(day, 'A-001', '09:30')).toBe('running');
  expect(stands(day, 'A-001', '09:30:00.001')).toBe('at-risk');
});

const promises = (day: Morning, time: string) => {
  day.passes(time);
  const at = clock(time);
  const around = { alarms: [], presence: new Map<string, never>(), now: at };
  return supervisorView(day.state, { at, rehearsal: false }, around).promises;
};

test('PS2 the supervisor sees them, the soonest first, with the counters that could help', () => {
  const day = paced(short('done'));
  for (const time of ['09:00', '09:01', '09:02', '09:03', '09:04', '09:05']) day.takes(time);
  day.next(1, '09:06');
  expect(promises(day, '09:25').atRisk.map(({ number, opens }) => [number, opens])).toEqual([
    ['A-005', [2, 4]],
    ['A-006', [2, 4]],
  ]);
});

test('PS4 hand-overs are counted by step; who was missed or sent away is neither', () => {
  const day = begun();
  day.opens(5);
  for (let n = 0; n < 4; n += 1) day.takes('08:00', 'collection');
  const none = { step: 'handover', kept: 0, broken: 0, running: 0 };
  expect(promises(day, '08:01').steps).toEqual([none]);
  day.next(5, '08:02');
  day.press('StartVisit', 5, '08:03');
  day.press('FinishStep', 5, '08:04');
  day.next(5, '08:05');
  day.press('StartVisit', 5, '08:06');
  day.press('FinishStep', 5, '08:10');
  day.next(5, '08:11');
  day.press('StartVisit', 5, '08:12');
  day.press('HoldVisit', 5, '08:12:10');
  day.does({ type: 'CancelTicket', ticket: 'C-003' }, '08:12:20');
  day.next(5, '08:13');
  day.press('StartVisit', 5, '08:14');
  expect(promises(day, '08:15').steps).toEqual([{ ...none, kept: 1, broken: 1, running: 1 }]);
});
