/**
 * What a visitor was told stays until it is no longer true. FC6: a told time is revised when the middle of what is likely now has
 * left it, when it is over, or when it can be told much more narrowly; and not before.
 */
import type { Likely } from './likely.ts';

/** Clock times, milliseconds. */
export interface Told {
  readonly from: number;
  readonly to: number;
  /** The single best guess when it was told. */
  readonly expected: number;
}

const minute = 60_000;

/** FC6: from so many minutes on, a range is worth being told anew when half of it would do. */
const wide = 10;

export const asTold = (likely: Likely, now: number): Told => ({
  // The grid may begin before now.
  from: Math.max(Math.floor(now / minute) * minute, now + likely.from * minute),
  to: now + likely.to * minute,
  expected: now + likely.middle * minute,
});

/** What is told now; the former itself where it stays. */
export function tell(former: Told | null, likely: Likely, now: number): Told {
  const next = asTold(likely, now);
  if (former === null || now >= former.to) return next;
  const isStill = next.expected >= former.from && next.expected <= former.to;
  const width = former.to - former.from;
  const isMuchNarrower = width > wide * minute && next.to - next.from <= width / 2;
  return isStill && !isMuchNarrower ? former : next;
}
