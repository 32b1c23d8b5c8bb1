/** The readable tables show each ticket as it is, and are the same when they are made again from the events. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayEvent } from '../../server/domain/events.ts';
import { instant } from '../../server/domain/instant.ts';
import { nextMoment } from '../../server/domain/next-moment.ts';
import { createBatch } from '../../server/hub/batch.ts';
import { emptyState, replayDay } from '../../server/hub/replay.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { createSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { contoh, firstLane } from '../domain/office.ts';
import type { RandomDay } from '../domain/random-days.ts';
import { randomDay } from '../domain/random-days.ts';
import { temporaryFolder } from './folder.ts';
import { at, began, codeOf, dayStream, ended, only, rowsWith, taken, to } from './office-day.ts';
import { contents } from './record.ts';

const office = contoh({
  lanes: firstLane,
  calling: { returnAfter: 2, noShowAfter: 1, noShowWait: 'PT0S' },
});
const opened = () => {
  const memory = openMemory('real');
  return { ...memory, journal: createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`) };
};

/** Plays a day as the hub does: several commands in one append. */
async function play(journal: SqliteJournal, day: RandomDay, batchLength: number): Promise<void> {
  const state = emptyState();
  let seqs = new Map<string, number>();
  let at = Date.UTC(2026, 10, 25, 23, 0);
  let ids = 0;
  const steps: RandomDay = [
    { command: { type: 'ConfigureOffice', office, source: '' }, after: 0 },
    ...office.counters.map(({ number }) => ({
      command: { type: 'OpenCounter' as const, counter: number },
      after: 1,
    })),
    ...day,
  ];
  for (let begin = 0; begin < steps.length; begin += batchLength) {
    const batch = createBatch({ state, seqs }, []);
    for (const { command, after } of steps.slice(begin, begin + batchLength)) {
      at += after;
      const due = nextMoment(state);
      if (due !== null && due <= at) batch.passTime(instant(at));
      ids += 1;
      const fresh = { id: `code${String(ids).padStart(18, '0')}`, spoken: String(ids).padStart(10, '0') };
      batch.add(command, { account: 'anyone' }, instant(at), fresh);
    }
    const append = batch.append();
    if (append) await journal.append(append);
    seqs = batch.seqsAfter();
  }
}

/** The day with every `nth` action of a counter undone at once, as officers who pressed the wrong key do. */
const withUndos = (day: RandomDay, nth: number): RandomDay =>
  day.flatMap((step, index): RandomDay => {
    const { command } = step;
    if (index % nth > 0 || !('counter' in command) || typeof command.counter !== 'number') return [step];
    return [step, { command: { type: 'UndoAction', counter: command.counter }, after: 300 }];
  });

test('tables made again from the events are those that were written live, whatever happened in the days', async () => {
  const seen = new Set<unknown>();
  const property = fc.asyncProperty(randomDay, fc.integer({ min: 1, max: 6 }), async (day, batchLength) => {
    const { database, journal } = opened();
    await play(journal, withUndos(day, 3), batchLength);
    const live = contents(database);
    for (const call of database.prepare('SELECT DISTINCT undone, times FROM call').all())
      seen.add(JSON.stringify(call));
    await rebuildTables(journal, replayDay);
    expect(contents(database)).toEqual(live);
    await journal.close();
  });
  await fc.assert(property, { numRuns: 60, seed: 20261126 });
  // The days were worth looking at: calls that were undone, and calls announced again.
  expect([...seen]).toContain('{"undone":1,"times":1}');
  expect([...seen]).toContain('{"undone":0,"times":2}');
});

const [opening, called] = [
  { type: 'CounterOpened', at: at(1), counter: 3, action: 'a1', steps: ['documents'], lanes: ['regular'] },
  {
    type: 'TicketCalled',
    at: at(5),
    counter: 3,
    action: 'a2',
    code: codeOf(1),
    byNext: true,
    step: 'documents',
    reason: null,
    overtaken: 0,
  },
] as const satisfies DayEvent[];

/** Appends these events one by one, as a hub without haste does. */
async function live(...events: DayEvent[]) {
  const { database, journal } = opened();
  for (const [index, event] of events.entries()) {
    const rows = rowsWith(events.slice(0, index), event);
    await journal.append({ ...only(to(dayStream, index, event)), rows });
  }
  return { database, rows: (table: string) => database.prepare(`SELECT * FROM ${table}`).all() };
}

const waiting = {
  date: '2026-11-26',
  code: 'code-00000000000000001',
  number: 'A-001',
  service: 'passport',
  lane: 'regular',
  people: 1,
  category: null,
  state: 'waiting',
  step: 'documents',
  counter: null,
  arrived_at: '2026-11-26T00:01:00.000Z',
  promise_at: '2026-11-26T02:01:00.000Z',
  turn_at: '2026-11-26T02:01:00.000Z',
  first_called_at: null,
  ended_at: null,
  promise_broken: 0,
  handover_broken: 0,
  outage_minutes: 0,
  channel: 'walk-in',
  takes_place: 1,
  promise: null,
  handovers_broken: 0,
  told_from: null,
  told_to: null,
  told_expected: null,
  told_home_by: null,
  rating: null,
  offsite: 0,
};
const call = {
  date: '2026-11-26',
  call_id: 'a2',
  code: 'code-00000000000000001',
  number: 'A-001',
  counter: 3,
  step: 'documents',
  at: '2026-11-26T00:05:00.000Z',
  times: 1,
  undone: 0,
};

