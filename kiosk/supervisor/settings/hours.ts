/** Hours of the week as seven days, and as the office file groups them: `{ mon-thu: [08:00-12:00], fri: … }`. */
import { isGroup, textsOf } from './fields.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type Week = Readonly<Record<Weekday, readonly string[]>>;

/** The days of `mon-thu` or `fri`; none where it cannot be read. */
function daysOf(key: string): readonly Weekday[] {
  const [first = '', last = first] = key.split('-');
  const names: readonly string[] = weekdays;
  return names.includes(first) ? weekdays.slice(names.indexOf(first), names.indexOf(last) + 1) : [];
}

/** A day that is not named is closed. */
export function weekOf(written: unknown): Week {
  const week: Record<Weekday, readonly string[]> = {
    mon: [],
    tue: [],
    wed: [],
    thu: [],
    fri: [],
    sat: [],
    sun: [],
  };
  for (const [key, ranges] of isGroup(written) ? Object.entries(written) : [])
    for (const day of daysOf(key)) week[day] = textsOf(ranges);
  return week;
}

/** Days that follow one another and have the same hours stand together; closed ones are left out. */
export function writtenWeek(week: Week): Record<string, readonly string[]> {
  const groups: { first: Weekday; last: Weekday; ranges: readonly string[] }[] = [];
  for (const [index, day] of weekdays.entries()) {
    const group = groups.at(-1);
    const follows = group !== undefined && weekdays.indexOf(group.last) === index - 1;
    if (week[day].length === 0) continue;
    if (follows && group.ranges.join() === week[day].join()) group.last = day;
    else groups.push({ first: day, last: day, ranges: week[day] });
  }
  return Object.fromEntries(
    groups.map(({ first, last, ranges }) => [first === last ? first : `${first}-${last}`, ranges]),
  );
}

/** `8` is `08:00`, `8.30` is `08:30`; what is no time stays, so that the hub says what is wrong. */
export function clockOf(typed: string): string {
  const parts = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(typed);
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : typed.trim();
}

export function endsOf(range: string): readonly [string, string] {
  const [from = '', to = ''] = range.split('-');
  return [from, to];
}

/** After the last range of the day, or a whole morning. */
export function nextRange(ranges: readonly string[]): string {
  if (ranges.length === 0) return '08:00-12:00';
  const [, to] = endsOf(ranges.at(-1) ?? '');
  return to < '13:00' ? '13:00-16:00' : `${to}-24:00`;
}
