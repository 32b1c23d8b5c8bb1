/** How long a picture may stand, and the same as the office file writes it. */
import { spanOf } from '../settings/durations.ts';

/** Seconds to choose from. */
export const stills = [5, 8, 12, 20, 30, 60] as const;

export const writtenStill = (seconds: number): string => `PT${seconds}S`;

const seconds = { s: 1, m: 60, h: 3600, D: 86_400, W: 604_800 } as const;

/** Twelve seconds where the file says nothing, or nothing that can be read. */
export function secondsOf(still: unknown): number {
  const span = spanOf(still);
  return span ? Math.round(span.amount * seconds[span.unit]) : 12;
}
