/** `supervisor`: the room as whoever heads the office sees it. */
import { expect, test } from 'vitest';
import { supervisorView as schema } from '../../server/contract/views-supervisor.ts';
import { supervisorView } from '../../server/domain/views/supervisor.ts';
import { clock, type Morning, morning } from '../domain/morning.ts';
import { contoh, firstLane } from '../domain/office.ts';

function room(day: Morning, time: string, presence = new Map<string, never>()) {
  day.passes(time);
  const at = clock(time);
  const view = supervisorView(day.state, { at, rehearsal: false }, { alarms: [], presence, now: at });
  return schema.parse(view);
}

const officer = (day: Morning, id: string, name: string) =>
  day.does({ type: 'AddOfficer', id, name, role: 'counter', hash: 'x' }, '07:10');

test('an empty morning: nothing is wrong, every counter is closed', () => {
  const view = room(morning(contoh({ capacity: 120 })), '07:30');
  expect(view.room).toEqual({
    inside: 0,
    capacity: 120,
    outside: 0,
    waiting: 0,
    atCounters: 0,
    aside: 0,
    done: 0,
    issued: 0,
  });
  expect(view.promises).toEqual({
    kept: 0,
    broken: 0,
    running: 0,
    brokenInOutage: 0,
    steps: [{ step: 'handover', kept: 0, broken: 0, running: 0 }],
    atRisk: [],
  });
  expect(view.counters.map(({ counter, state, served }) => [counter, state, served])).toEqual([
    [1, 'closed', 0],
    [2, 'closed', 0],
    [3, 'closed', 0],
    [4, 'closed', 0],
    [5, 'closed', 0],
  ]);
  expect(view.queues).toEqual([]);
});

test('where the office has no capacity and nobody counts, nobody can say who is inside', () => {
  expect(room(morning(contoh()), '07:30').room.inside).toBe(null);
});

test('a promise is at risk with less than a quarter of its time left, and counters that could help are named', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('07:59', 'question');
  day.next(1, '08:00');
  day.takes('08:00');
  // Two hours are promised: the last quarter begins at 09:30.
  expect(room(day, '09:30').promises.atRisk).toEqual([]);
  const [risk] = room(day, '09:30:00.001').promises.atRisk;
  expect(risk).toMatchObject({ number: 'A-001', step: 'documents', state: 'waiting', broken: false });
  expect(risk?.opens).toEqual([2, 4]);
  // Once an open counter is free for it, no other is needed.
  day.press('FinishStep', 1, '09:31');
  expect(room(day, '09:32').promises.atRisk[0]?.opens).toEqual([]);
});

test('broken promises stay in sight while somebody is owed something, the oldest first', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.opens(1);
  day.takes('08:00');
  day.takes('08:10', 'passport', { lane: 'priority' });
  const view = room(day, '09:50');
  expect(view.promises.broken).toBe(1);
  expect(view.promises.atRisk.map(({ number, broken }) => [number, broken])).toEqual([
    ['P-001', true],
    ['A-001', false],
  ]);
  day.does({ type: 'CancelTicket', ticket: 'P-001' }, '09:51');
  expect(room(day, '09:52').promises.atRisk.map(({ number }) => number)).toEqual(['A-001']);
});

test('what could not be kept in an outage is told apart', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.does({ type: 'RecordOutage', from: clock('08:30'), to: clock('08:50'), noticed: true }, '09:00');
  day.takes('09:00');
  const view = room(day, '11:30');
  expect(view.promises).toMatchObject({ broken: 2, brokenInOutage: 1 });
  expect(view.outages).toEqual([
    { from: '2026-11-26T00:30:00.000Z', to: '2026-11-26T00:50:00.000Z', noticed: true },
  ]);
});

test('a counter says who sits there, whom it serves and since when, and how many it has served', () => {
  const day = morning(contoh());
  officer(day, 'o1', 'Sari');
  day.does({ type: 'AssignOfficer', counter: 1, officer: 'o1' }, '07:20');
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  day.next(1, '08:02');
  day.next(1, '08:05');
  day.press('StartVisit', 1, '08:06');
  const [first, second] = room(day, '08:10').counters;
  expect(first).toMatchObject({
    officer: { id: 'o1', name: 'Sari' },
    number: 'A-002',
    visitState: 'serving',
    since: '2026-11-26T00:06:00.000Z',
    served: 1,
  });
  expect(second).toMatchObject({ officer: null, number: null, visitState: null, since: null });
});

test('queues say how many wait and since when the longest', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:05');
  day.takes('08:06', 'question');
  expect(room(day, '08:10').queues).toEqual([
    {
      step: 'documents',
      service: 'passport',
      lane: 'regular',
      count: 2,
      oldest: '2026-11-26T00:00:00.000Z',
      estimate: null,
    },
    {
      step: 'documents',
      service: 'question',
      lane: 'regular',
      count: 1,
      oldest: '2026-11-26T00:06:00.000Z',
      estimate: null,
    },
  ]);
});

test('what was out of turn is listed newest first, with the officer’s name', () => {
  const day = morning(contoh());
  officer(day, 'o1', 'Sari');
  day.does({ type: 'AssignOfficer', counter: 1, officer: 'o1' }, '07:20');
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  day.does({ type: 'CallTicket', counter: 1, ticket: 'A-002', reason: 'menangis' }, '08:02');
  const view = room(day, '08:03');
  expect(view.outOfTurnOpen).toBe(1);
  expect(view.outOfTurn).toEqual([
    expect.objectContaining({
      kind: 'call',
      number: 'A-002',
      counter: 1,
      officer: { id: 'o1', name: 'Sari' },
      reason: 'menangis',
      overtaken: 1,
      closed: null,
    }),
  ]);
});

test('a device says whether it is there and what its board shows; an officer whether they are signed in', () => {
  const day = morning(contoh());
  officer(day, 'o1', 'Sari');
  officer(day, 'o2', 'Budi');
  const until = clock('19:00');
  day.does(
    { type: 'OpenSession', id: 's', hash: 'h', token: null, officer: { id: 'o1', counter: 3 }, until },
    '07:20',
  );
  day.does(
    {
      type: 'AddDevice',
      id: 'box-1',
      driver: 'loket',
      counter: 1,
      label: null,
      hash: 'h',
      read: [],
      write: [],
    },
    '07:20',
  );
  const seen = { online: true, lastSeen: '2026-11-26T00:00:00.000Z', display: { text: 'A-001' } };
  const at = clock('08:00');
  const view = supervisorView(
    day.state,
    { at, rehearsal: false },
    { alarms: ['clock'], presence: new Map([['box-1', seen]]), now: at },
  );
  expect(view.alarms).toEqual(['clock']);
  expect(view.devices).toEqual([
    {
      id: 'box-1',
      kind: 'box',
      driver: 'loket',
      counter: 1,
      label: null,
      online: true,
      lastSeen: '2026-11-26T00:00:00.000Z',
      address: null,
      info: null,
      battery: null,
      board: { wanted: 'A-001', shown: 'A-001', ok: null },
      printer: null,
      trouble: null,
      text: 'A-001',
    },
  ]);
  expect(view.knocks).toEqual([]);
  expect(view.officers).toEqual([
    { id: 'o1', name: 'Sari', role: 'counter', counter: 3, signedIn: true },
    { id: 'o2', name: 'Budi', role: 'counter', counter: null, signedIn: false },
  ]);
});
