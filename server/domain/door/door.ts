/** The door on one day: who is being screened, how many are inside, and who was called in. */

import type { Instant } from '../instant.ts';
import { instant, toIso } from '../instant.ts';
import type { ScreeningCount, Verdict } from './door-events.ts';

export interface Reading {
  readonly at: Instant;
  readonly celsius: number;
  readonly kind: string | null;
}

/** One person at the door. Personal, and forgotten at midnight, or with the ticket that it gave. */
export interface Screening {
  readonly id: string;
  /** As it stands: `remeasure` only before the first reading that was right. */
  readonly verdict: Verdict;
  /** Readings so far that count. */
  readonly attempt: number;
  /** The first reading. */
  readonly since: Instant;
  readonly retestAt: Instant | null;
  /** Of those who were told to sit down; empty once they are erased. */
  readonly readings: readonly Reading[];
  /** DO11: the reading that let the person in; null where that was a decision, or where it is still to come. */
  readonly arrivedAt: Instant | null;
}

export const letsIn = (verdict: Verdict): boolean => verdict === 'admitted' || verdict === 'warned';
export const isLetIn = ({ verdict }: Screening): boolean => letsIn(verdict);
export const isSeated = ({ verdict }: Screening): boolean => verdict === 'retest' || verdict === 'held';

export interface Case {
  /** `K-001`. */
  readonly number: string;
  readonly screening: string;
  readonly openedAt: Instant;
  /** When the task force's receiver took the notice. */
  readonly notifiedAt: Instant | null;
  readonly decision: 'admit' | 'refer' | null;
  readonly decidedAt: Instant | null;
}

/** DO7: the minute of a reading, ISO 8601 in UTC. */
export const minuteOf = (at: Instant): string => toIso(instant(at - (at % 60_000)));

/** Where a reading is counted in the tally. */
export const tallyKey = (at: Instant, verdict: Verdict): string => `${minuteOf(at)} ${verdict}`;

export interface Door {
  inside: number;
  /** Whether anybody has counted today: without that nobody can say who is inside. */
  counted: boolean;
  /** Of those who may still be read, or may still take a ticket. */
  readonly screenings: Map<string, Screening>;
  /** Ids of those who were told to sit down: few, so that looking after their readings costs little. */
  readonly seated: Set<string>;
  /** By number. */
  readonly cases: Map<string, Case>;
  /** DO7: how many readings, by minute and verdict: `2026-11-26T01:05:00.000Z held`. */
  readonly tally: Map<string, ScreeningCount>;
  /** What the board shows of the last person: nothing that says who. */
  lastVerdict: { readonly verdict: Verdict; readonly at: Instant } | null;
  /** The last group that was called in. */
  calledIn: { readonly at: Instant; readonly codes: readonly string[] } | null;
  /** DO13: people who were called in and have not come yet. */
  expected: number;
}

export const emptyDoor = (): Door => ({
  inside: 0,
  counted: false,
  screenings: new Map(),
  seated: new Set(),
  cases: new Map(),
  tally: new Map(),
  lastVerdict: null,
  calledIn: null,
  expected: 0,
});

/** DO10, DO13: a group that was called in is expected, and shown, for so long: milliseconds. */
export const calledInFor = 10 * 60_000;

/** Whether the last group is still expected. */
export const isExpected = ({ calledIn, expected }: Door, at: Instant): boolean =>
  expected > 0 && calledIn !== null && at - calledIn.at < calledInFor;

/** DO13: people for whom places are kept. */
export const expectedNow = (door: Door, at: Instant): number => (isExpected(door, at) ? door.expected : 0);
