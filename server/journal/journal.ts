/** The journal: where everything that happened is kept. The interface that the hub knows; `sqlite.ts` is one. */
import type { DomainEvent } from '../domain/events.ts';
import type { DayFacts } from '../figures/facts.ts';
import type { Row } from './tables.ts';
import type { StepTime, ToldTime } from './times.ts';

/** `calendar`, or `day:<date>`. */
export type StreamName = string;

/** Events that go to the end of one stream, whose last sequence number must be `after` (0: a new stream). */
export interface StreamAppend {
  readonly stream: StreamName;
  readonly after: number;
  readonly events: readonly RecordedEvent[];
}

/** `by`: the account that asked for it; `clock` when nobody did. */
export interface RecordedEvent {
  readonly by: string;
  readonly event: DomainEvent;
}

/** An answer that a redelivery gets again. `body`: a fingerprint of the request, null when it does not count. */
export interface StoredAnswer {
  readonly account: string;
  readonly key: string;
  readonly body: string | null;
  /** When it was given, milliseconds since 1970. Kept to the hour: an answer tells nobody when its person was there. */
  readonly at: number;
  /** The outcome, as JSON. */
  readonly outcome: string;
  /** It says something about a person: forgotten at midnight. */
  readonly personal?: true;
}

export interface Append {
  readonly streams: readonly StreamAppend[];
  readonly answers: readonly StoredAnswer[];
  /** Rows of the readable tables as they are after these events. */
  readonly rows: readonly Row[];
}

/** Everything needed to decide: the calendar and the last day begun. */
export interface Loaded {
  readonly calendar: readonly DomainEvent[];
  readonly calendarSeq: number;
  /** Null in a new journal. */
  readonly day: {
    readonly stream: StreamName;
    readonly seq: number;
    readonly events: readonly DomainEvent[];
  } | null;
}

export interface HistoryOptions {
  /** The number of the last event that is known already. */
  readonly after?: number;
  /** Usually 500, never more than 1000. */
  readonly most?: number;
  /** Only events of these types; absent: all. */
  readonly types?: readonly string[];
  /** Only events whose body has one of these codes in it; absent: all. */
  readonly mentions?: readonly string[];
}

export interface HistoryEvent {
  readonly seq: number;
  readonly by: string;
  readonly event: DomainEvent;
}

/** `seal` is of the event `seq`, the stream's last; 0 and a seal of zeros where the stream has not begun. */
export interface Seal {
  readonly stream: StreamName;
  readonly seq: number;
  /** Five groups of four letters and digits. */
  readonly seal: string;
}

export interface Journal {
  load(): Promise<Loaded>;
  /** All or nothing, and on disk when it resolves. Throws `JournalConflict`, or any other error of storage. */
  append(append: Append): Promise<void>;
  /** Writes something that does not matter: throws when nothing can be written now. */
  probe(): Promise<void>;
  /** The stored answers among these keys, for as long as they are kept (48 hours; until midnight what is personal). */
  findAnswers(keys: readonly { account: string; key: string }[]): Promise<readonly StoredAnswer[]>;
  /** Every stream in order of its beginning, for rebuilding tables and for reports. */
  streams(): Promise<readonly StreamName[]>;
  read(stream: StreamName): Promise<readonly DomainEvent[]>;
  /** A page of the stream, in order, with who asked: without what is personal. */
  history(stream: StreamName, options?: HistoryOptions): Promise<readonly HistoryEvent[]>;
  /** The seal of the stream as it is now (`chain.ts`), for people to note down. Reads one row. */
  seal(stream: StreamName): Promise<Seal>;
  /** Replaces all readable tables by these rows, in one transaction. */
  replaceTables(rows: Iterable<Row>): Promise<void>;
  /** What the readable tables tell of a date, at once: a few milliseconds for a thousand tickets. */
  facts(date: string): DayFacts;
  /** The dates from this to that one that there are facts of, in order. */
  dates(from: string, to: string): readonly string[];
  /** What was kept of a date, or of a month (`2026-10`), whose rows have not changed since; null: nothing. */
  counted(date: string): Buffer | null;
  /** For a date or a month that is over. Whoever counts writes into the bytes how it counts, and reads only its own. */
  keepCounted(date: string, bytes: Uint8Array): void;
  /** Steps at the office's own counters, by date, counter and call. Reads one date at a time. */
  stepTimes(from: string, to: string): Iterable<StepTime>;
  /** Tickets that were told when they would be called, by date. Reads one date at a time. */
  toldTimes(from: string, to: string): Iterable<ToldTime>;
  close(): Promise<void>;
}

/** Another hub has written to the stream meanwhile. */
export class JournalConflict extends Error {
  override readonly name = 'JournalConflict';
}
