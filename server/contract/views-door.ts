/** What is seen at the door: `door` by those who guard it, `entrance` by everybody who comes. */
import { z } from 'zod';
import { verdicts } from './http-door.ts';
import { configId, counterNumber, isoInstant } from './values.ts';
import { officeSummary, stopped } from './views.ts';
import { papersShown } from './views-papers.ts';

const name = z.record(z.string(), z.string());
const room = {
  /** People in the room; null where nobody counts. */
  inside: z.int().nullable(),
  capacity: z.int().nullable(),
  full: z.boolean(),
};
/** Who was called in last, by number. */
const calledIn = z.object({ at: isoInstant, numbers: z.array(z.string()) }).nullable();
/** As things go: when the room will be full, when there will be room again. */
const ahead = z.object({ fullAt: isoInstant.nullable(), roomAt: isoInstant.nullable() });
const places = z.array(z.object({ lane: z.string(), left: z.int() }));
/** Of the last person, without saying who. Null when it is some time ago. */
const lastVerdict = z.object({ verdict: z.enum(verdicts), at: isoInstant }).nullable();
const closed = z.object({ opensAt: isoInstant.nullable() }).nullable();

export const entranceView = z.object({
  office: officeSummary,
  ...room,
  /** How many tickets wait outside. */
  outside: z.int(),
  calledIn,
  /** Called to a counter while still outside. */
  calls: z.array(z.object({ number: z.string(), counter: counterNumber, at: isoInstant })),
  lastVerdict,
  places,
  stopped,
  lanes: z.record(z.string(), name),
  /** No more numbers today; null while they are given. */
  closed,
});
export type EntranceView = z.infer<typeof entranceView>;

export const doorView = z.object({
  office: officeSummary,
  ...room,
  ahead,
  /** The count cannot be right: so many must be inside at least, so many may be at most. Absent: nothing speaks against it. */
  drift: z.object({ least: z.int(), most: z.int().nullable() }).optional(),
  /** Null: nothing is measured, one tap admits. */
  screening: z
    .object({
      warnAbove: z.number(),
      holdAbove: z.number(),
      retests: z.int(),
      /** Milliseconds. */
      retestAfter: z.int(),
    })
    .nullable(),
  services: z.array(z.object({ id: configId, name, prefix: z.string(), inside: z.boolean() })),
  lanes: z.array(z.object({ id: configId, name, for: z.array(z.string()) })),
  /** Who was told to sit down, the longest first; of those held the case. No readings: see the case's card. */
  seated: z.array(
    z.object({
      screening: z.string(),
      verdict: z.enum(['retest', 'held']),
      attempt: z.int(),
      since: isoInstant,
      retestAt: isoInstant.nullable(),
      case: z.string().nullable(),
      /** When the task force's receiver took the notice; null: not yet, or there is none. */
      notifiedAt: isoInstant.nullable(),
    }),
  ),
  /**
   * What a thermometer said just now, to be filled in; `refused`: it was to admit by itself, and this stood in the way.
   * Null: nothing, or it was used, or is 20 seconds old. Kept nowhere.
   */
  reading: z
    .object({
      /** Counts up: the same one is filled in once. */
      id: z.int(),
      device: z.string(),
      celsius: z.number(),
      kind: configId,
      at: isoInstant,
      refused: z.string().nullable(),
    })
    .nullable(),
  /** Whether notices are sent anywhere. */
  notices: z.boolean(),
  outside: z.array(
    z.object({
      number: z.string(),
      code: z.string(),
      service: z.string(),
      lane: z.string(),
      people: z.int(),
      since: isoInstant,
    }),
  ),
  outsideCount: z.int(),
  calledIn,
  /** People of the last group that was called in. */
  expected: z.int(),
  lastVerdict,
  places,
  stopped,
  closed,
  /** Absent: the office has no printer. */
  papers: papersShown.optional(),
});
export type DoorView = z.infer<typeof doorView>;
