/** Which languages can be spoken: one file each. */
import { english } from './en.ts';
import { indonesian } from './id.ts';
import type { Language } from './language.ts';

export const languages: Readonly<Record<string, Language>> = { id: indonesian, en: english };

/** Undefined for a code that nobody has written words for. */
export function languageOf(code: string): Language | undefined {
  return Object.hasOwn(languages, code) ? languages[code] : undefined;
}
