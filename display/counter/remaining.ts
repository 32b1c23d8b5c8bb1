/** What is left of a hand-over, in whole seconds, and how near its end is. */
import { countdown } from '../lib/format.ts';

export type Nearness = 'calm' | 'near' | 'last' | 'over';

const nearSeconds = 30;
const lastSeconds = 10;

/** A second that has begun counts as long as it runs. `left`: milliseconds. */
export const secondsOf = (left: number): number => Math.max(0, Math.ceil(left / 1000));

export function nearnessOf(seconds: number): Nearness {
  if (seconds === 0) return 'over';
  if (seconds <= lastSeconds) return 'last';
  return seconds <= nearSeconds ? 'near' : 'calm';
}

/** The very last seconds as they are counted down aloud: `9`. */
export const saidOf = (seconds: number): string =>
  nearnessOf(seconds) === 'last' ? String(seconds) : countdown(seconds * 1000);

/** `2 menit`, `90 detik`: a promised span in the reader's language. */
export function spanIn(ms: number, language: string): string {
  const seconds = Math.round(ms / 1000);
  const inMinutes = seconds % 60 === 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(inMinutes ? seconds / 60 : seconds);
}
