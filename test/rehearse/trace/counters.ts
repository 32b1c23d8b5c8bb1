/** Gives every recorded call a counter: the recorded one, or one that was free then. */
import type { RecordedVisitor } from './recording.ts';

export interface Assigned {
  /** By visitor: the counter, null for who was never called. */
  readonly counters: readonly (number | null)[];
  /** By counter from 1: the queues that it served. */
  readonly queues: readonly (readonly number[])[];
}

interface Desk {
  freeAt: number;
  last: number;
  readonly queues: Set<number>;
  readonly server: string | null;
}

/** An office file gives a counter at most twenty steps. */
const mostQueues = 20;

export function assignCounters(visitors: readonly RecordedVisitor[]): Assigned {
  const counters: (number | null)[] = visitors.map(() => null);
  const servers = [...new Set(visitors.flatMap(({ server }) => server ?? []))].sort();
  const desks: Desk[] = servers.map((server) => ({ freeAt: 0, last: -1, queues: new Set(), server }));
  const calls = visitors
    .map(({ called }, index) => ({ called: called ?? Infinity, index }))
    .filter(({ called }) => called < Infinity)
    .sort((a, b) => a.called - b.called || a.index - b.index);
  for (const { called, index } of calls) {
    const { queue, server, served } = visitors[index] as RecordedVisitor;
    const place = server === null ? freeDesk(desks, queue, called) : servers.indexOf(server);
    const desk = desks[place] as Desk;
    desk.freeAt = called + served;
    desk.last = queue;
    desk.queues.add(queue);
    counters[index] = place + 1;
  }
  return { counters, queues: desks.map(({ queues }) => [...queues].sort((a, b) => a - b)) };
}

/** Whoever has served this queue last, or served it at all, or serves fewest; a new one when nobody is free. */
function freeDesk(desks: Desk[], queue: number, at: number): number {
  const free = desks.filter(
    (desk) => desk.freeAt <= at && (desk.queues.has(queue) || desk.queues.size < mostQueues),
  );
  const rank = (desk: Desk): number =>
    desk.last === queue ? 0 : desk.queues.has(queue) ? 1 : 2 + desk.queues.size;
  const best = free.sort((a, b) => rank(a) - rank(b))[0];
  if (best) return desks.indexOf(best);
  return desks.push({ freeAt: 0, last: -1, queues: new Set(), server: null }) - 1;
}
