/** One batch: commands decided one after the other, and everything that one commit will write. */
import type { Refusal } from '../contract/refusals.ts';
import { apply } from '../domain/apply.ts';
import { isOfCalendar } from '../domain/calendar.ts';
import type { Command } from '../domain/commands.ts';
import { decide } from '../domain/decide.ts';
import type { Fresh, State } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import type { Instant } from '../domain/instant.ts';
import { createBatchRows } from '../journal/batch-rows.ts';
import type { Append, RecordedEvent, StoredAnswer } from '../journal/journal.ts';

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

/** A state that is decided on, and the last sequence number of its two streams. */
export interface Live {
  readonly state: State;
  readonly seqs: Map<string, number>;
}

export interface Batch {
  /** What changes by itself until this instant. */
  passTime(at: Instant): void;
  /** Decides, or finds the answer that was given before. Throws only when the program is wrong. */
  add(command: Command, from: From, at: Instant, fresh: Fresh): Outcome;
  readonly events: readonly DomainEvent[];
  /** Null when there is nothing to write. */
  append(): Append | null;
  /** The stream's numbers after the append. */
  seqsAfter(): Map<string, number>;
}

/**
 * Their answers say something about a person's health, or which numbers are of one person: a repeated one is known until
 * midnight, and no longer.
 */
const personal: ReadonlySet<Command['type']> = new Set([
  'ScreenVisitor',
  'ReadAgain',
  'DecideCase',
  'NoteIdentity',
]);

const nobody: Fresh = { id: '', spoken: '' };
const keyOf = (account: string, key: string): string => `${account}\n${key}`;

/** The stream that an event goes to the end of. */
function streamOf(event: DomainEvent, { day }: State): string {
  if (isOfCalendar(event)) return 'calendar';
  return `day:${event.type === 'DayBegan' ? event.date : day.date}`;
}

/** @param stored the answers given earlier to the keys of this batch */
export function createBatch({ state, seqs }: Live, stored: readonly StoredAnswer[]): Batch {
  const events: DomainEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const known = new Map(stored.map((answer) => [keyOf(answer.account, answer.key), answer]));
  const answers: StoredAnswer[] = [];
  const rows = createBatchRows(state);

  function record(event: DomainEvent, by: string): void {
    const stream = streamOf(event, state);
    const recorded = streams.get(stream) ?? [];
    streams.set(stream, recorded);
    recorded.push({ by, event });
    events.push(event);
    rows.follow(event, () => apply(state, event));
  }

  function decideAndApply(command: Command, from: From, at: Instant, fresh: Fresh): Outcome {
    const decision = decide(state, command, at, fresh, from.account);
    if (!decision.ok) return { ok: false, refusal: decision.refusal };
    for (const event of decision.events) record(event, from.account);
    return { ok: true, answer: decision.answer };
  }

  return {
    events,
    passTime(at) {
      decideAndApply({ type: 'TimePassed' }, { account: 'clock' }, at, nobody);
    },
    add(command, from, at, fresh) {
      const { account, key, body = null } = from;
      if (key === undefined) return decideAndApply(command, from, at, fresh);
      const before = known.get(keyOf(account, key));
      if (before)
        return before.body === body
          ? JSON.parse(before.outcome)
          : { ok: false, refusal: { code: 'key-reused' } };
      const outcome = decideAndApply(command, from, at, fresh);
      const answer: StoredAnswer = {
        ...{ account, key, body, at, outcome: JSON.stringify(outcome) },
        ...(personal.has(command.type) ? { personal: true } : {}),
      };
      known.set(keyOf(account, key), answer);
      answers.push(answer);
      return outcome;
    },
    append() {
      if (streams.size === 0 && answers.length === 0) return null;
      const appends = [...streams].map(([stream, recorded]) => ({
        stream,
        after: seqs.get(stream) ?? 0,
        events: recorded,
      }));
      return { streams: appends, answers, rows: rows.all() };
    },
    seqsAfter() {
      const after = new Map(seqs);
      for (const [stream, recorded] of streams) after.set(stream, (seqs.get(stream) ?? 0) + recorded.length);
      return after;
    },
  };
}
