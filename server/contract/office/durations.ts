/** Spans of time and of the calendar: `PT2H` in milliseconds, `P3D` in days. */
import { pattern } from './shapes.ts';

/** A span of time, added to instants: `PT2H` is 7,200,000. */
export type Milliseconds = number;
/** A span of the calendar, added to local dates: `P3D` is 3. Not 72 hours: clocks may change in between. */
export type Days = number;

const longest: Milliseconds = 366 * 24 * 3_600_000;

/** A duration of hours, minutes and seconds that may be zero: `PT0S`. */
export const duration = pattern(
  /^PT(?=\d)(?:\d{1,4}H)?(?:\d{1,5}M)?(?:\d{1,7}(?:\.\d{1,3})?S)?$/,
  'a duration such as PT2H, PT30M or PT0.6S',
).transform(milliseconds);

/** A duration above zero. */
export const positiveDuration = duration.refine((span) => span > 0 && span <= longest, {
  error: 'expected a duration above zero and of at most a year, such as PT2H',
});

/** A number of days or weeks: `P14D`, `P2W`. */
export const days = pattern(/^P(?:[1-9]\d{0,2}D|[1-9]\dW|[1-9]W)$/, 'a number of days such as P3D').transform(
  (text): Days => Number.parseInt(text.slice(1), 10) * (text.endsWith('W') ? 7 : 1),
);

function milliseconds(text: string): Milliseconds {
  const part = (unit: string) => Number(new RegExp(`([\\d.]+)${unit}`).exec(text)?.[1] ?? 0);
  // Rounded, as 0.6 × 1000 need not be whole in binary fractions.
  return part('H') * 3_600_000 + part('M') * 60_000 + Math.round(part('S') * 1000);
}
