/**
 * Counters of foreign buttons: which press a number is. A counter begins anew when its device starts, and the hub may
 * start as well. So each run of numbers has a name of its own, which is on disk before the first press of the run is
 * submitted; the press is then known by name and number for ever, whatever is lost of the last numbers.
 */
import { randomBytes } from 'node:crypto';

/** Where the runs are kept between two starts of the hub. */
export interface CounterMemory {
  /** Null: nothing was kept. */
  read(): string | null;
  write(text: string): void;
}

export interface Counters {
  /** The key of the press; null: it is the last one again. */
  keyOf(name: string, count: number): string | null;
  /** The press is recorded. */
  done(name: string, key: string, count: number): void;
  /** The counter stands there, and nothing was pressed. */
  stands(name: string, count: number): void;
  forget(device: string): void;
  close(): void;
}

interface Run {
  name: string;
  last: number;
}

const saveAfterMs = 1000;
/** A number from before that comes so soon is an echo over another gateway, not a device that began anew. */
const echoMs = 10_000;
const mostEchoes = 8;

export function createCounters(memory: CounterMemory): Counters {
  const runs = readRuns(memory.read());
  const echoes = createEchoes();
  let timer: NodeJS.Timeout | null = null;

  function save(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    memory.write(JSON.stringify(Object.fromEntries(runs)));
  }

  /** Some numbers may be lost with the power: their presses are known by their keys. */
  function saveSoon(): void {
    timer ??= setTimeout(save, saveAfterMs).unref();
  }

  function begin(name: string, last: number): Run {
    const run = { name: randomBytes(6).toString('hex'), last };
    runs.set(name, run);
    save();
    return run;
  }

  return {
    keyOf(name, count) {
      const known = runs.get(name);
      if (known && (known.last === count || (count < known.last && echoes.has(name, count)))) return null;
      const run = known && known.last < count ? known : begin(name, -1);
      return `@count:${run.name}:${count}`;
    },
    done(name, key, count) {
      const run = runs.get(name);
      if (!run || key !== `@count:${run.name}:${count}`) return;
      echoes.add(name, count);
      run.last = Math.max(run.last, count);
      saveSoon();
    },
    stands(name, count) {
      const run = runs.get(name);
      if (!run || count < run.last) begin(name, count);
      else if (count > run.last) {
        run.last = count;
        saveSoon();
      }
    },
    forget(device) {
      for (const name of runs.keys()) if (name.startsWith(`${device}/`)) runs.delete(name);
      saveSoon();
    },
    close() {
      if (timer) save();
    },
  };
}

/** The numbers of the last seconds. */
function createEchoes() {
  const recent = new Map<string, { count: number; at: number }[]>();
  return {
    has: (name: string, count: number): boolean =>
      (recent.get(name) ?? []).some((one) => one.count === count && performance.now() - one.at < echoMs),
    add(name: string, count: number): void {
      recent.set(name, [...(recent.get(name) ?? []), { count, at: performance.now() }].slice(-mostEchoes));
    },
  };
}

/** A file that cannot be read is as good as none: the next press begins a run. */
function readRuns(text: string | null): Map<string, Run> {
  const runs = new Map<string, Run>();
  try {
    for (const [name, run] of Object.entries<Run>(JSON.parse(text ?? '{}')))
      if (typeof run?.name === 'string' && Number.isFinite(run.last))
        runs.set(name, { name: run.name, last: run.last });
  } catch {
    runs.clear();
  }
  return runs;
}
