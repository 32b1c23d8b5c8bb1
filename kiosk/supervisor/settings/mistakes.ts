/** The hub's sentence for a mistake in the reader's language; what has no words there is shown as the hub says it. */
import { dictionaryOf } from '../../../display/lib/i18n.ts';
import type { MistakeTexts } from '../../../display/lib/languages/office-mistakes/id.ts';

const dictionaries = dictionaryOf(
  import.meta.glob<MistakeTexts>('../../../display/lib/languages/office-mistakes/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export function mistakeIn(language: string, message: string): string {
  const texts = dictionaries.get(language);
  if (texts === undefined) return message;
  const sentence = saying(texts.sentences, message);
  if (sentence !== null) return sentence;
  const [, missing, what = ''] = /^(missing: )?expected ([^;]+?)(?:, found .*)?(?:;.*)?$/.exec(message) ?? [];
  const thing = saying(texts.things, what);
  if (thing === null) return message;
  return missing === undefined ? texts.expected(thing) : texts.missing(thing);
}

function saying(sayings: MistakeTexts['things'], text: string): string | null {
  for (const [found, words] of sayings) {
    const groups = found.exec(text);
    if (groups) return words.replaceAll(/\$(\d)/g, (_, index: string) => groups[Number(index)] ?? '');
  }
  return null;
}

/** `services[0].name.en` as its parts. */
export const partsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([, index, quoted, word]) =>
    index === undefined ? (quoted ?? word ?? '') : Number(index),
  );
