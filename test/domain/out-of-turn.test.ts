/** What was done out of turn: who did it, and whom it overtook. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const quick = { calling: { refractory: 'PT0S', undoWithin: 'PT30S' } };
const call = (ticket: string, reason?: string): Command => ({
  type: 'CallTicket',
  counter: 1,
  ticket,
  ...(reason === undefined ? {} : { reason }),
});
const lane = (ticket: string, to: string): Command => ({
  type: 'ChangeLane',
  ticket,
  lane: to,
  reason: 'with a toddler',
});
const undo: Command = { type: 'UndoAction', counter: 1 };

const list = (day: Morning) => [...day.state.day.outOfTurn.values()];

/** Three wait for counter 1. */
function busy(changes: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ ...quick, ...changes }));
  day.opens(1);
  for (const time of ['08:00', '08:01', '08:02']) day.takes(time);
  return day;
}

test('OT1 OT2 a call that overtook somebody is listed with officer, account, reason and number overtaken', () => {
  const day = busy();
  day.does(call('A-003', 'has a train to catch'), '08:10', 'officer:dewi');
  expect(list(day)).toEqual([
    {
      id: day.visit('A-003').callId,
      at: clock('08:10'),
      kind: 'call',
      number: 'A-003',
      counter: 1,
      officer: 'dewi',
      by: 'officer:dewi',
      reason: 'has a train to catch',
      overtaken: 2,
      closed: null,
    },
  ]);
});

test('OT1 what is done in turn is not listed: next, a call by number of whoever is next, a recall, a number taken', () => {
  const day = busy();
  day.next(1, '08:10');
  day.does(call('A-002'), '08:11', 'officer:dewi');
  day.press('RecallTicket', 1, '08:12');
  day.does({ type: 'ChangeLane', ticket: 'A-003', lane: 'regular', reason: 'none' }, '08:13');
  expect(list(day)).toEqual([]);
});

test('OT2 a button is named by its account, and the officer is whoever answers for the counter; nobody where nobody does', () => {
  const day = busy();
  day.does(call('A-003'), '08:10', 'device:ser-1');
  day.does({ type: 'AddOfficer', id: 'dewi', name: 'Dewi', role: 'counter', hash: '' }, '08:11');
  day.does({ type: 'AssignOfficer', counter: 1, officer: 'dewi' }, '08:12');
  day.does(call('A-002'), '08:13', 'device:ser-1');
  expect(list(day)).toMatchObject([
    { number: 'A-003', officer: null, by: 'device:ser-1' },
    { number: 'A-002', officer: 'dewi', by: 'device:ser-1', overtaken: 1 },
  ]);
});

test('OT2 who signed in is named, also at a counter that another one answers for', () => {
  const day = busy();
  day.does({ type: 'AddOfficer', id: 'dewi', name: 'Dewi', role: 'counter', hash: '' }, '08:05');
  day.does({ type: 'AssignOfficer', counter: 1, officer: 'dewi' }, '08:06');
  day.does(call('A-003'), '08:10', 'officer:budi');
  day.does(lane('A-002', 'priority'), '08:11', 'officer:budi');
  day.does(lane('A-001', 'priority'), '08:12', 'supervisor');
  expect(list(day).map(({ officer, by }) => [officer, by])).toEqual([
    ['budi', 'officer:budi'],
    ['budi', 'officer:budi'],
    [null, 'supervisor'],
  ]);
});

test('OT1 every change of lane is listed, with whom it overtook', () => {
  const day = busy();
  day.does(lane('A-003', 'priority'), '08:10', 'officer:dewi');
  day.does(lane('A-003', 'regular'), '08:11', 'officer:dewi');
  expect(list(day)).toMatchObject([
    { kind: 'lane', number: 'A-003', counter: null, reason: 'with a toddler', overtaken: 2 },
    { kind: 'lane', number: 'A-003', overtaken: 0 },
  ]);
});

