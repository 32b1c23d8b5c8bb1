/** How numbers and letters are read, against a table that was written by other means (`numbers.tsv`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../server/voice/sentence.ts';
import { languages } from '../../server/voice/words/languages.ts';

const table = readFileSync(join(import.meta.dirname, 'numbers.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([value = '', id = '', en = '']) => ({ value, id, en }));

const asked = { number: 'A-012', counter: 3, numbers: 'digits' } as const;

/** What somebody hears: the clips' texts one after another. */
function heard(language: string, call: { number?: string; counter?: number; numbers?: 'digits' | 'words' }) {
  const vocabulary = languages[language]?.vocabulary ?? {};
  const phrases = sentenceOf({ ...asked, ...call, language });
  return phrases.map((clips) => clips.map((clip) => vocabulary[clip] ?? `(${clip})`).join(' ')).join(', ');
}

describe.each(['id', 'en'] as const)('numbers in words: %s', (language) => {
  const start = { id: 'Nomor antrean a', en: 'Queue number A' }[language];

  test('of tickets, 0 to 9999', () => {
    expect(table).toHaveLength(1271);
    const wrong = table.filter((row) => {
      const number = `A-${row.value.padStart(3, '0')}`;
      return !heard(language, { number, numbers: 'words' }).startsWith(`${start} ${row[language]}, `);
    });
    expect(wrong).toEqual([]);
  });

  test('of counters, 1 to 999, also where tickets are read as digits', () => {
    const end = { id: 'silakan menuju loket', en: 'please go to counter' }[language];
    const counters = table.filter(({ value }) => Number(value) >= 1 && Number(value) <= 999);
    expect(counters).toHaveLength(999);
    const wrong = counters.filter(
      (row) => !heard(language, { counter: Number(row.value) }).endsWith(`, ${end} ${row[language]}`),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['A-012', 'Nomor antrean a nol satu dua, silakan menuju loket tiga'],
  ['A-100', 'Nomor antrean a satu nol nol, silakan menuju loket tiga'],
  ['B-1234', 'Nomor antrean be satu dua tiga empat, silakan menuju loket tiga'],
  ['PRI-007', 'Nomor antrean pe er i nol nol tujuh, silakan menuju loket tiga'],
  ['C012', 'Nomor antrean ce nol satu dua, silakan menuju loket tiga'],
  ['d-5', 'Nomor antrean de lima, silakan menuju loket tiga'],
])('%s is read digit by digit as it is shown: %s', (number, sentence) => {
  expect(heard('id', { number })).toBe(sentence);
});

test.each([
  ['A-012', 'Queue number A zero one two, please go to counter three'],
  ['XYZ-980', 'Queue number X Y Z nine eight zero, please go to counter three'],
])('%s is read in English: %s', (number, sentence) => {
  expect(heard('en', { number })).toBe(sentence);
});

test('every letter has its own name', () => {
  const names = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => {
    const [first = ''] = heard('id', { number: `${letter}-1`, numbers: 'words' }).split(' satu,');
    return first.replace('Nomor antrean ', '');
  });
  expect(names.join(' ')).toBe('a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet');
});
