/** Bodies and answers of `/api/v1/office/…`: a change looked at before it is made, and what was changed when. */
import { z } from 'zod';
import type { UnshownPrefix } from './office/unshown-prefixes.ts';

/** A place of the office file: `['services', 0, 'promise']`. */
const place = z
  .array(z.union([z.string().max(100), z.int().min(0).max(10_000)]))
  .min(1)
  .max(12);

const deepest = 20;

/** Whether nothing in it is deeper than an office file goes: whoever walks down needs no more stack than that. */
function isShallow(value: unknown, left = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1));
}

const data = z
  .unknown()
  .refine((value) => isShallow(value), {
    abort: true,
    message: `expected at most ${deepest} lists or groups in one another`,
  })
  .pipe(z.json());

/** One change at one place, in the file's own words: a value, taking it away, or another place in its list. */
const edit = z
  .strictObject({
    path: place,
    value: data.optional(),
    remove: z.literal(true).optional(),
    moveTo: z.int().min(0).max(10_000).optional(),
  })
  .refine(
    (given) => [given.value, given.remove, given.moveTo].filter((one) => one !== undefined).length === 1,
    {
      message: 'expected one of value, remove and moveTo',
    },
  );

/** `edits` are made in `source`; without it, in the office file that runs. */
export const previewBody = z.strictObject({
  source: z
    .string()
    .max(256 * 1024)
    .optional(),
  edits: z.array(edit).max(200).optional(),
});
export type PreviewBody = z.infer<typeof previewBody>;
export type OfficeEdit = z.infer<typeof edit>;

/** Answers. */
export interface OfficeChange {
  /** Things by their id or number: `services.passport.promise`. */
  readonly path: string;
  readonly what: 'changed' | 'added' | 'removed' | 'moved';
  /** As written; of what moved, its place in the list, from 1. */
  readonly from?: unknown;
  readonly to?: unknown;
}

export interface OfficeMistake {
  /** `services[0].promise`; empty for the file as a whole. */
  readonly path: string;
  /** From 1; null when it is no one line's. */
  readonly line: number | null;
  readonly message: string;
}

export interface PreviewAnswer {
  /** Of the office that runs: for `If-Match` when this is saved. */
  readonly version: string;
  /** The file as it would be. */
  readonly source: string;
  /** Its data in the file's own words; null where it cannot be read. */
  readonly written: unknown;
  /** Against the office that runs. */
  readonly changes: readonly OfficeChange[];
  readonly mistakes: readonly OfficeMistake[];
  /** CO1: who could not be served any more. */
  readonly strands: readonly string[];
  /** Letters of numbers that boards of its serial lines leave out; absent where there are none. It can be saved all the same. */
  readonly unshown?: readonly UnshownPrefix[];
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  /** The account that changed it. */
  readonly by: string;
  readonly changes: number;
  /** It came from a file at a start. */
  readonly fromFile: boolean;
}

export interface HistoryAnswer {
  readonly at: string;
  readonly by: string;
  readonly source: string;
  /** Against the one before; of the first one, none. */
  readonly changes: readonly OfficeChange[];
}
