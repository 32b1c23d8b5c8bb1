/** What the touched pages say beyond the displays: questions, keys, and a sentence for every refusal. */
import type { Failure } from './api.ts';
import { hubNow } from './clock.ts';
import { countdown } from './format.ts';
import { codeOf } from './i18n.ts';
import type { TouchTexts } from './languages/touch/id.ts';

const files = import.meta.glob<TouchTexts>('./languages/touch/*.ts', { eager: true, import: 'texts' });

export const touchDictionaries: ReadonlyMap<string, TouchTexts> = new Map(
  Object.entries(files).map(([path, texts]) => [codeOf(path), texts]),
);

/** The language's texts; English, then Indonesian, for one that has none of its own. */
export function touchTexts(language: string): TouchTexts {
  const found = [language, 'en', 'id'].map((code) => touchDictionaries.get(code)).find(Boolean);
  return found as TouchTexts;
}

/** Why it was not done, with what the hub said about it. */
export function sentenceOf(texts: TouchTexts, failure: Failure): string {
  const known = Object.hasOwn(texts.refusals, failure.code);
  const sentences = [texts.refusals[known ? failure.code : 'internal']];
  const now = hubNow();
  const left = failure.availableAt && now !== null ? Date.parse(failure.availableAt) - now : 0;
  if (left > 0) sentences.push(texts.details.availableIn(countdown(left)));
  if (failure.callsMissing) sentences.push(texts.details.callsMissing(failure.callsMissing));
  if (failure.counter !== undefined) sentences.push(texts.details.atCounter(failure.counter));
  return sentences.join(' ');
}

/** What somebody without training does instead. */
export function adviceOf(texts: TouchTexts, failure: Failure): string {
  const advice: Readonly<Record<string, string>> = texts.advice;
  return advice[failure.code] ?? texts.advice.otherwise;
}
