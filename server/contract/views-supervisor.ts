/** `supervisor`: the room now, as the head of the office needs to see it. */
import { z } from 'zod';
import { displaysShown } from './displays.ts';
import { configId, counterNumber, counterStates, isoInstant, officerRoles, visitStates } from './values.ts';
import { estimate, officeSummary, stopped } from './views.ts';
import { deviceGlance, knock } from './views-devices.ts';
import { papersShown } from './views-papers.ts';

const name = z.record(z.string(), z.string());

const concerned = z.object({
  code: z.string(),
  number: z.string(),
  service: z.string(),
  lane: z.string(),
  step: z.string(),
  state: z.enum(visitStates),
  counter: counterNumber.nullable(),
  arrivedAt: isoInstant,
  promiseAt: isoInstant,
});

export const supervisorView = z.object({
  office: officeSummary,
  /** Local date of the office. */
  date: z.string(),
  /** What is wrong with the hub now. */
  alarms: z.array(z.string()),
  closed: z.object({ opensAt: isoInstant.nullable() }).nullable(),
  room: z.object({
    inside: z.int().nullable(),
    capacity: z.int().nullable(),
    outside: z.int(),
    waiting: z.int(),
    atCounters: z.int(),
    aside: z.int(),
    done: z.int(),
    issued: z.int(),
  }),
  /** Broken, or at risk: the soonest first. `opens`: counters that are not open and could serve the step. */
  promises: z.object({
    kept: z.int(),
    broken: z.int(),
    running: z.int(),
    /** Of those broken, how many had an outage in their time. */
    brokenInOutage: z.int(),
    /** Of the steps that have a time of their own. */
    steps: z.array(z.object({ step: configId, kept: z.int(), broken: z.int(), running: z.int() })),
    atRisk: z.array(concerned.extend({ broken: z.boolean(), opens: z.array(counterNumber) })),
  }),
  /** As things go: promises that will break and can still be kept, what keeps them, and how the room fills. */
  ahead: z.object({
    /** The soonest first. `expected`: when it would be kept; null: no open counter serves it. */
    breaking: z.array(
      z.object({ number: z.string(), promiseAt: isoInstant, expected: isoInstant.nullable() }),
    ),
    /** Counters to open, each at the latest `by` then: with those before it in the list it keeps `keeps` of `of`. */
    keepers: z.array(
      z.object({ counter: counterNumber, step: configId, by: isoInstant, keeps: z.int(), of: z.int() }),
    ),
    /** When the room will be full; when there will be room again. */
    room: z.object({ fullAt: isoInstant.nullable(), roomAt: isoInstant.nullable() }),
  }),
  counters: z.array(
    z.object({
      counter: counterNumber,
      name: name.nullable(),
      state: z.enum(counterStates),
      pause: z.object({ reason: z.string().nullable(), until: isoInstant.nullable() }).nullable(),
      officer: z.object({ id: z.string(), name: z.string() }).nullable(),
      number: z.string().nullable(),
      step: z.string().nullable(),
      visitState: z.enum(['called', 'serving']).nullable(),
      /** Of the visit's present state. */
      since: isoInstant.nullable(),
      steps: z.array(z.string()),
      lanes: z.array(z.string()),
      /** Steps done here today. */
      served: z.int(),
    }),
  ),
  queues: z.array(
    z.object({
      step: configId,
      service: configId,
      lane: configId,
      count: z.int(),
      /** Arrival of whoever waits longest. */
      oldest: isoInstant,
      estimate,
    }),
  ),
  cases: z.array(z.object({ case: z.string(), openedAt: isoInstant, notifiedAt: isoInstant.nullable() })),
  /** Entries that nobody has closed; `outOfTurn` shows the newest of all, at most 30. */
  outOfTurnOpen: z.int(),
  outOfTurn: z.array(
    z.object({
      id: z.string(),
      at: isoInstant,
      kind: z.enum(['call', 'lane', 'place', 'undo']),
      number: z.string(),
      counter: counterNumber.nullable(),
      officer: z.object({ id: z.string(), name: z.string() }).nullable(),
      by: z.string(),
      reason: z.string().nullable(),
      overtaken: z.int(),
      closed: z.object({ at: isoInstant, by: z.string(), note: z.string() }).nullable(),
    }),
  ),
  /** Of today. */
  quotas: z.array(
    z.object({
      id: configId,
      services: z.array(configId),
      lanes: z.array(configId),
      total: z.int(),
      released: z.int(),
      releasable: z.int(),
      used: z.object({ booking: z.int(), walkIn: z.int() }),
      heldBack: z.int(),
      left: z.object({ booking: z.int(), walkIn: z.int() }),
    }),
  ),
  /** Of today: booked and not here yet, checked in, expired; and how many are on the waiting list for any date. */
  bookings: z.object({ live: z.int(), used: z.int(), expired: z.int(), waiting: z.int() }),
  /** Numbers given on a paper proof that no list has confirmed yet. */
  unverified: z.array(z.string()),
  claimsOpen: z.int(),
  /** Requests for visits outside that nobody has decided yet. */
  requestsOpen: z.int(),
  stopped,
  outages: z.array(z.object({ from: isoInstant, to: isoInstant, noticed: z.boolean() })),
  devices: z.array(
    deviceGlance.extend({
      /** What its board says that it shows; null where it says nothing. */
      text: z.string().nullable(),
    }),
  ),
  /** Who asks the broker to be let in, and is not known there: the newest first. */
  knocks: z.array(knock),
  officers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(officerRoles),
      counter: counterNumber.nullable(),
      signedIn: z.boolean(),
    }),
  ),
  /** What numbers are given for. */
  services: z.array(z.string()),
  /** Letters of the numbers that are given on paper. */
  paperPrefix: z.string(),
  names: z.object({
    steps: z.record(z.string(), name),
    services: z.record(z.string(), name),
    lanes: z.record(z.string(), name),
  }),
  /** Absent: the office has no printer. */
  papers: papersShown.optional(),
  /** Screens, who speaks for which zone, and calls that nobody has said. */
  displays: displaysShown.optional(),
});
export type SupervisorView = z.infer<typeof supervisorView>;
