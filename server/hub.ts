/** The hub: the one authority. It records before it tells. (Types first: what adapters may rely on.) */
import type { Refusal } from './contract/refusals.ts';
import type { Answer, Command } from './domain/commands.ts';
import type { State } from './domain/decision.ts';
import type { DomainEvent } from './domain/events.ts';
import type { Instant } from './domain/instant.ts';

/**
 * Who asks. `account` is a name such as `token:…`, `device:ser-3`, `supervisor`, `clock`.
 * With a `key` the outcome is stored and a second submission gets the stored one; `body` is a fingerprint
 * of the request: the same key with another body is refused as `key-reused`.
 */
export interface From {
  readonly account: string;
  readonly key?: string;
  readonly body?: string;
}

/** `key-reused`: same key, other body. `internal`: a bug; nothing was changed. */
export type Outcome<A = unknown> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly refusal: Refusal | { readonly code: 'key-reused' | 'internal' } };

/** What was just recorded. `reloaded`: the state was read again; look at everything. */
export interface Told {
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly DomainEvent[];
  readonly reloaded: boolean;
}

export type Alarm = 'clock' | 'storage';

export interface Hub {
  /** Resolves once the outcome is on disk. Never rejects. */
  submit<C extends Command>(command: C, from: From): Promise<Outcome<Answer<C>>>;
  /** The last told state: read it, never change it. */
  readonly state: State;
  /** The hub's time and the rate at which it runs. */
  now(): Instant;
  readonly rate: number;
  readonly rehearsal: boolean;
  /** What is wrong now. */
  alarms(): ReadonlySet<Alarm>;
  /** Listeners run in the order in which they were added, right after the answers; they must be quick. */
  onTold(listener: (told: Told) => void): void;
  /** Finishes the batch under way and closes the journal. */
  close(): Promise<void>;
}
