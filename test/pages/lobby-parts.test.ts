/** Parts of the lobby board that need no browser: which call is large, who has which place, and how notices are said. */
import { get } from 'svelte/store';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { layoutOf, onPage, pageOn, pagesOf } from '../../display/lobby/counter-pages.ts';
import { createHighlights, timeFor } from '../../display/lobby/highlights.ts';
import { sayingsOf } from '../../display/lobby/sayings.ts';
import { inTurn } from '../../display/lobby/turns.ts';
import { call } from './scenes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const [first, second, third] = [call('A-101', 1), call('A-102', 2), call('A-103', 3)];
const openBoard = () => {
  const { shown, ...board } = createHighlights();
  const seen = () => {
    const { current, pending } = get(shown);
    return [current?.number ?? null, ...pending.map(({ number }) => number)];
  };
  return { ...board, seen };
};

test('calls that come together are large one after the other, four seconds each, the last one longer', () => {
  const { add, seen } = openBoard();
  for (const one of [first, second, third]) add(one);
  expect(seen()).toEqual(['A-101', 'A-102', 'A-103']);
  vi.advanceTimersByTime(5900);
  expect(seen()).toEqual(['A-102', 'A-103']);
  vi.advanceTimersByTime(4100);
  expect(seen()).toEqual(['A-103']);
  vi.advanceTimersByTime(5900);
  expect(seen()).toEqual(['A-103']);
  vi.advanceTimersByTime(200);
  expect(seen()).toEqual([null]);
});

test('the more wait to be large the less time each has, and none less than a second', () => {
  expect([0, 1, 4, 8, 100].map(timeFor)).toEqual([8000, 4000, 4000, 2000, 1200]);
  const { add, seen } = openBoard();
  const numbers = Array.from({ length: 30 }, (_, index) => `B-${100 + index}`);
  for (const [index, number] of numbers.entries()) add(call(number, index + 1));
  const large: (string | null | undefined)[] = [];
  for (let at = 0; at < 70_000; at += 400) {
    if (seen()[0] !== large.at(-1)) large.push(seen()[0]);
    vi.advanceTimersByTime(400);
  }
  expect(large).toEqual([...numbers, null]);
});

test('a call that is being said stays large until it was said, and the next sentence brings its own', () => {
  const { add, say, seen } = openBoard();
  add(first);
  say(first);
  add(second);
  vi.advanceTimersByTime(9000);
  expect(seen()).toEqual(['A-101', 'A-102']);
  say(null);
  vi.advanceTimersByTime(600);
  expect(seen()).toEqual(['A-101', 'A-102']);
  say(second);
  expect(seen()).toEqual(['A-102']);
  // The voice is behind: what it says is large once more.
  say(third);
  expect(seen()).toEqual(['A-103']);
});

test('a call that was taken back is neither large nor waits to be', () => {
  const { add, keep, seen } = openBoard();
  for (const one of [first, second, third]) add(one);
  keep([third, second, first]);
  keep([third]);
  expect(seen()).toEqual(['A-103']);
  add(call('A-103', 3));
  expect(seen()).toEqual(['A-103']);
});

test('in a rush a call that newer ones push out of the view still has its turn', () => {
  const { add, keep, seen } = openBoard();
  const rush = Array.from({ length: 10 }, (_, n) => call(`A-${201 + n}`, n + 1, `10:${20 + n}`));
  for (const one of rush) add(one);
  keep(rush.slice(0, 8).reverse());
  keep(rush.slice(2).reverse());
  expect(seen()).toEqual(rush.map(({ number }) => number));
  // Of the same eight one was taken back: an older one is in the view again.
  keep([...rush.slice(2, 9).reverse(), ...rush.slice(1, 2)]);
  expect(seen()).toEqual(rush.slice(0, 9).map(({ number }) => number));
});

test('counters stand in few sizes; beyond thirty there are pages, and the one that just called is on show', () => {
  const sizes = [1, 6, 7, 9, 13, 17, 21, 30, 99];
  expect(sizes.map((count) => layoutOf(count, false)).map(({ columns, rows }) => [columns, rows])).toEqual([
    ...[
      [1, 6],
      [1, 6],
      [1, 8],
      [2, 5],
    ],
    ...[
      [2, 8],
      [2, 10],
      [3, 8],
      [3, 10],
      [3, 10],
    ],
  ]);
  expect([0, 30, 31, 99].map(pagesOf)).toEqual([1, 1, 2, 4]);
  expect([0, 1, 2, 3].map((turn) => pageOn(74, turn, -1))).toEqual([0, 1, 2, 0]);
  expect([0, 1, 2].map((turn) => pageOn(74, turn, 73))).toEqual([2, 2, 2]);
  const counters = Array.from({ length: 74 }, (_, index) => index + 1);
  expect(onPage(counters, 2)).toEqual(counters.slice(60));
});

test('a short notice is said in both languages at once, a long one in one after the other', () => {
  const short = { id: 'Libur', en: 'Closed' };
  const long = { id: 'Kantor tutup hari Jumat', en: 'The office is closed on Friday' };
  const same = { id: 'Wi-Fi: Loket', en: 'Wi-Fi: Loket' };
  const said = sayingsOf([short, long, same], ['id', 'en'], 25);
  expect(said.map((lines) => lines.map(({ text }) => text))).toEqual([
    ['Libur', 'Closed'],
    ['Kantor tutup hari Jumat'],
    ['The office is closed on Friday'],
    ['Wi-Fi: Loket'],
  ]);
  expect([0, 1, 2, 3].map((turn) => inTurn(['en', 'zh'], turn))).toEqual(['en', 'zh', 'en', 'zh']);
  expect(inTurn([], 3)).toBeUndefined();
});
