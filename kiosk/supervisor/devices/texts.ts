/** The texts of the device pages, by language. */
import { dictionaryOf, textsIn } from '../../../display/lib/i18n.ts';
import type { AddingTexts } from '../../../display/lib/languages/device-adding/id.ts';
import type { DeviceTexts as OwnTexts } from '../../../display/lib/languages/devices/id.ts';

export type DeviceTexts = OwnTexts & AddingTexts;

const own = dictionaryOf(
  import.meta.glob<OwnTexts>('../../../display/lib/languages/devices/*.ts', {
    eager: true,
    import: 'texts',
  }),
);
const adding = dictionaryOf(
  import.meta.glob<AddingTexts>('../../../display/lib/languages/device-adding/*.ts', {
    eager: true,
    import: 'texts',
  }),
);

export const deviceTexts = (language: string): DeviceTexts => ({
  ...textsIn(own, language),
  ...textsIn(adding, language),
});

/** The word for a code that others may have added to since. */
export function wordFor(
  words: Readonly<Record<string, string | ((code: string) => string)>>,
  code: string,
): string {
  const word = Object.hasOwn(words, code) && code !== 'other' ? words[code] : words.other;
  return typeof word === 'function' ? word(code) : (word ?? code);
}
