/**
 * The order of telling: announcements at once, then stations and displays, then phones, a slice in each turn of
 * the event loop, so that the next press is never behind more than one slice.
 */
import { performance } from 'node:perf_hooks';

export interface Turns {
  /** The rest of an announcement or view that many watch; goes before everything else. */
  rest(job: () => void): void;
  /** Stations and displays are to be looked at: at once, but not more often than every 30 ms. */
  stations(): void;
  /** One phone, soon. */
  phone(text: string): void;
  /** All phones, slowly. */
  phones(texts: Iterable<string>): void;
  close(): void;
}

export interface Telling {
  /** Names of everything but phones. */
  stationNames(): Iterable<string>;
  tell(text: string): void;
}

/** Phones in one turn. */
const slice = 50;
const stationsEveryMs = 30;
/** How long stations may take before the event loop has its turn. */
const stationsBudgetMs = 2;

export function createTurns({ stationNames, tell }: Telling): Turns {
  const rests: (() => void)[] = [];
  const stations = new Set<string>();
  const urgent = new Set<string>();
  const slow = new Set<string>();
  let dirty = false;
  let notBefore = 0;
  let timer: NodeJS.Timeout | null = null;
  let next: NodeJS.Immediate | null = null;
  let closed = false;

  function turn(): void {
    next = null;
    const rest = rests.shift();
    if (rest) rest();
    else if (beginStations()) tellStations();
    else tellPhones();
    if (rests.length + stations.size + urgent.size + slow.size > 0) wake();
    else if (dirty) wakeLater();
  }

  function beginStations(): boolean {
    if (stations.size === 0 && dirty && performance.now() >= notBefore) {
      dirty = false;
      notBefore = performance.now() + stationsEveryMs;
      for (const text of stationNames()) stations.add(text);
    }
    return stations.size > 0;
  }

  function tellStations(): void {
    const until = performance.now() + stationsBudgetMs;
    for (const text of stations) {
      stations.delete(text);
      tell(text);
      if (performance.now() > until) return;
    }
  }

  function tellPhones(): void {
    let left = slice;
    for (const queue of [urgent, slow]) {
      for (const text of queue) {
        if (left === 0) return;
        left -= 1;
        queue.delete(text);
        slow.delete(text);
        tell(text);
      }
    }
  }

  function wake(): void {
    if (!closed) next ??= setImmediate(turn);
  }

  function wakeLater(): void {
    timer ??= setTimeout(
      () => {
        timer = null;
        wake();
      },
      Math.max(0, notBefore - performance.now()),
    );
  }

  return {
    rest(job) {
      rests.push(job);
      wake();
    },
    stations() {
      dirty = true;
      wake();
    },
    phone(text) {
      urgent.add(text);
      wake();
    },
    phones(texts) {
      for (const text of texts) slow.add(text);
      wake();
    },
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
      if (next) clearImmediate(next);
    },
  };
}
