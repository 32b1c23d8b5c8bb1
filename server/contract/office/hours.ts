/** Times of day and days of the week: when numbers are given and lanes are taken in. */
import { distinct, list, oneOf, pattern, table } from './shapes.ts';

/** Minutes since midnight on the office's clock: `08:30` is 510, `24:00` is 1440. */
export type MinuteOfDay = number;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** From `from` up to but not including `to`. */
export interface TimeRange {
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}
/** For each day of the week its ranges in order; an empty list: closed. */
export type WeekHours = Readonly<Record<Weekday, readonly TimeRange[]>>;

const weekday = oneOf(weekdays);

const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const timeRange = pattern(new RegExp(`^${clock}-(?:${clock}|24:00)$`), 'a range of times such as 08:00-12:00')
  .transform((text): TimeRange => ({ from: minutes(text.slice(0, 5)), to: minutes(text.slice(6)) }))
  .refine(({ from, to }) => from < to, {
    error: 'expected a range that ends after it begins, such as 08:00-12:00',
  });

/** Ranges of one day, put in order; two that overlap are a mistake. None at all: closed. */
export const timeRanges = list(timeRange, 'ranges of times such as [08:00-12:00, 13:00-16:00]', 0, 24)
  .superRefine((ranges, context) => {
    for (const [index, range] of ranges.entries())
      if (ranges.some((other, before) => before < index && other.from < range.to && range.from < other.to))
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'overlaps with another range of the same day',
        });
  })
  .transform((ranges): TimeRange[] => ranges.toSorted((a, b) => a.from - b.from));

const day = `(?:${weekdays.join('|')})`;
const dayKey = pattern(
  new RegExp(`^${day}(?:-${day})?$`),
  'a day such as fri or days such as mon-thu',
).refine((text) => daysOf(text).length > 0, 'expected days in the order of the week, from mon to sun');

/** `{ mon-thu: [08:00-12:00], fri: [08:00-11:30] }` as a table of all seven days; a day that is not named is closed. */
export const weekHours = table(dayKey, timeRanges, 'hours such as { mon-thu: [08:00-12:00, 13:00-16:00] }')
  .superRefine((written, context) => {
    const seen = new Set<Weekday>();
    for (const key of Object.keys(written))
      for (const name of daysOf(key)) {
        if (seen.has(name))
          context.addIssue({ code: 'custom', path: [key], message: `${name} is given twice` });
        seen.add(name);
      }
  })
  .transform((written): WeekHours => {
    const week: Record<Weekday, TimeRange[]> = {
      mon: [],
      tue: [],
      wed: [],
      thu: [],
      fri: [],
      sat: [],
      sun: [],
    };
    for (const [key, ranges] of Object.entries(written)) for (const name of daysOf(key)) week[name] = ranges;
    return week;
  });

/** Which days: `[sat, sun]`. */
export const weekdayList = distinct(weekday, 'days such as [sat, sun]', 1, 7);

/** The days of `mon-thu` or `fri`; none when they are not in the order of the week. */
function daysOf(key: string): readonly Weekday[] {
  const [first = '', last = first] = key.split('-');
  const names: readonly string[] = weekdays;
  return weekdays.slice(names.indexOf(first), names.indexOf(last) + 1);
}

function minutes(clockTime: string): MinuteOfDay {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3));
}
