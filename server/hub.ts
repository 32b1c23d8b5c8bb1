/** The hub: the one authority. It takes all waiting commands, decides, records them in one commit, then tells. */
import type { Answer, Command } from './domain/commands.ts';
import type { Fresh, State } from './domain/decision.ts';
import type { DomainEvent } from './domain/events.ts';
import type { Instant } from './domain/instant.ts';
import type { Recorded, Request } from './hub/authority.ts';
import { createAuthority } from './hub/authority.ts';
import type { From, Outcome } from './hub/batch.ts';
import type { Clock } from './hub/clock.ts';
import type { Journal } from './journal/journal.ts';
import type { Log } from './log.ts';

export type { From, Outcome } from './hub/batch.ts';

/** What was just recorded. `reloaded`: the state was read again; look at everything. */
export interface Told {
  /** Rises by one each time. */
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly DomainEvent[];
  readonly reloaded: boolean;
}

/** `clock`: the machine's clock is behind the last event. `storage`: the journal does not take events. */
export type Alarm = 'clock' | 'storage';

export interface Hub {
  /** Resolves once the outcome is on disk. Never rejects. */
  submit<C extends Command>(command: C, from: From): Promise<Outcome<Answer<C>>>;
  /** The last told state: read it, never change it, never keep it. */
  readonly state: State;
  /** The hub's time and the rate at which it runs. */
  now(): Instant;
  readonly rate: number;
  readonly rehearsal: boolean;
  /** What is wrong now. */
  alarms(): ReadonlySet<Alarm>;
  /** Listeners run in the order in which they were added, at once; they must be quick. */
  onTold(listener: (told: Told) => void): void;
  /** Finishes what waits and closes the journal. */
  close(): Promise<void>;
}

interface Parts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly freshIds: () => Fresh;
  readonly rehearsal?: boolean;
}

interface Waiting extends Request {
  readonly resolve: (outcome: Outcome) => void;
}

/** Milliseconds: how often the hub looks at the time though no timer told it to (the clock may have jumped). */
const lookAgain = 1000;

/** Reads the journal and begins. Throws when the journal cannot be read. */
export async function createHub({ journal, clock, log, freshIds, rehearsal = false }: Parts): Promise<Hub> {
  const authority = await createAuthority({ journal, clock, freshIds });
  const listeners: ((told: Told) => void)[] = [];
  const alarms = new Set<Alarm>();
  let waiting: Waiting[] = [];
  let turn: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosing = false;
  let seq = 0;

  /** One batch a turn of the event loop: all that arrived in it; what arrives meanwhile is the next. */
  function schedule(): void {
    turn ??= new Promise((resolve) => {
      setImmediate(async () => {
        const batch = waiting;
        waiting = [];
        await handle(batch);
        turn = null;
        if (waiting.length > 0) schedule();
        else wakeInTime();
        resolve();
      });
    });
  }

  /** Where one command of many finds the program wrong, the others are decided without it. */
  async function handle(batch: readonly Waiting[]): Promise<void> {
    const recorded = await authority.record(batch);
    const isSpoilt = !recorded.ok && recorded.code === 'internal' && batch.length > 1;
    if (!isSpoilt) return finish(batch, recorded);
    for (const one of batch) await handle([one]);
  }

  /** Answers, then tells. The answers' listeners run after this turn's telling, which is the shorter way. */
  function finish(batch: readonly Waiting[], recorded: Recorded): void {
    raise('clock', clock.isBehind());
    if (!recorded.ok) {
      // Said once while it lasts, as the log may be on the same full disk.
      const isKnown = recorded.code === 'storage' && alarms.has('storage');
      if (!isKnown)
        log.error({ code: recorded.code, error: describe(recorded.error) }, 'a batch was not recorded');
      if (recorded.code === 'storage') raise('storage', true);
      for (const { resolve } of batch) resolve({ ok: false, refusal: { code: recorded.code } });
      return;
    }
    raise('storage', false);
    for (const [index, { resolve }] of batch.entries()) resolve(recorded.outcomes[index] as Outcome);
    const { events, reloaded } = recorded;
    if (events.length > 0 || reloaded) tell({ seq: ++seq, at: clock.now(), events, reloaded });
  }

  function tell(told: Told): void {
    for (const listener of listeners) {
      try {
        listener(told);
      } catch (error) {
        log.error({ error: describe(error) }, 'a listener failed');
      }
    }
  }

  function raise(alarm: Alarm, isWrong: boolean): void {
    if (isWrong === alarms.has(alarm)) return;
    if (isWrong) alarms.add(alarm);
    else alarms.delete(alarm);
    log.warn({ alarm, on: isWrong }, isWrong ? 'alarm' : 'alarm is over');
  }

  /** TP1: wakes when something changes by itself, and once a second in any case. */
  function wakeInTime(): void {
    clearTimeout(timer);
    if (isClosing) return;
    const next = authority.nextMoment();
    // What is due while nothing can be written is tried again once a second, not at once.
    const delay = next === null || alarms.has('storage') ? lookAgain : (next - clock.now()) / clock.rate;
    timer = setTimeout(look, Math.min(lookAgain, Math.max(0, delay)));
    timer.unref();
  }

  /** An empty batch lets the time pass; after a failure of storage it is also how the hub recovers alone. */
  function look(): void {
    raise('clock', clock.isBehind());
    const next = authority.nextMoment();
    if (alarms.has('storage') || (next !== null && next <= clock.now())) schedule();
    else wakeInTime();
  }

  wakeInTime();
  return {
    submit<C extends Command>(command: C, from: From): Promise<Outcome<Answer<C>>> {
      if (isClosing) return Promise.resolve({ ok: false, refusal: { code: 'storage' } });
      return new Promise((resolve) => {
        waiting.push({ command, from, resolve: resolve as (outcome: Outcome) => void });
        schedule();
      });
    },
    get state() {
      return authority.told;
    },
    now: () => clock.now(),
    rate: clock.rate,
    rehearsal,
    alarms: () => alarms,
    onTold: (listener) => listeners.push(listener),
    async close() {
      isClosing = true;
      clearTimeout(timer);
      while (turn) await turn;
      await journal.close();
    },
  };
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
