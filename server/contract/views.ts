/**
 * The whole views that screens watch. A view is never a patch: what it does not say is not so.
 * Instants are ISO 8601 in UTC; numbers of tickets are as shown (`A-012`).
 */
import { z } from 'zod';
import { paperState } from './paper.ts';
import {
  counterNumber,
  counterStates,
  directions,
  handoverStates,
  isoInstant,
  ratings,
  visitStates,
} from './values.ts';

const name = z.record(z.string(), z.string());
/** When someone will be called and be home; null until the hub can honestly say. */
export const estimate = z.object({ from: isoInstant, to: isoInstant, homeBy: isoInstant }).nullable();

/** What every screen needs to know of the office. */
export const officeSummary = z.object({
  id: z.string(),
  name,
  languages: z.array(z.string()),
  timeZone: z.string(),
  accent: z.string(),
  /** A rehearsal: every screen says LATIHAN. */
  rehearsal: z.boolean(),
});

export type OfficeSummary = z.infer<typeof officeSummary>;

export const handover = z
  .object({
    startedAt: isoInstant,
    endsAt: isoInstant,
    state: z.enum(handoverStates),
    /** `endedAt` absent: it goes on. `free`: it costs nothing when it takes longer. */
    endedAt: isoInstant.optional(),
    free: z.boolean().optional(),
  })
  .nullable();

/** No numbers are given now, though the office may still be working. `upTo`: the last number that is served today. */
export const stopped = z.object({ upTo: z.string().nullable(), opensAt: isoInstant.nullable() }).nullable();

/** Things to bring, as the office file names them. */
export const things = z.array(z.object({ id: z.string(), name }));

const call = z.object({
  callId: z.string(),
  number: z.string(),
  counter: counterNumber,
  step: z.string(),
  at: isoInstant,
  times: z.int(),
});

export const lobbyView = z.object({
  office: officeSummary,
  zone: z.string().nullable(),
  calls: z.array(call),
  counters: z.array(
    z.object({
      counter: counterNumber,
      state: z.enum(counterStates),
      number: z.string().nullable(),
      /** Absent: it has no name but its number. */
      name: name.optional(),
      /** Where it is, seen from this board; absent: nobody said. */
      direction: z.enum(directions).optional(),
    }),
  ),
  waiting: z.array(z.object({ service: z.string(), lane: z.string(), count: z.int(), estimate })),
  /** Names of the steps, services and lanes that the view speaks of. */
  names: z.object({
    steps: z.record(z.string(), name),
    services: z.record(z.string(), name),
    lanes: z.record(z.string(), name),
  }),
  /** People in the room; null while nobody counts them at the door. */
  inside: z.int().nullable(),
  capacity: z.int().nullable(),
  /** Left today for those who just come; lanes without a quota are not named. */
  places: z.array(z.object({ lane: z.string(), left: z.int() })),
  stopped,
  /** Outside the hours of numbers, with nobody waiting and no counter open: when it begins again. Null: at work. */
  closed: z.object({ opensAt: isoInstant.nullable() }).nullable(),
  /** Of today and this board; absent: none. */
  notices: z.array(name).optional(),
  /** Shown in this order while nobody is called; `still`: milliseconds that a picture stands. Absent: none. */
  media: z
    .array(z.object({ src: z.string(), kind: z.enum(['picture', 'video']), still: z.int() }))
    .optional(),
});
export type LobbyView = z.infer<typeof lobbyView>;

export const counterView = z.object({
  office: officeSummary,
  counter: counterNumber,
  name: name.optional(),
  state: z.enum(counterStates),
  number: z.string().nullable(),
  step: z.string().nullable(),
  stepName: name.nullable(),
  /** The announcement on show: a change of `callId` or `times` is a new call. */
  call: z.object({ callId: z.string(), times: z.int(), at: isoInstant }).nullable(),
  handover,
});
export type CounterView = z.infer<typeof counterView>;

