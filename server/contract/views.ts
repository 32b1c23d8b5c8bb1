/**
 * The whole views that screens watch. A view is never a patch: what it does not say is not so.
 * Instants are ISO 8601 in UTC; numbers of tickets are as shown (`A-012`).
 */
import { z } from 'zod';
import { counterNumber, counterStates, handoverStates, isoInstant, needs, visitStates } from './values.ts';

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
  .object({ startedAt: isoInstant, endsAt: isoInstant, state: z.enum(handoverStates) })
  .nullable();

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
    z.object({ counter: counterNumber, state: z.enum(counterStates), number: z.string().nullable() }),
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
  places: z.array(z.object({ lane: z.string(), left: z.int() })),
});
export type LobbyView = z.infer<typeof lobbyView>;

export const counterView = z.object({
  office: officeSummary,
  counter: counterNumber,
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
  counter: counterNumber.nullable(),
  notBefore: isoInstant.nullable(),
  /** A hand-over took longer than promised: nothing to pay. */
  free: z.boolean(),
  people: z.int(),
  /** What was missing when sent away. */
  reasons: z.array(z.string()),
  /** Waits outside: the room is full, and the number will be called in. */
  outside: z.boolean(),
  /** The office closed before it came to this visit: the first place on a later day. */
  firstPlace: z.boolean(),
  /** The announcement to ring for. */
  call: z.object({ callId: z.string(), times: z.int(), at: isoInstant }).nullable(),
});
export type TicketView = z.infer<typeof ticketView>;

export const kioskView = z.object({
  office: officeSummary,
  services: z.array(z.object({ id: z.string(), name, prefix: z.string() })),
  lanes: z.array(z.object({ id: z.string(), name, prefix: z.string().nullable(), for: z.array(z.string()) })),
  waiting: z.array(z.object({ service: z.string(), lane: z.string(), count: z.int() })),
  /** No more numbers today, and when again; null while they are given. */
  closed: z.object({ opensAt: isoInstant.nullable() }).nullable(),
  /** For the sheet of numbers that are given on paper while the hub does not work. */
  paperPrefix: z.string(),
});
export type KioskView = z.infer<typeof kioskView>;

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
      outcomes: z.array(z.string()),
    })
    .nullable(),
  /** The next three in the order they would be called. */
  next: z.array(queued),
  waiting: z.int(),
  /** Held, missed and sent away, whom this counter may call again. */
  aside: z.array(queued.extend({ state: z.enum(['held', 'no-show', 'incomplete']) })),
  /** The action that undo would take back, and until when. */
  undo: z.object({ action: z.string(), until: isoInstant }).nullable(),
  /** Where a visit can be sent. */
  transfer: z.object({ steps: z.array(z.string()), counters: z.array(counterNumber) }),
  names: z.object({
    steps: z.record(z.string(), name),
    services: z.record(z.string(), name),
    lanes: z.record(z.string(), name),
  }),
});
export type DeskView = z.infer<typeof deskView>;

/** The virtual counter box of the start page: what the real MQTT client has received. */
export const boxView = z.object({
  counter: counterNumber,
  connected: z.boolean(),
  /** The LED board's text; empty when blank. */
  led: z.string(),
  lastResult: z
    .object({ ok: z.boolean(), ticket: z.string().nullable(), code: z.string().nullable() })
    .nullable(),
});
export type BoxView = z.infer<typeof boxView>;
