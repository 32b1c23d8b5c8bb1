/** Every language says everything: the same keys, and a sentence for each refusal. */
import { expect, test } from 'vitest';
import { contrast, legible } from '../../display/lib/accent.ts';
import { clockTime, countdown, elapsed } from '../../display/lib/format.ts';
import { dictionaries, readersOf } from '../../display/lib/i18n.ts';
import { refusalDictionaries, sentenceOf, touchDictionaries, touchTexts } from '../../display/lib/touch.ts';
import { problemCodes } from '../../server/contract/refusals.ts';
import { counterStates, visitStates } from '../../server/contract/values.ts';

/** `a.b` of every text, however deep. */
function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'object' && text !== null ? keysOf(text, `${before}${key}.`) : [`${before}${key}`],
  );
}

test('Indonesian, English and Chinese are there', () => {
  expect([...dictionaries.keys()].sort()).toEqual(['en', 'id', 'zh']);
  expect([...touchDictionaries.keys()].sort()).toEqual(['en', 'id', 'zh']);
});

/** Every file of texts, by its folder: `''` for what displays and phones say. */
const folders = Map.groupBy(
  Object.entries(import.meta.glob<{ texts: object }>('../../display/lib/languages/**/*.ts', { eager: true })),
  ([path]) => path.replace(/^.*languages\/?/, '').replace(/[^/]*$/, ''),
);

test.each([...folders])('%s: every language says the same', (folder, files) => {
  const languages = files.map(([path]) => /(\w+)\.ts$/.exec(path)?.[1]).sort();
  // What is wrong in an office file is said in English by the hub itself.
  expect(languages).toEqual(folder === 'office-mistakes/' ? ['id', 'zh'] : ['en', 'id', 'zh']);
  const [first, ...others] = files.map(([, { texts }]) => keysOf(texts).sort());
  expect(first?.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toEqual(first);
});

test('every refusal has a sentence in every language, and so has a lost network', () => {
  for (const { refusals } of refusalDictionaries.values()) {
    expect(Object.keys(refusals).sort()).toEqual([...problemCodes, 'unreachable'].sort());
    for (const sentence of Object.values(refusals))
      expect(sentence).toMatch(/^(?:[A-Z].{5,}\.|\p{Script=Han}.{2,}。)$/u);
  }
});

test('every state of a visit and of a counter has a word in every language', () => {
  for (const { states, phone, counterStates: words } of dictionaries.values()) {
    expect(Object.keys(states).sort()).toEqual([...visitStates].sort());
    expect(Object.keys(phone.hints).sort()).toEqual([...visitStates].sort());
    expect(Object.keys(words).sort()).toEqual([...counterStates].sort());
  }
});

test('an office’s languages come in its order; one without a dictionary is left out', () => {
  expect(readersOf(['en', 'id']).map(({ language }) => language)).toEqual(['en', 'id']);
  expect(readersOf(['jv', 'en']).map(({ language }) => language)).toEqual(['en']);
  expect(readersOf(['jv']).map(({ language }) => language)).toEqual(['id']);
});

test('times are the office’s, and spans end at zero', () => {
  expect(clockTime('2026-11-26T01:05:00.000Z', 'Asia/Jakarta')).toBe('08:05');
  expect(clockTime('2026-11-26T16:30:00.000Z', 'Asia/Jayapura')).toBe('01:30');
  expect(countdown(120_000)).toBe('2:00');
  expect(countdown(119_001)).toBe('2:00');
  expect(countdown(1)).toBe('0:01');
  expect(countdown(-5000)).toBe('0:00');
  expect(elapsed(3_725_999)).toBe('1:02:05');
});

test('any accent becomes legible on a board', () => {
  for (const accent of [
    [0, 0, 160],
    [79, 195, 161],
    [200, 30, 30],
    [255, 255, 0],
  ] as const) {
    expect(contrast(legible(accent, [21, 28, 35], 7), [21, 28, 35])).toBeGreaterThanOrEqual(7);
  }
});

test('a sentence says when numbers are given again, in words of its reader', () => {
  const failure = { code: 'office-closed', opensAt: '2026-11-30T00:00:00.000Z' } as const;
  const said = (language: string) =>
    sentenceOf(touchTexts(language), failure, { language, timeZone: 'Asia/Makassar' });
  expect(said('id')).toBe(
    'Nomor tidak dibagikan lagi hari ini. Nomor dibagikan lagi Senin, 30 November, 08:00.',
  );
  expect(said('en')).toBe(
    'No more numbers are given today. Numbers are given again Monday 30 November, 08:00.',
  );
});
