/** Keeps the hub's time exact while an hourglass runs: the view is asked for again, and the quickest answer counts. */
import { socket } from '../lib/live.ts';

/** The first view may have waited for a page that was still being built: soon after it, a few more. */
const soonMs = [250, 500, 1000, 1500] as const;
const laterMs = 5000;

/** @param name of the view @returns the way to stop */
export function keepExact(name: string): () => void {
  let timer: ReturnType<typeof setTimeout>;
  function ask(round: number): void {
    timer = setTimeout(() => {
      // The answer is the view, with the hub's time in it.
      if (socket.connected) socket.emit('watch', name);
      ask(round + 1);
    }, soonMs[round] ?? laterMs);
  }
  ask(0);
  return () => clearTimeout(timer);
}