test('OT1 a change of lane of somebody who does not wait overtakes nobody, and is listed', () => {
  const day = busy();
  day.does(call('A-001'), '08:10');
  day.press('HoldVisit', 1, '08:11');
  day.does(lane('A-001', 'priority'), '08:12', 'officer:dewi');
  expect(list(day)).toMatchObject([{ kind: 'lane', number: 'A-001', overtaken: 0 }]);
});

test('OT1 into a lane that goes first, all who wait in the others are overtaken', () => {
  const day = busy({ lanes: firstLane });
  day.does(lane('A-003', 'priority'), '08:10');
  expect(list(day)).toMatchObject([{ overtaken: 2 }]);
});

test('OT1 a promised first place is listed with the earlier number and whom it overtook', () => {
  const day = busy();
  const { code } = day.visit('A-002');
  day.does({ type: 'CloseDay', tomorrow: ['A-002'] }, '15:00');
  for (const time of ['07:40', '07:41']) day.takes(`2026-11-27 ${time}`);
  day.takes('2026-11-27 07:42', 'collection');
  day.does({ type: 'ClaimPlace', code }, '2026-11-27 08:00', 'token:kiosk');
  expect(list(day)).toMatchObject([
    {
      kind: 'place',
      number: 'A-003',
      counter: null,
      officer: null,
      by: 'token:kiosk',
      reason: 'A-002',
      overtaken: 2,
    },
  ]);
});

test('OT1 who goes before a promised first place all the same is not overtaken by it', () => {
  const day = busy({ lanes: firstLane });
  const { code } = day.visit('A-002');
  day.does({ type: 'CloseDay', tomorrow: ['A-002'] }, '15:00');
  day.takes('2026-11-27 07:40');
  day.takes('2026-11-27 07:41', 'passport', { lane: 'priority' });
  day.does({ type: 'ClaimPlace', code }, '2026-11-27 08:00', 'token:kiosk');
  expect(list(day)).toMatchObject([{ kind: 'place', overtaken: 1 }]);
});

test('OT1 a call that was taken back is listed, whoever was called and however', () => {
  const day = busy();
  day.next(1, '08:10');
  day.does(undo, '08:10:10', 'officer:dewi');
  expect(list(day)).toMatchObject([
    { kind: 'undo', number: 'A-001', counter: 1, officer: 'dewi', by: 'officer:dewi', overtaken: 0 },
  ]);
  day.does(call('A-003'), '08:11', 'device:ser-1');
  day.does(undo, '08:11:10', 'device:ser-1');
  expect(list(day).map(({ kind, number }) => [kind, number])).toEqual([
    ['undo', 'A-001'],
    ['call', 'A-003'],
    ['undo', 'A-003'],
  ]);
});

test('OT1 of a next that finished one and called another, the call that was taken back is the other’s', () => {
  const day = busy();
  day.next(1, '08:10');
  day.next(1, '08:11');
  day.does(undo, '08:11:10', 'officer:dewi');
  expect(list(day)).toMatchObject([{ kind: 'undo', number: 'A-002' }]);
});

test('OT1 taking back anything but a call is not listed', () => {
  const day = busy();
  day.next(1, '08:10');
  day.press('RecallTicket', 1, '08:10:20');
  day.does(undo, '08:10:30', 'officer:dewi');
  day.press('StartVisit', 1, '08:10:40');
  day.does(undo, '08:10:50', 'officer:dewi');
  expect(list(day)).toEqual([]);
});

test('OT1 every entry has a name of its own, also when the same is done again in the same moment', () => {
  const day = busy();
  for (let n = 0; n < 3; n += 1) {
    day.does(lane('A-001', 'priority'), '08:10');
    day.does(lane('A-001', 'regular'), '08:10');
    day.does(call('A-003'), '08:10');
    day.does(undo, '08:10');
  }
  expect(new Set(list(day).map(({ id }) => id)).size).toBe(12);
});
