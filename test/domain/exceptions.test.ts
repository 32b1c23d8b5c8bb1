/** The list of what was done out of turn: closed entry by entry by the head, and read again when the day is over. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { outOfTurnIn, outOfTurnTypes } from '../../server/domain/queue/out-of-turn.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

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
const close = (id: string): Command => ({
  type: 'CloseException',
  id,
  note: 'talked about',
  by: 'officer:head',
});

const list = (day: Morning) => [...day.state.day.outOfTurn.values()];

/** Three wait for counter 1. */
function busy(): Morning {
  const day = morning(contoh(quick));
  day.opens(1);
  for (const time of ['08:00', '08:01', '08:02']) day.takes(time);
  return day;
}

test('OT3 an entry is closed once, with a note, and keeps its place', () => {
  const day = busy();
  day.does(lane('A-003', 'priority'), '08:10', 'officer:dewi');
  day.does(lane('A-002', 'priority'), '08:11', 'officer:dewi');
  const [first] = list(day);
  expect(day.does(close(first?.id ?? ''), '15:00')).toEqual({});
  expect(list(day)).toMatchObject([
    { number: 'A-003', closed: { at: clock('15:00'), by: 'officer:head', note: 'talked about' } },
    { number: 'A-002', closed: null },
  ]);
  expect(day.does(close(first?.id ?? ''), '15:01').refused).toBe('not-possible');
  expect(day.does(close('lane-A-009-1'), '15:02').refused).toBe('unknown-exception');
});

test('OT3 the entries of a day that is over can be closed no more', () => {
  const day = busy();
  day.does(lane('A-003', 'priority'), '08:10', 'officer:dewi');
  const [first] = list(day);
  day.passes('2026-11-27 07:00');
  expect(list(day)).toEqual([]);
  expect(day.does(close(first?.id ?? ''), '2026-11-27 08:00').refused).toBe('unknown-exception');
});

/** Everything that can be listed, on one day: 26 November. */
function eventful(): Morning {
  const day = busy();
  day.does(lane('A-003', 'priority'), '08:10', 'officer:dewi');
  day.does(call('A-002', 'ill'), '08:11', 'officer:dewi');
  day.does(undo, '08:11:10', 'officer:dewi');
  day.next(1, '08:12');
  day.does(undo, '08:12:10', 'device:ser-1');
  day.does(lane('A-003', 'regular'), '08:13', 'supervisor');
  day.does(close(list(day)[1]?.id ?? ''), '08:20');
  return day;
}

test('OT1 the list of a date that is over is made of its events alone, and is the same that it was', () => {
  const day = eventful();
  const needed = day.events.filter(({ type }) => outOfTurnTypes.some((one) => one === type));
  expect(outOfTurnIn(needed)).toEqual(list(day));
  expect(list(day)).toHaveLength(5);
});

test('OT1 RE1 the names of the entries are the same after a replay', () => {
  const day = eventful();
  const again = emptyState();
  for (const event of day.events) apply(again, event);
  expect([...again.day.outOfTurn]).toEqual([...day.state.day.outOfTurn]);
});
