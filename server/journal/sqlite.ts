/** The journal on SQLite: one file, one process. Nothing outside opens the live file; it gets a copy. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainEvent } from '../domain/events.ts';
import type { Log } from '../log.ts';
import { createCopies, removeCopy } from './copies.ts';
import { createFacts } from './facts.ts';
import { files } from './guards.ts';
import { createHistory } from './history.ts';
import type { Journal, StreamAppend, StreamName } from './journal.ts';
import { createKeptCounts } from './kept-counts.ts';
import type { Kind, Opened } from './open-database.ts';
import { openDatabase, openMemory } from './open-database.ts';
import { erasureBy } from './personal-parts.ts';
import { createReader } from './read.ts';
import { areRowsOld } from './rows-version.ts';
import { createScrub } from './scrub.ts';
import { createTimes } from './times.ts';
import { createWriter } from './write.ts';

export interface SqliteJournal extends Journal {
  /** The hub before this one did not stop by itself: `check` is due, in the background. */
  readonly unclean: boolean;
  /** The rows are of a version before this one: `rebuildTables` is due, before anything else. */
  readonly tablesAreOld: boolean;
  /** What is wrong in the whole file, found on a copy by another thread; null when it is sound. */
  check(): Promise<string | null>;
  /** A copy of all that is committed, made in slices between other work. */
  copyTo(file: string): Promise<void>;
  /** `read`, within a transaction. */
  readNow(stream: StreamName): readonly DomainEvent[];
}

interface Options {
  /** `:memory:` for a journal that nobody keeps. */
  readonly folder: string;
  /** Real days and rehearsals do not mix. */
  readonly kind: Kind;
  readonly log: Log;
}

/** Rejects with `JournalRefused` when the database is not what it should be. */
export async function openSqliteJournal({ folder, kind, log }: Options): Promise<SqliteJournal> {
  const opened = folder === ':memory:' ? openMemory(kind) : openDatabase(folder, kind);
  if (opened.unclean) log.warn({ folder }, 'the hub before this one did not stop by itself');
  return createSqliteJournal(opened, log, folder === ':memory:' ? memoryCheck() : files(folder).check);
}

const memoryCheck = (): string => join(tmpdir(), `loket-check-${randomUUID()}.sqlite`);

/** @param checked where the copy is made that `check` looks at */
export function createSqliteJournal({ database, unclean }: Opened, log: Log, checked: string): SqliteJournal {
  const reader = createReader(database);
  const writer = createWriter(database);
  const copies = createCopies(database);
  const scrub = createScrub(database, log);
  removeCopy(checked);
  // A power cut may have come between an erasure and its scrub.
  scrub.now();

  return {
    unclean,
    get tablesAreOld() {
      return areRowsOld(database);
    },
    readNow: reader.read,
    load: async () => reader.load(),
    streams: async () => reader.streams(),
    read: async (stream) => reader.read(stream),
    history: createHistory(database),
    seal: async (stream) => reader.seal(stream),
    findAnswers: async (keys) => reader.findAnswers(keys),
    replaceTables: async (rows) => writer.replaceTables(rows),
    facts: createFacts(database),
    ...createKeptCounts(database),
    ...createTimes(database),
    probe: async () => writer.probe(),
    async append(append) {
      writer.append(append);
      if (append.streams.some(hasErased) || scrub.isDue()) scrub.now();
    },
    async check() {
      const found = await copies.check(checked);
      if (found !== null) log.error({ found }, 'the database is damaged: put back a copy');
      return found;
    },
    copyTo: copies.copyTo,
    async close() {
      await copies.stop();
      database.close();
    },
  };
}

const hasErased = ({ events }: StreamAppend): boolean =>
  events.some(({ event }) => event.type === 'DayEnded' || erasureBy(event).length > 0);
