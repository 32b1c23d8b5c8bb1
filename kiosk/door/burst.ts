/**
 * Tells a scanner's strokes from a guard's on the same keypad: each stroke waits for a moment. Strokes that follow one
 * another faster than fingers, and end with a code of ours, are a scan; whatever else was held back is passed on.
 */
import { codeIn, shortCodeIn } from '../tickets/codes.ts';
import { createScan, type Stroke } from '../tickets/scan.ts';

/** How long a stroke waits for the next one: no finger is so quick, and nobody notices the wait. */
const heldMs = 60;

export interface Burst<S extends Stroke> {
  /** True: this stroke ends a scan, and must not press a button that has the focus. */
  take(stroke: S): boolean;
  /** What is held back is typed now, for a finger has touched a key meanwhile. */
  release(): void;
}

interface Outcomes<S extends Stroke> {
  /** Typed by a person. */
  readonly pass: (stroke: S) => void;
  readonly scanned: (code: string) => void;
  /** Something was scanned that is no code of ours. */
  readonly unknown: () => void;
}

/** A code of digits alone could as well be readings that were typed. */
function codeOf(readings: readonly string[]): string | null {
  const [code] = readings.flatMap((text) => codeIn(text) ?? shortCodeIn(text) ?? []);
  return code === undefined || /^\d+$/.test(code) ? null : code;
}

const isTyped = (readings: readonly string[]): boolean => readings.every((text) => !/[a-z]{2}/i.test(text));

export function createBurst<S extends Stroke>({ pass, scanned, unknown }: Outcomes<S>): Burst<S> {
  let held: S[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scan = createScan();

  function release(): void {
    clearTimeout(timer);
    for (const stroke of held.splice(0)) pass(stroke);
  }

  return {
    release,
    take(stroke) {
      clearTimeout(timer);
      held.push(stroke);
      const readings = scan(stroke);
      const code = readings === null ? null : codeOf(readings);
      if (readings === null || (code === null && isTyped(readings))) {
        timer = setTimeout(release, heldMs);
        return false;
      }
      held = [];
      if (code === null) unknown();
      else scanned(code);
      return true;
    },
  };
}
