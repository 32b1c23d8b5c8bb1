/** The hub's time on a page: from the views' `at` and `rate` and the page's monotonic clock, never its calendar. */
import { type Readable, readable } from 'svelte/store';

/** How many views are remembered to find the one that was least delayed on its way. */
const remembered = 8;
const tickMs = 200;

let rate = 1;
let offsets: number[] = [];

/** Takes a view's time. `at` is ISO 8601; `rate` is hub seconds per second. */
export function syncClock(at: string, hubRate: number): void {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return;
  if (hubRate !== rate) offsets = [];
  rate = hubRate;
  offsets = [...offsets, ms - performance.now() * rate].slice(-remembered);
}

/** A new connection may be to a hub with another clock: what was measured before no longer counts. */
export function forgetClock(): void {
  offsets = offsets.slice(-1);
}

/** Milliseconds since 1970 by the hub's clock; null before the first view. */
export function hubNow(): number | null {
  if (offsets.length === 0) return null;
  return Math.max(...offsets) + performance.now() * rate;
}

/** The hub's time, five times a second. */
export const hubTime: Readable<number | null> = readable<number | null>(null, (set) => {
  set(hubNow());
  const timer = setInterval(() => set(hubNow()), tickMs);
  return () => clearInterval(timer);
});
