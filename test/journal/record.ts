/** Puts events of any number of days into a journal as the hub does, with the rows of each commit; and reads all tables. */
import type { Database } from 'better-sqlite3';
import { apply } from '../../server/domain/apply.ts';
import { isOfCalendar } from '../../server/domain/calendar.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { createBatchRows } from '../../server/journal/batch-rows.ts';
import type { Opened } from '../../server/journal/open-database.ts';
import { openMemory } from '../../server/journal/open-database.ts';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { createSqliteJournal } from '../../server/journal/sqlite.ts';
import { columns } from '../../server/journal/tables.ts';
import { silent } from '../../server/log.ts';
import { temporaryFolder } from './folder.ts';
import { to } from './office-day.ts';

export interface Recording {
  readonly database: Database;
  readonly journal: SqliteJournal;
  /** Appends these in commits of so many events. */
  records(events: readonly DomainEvent[], most?: number): Promise<void>;
  /** All rows of one table, with its columns by name. */
  rows(table: keyof typeof columns): unknown[];
}

/** @param opened absent: in memory */
export function recording(opened: Opened = openMemory('real')): Recording {
  const { database } = opened;
  const journal = createSqliteJournal(opened, silent, `${temporaryFolder()}/check.sqlite`);
  const state = emptyState();
  const seqs = new Map<string, number>();

  async function commit(events: readonly DomainEvent[]): Promise<void> {
    const rows = createBatchRows(state);
    const streams = new Map<string, DomainEvent[]>();
    for (const event of events) {
      rows.follow(event, () => apply(state, event));
      const stream = isOfCalendar(event) ? 'calendar' : `day:${state.day.date}`;
      streams.set(stream, [...(streams.get(stream) ?? []), event]);
    }
    const appends = [...streams].map(([stream, all]) => to(stream, seqs.get(stream) ?? 0, ...all));
    await journal.append({ streams: appends, answers: [], rows: rows.all() });
    for (const [stream, all] of streams) seqs.set(stream, (seqs.get(stream) ?? 0) + all.length);
  }

  return {
    database,
    journal,
    async records(events, most = 1) {
      for (let from = 0; from < events.length; from += most) await commit(events.slice(from, from + most));
    },
    rows: (table) => rowsOf(database, table, columns[table]),
  };
}

/** Every readable row, table by table. */
export const contents = (database: Database): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(columns).map(([table, names]) => [table, rowsOf(database, table, names)]),
  );

const rowsOf = (database: Database, table: string, names: readonly string[]): unknown[] =>
  database.prepare(`SELECT ${names.join()} FROM ${table} ORDER BY ${names.join()}`).all();
