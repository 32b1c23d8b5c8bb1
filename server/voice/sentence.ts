/** A call as clip names: which word follows which. */
import type { Language } from './words/language.ts';
import { languageOf } from './words/languages.ts';

export interface Call {
  /** As shown: `A-012`. */
  readonly number: string;
  readonly counter: number;
  /** `digits`: A nol satu dua. `words`: A dua belas. The counter is always in words. */
  readonly numbers: 'digits' | 'words';
}

/**
 * The phrases of a call, each a list of clips; between phrases stands a pause. `holds` says which optional clips there
 * are: a whole `counter-12` replaces its phrase, and the very last word is taken in its falling form (`3-last`).
 * Empty for a language without words.
 */
export function sentenceOf(
  { number, counter, language, numbers }: Call & { readonly language: string },
  holds: (clip: string) => boolean = () => false,
): string[][] {
  const spoken = languageOf(language);
  if (!spoken) return [];
  const whole = `counter-${counter}`;
  const phrases = spoken.sentence.map((phrase) => {
    if (phrase.includes('{counter}') && holds(whole)) return [whole];
    return phrase.flatMap((word) => {
      if (word === '{number}') return numberClips(number, numbers, spoken);
      return word === '{counter}' ? spoken.cardinal(counter) : [word];
    });
  });
  return withLast(phrases, holds);
}

/** Letters one by one, then the digits as shown, or their value in words. What has no sound is left out. */
function numberClips(number: string, numbers: Call['numbers'], { cardinal }: Language): string[] {
  const parts = number.toLowerCase().match(/[a-z]|\d+/g) ?? [];
  return parts.flatMap((part) => {
    if (/[a-z]/.test(part)) return [`letter-${part}`];
    return numbers === 'words' && part.length <= 4 ? cardinal(Number(part)) : [...part];
  });
}

function withLast(phrases: string[][], holds: (clip: string) => boolean): string[][] {
  const end = phrases.at(-1) ?? [];
  const last = `${end.at(-1)}-last`;
  return holds(last) ? [...phrases.slice(0, -1), [...end.slice(0, -1), last]] : phrases;
}
