/** Decides batches on one state, records them, and only then lets them be seen in another. RE1, RE4, RE5. */
import { apply } from '../domain/apply.ts';
import type { Command } from '../domain/commands.ts';
import type { Fresh, State } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Instant } from '../domain/instant.ts';
import { nextMoment as nextMomentOf } from '../domain/next-moment.ts';
import type { Journal } from '../journal/journal.ts';
import { JournalConflict } from '../journal/journal.ts';
import type { Batch, From, Outcome } from './batch.ts';
import { createBatch } from './batch.ts';
import type { Clock } from './clock.ts';
import { emptyState, replay } from './replay.ts';

export interface Request {
  readonly command: Command;
  readonly from: From;
}

/** `internal`: the program is wrong; `storage`: the journal is. Either way nothing happened. */
export type Recorded =
  | {
      readonly ok: true;
      readonly outcomes: readonly Outcome[];
      readonly events: readonly DomainEvent[];
      readonly reloaded: boolean;
    }
  | { readonly ok: false; readonly code: 'storage' | 'internal'; readonly error: unknown };

export interface Authority {
  /** The last told state. */
  readonly told: State;
  /** TP1: when something changes by itself next. */
  nextMoment(): Instant | null;
  /** Decides what these ask and what time does, in one commit. */
  record(requests: readonly Request[]): Promise<Recorded>;
}

interface Parts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly freshIds: () => Fresh;
}

/** Reads the journal; throws when it cannot be read. */
export async function createAuthority({ journal, clock, freshIds }: Parts): Promise<Authority> {
  /** What is decided on; its events may not be on disk yet. Null after a failure, until it was read again. */
  let deciding: State | null = null;
  /** The same events, once they were on disk. */
  let told = emptyState();
  let seqs = new Map<string, number>();
  /** Looked for once a state, and not while a press waits: it looks at everybody whose promise runs. */
  let next: Instant | null | undefined;

  function nextMoment(): Instant | null {
    if (next === undefined) next = nextMomentOf(told);
    return next;
  }

  async function load(): Promise<State> {
    const loaded = await journal.load();
    seqs = new Map([['calendar', loaded.calendarSeq]]);
    if (loaded.day) seqs.set(loaded.day.stream, loaded.day.seq);
    for (const event of [loaded.calendar.at(-1), loaded.day?.events.at(-1)])
      if (event) clock.record(event.at);
    told = replay(loaded);
    next = undefined;
    return replay(loaded);
  }

  /** After a failure: the journal must take a write before anybody is promised anything again. */
  async function recover(): Promise<State> {
    await journal.probe();
    return load();
  }

  /** Decides everything; throws only when the program is wrong, and then the state is not to be used any more. */
  function decideAll(
    state: State,
    requests: readonly Request[],
    stored: Parameters<typeof createBatch>[1],
  ): [Batch, Outcome[]] {
    const at = clock.now();
    const batch = createBatch({ state, seqs }, stored);
    const due = nextMoment();
    if (due !== null && due <= at) batch.passTime(at);
    return [batch, requests.map(({ command, from }) => batch.add(command, from, at, freshIds()))];
  }

  async function tryRecord(requests: readonly Request[]): Promise<Recorded> {
    const reloaded = deciding === null;
    const state = deciding ?? (await recover());
    deciding = null;
    const keys = requests.flatMap(({ from: { account, key } }) =>
      key === undefined ? [] : [{ account, key }],
    );
    const stored = keys.length > 0 ? await journal.findAnswers(keys) : [];
    let batch: Batch;
    let outcomes: Outcome[];
    try {
      [batch, outcomes] = decideAll(state, requests, stored);
    } catch (error) {
      return { ok: false, code: 'internal', error };
    }
    const append = batch.append();
    if (append) await journal.append(append);
    for (const event of batch.events) {
      apply(told, event);
      clock.record(event.at);
    }
    if (append) next = undefined;
    seqs = batch.seqsAfter();
    deciding = state;
    return { ok: true, outcomes, events: batch.events, reloaded };
  }

  deciding = await load();
  return {
    get told() {
      return told;
    },
    nextMoment,
    async record(requests) {
      try {
        return await tryRecord(requests);
      } catch (error) {
        // Another hub was faster: what it wrote is read, and everything is decided once more.
        if (!(error instanceof JournalConflict)) return { ok: false, code: 'storage', error };
      }
      return tryRecord(requests).catch((error) => ({ ok: false, code: 'storage', error }));
    },
  };
}
