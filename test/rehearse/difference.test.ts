/** Screens that are told whole views: what they may leave out, and what they may not. */
import { expect, test } from 'vitest';
import { skippingDifferenceOf } from './tally/difference.ts';

/** Called at 10, served from 12 on, for the next step from 100 on, called again at 200, done at 300. */
const journal = [
  { text: 'waiting', at: 0 },
  { text: 'called 1', at: 10 },
  { text: 'serving 1', at: 12 },
  { text: 'waiting', at: 100 },
  { text: 'serving 1', at: 101 },
  { text: 'waiting', at: 103 },
  { text: 'called 3', at: 200 },
  { text: 'done', at: 300 },
];
const found = (seen: readonly string[], from = 0) =>
  skippingDifferenceOf('phone', seen, journal, { from, brief: 5 }).map(
    (one) => `${one.seen} / ${one.journal}`,
  );

test('all of it, or all but what lasted a moment, is no difference', () => {
  expect(found(journal.map(({ text }) => text))).toEqual([]);
  expect(found(['waiting', 'serving 1', 'waiting', 'called 3', 'done'])).toEqual([]);
});

test('what was before the screen was switched on need not be shown', () => {
  expect(found(['waiting', 'called 3', 'done'], 110)).toEqual([]);
  expect(found(['waiting', 'called 3', 'done'])).toEqual([
    'called 3 / called 1 before it, for longer than a moment',
  ]);
});

test('what never was, came in another order, or is not the end is a difference', () => {
  expect(found(['waiting', 'held', 'done'])).toEqual(['held / never after waiting']);
  expect(found(['waiting', 'serving 1', 'called 1'])).toHaveLength(1);
  expect(found(['waiting', 'serving 1', 'waiting', 'called 3'])).toEqual(['called 3 / done']);
});

test('a moment that was missed between two that look the same is no difference', () => {
  const idle = [
    { text: '', at: 0 },
    { text: 'A-001', at: 50 },
    { text: '', at: 52 },
    { text: 'A-002', at: 100 },
  ];
  expect(skippingDifferenceOf('display', ['', 'A-002'], idle, { from: 0, brief: 5 })).toEqual([]);
});

test('a screen that stays dark is a difference', () => {
  const dark = skippingDifferenceOf(
    'display',
    ['', ''],
    [
      { text: '', at: 0 },
      { text: 'A-001', at: 9 },
      { text: '', at: 90 },
    ],
    {
      from: 0,
      brief: 5,
    },
  );
  expect(dark).toHaveLength(1);
});
