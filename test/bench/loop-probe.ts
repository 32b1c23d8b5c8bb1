/** Loaded into a hub's process before the hub: tells the bench what CPU, memory and event loop did. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What the bench asks: whether to watch the event loop from now on (a timer of 1 ms, so not for nothing). */
export interface ProbeQuestion {
  readonly probe: 'watch-loop' | 'read';
}

export interface ProbeReading {
  /** Of all threads, user and system, since the process began. */
  readonly cpuMs: number;
  readonly rssMb: number;
  /** The most a timer of 1 ms came late since `watch-loop`; 0 when nobody watched. */
  readonly longestBlockMs: number;
  readonly blockP99Ms: number;
}

const resolutionMs = 1;
const loop = monitorEventLoopDelay({ resolution: resolutionMs });
let watching = false;

/** The histogram holds the time between two turns of the timer: the lateness is what exceeds its period. */
function lateness(nanoseconds: number): number {
  return watching ? Math.max(0, nanoseconds / 1e6 - resolutionMs) : 0;
}

function read(): ProbeReading {
  const { user, system } = process.cpuUsage();
  return {
    cpuMs: (user + system) / 1000,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    longestBlockMs: lateness(loop.max),
    blockP99Ms: lateness(loop.percentile(99)),
  };
}

function isQuestion(message: unknown): message is ProbeQuestion {
  return typeof message === 'object' && message !== null && 'probe' in message;
}

function answer(message: unknown): void {
  if (!isQuestion(message)) return;
  const reading = read();
  watching = message.probe === 'watch-loop';
  loop.disable();
  loop.reset();
  if (watching) loop.enable();
  process.send?.(reading);
}

process.on('message', answer);
// A bench that was killed must not leave hubs behind.
process.once('disconnect', () => process.exit(1));
// The probe alone must not keep alive a hub that has ended.
process.channel?.unref();
