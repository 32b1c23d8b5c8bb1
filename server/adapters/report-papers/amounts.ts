/** Figures, dates and changes as people read them: `1.204`, `12 mnt`, `96,4%`, `Minggu, 22 November 2026`. */
import type { Figure, FigureValue, Report, Unit } from '../../contract/report.ts';
import type { PaperWords } from './words.ts';

export interface Change {
  readonly way: 'up' | 'down' | 'same';
  /** How much, without a sign. */
  readonly by: string;
}

/** Seconds count below five minutes; nobody asks for them in an hour. */
const exactBelow = 300;

/** A length of time in the words of its language. @param seconds whole or not, not negative */
export function lengthOf(seconds: number, locale: string): string {
  const part = (value: number, unit: 'hour' | 'minute' | 'second', digits = 1) =>
    number(value, locale, { style: 'unit', unit, unitDisplay: 'short', minimumIntegerDigits: digits });
  const whole = Math.round(seconds);
  if (whole < 60) return part(whole, 'second');
  const isExact = whole < exactBelow && whole % 60 !== 0;
  if (isExact) return `${part(Math.floor(whole / 60), 'minute')} ${part(whole % 60, 'second', 2)}`;
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return part(minutes, 'minute');
  const hours = part(Math.floor(minutes / 60), 'hour');
  return minutes % 60 === 0 ? hours : `${hours} ${part(minutes % 60, 'minute', 2)}`;
}

export function amount(value: FigureValue | undefined, unit: Unit, words: PaperWords): string {
  if (value === null || value === undefined) return '–';
  if (value === 'few') return words.few;
  switch (unit) {
    case 'seconds':
      return lengthOf(value, words.locale);
    case 'minutes':
      return lengthOf(value * 60, words.locale);
    case 'share':
      return number(value, words.locale, { style: 'percent', maximumFractionDigits: 1 });
    case 'count':
    case 'people':
      return number(value, words.locale);
  }
}

/** Null where one of the two was not counted, or is hidden. */
export function changeOf(
  figure: Figure,
  against: 'before' | 'yearBefore',
  unit: Unit,
  words: PaperWords,
): Change | null {
  const [now, then] = [figure.now, figure[against]];
  if (typeof now !== 'number' || typeof then !== 'number') return null;
  const by = difference(now, then, unit);
  if (by === 0) return { way: 'same', by: words.same };
  const size = Math.abs(by);
  const text = unit === 'share' ? words.points(number(size, words.locale)) : amount(size, unit, words);
  return { way: by > 0 ? 'up' : 'down', by: text };
}

/** Of what is written of both, so that the change can be checked with the eye: tenths of a point, and whole minutes of long times. */
function difference(now: number, then: number, unit: Unit): number {
  if (unit === 'share') return (Math.round(now * 1000) - Math.round(then * 1000)) / 10;
  if (unit !== 'seconds' || Math.min(now, then) < exactBelow) return now - then;
  return 60 * (Math.round(now / 60) - Math.round(then / 60));
}

export const number = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  // Joined by a space that every font and every messenger has.
  new Intl.NumberFormat(locale, options).format(value).replace(/[\u00a0\u202f]/g, ' ');

type Range = Pick<Report['range'], 'from' | 'to'>;

const dayWritten = (date: string, words: PaperWords, weekday: boolean): string =>
  new Intl.DateTimeFormat(words.locale, {
    ...(weekday ? ({ weekday: 'long' } as const) : {}),
    ...({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
  }).format(new Date(`${date}T00:00:00Z`));

/** `Minggu, 22 November 2026`, or `1 November 2026 – 22 November 2026`. */
export const rangeWritten = ({ from, to }: Range, words: PaperWords): string =>
  from === to
    ? dayWritten(from, words, true)
    : `${dayWritten(from, words, false)} – ${dayWritten(to, words, false)}`;

/** `22 November 2026 17.05 WITA`, in the office's time. */
export function momentWritten({ at, office: { timeZone } }: Report, words: PaperWords): string {
  const date = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone }).format(new Date(at));
  const time = new Intl.DateTimeFormat(words.locale, {
    ...({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const),
  }).format(new Date(at));
  return `${date} ${time}`;
}