export const ticketView = z.object({
  office: officeSummary,
  number: z.string(),
  shortCode: z.string(),
  /** Local date of the visit. */
  date: z.iso.date(),
  state: z.enum(visitStates),
  service: z.string(),
  serviceName: name,
  lane: z.string(),
  step: z.string(),
  stepName: name,
  /** Visits that will be called before this one; null when it is not waiting. */
  ahead: z.int().nullable(),
  estimate,
  promiseAt: isoInstant.nullable(),
  /** `lapsed`: its time passed while the visitor was away, by their own doing. Null: nothing is promised. */
  promise: z.enum(['running', 'at-risk', 'kept', 'broken', 'lapsed']).nullable(),
  counter: counterNumber.nullable(),
  /** Of the counter that calls; absent: it has no name but its number, nobody said where it is. */
  counterName: name.optional(),
  direction: z.enum(directions).optional(),
  /** What to have ready while waiting; absent: nobody said. */
  ready: things.optional(),
  notBefore: isoInstant.nullable(),
  /** Comes back with this, when sent away, on this date at the latest (null: `date`). */
  bring: things,
  returnUntil: z.iso.date().nullable(),
  /** What follows the visit: where, from which date on (null: once it is paid), and where else with the same code. */
  collect: z
    .object({
      service: z.string(),
      serviceName: name,
      from: z.iso.date().nullable(),
      alsoAt: z.array(z.object({ service: z.string(), serviceName: name })),
    })
    .nullable(),
  fee: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  /** A hand-over took longer than promised: nothing to pay. */
  free: z.boolean(),
  people: z.int(),
  /** What was missing when sent away. */
  reasons: z.array(z.string()),
  /** Waits outside: the room is full, and the number will be called in. */
  outside: z.boolean(),
  /** The office closed before it came to this visit: the first place on a later day. */
  firstPlace: z.boolean(),
  /** What was said of the visit, and whether it can be said, or changed, now. */
  rating: z.enum(ratings).nullable(),
  mayRate: z.boolean(),
  /** The announcement to ring for. */
  call: z.object({ callId: z.string(), times: z.int(), at: isoInstant }).nullable(),
  /** How its paper is; absent where no printer was asked. */
  paper: z.object({ state: paperState, copy: z.int() }).optional(),
});
export type TicketView = z.infer<typeof ticketView>;

/** What somebody who just comes would get now, of one service in one lane. */
const offer = z.object({
  service: z.string(),
  lane: z.string(),
  /** `reserved`: a number for `at`. `intake`, `closed`: numbers again at `at`. `full`: places again on `nextDay`. */
  state: z.enum(['given', 'reserved', 'intake', 'closed', 'full']),
  at: isoInstant.nullable(),
  /** Null: not limited. */
  left: z.int().nullable(),
  nextDay: z.iso.date().nullable(),
  /** Full, and a number is given in this lane instead. */
  instead: z.string().nullable(),
});

export const kioskView = z.object({
  office: officeSummary,
  services: z.array(z.object({ id: z.string(), name, prefix: z.string() })),
  lanes: z.array(z.object({ id: z.string(), name, prefix: z.string().nullable(), for: z.array(z.string()) })),
  /** `estimate`: of somebody who takes a number now. */
  waiting: z.array(z.object({ service: z.string(), lane: z.string(), count: z.int(), estimate })),
  offers: z.array(offer),
  /** What can be booked: the service, and how many in one booking; null: nothing. */
  booking: z.object({ service: z.string(), party: z.int(), days: z.int() }).nullable(),
  stopped,
  /** No more numbers today, and when again; null while they are given. */
  closed: z.object({ opensAt: isoInstant.nullable() }).nullable(),
  /** For the sheet of numbers that are given on paper while the hub does not work. */
  paperPrefix: z.string(),
});
export type KioskView = z.infer<typeof kioskView>;
