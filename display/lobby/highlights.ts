/** Which call a lobby board shows large: each new one for a while, none dropped when several come at once. */
import { type Readable, writable } from 'svelte/store';
import type { AnnounceMessage } from '../../server/contract/socket.ts';

/** Each call has at least so long, also when others wait for the place. */
const leastMs = 1500;
const longestMs = 8000;

export interface Highlights {
  /** The call to show large and marked as new; null when all have had their time. */
  readonly current: Readable<AnnounceMessage | null>;
  /** Takes an announcement; the same one again is ignored. */
  add(call: AnnounceMessage): void;
  /** Takes the calls of a view: what was in one and no longer is was taken back. */
  keep(callIds: ReadonlySet<string>): void;
}

const keyOf = ({ callId, times }: AnnounceMessage) => `${callId} ${times}`;

export function createHighlights(): Highlights {
  const shown = writable<AnnounceMessage | null>(null);
  const seen = new Set<string>();
  const confirmed = new Set<string>();
  let queue: AnnounceMessage[] = [];
  let current: AnnounceMessage | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function advance(): void {
    current = queue.shift() ?? null;
    since = performance.now();
    shown.set(current);
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    if (!current) return;
    const due = since + (queue.length > 0 ? leastMs : longestMs);
    timer = setTimeout(advance, Math.max(0, due - performance.now()));
  }

  return {
    current: shown,
    add(call) {
      if (seen.has(keyOf(call))) return;
      seen.add(keyOf(call));
      queue.push(call);
      if (current) plan();
      else advance();
    },
    keep(callIds) {
      const takenBack = ({ callId }: AnnounceMessage) => confirmed.has(callId) && !callIds.has(callId);
      queue = queue.filter((call) => !takenBack(call));
      if (current && takenBack(current)) advance();
      for (const callId of callIds) confirmed.add(callId);
    },
  };
}
