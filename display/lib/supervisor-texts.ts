/** What the supervisor's page says, by language. */
import { dictionaryOf, textsIn } from './i18n.ts';
import type { SupervisorTexts } from './languages/supervisor/id.ts';

export type { SupervisorTexts } from './languages/supervisor/id.ts';

export const supervisorDictionaries = dictionaryOf(
  import.meta.glob<SupervisorTexts>('./languages/supervisor/*.ts', { eager: true, import: 'texts' }),
);

export const supervisorTexts = (language: string): SupervisorTexts =>
  textsIn(supervisorDictionaries, language);
