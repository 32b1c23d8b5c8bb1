/** The words of the papers by language; another language is another table. */
import { words as en } from './words/en.ts';
import { words as id, type PaperWords } from './words/id.ts';

export type { PaperWords } from './words/id.ts';

export const wordsIn: Readonly<Record<'id' | 'en', PaperWords>> = { id, en };
export type PaperLanguage = keyof typeof wordsIn;
