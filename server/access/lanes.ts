/** Lanes in which jobs wait for their turn: so many at once, so many in all, and so long after the one before. */

export interface Lane {
  readonly name: string;
  /** How many may be in it, those at work included. */
  readonly room: number;
  readonly atOnce: number;
  /** Milliseconds after the end of the one before; asked when the turn comes. */
  readonly apart: () => number;
}

export type Passed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly waitSeconds: number };

export interface Lanes {
  /** Does the job when it has its turn in every lane; not at all where one of them is full. */
  pass<T>(lanes: readonly Lane[], job: () => Promise<T>): Promise<Passed<T>>;
}

interface Queue {
  inside: number;
  working: number;
  readonly waiting: (() => void)[];
  /** When the last job ended. */
  endedAt: number;
}

interface Parts {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** How long a lane that nobody is in is remembered: longer than any lane keeps its jobs apart. */
const remembered = 60_000;

export function createLanes({ now, sleep }: Parts): Lanes {
  const queues = new Map<string, Queue>();

  function queueOf(name: string): Queue {
    const queue = queues.get(name) ?? {
      inside: 0,
      working: 0,
      waiting: [],
      endedAt: Number.NEGATIVE_INFINITY,
    };
    queues.set(name, queue);
    return queue;
  }

  /** Looked at from the one that ended first; whoever is in use is put at the end. */
  function forget(): void {
    for (const [name, { inside, endedAt }] of queues) {
      if (inside > 0) continue;
      if (now() - endedAt < remembered) return;
      queues.delete(name);
    }
  }

  async function enter({ name, atOnce, apart }: Lane): Promise<void> {
    const queue = queueOf(name);
    if (queue.working >= atOnce) await new Promise<void>((turn) => queue.waiting.push(turn));
    else queue.working += 1;
    const left = queue.endedAt + apart() - now();
    if (left > 0) await sleep(left);
  }

  /** The next takes the place of the one that leaves. */
  function leave(name: string): void {
    const queue = queueOf(name);
    queue.endedAt = now();
    const next = queue.waiting.shift();
    if (next) next();
    else queue.working -= 1;
  }

  function release(lanes: readonly Lane[]): void {
    for (const { name } of lanes) {
      const queue = queueOf(name);
      queue.inside -= 1;
      queues.delete(name);
      queues.set(name, queue);
    }
    forget();
  }

  return {
    async pass(lanes, job) {
      const full = lanes.find(({ name, room }) => queueOf(name).inside >= room);
      if (full) return { ok: false, waitSeconds: Math.max(1, Math.ceil(full.apart() / 1000)) };
      for (const { name } of lanes) queueOf(name).inside += 1;
      const entered: Lane[] = [];
      try {
        for (const lane of lanes) {
          await enter(lane);
          entered.push(lane);
        }
        return { ok: true, value: await job() };
      } finally {
        for (const { name } of entered.reverse()) leave(name);
        release(lanes);
      }
    },
  };
}
