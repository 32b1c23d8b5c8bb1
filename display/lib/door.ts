/** What both pages of the door say: their texts, temperatures, numbers in a row, and when numbers are given again. */
import { clockTime } from './format.ts';
import { dictionaryOf, textsIn } from './i18n.ts';
import type { DoorTexts } from './languages/door/id.ts';

export type { DoorTexts } from './languages/door/id.ts';

export const doorDictionaries = dictionaryOf(
  import.meta.glob<DoorTexts>('./languages/door/*.ts', { eager: true, import: 'texts' }),
);

/** The language's texts; English, then Indonesian, for one that has none of its own. */
export function doorTexts(language: string): DoorTexts {
  return textsIn(doorDictionaries, language);
}

/** `36,5` as the reader writes it, one digit behind the sign. */
export function degrees(celsius: number, language: string): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  }).format(celsius);
}

/** The sign between whole and tenths: `,` in Indonesian. */
export const decimalSign = (language: string): string => degrees(0, language).charAt(1);

const partsOf = (number: string) => /^(.*?)(\d+)$/.exec(number)?.slice(1);
const follows = (number: string, before: string): boolean => {
  const [prefix, digits] = partsOf(number) ?? [];
  const [prefixBefore, digitsBefore] = partsOf(before) ?? [];
  return digits !== undefined && prefix === prefixBefore && Number(digits) === Number(digitsBefore) + 1;
};

/**
 * `A-061 … A-064` for three and more in a row, the others each for itself. Only numbers that stand in the list are
 * between the ends, so that nobody is called who was not.
 */
export function runsOf(numbers: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const number of [...numbers].sort()) {
    const run = runs.at(-1);
    if (run && follows(number, run.at(-1) ?? '')) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]} … ${run.at(-1)}`] : run));
}

const dayOf = (ms: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);
const dayMs = 86_400_000;

/** When numbers are given again, as people say it: `besok 08:00`, `Senin 08:00`, `4 Januari 08:00`. */
export function opening(opensAt: string, now: number, timeZone: string, language: string): string {
  const at = Date.parse(opensAt);
  const time = clockTime(at, timeZone);
  const { today, tomorrow } = doorTexts(language);
  const day = dayOf(at, timeZone);
  if (day === dayOf(now, timeZone)) return `${today} ${time}`;
  if (day === dayOf(now + dayMs, timeZone)) return `${tomorrow} ${time}`;
  const near = at - now < 6 * dayMs;
  const options: Intl.DateTimeFormatOptions = near ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return `${new Intl.DateTimeFormat(language, { timeZone, ...options }).format(at)} ${time}`;
}
