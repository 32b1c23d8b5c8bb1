/** Figures as people read them: `153`, `93 %`, `12 mnt`, `1 j 05 mnt`, `<5`; and how they changed. */
import type { Figure, FigureValue, Unit } from '../../../server/contract/report.ts';
import type { Against } from './columns.ts';

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

const number = (value: number, language: string, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(localeOf(language), options).format(value);

function part(value: number, unit: 'hour' | 'minute' | 'second', language: string, digits = 1): string {
  return number(value, language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    minimumIntegerDigits: digits,
    maximumFractionDigits: 0,
  });
}

/** Seconds count below five minutes; nobody asks for them in an hour. */
const exactBelow = 300;

/** `40 dtk`, `2 mnt 40 dtk`, `12 mnt`, `1 j 05 mnt`. */
export function duration(seconds: number, language: string): string {
  const whole = Math.round(seconds);
  if (whole < 60) return part(whole, 'second', language);
  if (whole < exactBelow) {
    const rest = whole % 60;
    const minutes = part(Math.floor(whole / 60), 'minute', language);
    return rest === 0 ? minutes : `${minutes} ${part(rest, 'second', language, 2)}`;
  }
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return part(minutes, 'minute', language);
  const hours = part(Math.floor(minutes / 60), 'hour', language);
  return minutes % 60 === 0 ? hours : `${hours} ${part(minutes % 60, 'minute', language, 2)}`;
}

/** A dash where there is nothing to count from. */
export function amount(value: FigureValue | undefined, unit: Unit, language: string): string {
  if (value === null || value === undefined) return '–';
  if (value === 'few') return '<5';
  switch (unit) {
    case 'seconds':
      return duration(value, language);
    case 'minutes':
      return duration(value * 60, language);
    case 'share':
      return number(value, language, {
        style: 'percent',
        maximumFractionDigits: value > 0.99 && value < 1 ? 1 : 0,
      });
    case 'count':
    case 'people':
      return number(value, language);
  }
}

/** Which way is good for people; null: neither by itself. */
export type Good = 'more' | 'less' | null;

export interface Change {
  readonly way: 'up' | 'down' | 'same';
  /** How much, without a sign: `12`, `4 mnt`, `3 poin`. */
  readonly by: string;
  readonly sense: 'better' | 'worse' | null;
}

/** Null where one of the two was not counted, or is hidden. @param points how points of a share are written */
export function changeOf(
  { now, ...then }: Figure,
  against: Against,
  unit: Unit,
  good: Good,
  language: string,
  points: (count: string) => string,
): Change | null {
  const was = then[against];
  if (typeof now !== 'number' || typeof was !== 'number') return null;
  // Points are told to a whole one: less than that is no change.
  const by = unit === 'share' ? Math.round(now * 100) - Math.round(was * 100) : now - was;
  const way = by === 0 ? 'same' : by > 0 ? 'up' : 'down';
  const size = Math.abs(by);
  return {
    way,
    by: unit === 'share' ? points(number(size, language)) : amount(size, unit, language),
    sense: way === 'same' || !good ? null : (way === 'up') === (good === 'more') ? 'better' : 'worse',
  };
}
