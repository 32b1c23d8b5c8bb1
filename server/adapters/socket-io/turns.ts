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
  const round = createRound(stationNames, stations);
  const waker = createWaker(turn);

  function turn(): void {
    const rest = rests.shift();
    if (rest) rest();
    else if (round.begins()) tellStations(stations, tell);
    else tellPhones(urgent, slow, tell);
    if (rests.length + stations.size + urgent.size + slow.size > 0) waker.soon();
    else if (round.isDue()) waker.after(round.waitMs());
  }

  return {
    rest(job) {
      rests.push(job);
      waker.soon();
    },
    stations() {
      round.due();
      waker.soon();
    },
    phone(text) {
      urgent.add(text);
      waker.soon();
    },
    phones(texts) {
      for (const text of texts) slow.add(text);
      waker.soon();
    },
    close: waker.close,
  };
}

/** Rounds of all stations: one at once, the next not before its time. */
function createRound(stationNames: () => Iterable<string>, stations: Set<string>) {
  let due = false;
  let notBefore = 0;
  return {
    due() {
      due = true;
    },
    isDue: () => due,
    waitMs: () => Math.max(0, notBefore - performance.now()),
    /** Whether there are stations to be told now. */
    begins(): boolean {
      if (stations.size === 0 && due && performance.now() >= notBefore) {
        due = false;
        notBefore = performance.now() + stationsEveryMs;
        for (const text of stationNames()) stations.add(text);
      }
      return stations.size > 0;
    },
  };
}

function tellStations(stations: Set<string>, tell: (text: string) => void): void {
  const until = performance.now() + stationsBudgetMs;
  for (const text of stations) {
    stations.delete(text);
    tell(text);
    if (performance.now() > until) return;
  }
}

function tellPhones(urgent: Set<string>, slow: Set<string>, tell: (text: string) => void): void {
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

/** Runs `turn` in the next turn of the event loop, or later; once, however often it was asked. */
function createWaker(turn: () => void) {
  let timer: NodeJS.Timeout | null = null;
  let next: NodeJS.Immediate | null = null;
  let closed = false;

  function soon(): void {
    if (!closed) next ??= setImmediate(run);
  }

  function run(): void {
    next = null;
    turn();
  }

  function wake(): void {
    timer = null;
    soon();
  }

  return {
    soon,
    after(ms: number) {
      timer ??= setTimeout(wake, ms);
    },
    close() {
      closed = true;
      if (timer) clearTimeout(timer);
      if (next) clearImmediate(next);
    },
  };
}
