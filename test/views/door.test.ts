/** What the door sees, and what the board outside shows to everybody. */
import { expect, test } from 'vitest';
import { noForecast } from '../../server/domain/forecast/forecast.ts';
import { caseCard, doorView } from '../../server/domain/views/door.ts';
import { entranceView } from '../../server/domain/views/entrance.ts';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import type { DoorDay } from '../domain/door-day.ts';
import { doorDay, measuring } from '../domain/door-day.ts';
import { contoh } from '../domain/office.ts';
import { at } from './context.ts';

const guard = (day: DoorDay, time: string) => doorView(day.state, at(time), { notices: false });
const board = (day: DoorDay, time: string) => entranceView(day.state, at(time));
const named = (name: string) => ({ id: name, en: name });

/** Two inside of two; three tickets outside, the second for a family of three. */
function crowd(): DoorDay {
  const day = doorDay(contoh({ capacity: 2 }));
  day.counts('07:50', 2);
  day.gives('08:00');
  day.gives('08:01', { people: 3 });
  day.gives('08:02', { lane: 'priority' });
  return day;
}

test('before anybody came the door knows its office, and that nothing is measured', () => {
  expect(guard(doorDay(contoh()), '08:00')).toEqual({
    office: expect.objectContaining({ id: 'contoh', rehearsal: false }),
    inside: null,
    capacity: null,
    full: false,
    ahead: { fullAt: null, roomAt: null },
    reading: null,
    screening: null,
    services: [
      { id: 'passport', name: named('passport'), prefix: 'A', inside: true },
      { id: 'collection', name: named('collection'), prefix: 'C', inside: true },
      { id: 'question', name: named('question'), prefix: 'B', inside: true },
    ],
    lanes: [
      { id: 'regular', name: named('regular'), for: [] },
      { id: 'priority', name: named('priority'), for: [] },
    ],
    seated: [],
    notices: false,
    outside: [],
    outsideCount: 0,
    calledIn: null,
    expected: 0,
    lastVerdict: null,
    places: [],
    stopped: null,
    closed: null,
  });
});

test('FC10 the guard hears when the room will be full, and when there will be room again', () => {
  const day = doorDay(contoh({ capacity: 2 }));
  const seen = (room: { fullAt: number | null; roomAt: number | null }) =>
    doorView(day.state, { ...at('08:00'), forecast: { ...noForecast, room } }, { notices: false }).ahead;
  const ten = Date.parse('2026-11-26T02:00:00.000Z');
  expect(seen({ fullAt: ten, roomAt: null })).toEqual({ fullAt: '2026-11-26T02:00:00.000Z', roomAt: null });
  expect(seen({ fullAt: null, roomAt: ten })).toEqual({ fullAt: null, roomAt: '2026-11-26T02:00:00.000Z' });
});

test('who sits is listed, the longest first, with the retest clock or the case, and without a reading', () => {
  const day = doorDay(measuring({ capacity: 120 }));
  const held = day.holds('08:00');
  const sits = day.screens('08:02', 38.217);
  day.screens('08:03', 36.5);
  day.does({ type: 'NoteNotice', case: 'K-001' }, '08:04');
  const view = doorView(day.state, at('08:05'), { notices: true });
  expect(view).toMatchObject({
    inside: 1,
    capacity: 120,
    full: false,
    notices: true,
    screening: { warnAbove: 37, holdAbove: 37.5, retests: 2, retestAfter: 300_000 },
  });
  expect(view.seated).toEqual([
    {
      screening: held,
      verdict: 'held',
      attempt: 3,
      since: '2026-11-26T00:00:00.000Z',
      retestAt: null,
      case: 'K-001',
      notifiedAt: '2026-11-26T00:04:00.000Z',
    },
    {
      screening: sits.id,
      verdict: 'retest',
      attempt: 1,
      since: '2026-11-26T00:02:00.000Z',
      retestAt: '2026-11-26T00:07:00.000Z',
      case: null,
      notifiedAt: null,
    },
  ]);
  expect(JSON.stringify(view)).not.toContain('38.');
  day.decides(held, '08:10', 'refer');
  expect(guard(day, '08:11').seated.map(({ screening }) => screening)).toEqual([sits.id]);
});

test('DO7 the card of a case has its readings until they are erased', () => {
  const day = doorDay(measuring());
  const held = day.holds('08:00');
  expect(caseCard(day.state, 'K-001')).toEqual({
    case: 'K-001',
    screening: held,
    openedAt: '2026-11-26T00:00:00.000Z',
    notifiedAt: null,
    decision: null,
    decidedAt: null,
    readings: [38.4, 38.5, 38.6].map((celsius) => ({ at: '2026-11-26T00:00:00.000Z', celsius, kind: null })),
  });
  day.decides(held, '08:10', 'admit');
  expect(caseCard(day.state, 'K-001')).toMatchObject({
    decision: 'admit',
    decidedAt: '2026-11-26T00:10:00.000Z',
    readings: [],
  });
  expect(caseCard(day.state, 'K-002')).toBeNull();
});

