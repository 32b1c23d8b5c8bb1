/** `desk:<n>`: what the officer at a counter sees. */
import { z } from 'zod';
import { counterNumber, counterStates, isoInstant, needs } from './values.ts';
import { handover, officeSummary, things } from './views.ts';
import { papersShown } from './views-papers.ts';

const name = z.record(z.string(), z.string());

const queued = z.object({
  code: z.string(),
  number: z.string(),
  service: z.string(),
  lane: z.string(),
  step: z.string(),
  people: z.int(),
  arrivedAt: isoInstant,
  promiseAt: isoInstant.nullable(),
});

export const deskView = z.object({
  office: officeSummary,
  counter: counterNumber,
  state: z.enum(counterStates),
  pause: z.object({ reason: z.string().nullable(), until: isoInstant.nullable() }).nullable(),
  /** Who answers for the counter today. */
  officer: z.object({ id: z.string(), name: z.string() }).nullable(),
  steps: z.array(z.string()),
  lanes: z.array(z.string()),
  current: queued
    .extend({
      state: z.enum(['called', 'serving']),
      calledAt: isoInstant,
      startedAt: isoInstant.nullable(),
      times: z.int(),
      needs: z.array(z.enum(needs)),
      handover,
      /** The hourglass of the step is by choice, and was not chosen yet. */
      mayBeTimed: z.boolean(),
      /** Reasons that the step allows for sending away; empty where it allows none. */
      reasons: z.array(z.string()),
      /** What one can be told to come back with. */
      things,
      outcomes: z.array(z.string()),
      /** Came with a booking on paper that is not known here yet. */
      unverified: z.boolean(),
      /** Of the same identity number, today: the file is checked here. Null: not asked yet. */
      sameIdentity: z.array(z.string()).nullable(),
      /** The hand-over took too long: the claim that somebody has to close. */
      claim: z.string().nullable(),
    })
    .nullable(),
  /** What is asked of the current visit, once, and counted; `chosen` here or at an earlier counter. */
  lists: z.array(z.object({ list: z.string(), choices: z.array(z.string()), chosen: z.string().nullable() })),
  /** The next three in the order they would be called. */
  next: z.array(queued),
  waiting: z.int(),
  /** Held, missed and sent away, whom this counter may call again. */
  aside: z.array(queued.extend({ state: z.enum(['held', 'no-show', 'incomplete']) })),
  /** Claims that nobody has closed, of hand-overs that began at this counter; the oldest first, over midnight too. */
  claims: z.array(z.object({ id: z.string(), number: z.string() })),
  /** The last visit that was finished here and is to be collected: its slip can be printed. */
  slip: z.object({ code: z.string(), number: z.string() }).nullable(),
  /** The action that undo would take back, and until when. */
  undo: z.object({ action: z.string(), until: isoInstant }).nullable(),
  /** Where a visit can be sent. */
  transfer: z.object({ steps: z.array(z.string()), counters: z.array(counterNumber) }),
  names: z.object({
    steps: z.record(z.string(), name),
    services: z.record(z.string(), name),
    lanes: z.record(z.string(), name),
  }),
  /** Absent: the office has no printer. */
  papers: papersShown.optional(),
});
export type DeskView = z.infer<typeof deskView>;
