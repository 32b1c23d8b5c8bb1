/** Writes to the database: events, answers and readable rows in one commit, by statements prepared once. */
import type { Database, Statement } from 'better-sqlite3';
import type { Append, StoredAnswer } from './journal.ts';
import { dayPurge } from './personal-columns.ts';
import { rowsVersionWriter } from './rows-version.ts';
import type { Row, TableName } from './tables.ts';
import { columns, dateOfRow } from './tables.ts';
import { streamWriter } from './write-stream.ts';

const hour = 60 * 60 * 1000;

/** RE3: how long answers are kept, in milliseconds; up to an hour longer, as the minute is not known. */
const answersKept = 48 * hour;

const hourOf = (at: number): number => at - (at % hour);

/** Characters: some pages more than the file has, as a change in place takes no room. */
const probeLength = 64 * 1024;

const tableNames = Object.keys(columns) as TableName[];

export interface Writer {
  /** All or nothing, and on disk when it returns. */
  append(append: Append): void;
  /** All rows, with the version that they are of. */
  replaceTables(rows: Iterable<Row>): void;
  /** Throws when there is no room for as much as a batch takes. */
  probe(): void;
}

export function createWriter(database: Database): Writer {
  const writeStream = streamWriter(database);
  const writeAnswer = answerWriter(database);
  const writeRow = rowWriter(database);
  const clearTables = tableNames.map((table) => database.prepare(`DELETE FROM ${table}`));
  const noteRowsVersion = rowsVersionWriter(database);
  const purge = dayPurge.map((sql) => database.prepare(sql));
  const writeProbe = database.prepare("INSERT OR REPLACE INTO meta VALUES ('probe', ?)");
  const dropProbe = database.prepare("DELETE FROM meta WHERE key = 'probe'");
  const uncount = database.prepare<[string, string]>(
    'DELETE FROM counted WHERE date IN (?, substr(?, 1, 7))',
  );
  const uncountAll = database.prepare('DELETE FROM counted');
  const forgetAnswers = database.prepare<[number]>('DELETE FROM answer WHERE at < ?');

  /** What the beginning and the end of a day bring with them, in the same commit. */
  function turnDays(append: Append): void {
    for (const { events } of append.streams) {
      for (const { event } of events) {
        if (event.type === 'DayEnded') for (const statement of purge) statement.run();
        if (event.type === 'DayBegan') forgetAnswers.run(hourOf(event.at - answersKept));
      }
    }
  }

  return {
    append: database.transaction((append: Append) => {
      turnDays(append);
      for (const stream of append.streams) writeStream(stream);
      for (const answer of append.answers) writeAnswer(answer);
      for (const row of append.rows) writeRow(row);
      for (const date of new Set(append.rows.map(dateOfRow))) uncount.run(date, date);
    }).immediate,
    replaceTables: database.transaction((rows: Iterable<Row>) => {
      for (const statement of clearTables) statement.run();
      uncountAll.run();
      for (const row of rows) writeRow(row);
      noteRowsVersion();
    }).immediate,
    probe() {
      writeProbe.run('.'.repeat(probeLength));
      dropProbe.run();
    },
  };
}

function answerWriter(database: Database): (answer: StoredAnswer) => void {
  const into = (table: string) =>
    database.prepare(`INSERT INTO ${table} (account, key, body, at, outcome) VALUES (?, ?, ?, ?, ?)`);
  const [lasting, ofDay] = [into('answer'), into('day_answer')];
  return ({ account, key, body, at, outcome, personal }) => {
    (personal ? ofDay : lasting).run(account, key, body, hourOf(at), outcome);
  };
}

function rowWriter(database: Database): (row: Row) => void {
  const keepSteps = database.prepare('DELETE FROM step_visit WHERE date = ? AND number = ? AND n > ?');
  const undoCall = database.prepare(
    'UPDATE call SET undone = 1 WHERE date = ? AND number = ? AND call_id = ?',
  );
  const dropQuotas = database.prepare('DELETE FROM quota WHERE date = ?');
  const eraseNeeds = needsEraser(database);
  const leave = {
    booking: database.prepare('DELETE FROM booking WHERE date = ? AND code = ?'),
    trip: database.prepare('DELETE FROM trip WHERE date = ? AND id = ?'),
  };
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
    else if (row.table === 'call') undoCall.run(row.date, row.number, row.undone);
    else if (row.table === 'quota') dropQuotas.run(row.date);
    else if (row.table === 'ticket_needs') eraseNeeds(row.date, row.gone);
    else leave[row.table].run(row.date, row.gone);
  };
}

/** The table whole, then what is left of it: see `personal-columns.ts` for why. */
function needsEraser(database: Database): (date: string, code: string) => void {
  const all = database.prepare<[], { date: string; code: string; needs: string }>(
    'SELECT * FROM ticket_needs',
  );
  const clear = database.prepare('DELETE FROM ticket_needs');
  const insert = database.prepare(
    'INSERT INTO ticket_needs (date, code, needs) VALUES (@date, @code, @needs)',
  );
  return (date, code) => {
    const rows = all.all();
    clear.run();
    for (const row of rows) if (row.date !== date || row.code !== code) insert.run(row);
  };
}
