/** What the touched pages say beyond the displays: questions, keys, and a sentence for every refusal. */
import type { Failure } from './api.ts';
import { hubNow } from './clock.ts';
import { countdown } from './format.ts';
import { dictionaryOf, textsIn } from './i18n.ts';
import type { RefusalTexts } from './languages/refusals/id.ts';
import type { TouchTexts as OwnTexts } from './languages/touch/id.ts';
import { dateAndTime } from './when.ts';

export type TouchTexts = OwnTexts & RefusalTexts;

export const touchDictionaries = dictionaryOf(
  import.meta.glob<OwnTexts>('./languages/touch/*.ts', { eager: true, import: 'texts' }),
);
export const refusalDictionaries = dictionaryOf(
  import.meta.glob<RefusalTexts>('./languages/refusals/*.ts', { eager: true, import: 'texts' }),
);

/** The language's texts; English, then Indonesian, for one that has none of its own. */
export function touchTexts(language: string): TouchTexts {
  return { ...textsIn(touchDictionaries, language), ...textsIn(refusalDictionaries, language) };
}

/** Whose words and whose clock. */
export interface Locale {
  readonly language: string;
  readonly timeZone: string;
}

/** Why it was not done, with what the hub said about it; instants of another day only where these are told. */
export function sentenceOf(texts: TouchTexts, failure: Failure, locale?: Locale): string {
  const known = Object.hasOwn(texts.refusals, failure.code);
  const sentences = [texts.refusals[known ? failure.code : 'internal']];
  const now = hubNow();
  const left = failure.availableAt && now !== null ? Date.parse(failure.availableAt) - now : 0;
  if (left > 0) sentences.push(texts.details.availableIn(countdown(left)));
  if (failure.callsMissing) sentences.push(texts.details.callsMissing(failure.callsMissing));
  if (failure.counter !== undefined) sentences.push(texts.details.atCounter(failure.counter));
  if (failure.opensAt && locale)
    sentences.push(texts.details.opensAt(dateAndTime(failure.opensAt, locale.timeZone, locale.language)));
  return sentences.join(' ');
}
