/**
 * The figures of a date or a range of dates: `GET /reports/{date}`, `GET /reports?from&to`. Every figure stands beside that
 * of the equal range before, and of the same dates a year before. Times are whole seconds; medians and 90th percentiles are by
 * nearest rank, from every single time and not from averages of days.
 */
import { z } from 'zod';
import { isoInstant, localDate } from './values.ts';

/** How a figure is read. `share`: 0 to 1. `seconds`: a length of time. `change` of a share is in its own points. */
export const unit = z.enum(['count', 'people', 'seconds', 'share', 'minutes']);
export type Unit = z.infer<typeof unit>;

/** Null: nothing to count from. `few`: not told outside the office, as it would be of fewer than five people. */
export const figureValue = z.union([z.number(), z.literal('few'), z.null()]);
export type FigureValue = z.infer<typeof figureValue>;

export const figure = z.object({ now: figureValue, before: figureValue, yearBefore: figureValue });
export type Figure = z.infer<typeof figure>;

/**
 * A table: each row is named by `keys` (in the order of the section's), and holds one figure for each column. `of`: the column
 * with how many people or cases a figure is of, by which it is hidden outside.
 */
export const section = z.object({
  id: z.string(),
  keys: z.array(z.string()),
  columns: z.array(z.object({ id: z.string(), unit, of: z.string() })),
  rows: z.array(z.object({ keys: z.array(z.string()), figures: z.array(figure) })),
});
export type Section = z.infer<typeof section>;

const range = z.object({
  from: localDate,
  to: localDate,
  /** Dates of it with at least one number. */
  days: z.int(),
});

export const report = z.object({
  office: z.object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    languages: z.array(z.string()),
  }),
  /** Made at; the last date may still go on. */
  at: isoInstant,
  rehearsal: z.boolean(),
  /** Cells of fewer than five people are hidden. */
  outside: z.boolean(),
  range,
  before: range,
  yearBefore: range,
  /** Names for people of all ids that occur in the keys, by kind of key: `service`, `lane`, `step`, `officer`, … */
  names: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))),
  sections: z.array(section),
});
export type Report = z.infer<typeof report>;
