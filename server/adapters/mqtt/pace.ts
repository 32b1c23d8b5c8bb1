/** Who was sent away for what it does will do it again: it is let in again, but slower and slower. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Pace {
  /** It was closed for something that will not be other next time. */
  closed(id: string): void;
  /** Resolves when it may come in. */
  wait(id: string): Promise<void>;
  forget(id: string): void;
}

const firstMs = 250;
/** Less than what a client has for its CONNECT. */
const longestMs = 2000;
const forgottenAfterMs = 60_000;

export function createPace(): Pace {
  const closings = new Map<string, { count: number; at: number }>();
  return {
    closed(id) {
      const before = closings.get(id);
      const isRecent = before !== undefined && performance.now() - before.at < forgottenAfterMs;
      closings.set(id, { count: isRecent ? before.count + 1 : 1, at: performance.now() });
    },
    async wait(id) {
      const found = closings.get(id);
      if (!found) return;
      if (performance.now() - found.at > forgottenAfterMs) closings.delete(id);
      else if (found.count > 1)
        await pause(Math.min(firstMs * 2 ** (found.count - 2), longestMs), undefined, { ref: false });
    },
    forget: (id) => void closings.delete(id),
  };
}
