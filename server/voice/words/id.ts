/** Indonesian: `Nomor antrean A nol satu dua, silakan menuju loket tiga`. */
import { type Language, lastOf, lettersNamed, type Vocabulary } from './language.ts';

const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const letters = 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet'.split(' ');

const numbers: Vocabulary = {
  ...Object.fromEntries(units.map((word, unit) => [unit, word])),
  10: 'sepuluh',
  11: 'sebelas',
  ...Object.fromEntries(units.slice(2).map((word, index) => [index + 12, `${word} belas`])),
  tens: 'puluh',
  100: 'seratus',
  hundred: 'ratus',
  1000: 'seribu',
  thousand: 'ribu',
};

/** 213 is `dua ratus tiga belas`; a single hundred or thousand is a word of its own: `seratus`, `seribu`. */
function cardinal(value: number): string[] {
  if (value < 20) return [String(value)];
  const [size, name] =
    value < 100 ? [10, 'tens'] : value < 1000 ? [100, 'hundred'] : ([1000, 'thousand'] as const);
  const rest = value % size;
  const many = (value - rest) / size;
  const first = many === 1 ? [String(size)] : [...cardinal(many), name];
  return rest === 0 ? first : [...first, ...cardinal(rest)];
}

const vocabulary: Vocabulary = {
  'queue-number': 'Nomor antrean',
  'please-go-to-counter': 'silakan menuju loket',
  ...numbers,
  ...lettersNamed(letters),
};

/** First sounds of the letters' names as espeak writes them. */
const firstSounds = { b: 'b', c: 'tS', d: 'd', g: 'g', j: 'dZ', p: 'p', t: 't', v: 'v', w: 'w', y: 'j' };

export const indonesian: Language = {
  name: 'Bahasa Indonesia',
  vocabulary,
  optional: lastOf(
    vocabulary,
    Object.keys(numbers).filter((name) => !['0', '1000', 'thousand'].includes(name)),
  ),
  sentence: [
    ['queue-number', '{number}'],
    ['please-go-to-counter', '{counter}'],
  ],
  close: ['tens', 'hundred', 'thousand'],
  cardinal,
  espeak: {
    voice: 'id',
    speed: 150,
    letterSpeed: 115,
    pitch: 45,
    before: 'nomor',
    after: 'dua',
    // Its E is the open vowel of `bebek`; the letters' names have the close one.
    spelt: Object.fromEntries(
      Object.entries(firstSounds).map(([letter, sound]) => [`letter-${letter}`, `[[${sound}'e]]`]),
    ),
  },
};
