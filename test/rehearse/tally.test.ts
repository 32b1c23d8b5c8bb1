/** The program's own account: answers in any order, what undo takes back, and promises. */
import { expect, test } from 'vitest';
import { sampleOffice } from './sample-office.ts';
import { handoversOf, promiseOf } from './tally/promises.ts';
import type { Acted } from './tally/seen.ts';
import { createTally, type Tally } from './tally/tally.ts';

const tallyOfOffice = (): Tally => createTally(sampleOffice());

const minute = 60_000;
const at = (minutes: number) => ({ from: minutes * minute, to: minutes * minute + 100 });

/** @param promised minutes */
function give(tally: Tally, number: string, service = 'passport', promised = 30): void {
  const promiseAt = new Date(promised * minute).toISOString();
  const answer = {
    code: `code of ${number}`,
    shortCode: 'ABCDEF',
    number,
    service,
    lane: 'regular',
    step: 'documents',
  };
  tally.took({ ...answer, ahead: 0, estimate: null, promiseAt }, 1, at(0));
}

const did = (
  tally: Tally,
  action: Acted['action'],
  counter: number,
  ticket: string | null,
  minutes: number,
) => void tally.acted({ counter, action, ticket, span: at(minutes) });

test('next finishes the one before: on to the next step, or done', () => {
  const tally = tallyOfOffice();
  for (const number of ['A-001', 'A-002']) give(tally, number);
  did(tally, 'open', 1, null, 1);
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'next', 1, 'A-002', 3);
  did(tally, 'next', 3, 'A-001', 4);
  did(tally, 'done', 3, 'A-001', 5);
  expect(tally.byNumber('A-001')?.state).toBe('done');
  expect(tally.byNumber('A-002')).toMatchObject({ state: 'called', counter: 1 });
  expect(tally.waiting()).toEqual([]);
});

test('an answer that comes before the one that made it possible waits for it', () => {
  const tally = tallyOfOffice();
  give(tally, 'A-001');
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'next', 3, 'A-001', 4);
  did(tally, 'next', 3, 'A-002', 5);
  expect(tally.waiting()).toHaveLength(2);
  did(tally, 'done', 1, 'A-001', 3);
  give(tally, 'A-002');
  expect(tally.byNumber('A-001')?.state).toBe('done');
  expect(tally.byNumber('A-002')?.state).toBe('called');
  expect(tally.waiting()).toEqual([]);
});

test('an answer that never fits stays, and is told', () => {
  const tally = tallyOfOffice();
  give(tally, 'A-001');
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'next', 2, 'A-001', 3);
  expect(tally.waiting()).toEqual(['counter 2: next was answered with A-001']);
});

test('undo puts back the visits and takes back the call', () => {
  const tally = tallyOfOffice();
  for (const number of ['A-001', 'A-002']) give(tally, number);
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'next', 1, 'A-002', 3);
  did(tally, 'undo', 1, 'A-001', 3);
  expect(tally.byNumber('A-001')).toMatchObject({ state: 'called', place: 0 });
  expect(tally.byNumber('A-002')?.state).toBe('waiting');
  expect(tally.calls.get(1)?.map(({ number, undone }) => [number, undone])).toEqual([
    ['A-001', false],
    ['A-002', true],
  ]);
});

test('a second press that was answered the same was no press; another answer was one', () => {
  const tally = tallyOfOffice();
  for (const number of ['A-001', 'A-002']) give(tally, number);
  did(tally, 'next', 1, 'A-001', 2);
  void tally.acted({ counter: 1, action: 'next', ticket: 'A-001', span: at(2), again: true });
  expect(tally.calls.get(1)).toHaveLength(1);
  void tally.acted({ counter: 1, action: 'next', ticket: 'A-002', span: at(2), again: true });
  expect(tally.calls.get(1)).toHaveLength(2);
});

test('a promise is kept by the end in time, broken while the office owes something, and lapses while one is away', () => {
  const tally = tallyOfOffice();
  for (const number of ['C-001', 'C-002', 'C-003', 'C-004']) give(tally, number, 'collection', 20);
  give(tally, 'A-001', 'passport', 20);
  did(tally, 'next', 4, 'C-001', 10);
  did(tally, 'no_show', 4, 'C-001', 12);
  did(tally, 'next', 4, 'C-002', 25);
  did(tally, 'next', 1, 'A-001', 10);
  did(tally, 'incomplete', 1, 'A-001', 12);
  void tally.cancelled('C-003', at(5));
  const verdict = (number: string) => {
    const visit = tally.byNumber(number);
    return visit && promiseOf(visit, 60 * minute, 1000);
  };
  // Kept by the call, although nobody came.
  expect(verdict('C-001')).toBe('kept');
  expect(verdict('C-002')).toBe('broken');
  expect(verdict('C-003')).toBe('none');
  expect(verdict('C-004')).toBe('broken');
  expect(verdict('A-001')).toBe('lapsed');
});

test('what is too near to the moment is not decided', () => {
  const tally = tallyOfOffice();
  give(tally, 'C-001', 'collection', 20);
  did(tally, 'next', 4, 'C-001', 20);
  const visit = tally.byNumber('C-001');
  expect(visit && promiseOf(visit, 60 * minute, 1000)).toBe('close');
});

test('while somebody fetches what was missing, the clock of the promise stands still', () => {
  const tally = tallyOfOffice();
  give(tally, 'A-001', 'passport', 20);
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'incomplete', 1, 'A-001', 10);
  void tally.returned('A-001', at(15));
  did(tally, 'next', 2, 'A-001', 18);
  did(tally, 'done', 2, 'A-001', 19);
  did(tally, 'next', 3, 'A-001', 22);
  did(tally, 'done', 3, 'A-001', 24);
  const visit = tally.byNumber('A-001');
  expect(visit?.promise).toEqual({ from: 25 * minute - 100, to: 25 * minute + 100 });
  expect(visit && promiseOf(visit, 60 * minute, 1000)).toBe('kept');
});

test('who was missed and comes back has the promise of before', () => {
  const tally = tallyOfOffice();
  give(tally, 'A-001', 'passport', 20);
  did(tally, 'next', 1, 'A-001', 2);
  did(tally, 'no_show', 1, 'A-001', 10);
  void tally.returned('A-001', at(15));
  expect(tally.byNumber('A-001')?.promise).toEqual({ from: 20 * minute, to: 20 * minute });
});

test('a hand-over is in time until its last second', () => {
  const tally = tallyOfOffice();
  for (const number of ['C-001', 'C-002']) give(tally, number, 'collection');
  did(tally, 'next', 4, 'C-001', 1);
  did(tally, 'start', 4, 'C-001', 2);
  did(tally, 'next', 4, 'C-002', 3.5);
  did(tally, 'start', 4, 'C-002', 4);
  did(tally, 'done', 4, 'C-002', 7);
  const verdicts = ['C-001', 'C-002'].flatMap((number) =>
    handoversOf(tally.byNumber(number) ?? { handovers: [] }, 60 * minute, 1000),
  );
  expect(verdicts).toEqual(['kept', 'broken']);
});
