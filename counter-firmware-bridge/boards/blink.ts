/** Blinking for a while, by hand or by the board itself; it always ends with the text to be seen. */
import type { LineParts } from '../line.ts';

/** `itself`: told so once; `written`: text and blanks are written in turn; `never`: it has no blanks. */
export type Blinking = 'itself' | 'written' | 'never';

export interface Blink {
  /** @param over when it has ended */
  start(everyMs: number, forMs: number, over: () => void): void;
  stop(): void;
  isDark(): boolean;
  /** The board is to flash by itself. */
  isFlashing(): boolean;
}

/** A wire of 9600 baud takes as long for some boards. */
const shortestMs = 200;

export function createBlink(
  how: Blinking,
  { now, later }: Pick<LineParts, 'now' | 'later'>,
  changed: () => void,
): Blink {
  let isDark = false;
  let isOn = false;
  let cancel = () => {};

  function stop(): void {
    cancel();
    isDark = false;
    isOn = false;
  }

  function wait(everyMs: number, until: number, over: () => void): void {
    const left = until - now();
    if (how !== 'written' || left <= everyMs)
      cancel = later(Math.max(0, left), () => {
        stop();
        over();
      });
    else
      cancel = later(everyMs, () => {
        isDark = !isDark;
        changed();
        wait(everyMs, until, over);
      });
  }

  return {
    start(everyMs, forMs, over) {
      stop();
      isOn = true;
      wait(Math.max(everyMs, shortestMs), now() + forMs, over);
    },
    stop,
    isDark: () => isDark,
    isFlashing: () => isOn && how === 'itself',
  };
}
