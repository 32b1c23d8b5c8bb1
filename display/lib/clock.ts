/** The hub's time on a page: from the views' `at` and `rate` and the page's monotonic clock, never its calendar. */
import { type Readable, readable } from 'svelte/store';

/** How many views are remembered to find the one that was least delayed on its way. */
const remembered = 8;
const tickMs = 200;
/** A view is not longer on its way over a new connection: one that tells less is of another clock. */
const mostDelayMs = 1000;

let rate = 1;
let offsets: number[] = [];
let isNewConnection = false;

/** Takes a view's time. `at` is ISO 8601; `rate` is hub seconds per second. */
export function syncClock(at: string, hubRate: number): void {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return;
  const offset = ms - performance.now() * hubRate;
  const isBack = isNewConnection && offset < Math.max(...offsets) - mostDelayMs * hubRate;
  if (hubRate !== rate || isBack) offsets = [];
  isNewConnection = false;
  rate = hubRate;
  offsets = [...offsets, offset].slice(-remembered);
}

/** A new connection may be to a hub whose clock was put back: its first view tells whether what was measured counts. */
export function doubtClock(): void {
  isNewConnection = true;
  if (offsets.length > 0) offsets = [Math.max(...offsets)];
}

/** Milliseconds since 1970 by the hub's clock; null before the first view. */
export function hubNow(): number | null {
  if (offsets.length === 0) return null;
  return Math.max(...offsets) + performance.now() * rate;
}

/** Milliseconds by the clock of whoever looks, since that moment of the hub's: a rehearsal's hub is faster than people. */
export function livedSince(at: number): number | null {
  const now = hubNow();
  return now === null ? null : (now - at) / rate;
}

/** The hub's time, five times a second. */
export const hubTime: Readable<number | null> = readable<number | null>(null, (set) => {
  set(hubNow());
  const timer = setInterval(() => set(hubNow()), tickMs);
  return () => clearInterval(timer);
});
