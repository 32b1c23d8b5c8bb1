/** A call as clip names. */
import { expect, test } from 'vitest';
import { sentenceOf } from '../../server/voice/sentence.ts';

const call = { number: 'A-012', counter: 3, numbers: 'digits', language: 'id' } as const;
const holds =
  (...clips: string[]) =>
  (clip: string) =>
    clips.includes(clip);

test('number and counter stand in their phrases', () => {
  expect(sentenceOf(call)).toEqual([
    ['queue-number', 'letter-a', '0', '1', '2'],
    ['please-go-to-counter', '3'],
  ]);
});

test('the last word of the sentence is taken in its falling form where there is one', () => {
  expect(sentenceOf(call, holds('2-last', '3-last')).at(-1)).toEqual(['please-go-to-counter', '3-last']);
  expect(sentenceOf({ ...call, counter: 4 }, holds('3-last')).at(-1)).toEqual(['please-go-to-counter', '4']);
});

test('a counter with a clip of its own is called by it, the others by their number', () => {
  const own = holds('counter-12');
  expect(sentenceOf({ ...call, counter: 12 }, own).at(-1)).toEqual(['counter-12']);
  expect(sentenceOf({ ...call, counter: 2 }, own).at(-1)).toEqual(['please-go-to-counter', '2']);
});

test('what has no sound is left out, and a language without words says nothing', () => {
  expect(sentenceOf({ ...call, number: ' Ä-7 (!)' })[0]).toEqual(['queue-number', '7']);
  expect(sentenceOf({ ...call, number: '' })[0]).toEqual(['queue-number']);
  expect(sentenceOf({ ...call, language: 'constructor' })).toEqual([]);
});

test('a number too long for words is read digit by digit', () => {
  expect(sentenceOf({ ...call, number: 'A-12345', numbers: 'words' })[0]).toEqual([
    'queue-number',
    'letter-a',
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
});
