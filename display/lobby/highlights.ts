/** Which call a lobby board shows large: each new one for a while, none dropped, and always the one that is being said. */
import { type Readable, writable } from 'svelte/store';
import type { AnnounceMessage } from '../../server/contract/socket.ts';

/** Each call is large so long, also when others wait for the place, */
const leastMs = 4000;
/** unless so many wait that the last of them would be large only when nobody looks for it any more. */
const allWithinMs = 16_000;
const shortestMs = 1200;
const longestMs = 8000;
/** Between two sentences: the voice has the next call in a moment. */
const breathMs = 1200;

export interface Shown {
  /** Large and marked as new; null when all have had their time. */
  readonly current: AnnounceMessage | null;
  /** Just made too, in the order in which they will be large. */
  readonly pending: readonly AnnounceMessage[];
}

export interface Highlights {
  readonly shown: Readable<Shown>;
  /** Takes an announcement; the same one again is ignored. */
  add(call: AnnounceMessage): void;
  /** Takes the calls of a view: what was in one and no longer is was taken back, unless newer ones pushed it out. */
  keep(calls: readonly { readonly callId: string; readonly at: string }[]): void;
  /** The call that is being said aloud stays large until it was said; null: silence. */
  say(call: AnnounceMessage | null): void;
  close(): void;
}

const keyOf = ({ callId, times }: AnnounceMessage) => `${callId} ${times}`;

/** @param waiting calls that are to be large after the present one */
export function timeFor(waiting: number): number {
  if (waiting === 0) return longestMs;
  return Math.max(shortestMs, Math.min(leastMs, allWithinMs / waiting));
}

export function createHighlights(): Highlights {
  const shown = writable<Shown>({ current: null, pending: [] });
  const seen = new Set<string>();
  /** When each call was made that was in a view. */
  const confirmed = new Map<string, string>();
  let viewed = 0;
  let queue: AnnounceMessage[] = [];
  let current: AnnounceMessage | null = null;
  let said: AnnounceMessage | null = null;
  let since = 0;
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function put(call: AnnounceMessage | null): void {
    current = call;
    since = performance.now();
    tell();
  }

  function tell(): void {
    shown.set({ current, pending: queue });
    clearTimeout(timer);
    if (!current || said) return;
    const due = Math.max(since + timeFor(queue.length), notBefore);
    timer = setTimeout(advance, Math.max(0, due - performance.now()));
  }

  function advance(): void {
    const [next = null, ...rest] = queue;
    queue = rest;
    put(next);
  }

  return {
    shown,
    add(call) {
      if (seen.has(keyOf(call))) return;
      seen.add(keyOf(call));
      queue = [...queue.filter(({ callId }) => callId !== call.callId), call];
      if (current) tell();
      else advance();
    },
    keep(calls) {
      const shorter = calls.length < viewed;
      viewed = calls.length;
      const there = new Set(calls.map(({ callId }) => callId));
      const takenBack = ({ callId }: AnnounceMessage) => {
        const at = confirmed.get(callId);
        // A view has the last calls alone: in a rush an old one leaves it, and all that are there are newer.
        return at !== undefined && !there.has(callId) && (shorter || calls.some((one) => one.at <= at));
      };
      queue = queue.filter((call) => !takenBack(call));
      if (current && takenBack(current)) advance();
      else tell();
      for (const { callId, at } of calls) confirmed.set(callId, at);
    },
    say(call) {
      notBefore = said && !call ? performance.now() + breathMs : 0;
      said = call;
      queue = queue.filter((one) => one.callId !== call?.callId);
      if (call && current?.callId !== call.callId) put(call);
      else tell();
    },
    close: () => clearTimeout(timer),
  };
}
