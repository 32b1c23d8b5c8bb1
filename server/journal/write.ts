/** Writes to the database: events, answers and readable rows in one commit, by statements prepared once. */
import { crc32 } from 'node:zlib';
import type { Database, Statement } from 'better-sqlite3';
import type { DomainEvent } from '../domain/events.ts';
import type { Append, StoredAnswer, StreamAppend } from './journal.ts';
import { JournalConflict } from './journal.ts';
import { dayPurge } from './personal-columns.ts';
import type { Row, TableName } from './tables.ts';
import { columns } from './tables.ts';

/** RE3: how long answers are kept, in milliseconds. */
const answersKept = 48 * 60 * 60 * 1000;

/** Characters: some pages more than the file has, as a change in place takes no room. */
const probeLength = 64 * 1024;

const tableNames = Object.keys(columns) as TableName[];

export interface Writer {
  /** All or nothing, and on disk when it returns. */
  append(append: Append): void;
  replaceTables(rows: Iterable<Row>): void;
  /** Throws when there is no room for as much as a batch takes. */
  probe(): void;
}

export function createWriter(database: Database): Writer {
  const writeStream = streamWriter(database);
  const writeAnswer = answerWriter(database);
  const writeRow = rowWriter(database);
  const clearTables = tableNames.map((table) => database.prepare(`DELETE FROM ${table}`));
  const purge = dayPurge.map((sql) => database.prepare(sql));
  const writeProbe = database.prepare("INSERT OR REPLACE INTO meta VALUES ('probe', ?)");
  const dropProbe = database.prepare("DELETE FROM meta WHERE key = 'probe'");
  const forgetAnswers = database.prepare<[number]>('DELETE FROM answer WHERE at < ?');

  /** What the beginning and the end of a day bring with them, in the same commit. */
  function turnDays(append: Append): void {
    for (const { events } of append.streams) {
      for (const { event } of events) {
        if (event.type === 'DayEnded') for (const statement of purge) statement.run();
        if (event.type === 'DayBegan') forgetAnswers.run(event.at - answersKept);
      }
    }
  }

  return {
    append: database.transaction((append: Append) => {
      turnDays(append);
      for (const stream of append.streams) writeStream(stream);
      for (const answer of append.answers) writeAnswer(answer);
      for (const row of append.rows) writeRow(row);
    }).immediate,
    replaceTables: database.transaction((rows: Iterable<Row>) => {
      for (const statement of clearTables) statement.run();
      for (const row of rows) writeRow(row);
    }).immediate,
    probe() {
      writeProbe.run('.'.repeat(probeLength));
      dropProbe.run();
    },
  };
}

function streamWriter(database: Database): (append: StreamAppend) => void {
  const find = database.prepare<[string], number>('SELECT id FROM stream WHERE name = ?').pluck();
  const begin = database
    .prepare<[string], number>('INSERT INTO stream (name) VALUES (?) RETURNING id')
    .pluck();
  const last = database
    .prepare<[number], number>('SELECT seq FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1')
    .pluck();
  const insert = database.prepare('INSERT INTO event (stream, seq, "by", body, crc) VALUES (?, ?, ?, ?, ?)');
  const insertPersonal = database.prepare('INSERT INTO day_personal VALUES (?, ?, ?)');

  return ({ stream, after, events }) => {
    const known = find.get(stream);
    const stored = known === undefined ? 0 : (last.get(known) ?? 0);
    if (stored !== after) throw new JournalConflict(`${stream} is at ${stored}, not at ${after}`);
    if (events.length === 0) return;
    const id = known ?? (begin.get(stream) as number);
    const hasEnded = events.some(({ event }) => event.type === 'DayEnded');
    let seq = after;
    for (const { by, event } of events) {
      seq += 1;
      const { body, personal } = split(event);
      insert.run(id, seq, by, body, crc32(body));
      if (personal === null || hasEnded) continue;
      if (!stream.startsWith('day:')) throw new Error(`personal data has no place in the stream ${stream}`);
      insertPersonal.run(id, seq, personal);
    }
  };
}

/** What is personal never enters the body. */
function split(event: DomainEvent): { body: string; personal: string | null } {
  if (!('personal' in event) || event.personal === undefined)
    return { body: JSON.stringify(event), personal: null };
  const { personal, ...rest } = event;
  return { body: JSON.stringify(rest), personal: JSON.stringify(personal) };
}

function answerWriter(database: Database): (answer: StoredAnswer) => void {
  const insert = database.prepare(
    'INSERT INTO answer (account, key, body, at, outcome) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ account, key, body, at, outcome }) => {
    insert.run(account, key, body, at, outcome);
  };
}

function rowWriter(database: Database): (row: Row) => void {
  const keepSteps = database.prepare('DELETE FROM step_visit WHERE date = ? AND number = ? AND n > ?');
  const undoCall = database.prepare(
    'UPDATE call SET undone = 1 WHERE date = ? AND number = ? AND call_id = ?',
  );
  const replace = new Map<TableName, Statement>();
  for (const table of tableNames) {
    const names = columns[table];
    const values = names.map((name) => `@${name}`);
    replace.set(
      table,
      database.prepare(`INSERT OR REPLACE INTO ${table} (${names.join()}) VALUES (${values.join()})`),
    );
  }
  return (row) => {
    if ('values' in row) replace.get(row.table)?.run(row.values);
    else if (row.table === 'step_visit') keepSteps.run(row.date, row.number, row.keep);
    else undoCall.run(row.date, row.number, row.undone);
  };
}
