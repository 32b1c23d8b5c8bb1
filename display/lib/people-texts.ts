/** What is said of people and stations: signing in, officers, sessions. */
import { type Readable, readable } from 'svelte/store';
import { dictionaryOf, textsIn } from './i18n.ts';
import type { PeopleTexts } from './languages/people/id.ts';

export type { PeopleTexts } from './languages/people/id.ts';

export const peopleDictionaries = dictionaryOf(
  import.meta.glob<PeopleTexts>('./languages/people/*.ts', { eager: true, import: 'texts' }),
);

export const peopleTexts = (language: string): PeopleTexts => textsIn(peopleDictionaries, language);

const spoken = (): string => document.documentElement.lang || 'id';

/** What the page speaks now: whoever mounts a part of it says so once, for the whole document. */
export const pageLanguage: Readable<string> = readable('id', (set) => {
  set(spoken());
  const observer = new MutationObserver(() => set(spoken()));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  return () => observer.disconnect();
});
