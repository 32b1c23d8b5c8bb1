/** What the touched pages say beyond the displays: questions, keys, and a sentence for every refusal. */
import type { Failure } from './api.ts';
import { hubNow } from './clock.ts';
import { clockTime, countdown } from './format.ts';
import { dictionaryOf, textsIn } from './i18n.ts';
import type { RefusalTexts } from './languages/refusals/id.ts';
import type { TouchTexts as OwnTexts } from './languages/touch/id.ts';
import { dateAndTime, dayOf } from './when.ts';

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
  if (failure.most !== undefined) sentences.push(texts.details.most(failure.most));
  return [...sentences, ...(locale ? whenInstead(texts, failure, locale) : [])].join(' ');
}

/** Slots that are named; more would be read by nobody. */
const mostSlots = 6;

/** The other time or day at which it would be possible. */
function whenInstead({ details }: TouchTexts, failure: Failure, { language, timeZone }: Locale): string[] {
  const { code, opensAt, nextDay, slots = [], date, from, until } = failure;
  const sentences: string[] = [];
  if (opensAt) {
    const when = dateAndTime(opensAt, timeZone, language);
    sentences.push(code === 'booking-early' ? details.fromThen(when) : details.opensAt(when));
  }
  if (nextDay) sentences.push(details.nextDay(dayOf(nextDay, language)));
  if (slots.length > 0) {
    const times = slots.slice(0, mostSlots).map((slot) => clockTime(slot, timeZone));
    sentences.push(details.slots(`${times.join(', ')}${slots.length > mostSlots ? ', …' : ''}`));
  }
  if (date) {
    const day = dayOf(date, language);
    sentences.push(code === 'booking-other-day' ? details.itsDay(day) : details.nextSuchDay(day));
  }
  if (from && until) sentences.push(details.between(dayOf(from, language), dayOf(until, language)));
  return sentences;
}
