/** Keeps the hub told what this screen shows: when it connects, when something changes, and every 20 seconds. */
import type { DisplayAnswer, DisplayReport } from '../../../server/contract/displays.ts';
import { hubNow } from '../clock.ts';
import { build } from './build.ts';
import { onConnected, sendReport } from './hub-line.ts';
import { screenId } from './identity.ts';

/** What the page knows of itself. */
export type Shown = Pick<DisplayReport, 'page' | 'zone' | 'counter' | 'number' | 'sound'>;

export interface Reporting {
  /** Reports what changed, once for changes that come together. */
  tell(shown: Shown): void;
  stop(): void;
}

const everyMs = 20_000;
const togetherMs = 150;

export function startReporting(answered: (answer: DisplayAnswer) => void): Reporting {
  const id = screenId();
  let shown: Shown | null = null;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function send(): void {
    clearTimeout(soon);
    soon = undefined;
    if (shown) sendReport({ id, ...shown, ...ofTheMachine() }, answered);
  }

  const stopListening = onConnected(send);
  const timer = setInterval(send, everyMs);
  return {
    tell(now) {
      const first = shown === null;
      shown = now;
      if (first) send();
      else soon ??= setTimeout(send, togetherMs);
    },
    stop() {
      stopListening();
      clearInterval(timer);
      clearTimeout(soon);
    },
  };
}

/** The only place that asks the machine for the time: the supervisor is told how wrong it is. */
function ofTheMachine(): Pick<DisplayReport, 'clockOffset' | 'build' | 'size'> {
  const hub = hubNow();
  return {
    clockOffset: hub === null ? 0 : Math.round(Date.now() - hub),
    build,
    size: `${innerWidth} × ${innerHeight}`,
  };
}
