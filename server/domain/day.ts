/** One local date of the office: its visits, counters and calls. Entities are replaced, never changed. */
import type { CounterState } from '../contract/values.ts';
import type { Outage } from './afterwards/outages.ts';
import { type Door, emptyDoor } from './door/door.ts';
import { type Instant, instant } from './instant.ts';
import { byLink } from './papers/paper.ts';
import { emptyPace, type Pace } from './queue/pace.ts';
import type { Queues } from './queue/queues.ts';
import type { Visit } from './visit.ts';

export interface Counter {
  readonly number: number;
  readonly state: CounterState;
  /** As it was opened; null: whatever the office file gives it. */
  readonly steps: readonly string[] | null;
  readonly lanes: readonly string[] | null;
  readonly pause: { readonly reason: string | null; readonly until: Instant | null } | null;
  /** Code of the visit called to or served at this counter. */
  readonly current: string | null;
  /** The last accepted `next`, for the refractory time. */
  readonly lastNext: { readonly at: Instant; readonly code: string | null } | null;
}

/** One call, with its announcements so far. */
export interface Call {
  readonly callId: string;
  readonly code: string;
  readonly number: string;
  readonly counter: number;
  readonly step: string;
  readonly lane: string;
  /** The last announcement. */
  readonly at: Instant;
  readonly times: number;
  /** Its place among the day's calls, from 1. */
  readonly ordinal: number;
}

/** The last action of a counter: all that it touched, as it was before and as it left it. */
export interface Action {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly counter: { readonly before: Counter; readonly after: Counter };
  readonly visits: ReadonlyMap<string, { readonly before: Visit; readonly after: Visit }>;
  readonly call: { readonly before: Call | null; readonly after: Call } | null;
}

/** Something that was done out of turn, for the head of the office to look at. */
export interface OutOfTurn {
  /** The action's id, or the ticket's code for what was done without a counter. */
  readonly id: string;
  readonly at: Instant;
  readonly kind: 'call' | 'lane' | 'place' | 'undo';
  readonly number: string;
  readonly counter: number | null;
  readonly officer: string | null;
  readonly by: string;
  readonly reason: string | null;
  readonly overtaken: number;
  readonly closed: { readonly at: Instant; readonly by: string; readonly note: string } | null;
}

export interface Day {
  /** Local date; empty before the first day of a new journal. */
  readonly date: string;
  readonly beganAt: Instant;
  /** The next local midnight. */
  readonly endsAt: Instant;
  ended: boolean;
  /** When the last event of the day happened. */
  lastAt: Instant;
  readonly visits: Map<string, Visit>;
  /** How the visits of the day before ended: what their phones show after midnight. Nothing else looks at them. */
  readonly before: ReadonlyMap<string, Visit>;
  /** Ticket number to code. */
  readonly codes: Map<string, string>;
  readonly shortCodes: Set<string>;
  /** Codes of those in state `waiting`: kept so that a press does not look at the whole day. */
  readonly waiting: Set<string>;
  /** The same visits in the order of their turns. */
  readonly queues: Queues;
  /** Codes of those whose promise still runs. */
  readonly running: Set<string>;
  /** Codes of those whose timed hand-over runs. */
  readonly handovers: Set<string>;
  readonly counters: Map<number, Counter>;
  readonly pace: Pace;
  /** The last number given, by prefix. */
  readonly lastNumbers: Map<string, number>;
  /** Calls by step, oldest first. */
  readonly calls: Map<string, Call[]>;
  /** Calls ever made today: it only grows, also when one is undone. */
  callCount: number;
  /** By counter. */
  readonly actions: Map<number, Action>;
  readonly brokenPromises: Set<string>;
  /** By code: when the timed hand-overs began that took too long. Who is here pays nothing. */
  readonly brokenHandovers: Map<string, readonly Instant[]>;
  /** Who is responsible for a counter today. */
  readonly officers: Map<number, string>;
  /** By their ids, oldest first. */
  readonly outOfTurn: Map<string, OutOfTurn>;
  readonly outages: Outage[];
  /** No more numbers are given today. */
  closed: boolean;
  readonly door: Door;
  /** Codes of those who wait outside. */
  readonly outside: Set<string>;
  /** Places that walk-ins take, by service and lane: `placeKey`. */
  readonly walkIns: Map<string, number>;
  /** Codes of cancelled tickets whose places are held back. */
  readonly heldBack: Set<string>;
}

export const emptyDay = (
  date = '',
  endsAt: Instant = instant(0),
  at: Instant = instant(0),
  before: ReadonlyMap<string, Visit> = new Map(),
): Day => ({
  before,
  date,
  beganAt: at,
  endsAt,
  ended: false,
  lastAt: at,
  visits: new Map(),
  codes: new Map(),
  shortCodes: new Set(),
  waiting: new Set(),
  queues: new Map(),
  running: new Set(),
  handovers: new Set(),
  counters: new Map(),
  pace: emptyPace(),
  lastNumbers: new Map(),
  calls: new Map(),
  callCount: 0,
  actions: new Map(),
  brokenPromises: new Set(),
  brokenHandovers: new Map(),
  officers: new Map(),
  outOfTurn: new Map(),
  outages: [],
  closed: false,
  door: emptyDoor(),
  outside: new Set(),
  walkIns: new Map(),
  heldBack: new Set(),
});

const closed = (number: number): Counter => ({
  number,
  state: 'closed',
  steps: null,
  lanes: null,
  pause: null,
  current: null,
  lastNext: null,
});

/** A counter that was not opened today is closed. */
export const counterOf = (day: Day, number: number): Counter => day.counters.get(number) ?? closed(number);

/** Whether the visit's timed hand-over (not an earlier one of the same visit) took too long. */
export const isHandoverBroken = (day: Day, { code, handover }: Visit): boolean =>
  handover !== null && (day.brokenHandovers.get(code)?.includes(handover.startedAt) ?? false);

/** The visit at the counter, if any. */
export function currentVisit(day: Day, counter: Counter): Visit | null {
  return counter.current === null ? null : (day.visits.get(counter.current) ?? null);
}

/**
 * A visit by what people call it: its number in any spelling (`A-012`, `A012`, `a12`), or its link (PA5).
 * Links are 22 characters long, numbers never are.
 */
export function findVisit(day: Day, name: string): Visit | null {
  const direct = byLink(day.visits, name);
  if (direct) return direct;
  const spelt = readNumber(name);
  if (!spelt) return null;
  const code = day.codes.get(ticketNumber(spelt.prefix, spelt.ordinal));
  return code === undefined ? null : (day.visits.get(code) ?? null);
}

/** A ticket's number in any spelling; null: it is none. */
export function readNumber(text: string): { readonly prefix: string; readonly ordinal: number } | null {
  const [, prefix, digits] = /^([A-Za-z]{1,3})-?(\d{1,6})$/.exec(text) ?? [];
  return prefix === undefined ? null : { prefix: prefix.toUpperCase(), ordinal: Number(digits) };
}

/** NU2: prefix, hyphen, three digits; more when a day needs more. */
export const ticketNumber = (prefix: string, ordinal: number): string =>
  `${prefix.toUpperCase()}-${String(ordinal).padStart(3, '0')}`;
