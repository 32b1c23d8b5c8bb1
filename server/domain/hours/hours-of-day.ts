/** Minutes of a local date as instants, right also on the days on which the clocks are changed. */
import type { MinuteOfDay, TimeRange } from '../../contract/office/hours.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const minutesOfDay = 1440;

/** From `from` up to but not including `to`. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** A date in a zone, with its first instant and that of the next date. */
export interface LocalDay {
  readonly date: string;
  readonly timeZone: string;
  readonly begins: Instant;
  readonly ends: Instant;
}

/** The local day that an instant lies in. */
export function dayAt(at: Instant, timeZone: string): LocalDay {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const begins = zoned.startOfDay().epochMilliseconds;
  return {
    date: zoned.toPlainDate().toString(),
    timeZone,
    begins: instant(begins),
    ends: instant(begins + lengthOf(zoned)),
  };
}

/** The local day of a date. One that its zone left out (Samoa's 30 December 2011) is empty. */
export function dayOn(date: string, timeZone: string): LocalDay {
  const plain = Temporal.PlainDate.from(date);
  const zoned = plain.toZonedDateTime(timeZone);
  const begins = zoned.epochMilliseconds;
  const length = zoned.day === plain.day ? lengthOf(zoned) : 0;
  return { date, timeZone, begins: instant(begins), ends: instant(begins + length) };
}

const lengthOf = (zoned: Temporal.ZonedDateTime): number => Math.round(zoned.hoursInDay * hourMs);

/**
 * OH2: ranges of a day as spans, in order. What is empty or inverted vanishes; where clocks that are put forward would
 * make two overlap, the later one begins where the earlier ends.
 */
export function spansOf(day: LocalDay, ranges: readonly TimeRange[]): Span[] {
  const all = ranges.map(({ from, to }) => ({ from: instantOf(day, from), to: instantOf(day, to) }));
  const spans: Span[] = [];
  let end = day.begins;
  for (const { from, to } of all.toSorted((one, other) => one.from - other.from)) {
    const start = instant(Math.max(from, end));
    if (start >= to) continue;
    spans.push({ from: start, to });
    end = to;
  }
  return spans;
}

/** OH2: a local time that does not exist moves forward by the gap, but not into the next date; of two the first counts. */
function instantOf(day: LocalDay, minute: MinuteOfDay): Instant {
  if (minute === 0) return day.begins;
  if (minute >= minutesOfDay) return day.ends;
  // Most days are even, and then no zone has to be asked, which is what costs time.
  if (day.ends - day.begins === minutesOfDay * minuteMs) return instant(day.begins + minute * minuteMs);
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const zoned = Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: day.timeZone, plainTime });
  return instant(Math.min(zoned.epochMilliseconds, day.ends));
}

/** What two lists of spans, each in order, have in common. */
export function common(ones: readonly Span[], others: readonly Span[]): Span[] {
  return ones.flatMap((one) =>
    others
      .map(({ from, to }) => ({
        from: instant(Math.max(one.from, from)),
        to: instant(Math.min(one.to, to)),
      }))
      .filter(({ from, to }) => from < to),
  );
}

export const isWithin = (spans: readonly Span[], at: Instant): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);
