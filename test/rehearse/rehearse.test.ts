/** A whole small day against a hub of its own, through its real doors; and what happens when the account is false. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagesBuilt } from '../e2e/pages-built.ts';
import type { OwnHub } from './hub/own-hub.ts';
import { readOptions } from './options.ts';
import { type Rehearsed, rehearseAtHome } from './rehearse.ts';
import { asText } from './report.ts';
import { sampleFile } from './sample-office.ts';
import { summarize } from './summary.ts';
import { compare, type Seen } from './tally/compare.ts';

const words = [
  '--office',
  sampleFile,
  '--date',
  '2026-11-26',
  '--people',
  '40',
  '--speed',
  '900',
  '--seed',
  'e2e',
];

let own: OwnHub;
let day: Rehearsed;

beforeAll(async () => {
  await pagesBuilt();
  const output = { write: () => {} };
  const played = await rehearseAtHome(readOptions(words), { output, say: () => {} });
  ({ own, rehearsed: day } = played);
}, 120_000);
afterAll(async () => {
  await own?.stop();
  own?.clear();
});

test('a small day is played to its end, and nothing that was shown differs from the journal', () => {
  expect(day.differences).toEqual([]);
  const { visits, calls, compared } = summarize(day);
  expect(visits.issued).toBe(40);
  expect(visits.served).toBeGreaterThan(25);
  expect(visits.unfinished).toBe(0);
  expect(calls.made).toBeGreaterThan(40);
  expect(compared.phones).toBe(40);
  expect(asText(summarize(day))).toContain('No difference between what was shown and what the journal says.');
});

const tampered = (change: Partial<Seen>) => compare({ ...day.seen, ...change }, day.recorded);

test('a call that the account does not have is found', () => {
  const calls = new Map(day.seen.tally.calls);
  calls.set(1, (calls.get(1) ?? []).slice(1));
  const [first] = tampered({ tally: { ...day.seen.tally, calls } });
  expect(first?.where).toContain('calls at counter 1, 1. of');
});

test('a visit that ended otherwise in the account is found', () => {
  const visits = new Map(day.seen.tally.visits);
  const done = [...visits.values()].find(({ state }) => state === 'done');
  if (!done) throw new Error('nobody was served');
  visits.set(done.code, { ...done, state: 'no-show' });
  const found = tampered({ tally: { ...day.seen.tally, visits } });
  expect(found.map(({ where }) => where)).toContain(`number ${done.number}`);
});

test('a board, a display and a phone that showed something else are found', () => {
  const { screens } = day.seen;
  const boards = screens.boards.map((board) => ({ ...board, texts: [...board.texts, 'A-999'] }));
  const lobbies = screens.lobbies.map((lobby) => ({ ...lobby, announcements: lobby.announcements.slice(1) }));
  const phones = screens.phones.map((phone) => ({ ...phone, views: phone.views.slice(0, 1) }));
  const found = tampered({ screens: { ...screens, boards, lobbies, phones } });
  const where = found.map((difference) => difference.where).join('\n');
  expect(where).toContain('board 1, ');
  expect(where).toContain('display 1 (lobby), announcements, 1. of');
  expect(where).toContain('phone of A-001, at the end');
});

test('a promise that was kept by our own clock and broken by the journal is found', () => {
  const brokenPromises = new Set([...day.recorded.visits.keys()]);
  const found = compare(day.seen, { ...day.recorded, brokenPromises });
  expect(
    found.some(
      ({ where, seen, journal }) => where.endsWith(': promise') && seen === 'kept' && journal === 'broken',
    ),
  ).toBe(true);
});
