/** Bodies of `/api/v1`. Every object is strict: an unknown key is a mistake. */
import { z } from 'zod';
import type { KeyName } from './devices.ts';
import { keyNames } from './devices.ts';
import type { PaperState } from './paper.ts';
import type { Rating } from './values.ts';
import { configId, counterNumber, needs, ratings, ticketName } from './values.ts';
import type { StationPaper } from './views-papers.ts';

const text = z.string().trim().min(1).max(200);

const ticketShape = z.strictObject({
  /** Needed where no booking says it. */
  service: configId.optional(),
  lane: configId.optional(),
  category: configId.optional(),
  people: z.int().min(1).max(50).optional(),
  needs: z.array(z.enum(needs)).max(needs.length).optional(),
  /** At the door: the screening that let the person in; its time is the arrival. */
  screening: z.string().min(1).max(64).optional(),
  /** Code or short code of a booking, of a finished visit that is collected, or of one that was incomplete. */
  booking: ticketName.optional(),
  /** The number of a booking shown on paper that is not known here yet: an ordinary number, matched later. */
  proof: text.optional(),
});
export const ticketBody = ticketShape.refine(
  ({ service, booking }) => service !== undefined || booking !== undefined,
  { path: ['service'], message: 'expected a service, or a booking' },
);
export type TicketBody = z.infer<typeof ticketBody>;

export const laneBody = z.strictObject({ lane: configId, reason: text });

/** An absent body is the same. */
export const nothingBody = z.strictObject({});

const isSome = (count: number): boolean => count >= 1 && count <= 20;

/** The ticket that the sender saw at the counter: when another is there by now, nothing is done. */
const seen = ticketName.optional();

export const counterActions = {
  open: z.strictObject({
    steps: z.array(configId).min(1).optional(),
    lanes: z.array(configId).min(1).optional(),
  }),
  pause: z.strictObject({ reason: text.optional(), until: z.iso.datetime({ offset: true }).optional() }),
  close: z.strictObject({ confirm: z.boolean().optional() }),
  next: nothingBody,
  call: z.strictObject({ ticket: ticketName, reason: text.optional() }),
  recall: z.strictObject({ ticket: seen }),
  /** `timed`: with the hourglass, where the step has one by choice (`optIn`). */
  start: z.strictObject({ ticket: seen, timed: z.boolean().optional() }),
  done: z.strictObject({ ticket: seen, outcome: configId.optional() }),
  'no-show': z.strictObject({ ticket: seen }),
  return: z.strictObject({ ticket: ticketName }),
  hold: z.strictObject({ ticket: seen }),
  transfer: z.strictObject({
    ticket: seen,
    to: z.union([z.strictObject({ step: configId }), z.strictObject({ counter: counterNumber })]),
  }),
  /** `bring`: what to come back with, of the step's list. */
  incomplete: z.strictObject({
    ticket: seen,
    reasons: z.array(configId).min(1).max(20),
    bring: z.array(configId).max(20).optional(),
  }),
  undo: nothingBody,
  /** By list of the office file: what was chosen. */
  describe: z.strictObject({
    ticket: seen,
    choices: z
      .record(configId, configId)
      .refine((choices) => isSome(Object.keys(choices).length), 'expected 1 to 20 lists'),
  }),
} as const;
export type CounterActionName = keyof typeof counterActions;

export const pressBody = z.strictObject({
  key: z.enum(keyNames as unknown as [KeyName, ...KeyName[]]),
  arg: z.union([z.string().max(64), z.number()]).optional(),
});

export const ratingBody = z.strictObject({ rating: z.enum(ratings) });

/** Answers. */
export interface CounterAnswer {
  readonly counter: number;
  /** The number now at the counter (or acted on), null when there is none. */
  readonly ticket: string | null;
}

/** What comes of the paper of a ticket: where, whether the printer can now, and how far it is. */
export interface TicketPaper extends StationPaper {
  readonly state: PaperState;
  /** Absent: 1. */
  readonly copy?: number;
}

export interface TicketAnswer {
  readonly code: string;
  readonly shortCode: string;
  readonly number: string;
  readonly service: string;
  readonly lane: string;
  readonly step: string;
  readonly ahead: number;
  readonly estimate: { readonly from: string; readonly to: string; readonly homeBy: string } | null;
  readonly promiseAt: string | null;
  /** Absent: one. */
  readonly people?: number;
  readonly notBefore?: string;
  /** Waits outside until called in, as the room is full. */
  readonly outside?: true;
  readonly url?: string;
  /** Absent: no printer serves the station. */
  readonly paper?: TicketPaper;
}

/** What was said of a visit, and until when it can be changed. */
export interface RatingAnswer {
  readonly rating: Rating;
  readonly changeUntil: string;
}
