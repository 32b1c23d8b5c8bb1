/** Reports that are wrong, too large or too many: they are refused, and everything else goes on. */
import { expect, test } from 'vitest';
import { reportOf } from './board.ts';
import { openVoiceStage } from './stage.ts';

const wrong: [string, unknown][] = [
  ['nothing', undefined],
  ['a text', 'report'],
  ['another id', { id: 'X' }],
  ['an id with a path', { id: '../../../etc' }],
  ['an unknown page', { page: 'admin' }],
  ['a zone as an object', { zone: {} }],
  ['a number that is too long', { number: 'A'.repeat(17) }],
  ['a sound of its own', { sound: 'loud' }],
  ['no clock', { clockOffset: null }],
  ['a clock beyond all times', { clockOffset: 1e300 }],
  ['an unknown key', { station: 't1' }],
  ['a build without end', { build: 'b'.repeat(41) }],
];

test.each(wrong)('a report with %s is refused and changes nothing', async (_, changes) => {
  const stage = await openVoiceStage();
  const board = await stage.board();
  await board.report();
  const before = stage.voice.shown();
  const broken = typeof changes === 'object' ? { ...reportOf('b'), ...changes } : changes;
  expect(await board.ask('report', broken)).toMatchObject({ status: 400, code: 'malformed' });
  expect(stage.voice.shown()).toEqual(before);
});

test('a report of 20 MB ends the connection, and the hub goes on', async () => {
  const stage = await openVoiceStage();
  const hostile = await stage.board({ id: 'a' });
  hostile.send('report', { ...reportOf('a'), size: 'x'.repeat(20_000_000) });
  await hostile.ended;
  const board = await stage.board({ id: 'b' });
  expect((await board.report()).speaks).toBe(true);
  expect(stage.voice.shown().screens.map(({ id }) => id)).toEqual([board.id]);
});

test('who reports without end is asked to wait; what it said last stands', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board();
  const answers = Array.from({ length: 60 }, (_, place) =>
    board.ask('report', { ...reportOf('a'), number: `A-${place}` }),
  );
  expect((await Promise.all(answers)).at(-1)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(stage.voice.shown().screens.map(({ number }) => number)).toEqual(['A-39']);
});