test('DO7 the last verdict is shown for 15 s, and says nothing of whom it was', () => {
  const day = doorDay(measuring());
  day.screens('08:00:00', 37.2);
  const shown = { verdict: 'warned', at: '2026-11-26T00:00:00.000Z' };
  expect(board(day, '08:00:14.999').lastVerdict).toEqual(shown);
  expect(guard(day, '08:00:14.999').lastVerdict).toEqual(shown);
  expect(board(day, '08:00:15').lastVerdict).toBeNull();
});

test('DO8 how many are inside is shown where the office has a capacity, or where somebody counts', () => {
  const limited = doorDay(contoh({ capacity: 1 }));
  const free = doorDay(contoh());
  const inside = (day: DoorDay) => [
    board(day, '08:10').inside,
    guard(day, '08:10').inside,
    lobbyView(day.state, at('08:10'), null).inside,
  ];
  expect(inside(limited)).toEqual([0, 0, 0]);
  expect(inside(free)).toEqual([null, null, null]);
  limited.screens('08:00');
  free.screens('08:00');
  expect(inside(limited)).toEqual([1, 1, 1]);
  expect(inside(free)).toEqual([1, 1, 1]);
  expect([board(limited, '08:10').full, board(free, '08:10').full]).toEqual([true, false]);
});

test('DO10 those outside stand in the order in which they will come in', () => {
  const day = crowd();
  const { outside, outsideCount, full } = guard(day, '08:10');
  expect(outside.map(({ number, people }) => [number, people])).toEqual([
    ['P-001', 1],
    ['A-001', 1],
    ['A-002', 3],
  ]);
  expect(outside[0]).toEqual({
    number: 'P-001',
    code: day.visit('P-001').code,
    service: 'passport',
    lane: 'priority',
    people: 1,
    since: '2026-11-26T00:02:00.000Z',
  });
  expect([outsideCount, full, board(day, '08:10').outside]).toEqual([3, true, 3]);
});

test('DO10 a group is shown for ten minutes, or until the next one', () => {
  const day = crowd();
  day.callsIn('08:10', 2);
  expect(board(day, '08:11').calledIn).toEqual({
    at: '2026-11-26T00:10:00.000Z',
    numbers: ['P-001', 'A-001'],
  });
  expect(guard(day, '08:11')).toMatchObject({ expected: 2, calledIn: { numbers: ['P-001', 'A-001'] } });
  expect(board(day, '08:19:59.999').calledIn?.numbers).toEqual(['P-001', 'A-001']);
  expect(board(day, '08:20').calledIn).toBeNull();
  day.callsIn('08:21', 3);
  expect(guard(day, '08:22')).toMatchObject({ expected: 3, calledIn: { numbers: ['A-002'] } });
});

test('DO10 a number that is called to a counter from outside stands on the board until the person is there', () => {
  const day = crowd();
  day.opens(1, 2);
  day.next(1, '08:10');
  // This one waits inside.
  const inside = day.takes('08:10');
  day.calls(2, inside, '08:10');
  expect(board(day, '08:11')).toMatchObject({
    outside: 2,
    calls: [{ number: 'P-001', counter: 1, at: '2026-11-26T00:10:00.000Z' }],
  });
  day.press('StartVisit', 1, '08:12');
  expect(board(day, '08:13').calls).toEqual([]);
});

test('the phone of a ticket says that it waits outside, until it is called in', () => {
  const day = crowd();
  const outside = () => ticketView(day.state, at('08:10'), day.visit('P-001').code)?.outside;
  expect(outside()).toBe(true);
  day.callsIn('08:11', 1);
  expect(outside()).toBe(false);
});

test('DO15 fewer counted than are served, or more than fit: the guard is asked to count again', () => {
  const day = doorDay(contoh({ capacity: 3 }));
  day.opens(1);
  day.gives('08:00', { people: 2 });
  day.counts('08:01', 1);
  expect(guard(day, '08:02').drift).toBeUndefined();
  day.next(1, '08:03');
  expect(guard(day, '08:03').drift).toBeUndefined();
  day.press('StartVisit', 1, '08:04');
  expect(guard(day, '08:04').drift).toEqual({ least: 2, most: 3 });
  day.counts('08:05', 2);
  expect(guard(day, '08:05').drift).toBeUndefined();
  day.counts('08:06', 4);
  expect(guard(day, '08:06').drift).toEqual({ least: 2, most: 3 });
});
