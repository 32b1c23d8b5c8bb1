/** What is announced, on which boards, and which phones are told at once. */
import { expect, test } from 'vitest';
import { announcementOf, boardsOf, touchedBy } from '../../server/adapters/socket-io/told.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { clock, type Morning, morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';

const of = (day: Morning, type: DomainEvent['type']) => day.events.filter((event) => event.type === type);
const announced = (day: Morning) => day.events.flatMap((event) => announcementOf(day.state, event) ?? []);

test('a call and each recall are announced as they were, though the visit has gone on since', () => {
  const day = morning(contoh());
  day.opens(1, 3);
  day.takes('08:00');
  day.next(1, '08:10');
  day.does({ type: 'RecallTicket', counter: 1 }, '08:11');
  day.does({ type: 'FinishStep', counter: 1 }, '08:12');
  day.next(3, '08:13');
  expect(announced(day)).toEqual([
    { callId: expect.any(String), number: 'A-001', counter: 1, step: 'documents', times: 1 },
    { callId: expect.any(String), number: 'A-001', counter: 1, step: 'documents', times: 2 },
    { callId: expect.any(String), number: 'A-001', counter: 3, step: 'interview', times: 1 },
  ]);
  const [first, again, other] = announced(day).map(({ callId }) => callId);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('a call is heard on the board of the office and of the counter’s zone', () => {
  const { state } = morning(contoh());
  expect(boardsOf(state, 1)).toEqual(['lobby', 'lobby:hall']);
  expect(boardsOf(state, 5)).toEqual(['lobby', 'lobby:yard']);
});

test('the phones of those whom it concerns are told at once, after an undo too; at midnight everybody’s', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  day.next(1, '08:10');
  day.next(1, '08:11');
  day.does({ type: 'UndoAction', counter: 1 }, '08:11:10');
  const [first, second] = [day.visit('A-001').code, day.visit('A-002').code];
  expect(of(day, 'TicketCalled').map(touchedBy)).toEqual([[first], [second]]);
  expect(of(day, 'StepDone').map(touchedBy)).toEqual([[first]]);
  expect(of(day, 'ActionUndone').map((event) => new Set(touchedBy(event)))).toEqual([
    new Set([first, second]),
  ]);
  expect(touchedBy({ type: 'VisitsCalledIn', at: clock('08:12'), codes: [second] })).toEqual([second]);
  expect(of(day, 'CounterOpened').map(touchedBy)).toEqual([[]]);
  day.does({ type: 'TimePassed' }, '2026-11-27 00:00');
  expect(of(day, 'DayEnded').map(touchedBy)).toEqual(['all']);
});