test('a ticket, its step and its call are rows that people can read', async () => {
  const started: DayEvent = {
    type: 'VisitStarted',
    at: at(6),
    counter: 3,
    action: 'a3',
    code: codeOf(1),
    endsAt: null,
  };
  const recalled: DayEvent = {
    type: 'TicketRecalled',
    at: instant(at(5) + 30_000),
    counter: 3,
    action: 'a4',
    code: codeOf(1),
    times: 2,
  };
  const { rows } = await live(began, opening, taken(1, 'deaf'), called, recalled, started);
  expect(rows('ticket')).toEqual([
    { ...waiting, state: 'serving', counter: 3, first_called_at: '2026-11-26T00:05:00.000Z' },
  ]);
  expect(rows('ticket_needs')).toEqual([{ date: '2026-11-26', code: codeOf(1), needs: 'deaf' }]);
  expect(rows('step_visit')).toEqual([
    {
      date: '2026-11-26',
      number: 'A-001',
      n: 1,
      code: codeOf(1),
      step: 'documents',
      counter: 3,
      called_at: '2026-11-26T00:05:00.000Z',
      started_at: '2026-11-26T00:06:00.000Z',
      ended_at: null,
      ended: null,
      outcome: null,
      officer: null,
      waited_from: '2026-11-26T00:01:00.000Z',
      reasons: null,
      handover: null,
    },
  ]);
  expect(rows('call')).toEqual([{ ...call, times: 2, at: '2026-11-26T00:05:30.000Z' }]);
});

test('UN1 an undone call: the ticket waits as before, its step is gone, the call stays and says so', async () => {
  const undone: DayEvent = {
    type: 'ActionUndone',
    at: at(6),
    counter: 3,
    undone: 'a2',
    codes: [codeOf(1)],
    callId: 'a2',
  };
  const { rows } = await live(began, opening, taken(1), called, undone);
  expect(rows('ticket')).toEqual([waiting]);
  expect(rows('step_visit')).toEqual([]);
  expect(rows('call')).toEqual([{ ...call, undone: 1 }]);
});

test('UN4 an undone recall: the call has its former count and moment', async () => {
  const recalled: DayEvent = {
    type: 'TicketRecalled',
    at: at(6),
    counter: 3,
    action: 'a4',
    code: codeOf(1),
    times: 2,
  };
  const undone: DayEvent = {
    type: 'ActionUndone',
    at: at(7),
    counter: 3,
    undone: 'a4',
    codes: [codeOf(1)],
    callId: null,
  };
  const { rows } = await live(began, opening, taken(1), called, recalled, undone);
  expect(rows('call')).toEqual([call]);
});

test('TP6 midnight: who was not finished is unfinished, and nothing says what anybody needed', async () => {
  const { rows } = await live(began, opening, taken(1, 'deaf'), ended(codeOf(1)));
  expect(rows('ticket')).toEqual([{ ...waiting, state: 'unfinished', ended_at: '2026-11-26T16:00:00.000Z' }]);
  expect(rows('ticket_needs')).toEqual([]);
});

test('broken promises and hand-overs are marked', async () => {
  const at3 = { counter: 3, code: codeOf(1) };
  const started: DayEvent = { type: 'VisitStarted', at: at(6), action: 'a3', endsAt: at(8), ...at3 };
  const handover: DayEvent = { type: 'HandoverBroken', at: at(8), code: codeOf(1) };
  const promise: DayEvent = { type: 'PromiseBroken', at: at(122), code: codeOf(2) };
  const { rows } = await live(began, opening, taken(1), taken(2), called, started, handover, promise);
  expect(rows('ticket')).toMatchObject([
    { number: 'A-001', promise_broken: 0, handover_broken: 1 },
    { number: 'A-002', promise_broken: 1, handover_broken: 0 },
  ]);
});

test('FS3 an outcome that is named later stands in the row of its step', async () => {
  const action = { at: at(7), counter: 3, code: codeOf(1), step: 'documents' };
  const done: DayEvent = { type: 'StepDone', action: 'a3', ...action, outcome: null, next: 'interview' };
  const named: DayEvent = { type: 'OutcomeNamed', action: 'a4', ...action, outcome: 'passport-48' };
  const { rows } = await live(began, opening, taken(1), called, done, named);
  expect(rows('step_visit')).toMatchObject([
    { number: 'A-001', n: 1, ended: 'done', outcome: 'passport-48' },
  ]);
});
