/** English: `Queue number A zero one two, please go to counter three`. */
import { type Language, lastOf, lettersNamed, type Vocabulary } from './language.ts';

const units = 'zero one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const numbers: Vocabulary = {
  ...Object.fromEntries([...units, ...teens].map((word, value) => [value, word])),
  ...Object.fromEntries(tens.map((word, index) => [(index + 2) * 10, word])),
  hundred: 'hundred',
  thousand: 'thousand',
  and: 'and',
};

/** 213 is `two hundred and thirteen`, 1012 `one thousand and twelve`, 1200 `one thousand two hundred`. */
function cardinal(value: number): string[] {
  if (value < 20) return [String(value)];
  if (value < 100) return [String(value - (value % 10)), ...remainder(value % 10)];
  const [size, name] = value < 1000 ? [100, 'hundred'] : ([1000, 'thousand'] as const);
  const rest = value % size;
  const joined = rest > 0 && rest < 100 ? ['and'] : [];
  return [...cardinal((value - rest) / size), name, ...joined, ...remainder(rest)];
}

function remainder(rest: number): string[] {
  return rest === 0 ? [] : cardinal(rest);
}

const vocabulary: Vocabulary = {
  'queue-number': 'Queue number',
  'please-go-to-counter': 'please go to counter',
  ...numbers,
  ...lettersNamed([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']),
};

export const english: Language = {
  name: 'English',
  vocabulary,
  optional: lastOf(
    vocabulary,
    ['hundred', ...[...units, ...teens].keys()].map(String).filter((name) => name !== '0'),
  ),
  sentence: [
    ['queue-number', '{number}'],
    ['please-go-to-counter', '{counter}'],
  ],
  close: ['hundred', 'thousand', 'and'],
  cardinal,
  espeak: {
    voice: 'en-gb',
    speed: 150,
    letterSpeed: 115,
    pitch: 45,
    before: 'number',
    after: 'two',
    // Within a sentence it takes A for the article, and I for myself, both too short.
    spelt: { 'letter-a': "[['eI]]", 'letter-i': "[['aI]]" },
  },
};
