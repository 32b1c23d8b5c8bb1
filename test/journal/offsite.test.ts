/** What was done outside stands in the readable tables beside the office's own; names are gone when their time is over. */
import { expect, test } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { replayDay } from '../../server/hub/replay.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import { rebuildTables } from '../../server/journal/rebuild-tables.ts';
import { createSqliteJournal, openSqliteJournal } from '../../server/journal/sqlite.ts';

import { silent } from '../../server/log.ts';
import { countBytes, temporaryFolder } from './folder.ts';
import { at, began, dayStream, only, rowsWith, taken, to } from './office-day.ts';

type Recorded = Extract<DomainEvent, { type: 'OffsiteRecorded' }>;

const recorded = (results: Recorded['results'], people = 2): Recorded => ({
  type: 'OffsiteRecorded',
  at: at(400),
  trip: 't-1',
  request: 'request-code-000000001',
  shortCode: 'K7M2QX',
  date: '2026-11-21',
  service: 'village',
  lane: 'regular',
  steps: ['documents', 'interview'],
  people,
  results,
  by: 'officer:head',
});
const steps = [
  { step: 'documents', startedAt: at(60), endedAt: at(70), outcome: null },
  { step: 'interview', startedAt: at(75), endedAt: at(90), outcome: 'passport-48' },
];
const done = { person: 0, end: 'done', reasons: [], steps } as const;
const absent = { person: 1, end: 'no-show', reasons: [], steps: [] } as const;

/** A day with a ticket of the office, and then these events of the calendar one by one. */
async function live(...events: DomainEvent[]) {
  const memory = openMemory('real');
  const journal = createSqliteJournal(memory, silent, `${temporaryFolder()}/check.sqlite`);
  const day = [began, taken(1)];
  await journal.append({ ...only(to(dayStream, 0, ...day)), rows: rowsWith([], ...day) });
  for (const [index, event] of events.entries())
    await journal.append({
      ...only(to('calendar', index, event)),
      rows: rowsWith([...day, ...events.slice(0, index)], event),
    });
  const rows = (table: string) =>
    memory.database.prepare(`SELECT * FROM ${table} ORDER BY date, number`).all() as Record<
      string,
      unknown
    >[];
  return { journal, rows };
}

test('OF10 a person outside is a ticket of counter 0, in the tables of the office; nobody waited', async () => {
  const { rows } = await live(recorded([done, absent]));
  const [first, second, own] = rows('ticket');
  expect(first).toEqual({
    date: '2026-11-21',
    code: 'request-code-000000001-1',
    number: 'K7M2QX-1',
    service: 'village',
    lane: 'regular',
    people: 1,
    category: null,
    state: 'done',
    step: 'interview',
    counter: 0,
    arrived_at: '2026-11-26T01:00:00.000Z',
    promise_at: null,
    turn_at: '2026-11-26T01:00:00.000Z',
    first_called_at: null,
    ended_at: '2026-11-26T01:30:00.000Z',
    promise_broken: 0,
    handover_broken: 0,
    outage_minutes: 0,
    channel: null,
    takes_place: 0,
    promise: null,
    handovers_broken: 0,
    told_from: null,
    told_to: null,
    told_expected: null,
    told_home_by: null,
    rating: null,
    offsite: 1,
  });
  expect(second).toMatchObject({ number: 'K7M2QX-2', state: 'no-show', step: 'documents', ended_at: null });
  expect(own).toMatchObject({ number: 'A-001', date: '2026-11-26', state: 'waiting' });
  expect(rows('step_visit')).toEqual([
    {
      date: '2026-11-21',
      number: 'K7M2QX-1',
      n: 1,
      code: 'request-code-000000001-1',
      step: 'documents',
      counter: 0,
      called_at: '2026-11-26T01:00:00.000Z',
      started_at: '2026-11-26T01:00:00.000Z',
      ended_at: '2026-11-26T01:10:00.000Z',
      ended: 'done',
      outcome: null,
      officer: null,
      waited_from: null,
      reasons: null,
      handover: null,
    },
    {
      date: '2026-11-21',
      number: 'K7M2QX-1',
      n: 2,
      code: 'request-code-000000001-1',
      step: 'interview',
      counter: 0,
      called_at: '2026-11-26T01:15:00.000Z',
      started_at: '2026-11-26T01:15:00.000Z',
      ended_at: '2026-11-26T01:30:00.000Z',
      ended: 'done',
      outcome: 'passport-48',
      officer: null,
      waited_from: null,
      reasons: null,
      handover: null,
    },
  ]);
});

test('OF10 a visit without an applicant is of 0 people', async () => {
  const { rows } = await live(recorded([{ ...done, steps: steps.slice(0, 1) }], 0));
  expect(rows('ticket')[0]).toMatchObject({ number: 'K7M2QX-1', people: 0, state: 'done' });
});

test('OF10 entered again, the rows are those of the last entry; made again from the events, they are the same', async () => {
  const incomplete = { ...done, end: 'incomplete', reasons: ['missing'], steps: steps.slice(0, 1) } as const;
  const { journal, rows } = await live(recorded([done]), recorded([incomplete, absent]));
  const written = [rows('ticket'), rows('step_visit')];
  expect(written[0]).toMatchObject([{ state: 'incomplete', step: 'documents' }, {}, {}]);
  expect(written[1]).toMatchObject([{ n: 1, step: 'documents', ended: 'incomplete' }]);
  await rebuildTables(journal, replayDay);
  expect([rows('ticket'), rows('step_visit')]).toEqual(written);
});

const requested = (code: string, name: string): DomainEvent => ({
  type: 'VisitRequested',
  at: at(0),
  code,
  shortCode: code.toUpperCase(),
  service: 'village',
  people: 1,
  personalOf: code,
  personal: {
    address: `Jalan ${name} 5`,
    contact: `+62-${name}`,
    letter: { kind: `Surat ${name}`, number: null },
    people: [{ name, birthDate: '1961-03-02' }],
    note: `${name} di lantai dua`,
  },
});

test('OF8 no byte of what was said of a request is left once it was emptied, in file or log; others stay', async () => {
  const folder = temporaryFolder();
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  const codes = Array.from({ length: 50 }, (_, index) => `r${index}`);
  const nameOf = (code: string) => `Nama-${code}-${'x'.repeat((Number(code.slice(1)) * 37) % 300)}`;
  for (const [index, code] of codes.entries())
    await journal.append(only(to('calendar', index, requested(code, nameOf(code)))));
  expect(countBytes(folder, 'Nama-r7-')).toBeGreaterThanOrEqual(5);
  await journal.append(only(to('calendar', 50, { type: 'RequestsEmptied', at: at(1), codes: ['r7', 'r9'] })));
  expect(countBytes(folder, 'Nama-r7-') + countBytes(folder, 'Nama-r9-')).toBe(0);
  expect(countBytes(folder, 'Nama-r8-')).toBe(5);
  const [kept, emptied] = (await journal.read('calendar')).slice(6, 8);
  expect(kept).toEqual(requested('r6', nameOf('r6')));
  expect(emptied).not.toHaveProperty('personal');
  expect(emptied).toMatchObject({ type: 'VisitRequested', code: 'r7', people: 1 });
  await journal.close();
  expect(countBytes(folder, 'Nama-r7-') + countBytes(folder, 'Nama-r9-')).toBe(0);
});
