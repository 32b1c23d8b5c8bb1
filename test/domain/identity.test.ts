/** The same person with several numbers: identity numbers are known here as hashes alone, and until midnight. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { sameIdentity } from '../../server/domain/identity.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const note = (ticket: string, identity = 'hash-of-ayu', counter = 1): Command => ({
  type: 'NoteIdentity',
  ticket,
  identity,
  counter,
});

const calm = { calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' } };

function withTickets(count: number): Morning {
  const day = morning(contoh(calm));
  day.opens(1);
  for (let n = 0; n < count; n += 1) day.takes(`08:0${n}`);
  return day;
}

const desk = (day: Morning, ticket: string) => sameIdentity(day.state.day, day.visit(ticket));

test('ID2 the second ticket of a person tells the first; the first one tells the second from then on', () => {
  const day = withTickets(3);
  expect(day.does(note('A-001'), '08:10')).toEqual({ tickets: [] });
  expect(day.last()).toMatchObject([{ type: 'IdentityNoted', counter: 1 }]);
  expect(day.does(note('A-003'), '08:11')).toEqual({ tickets: ['A-001'] });
  expect([desk(day, 'A-001'), desk(day, 'A-002'), desk(day, 'A-003')]).toEqual([['A-003'], null, ['A-001']]);
});

test('ID2 the same one again is answered again and recorded once; another one takes its place', () => {
  const day = withTickets(2);
  day.does(note('A-001'), '08:10');
  day.does(note('A-002'), '08:11');
  expect(day.does(note('A-002'), '08:12')).toEqual({ tickets: ['A-001'] });
  expect(day.last()).toEqual([]);
  expect(day.does(note('a2', 'hash-of-budi'), '08:13')).toEqual({ tickets: [] });
  expect([desk(day, 'A-001'), desk(day, 'A-002')]).toEqual([[], []]);
});

test('ID2 whoever waits, is called, served, held, missed or sent away is told; whoever is over is not', () => {
  const day = withTickets(8);
  for (let n = 1; n <= 8; n += 1) day.does(note(`A-00${n}`), `08:1${n}`);
  day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:20');
  day.calls(1, 'A-002', '08:21');
  day.press('HoldVisit', 1, '08:22');
  day.calls(1, 'A-003', '08:23');
  day.press('MarkNoShow', 1, '08:24');
  day.calls(1, 'A-004', '08:25');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:26');
  day.calls(1, 'A-005', '08:27');
  day.press('StartVisit', 1, '08:28');
  const others = ['A-002', 'A-003', 'A-004', 'A-005', 'A-006', 'A-007'];
  expect(day.does(note('A-008'), '08:30')).toEqual({ tickets: others });
});

test('ID2 a ticket that is over or that nobody has is refused', () => {
  const day = withTickets(1);
  expect(day.does(note('A-009'), '08:10').refused).toBe('unknown-ticket');
  expect(day.does(note('A-001', 'hash', 9), '08:10').refused).toBe('unknown-counter');
  day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:11');
  expect(day.does(note('A-001'), '08:12').refused).toBe('not-possible');
});

test('ID3 noting hinders no undo, and an undo does not forget it', () => {
  const day = withTickets(2);
  day.next(1, '08:10');
  day.does(note('A-001'), '08:10:05');
  expect(day.press('UndoAction', 1, '08:10:10')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', identity: 'hash-of-ayu' });
  expect(day.next(1, '08:11').ticket).toBe('A-001');
  day.does(note('A-001', 'hash-of-budi'), '08:11:05');
  day.does({ type: 'CancelTicket', ticket: 'A-002' }, '08:11:06');
  expect(day.press('UndoAction', 1, '08:11:10').ticket).toBeNull();
});

test('ID1 at midnight the hash is gone, and without what is personal nobody is told of anybody', () => {
  const day = withTickets(2);
  day.does(note('A-001'), '08:10');
  day.does(note('A-002'), '08:11');
  const state = emptyState();
  for (const { personal: _, ...event } of day.events as { personal?: object }[])
    apply(state, event as Parameters<typeof apply>[1]);
  expect([...state.day.visits.values()].map(({ identity }) => identity)).toEqual([null, null]);
  day.passes('2026-11-27 00:00');
  expect([...day.state.day.before.values()].map(({ identity }) => identity)).toEqual([null, null]);
  expect(JSON.stringify(day.last())).not.toContain('hash-of-ayu');
});
