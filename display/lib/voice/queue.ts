/** The calls that a page still has to say, in the order they came. Nothing here knows of sound or of the hub. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';

/** A call that was said so late would send somebody to a counter where nobody expects them any more. */
export const tooLateMs = 180_000;
/** Of announcements that are remembered as said: more than a day has. */
const remembered = 2000;

/** What a view tells of a call. */
export interface CallSeen {
  readonly callId: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Entry {
  readonly call: AnnounceMessage;
  readonly cameAt: number;
  /** As the first view with it said; null: in no view yet, for an announcement comes before its view. */
  seenAt: string | null;
}

export interface Queue {
  readonly size: number;
  /** Times are milliseconds of one clock that never goes back. False: it is known already. */
  add(call: AnnounceMessage, now: number): boolean;
  /** The first that is not too late, which stays; null: there is none. */
  first(now: number): AnnounceMessage | null;
  /** Its turn has come. False: it was taken back meanwhile. */
  take(call: AnnounceMessage): boolean;
  /** Takes the calls of a whole view, newest first: what was in one and is not any more was taken back. */
  keep(calls: readonly CallSeen[]): void;
  clear(): void;
}

const keyOf = ({ callId, times }: AnnounceMessage) => `${callId} ${times}`;

export function createQueue(): Queue {
  const known = new Set<string>();
  let entries: Entry[] = [];
  let longest = 0;

  function remember(key: string): void {
    known.add(key);
    const [oldest] = known;
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
  }

  return {
    get size() {
      return entries.length;
    },
    add(call, now) {
      const key = keyOf(call);
      const waits = entries.some((entry) => keyOf(entry.call) === key);
      if (waits || (known.has(key) && !call.again)) return false;
      remember(key);
      entries.push({ call, cameAt: now, seenAt: null });
      return true;
    },
    first(now) {
      entries = entries.filter(({ cameAt }) => now - cameAt <= tooLateMs);
      return entries[0]?.call ?? null;
    },
    take(call) {
      const waits = entries.length;
      entries = entries.filter((entry) => entry.call !== call);
      return entries.length < waits;
    },
    keep(calls) {
      // A view has the last calls alone: in a rush an old one leaves it without having been taken back.
      const shorter = calls.length < longest;
      longest = calls.length;
      const seen = new Map(calls.map(({ callId, at }) => [callId, at]));
      entries = entries.filter((entry) => {
        const { call, seenAt } = entry;
        entry.seenAt = seen.get(call.callId) ?? seenAt;
        if (seen.has(call.callId) || seenAt === null) return true;
        return !shorter && calls.every(({ at }) => at > seenAt);
      });
    },
    clear() {
      entries = [];
    },
  };
}
