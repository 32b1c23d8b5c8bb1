/** Writes personal parts of events to the tables that are theirs, and erases them so that no byte is left. */
import type { Database, Statement } from 'better-sqlite3';
import type { DomainEvent } from '../domain/events.ts';
import type { StreamName } from './journal.ts';
import type { Erasure, SubjectTable } from './personal-parts.ts';
import { leftOf, placeOf, subjectTables } from './personal-parts.ts';

/** An event's place: the stream's id, and its number there. */
interface EventPlace {
  readonly stream: number;
  readonly seq: number;
}

interface Part extends EventPlace {
  readonly subject: string;
  readonly personal: string;
}

/** An erasure, and the event that asked for it: only what is older goes. */
export type DueErasure = Erasure & EventPlace;

export interface PersonalWriter {
  /** @param personal the event's part as JSON. Throws where it has no place. */
  write(name: StreamName, at: EventPlace, event: DomainEvent, personal: string): void;
  /** All that one commit erases: each table is made anew once. */
  erase(erasures: readonly DueErasure[]): void;
}

export function createPersonalWriter(database: Database): PersonalWriter {
  const insertOfDay = database.prepare('INSERT INTO day_personal VALUES (?, ?, ?)');
  const ofDay = dayTable(database);
  const tables = {
    calendar_personal: subjectTable(database, 'calendar_personal'),
    screening_personal: subjectTable(database, 'screening_personal'),
  };
  return {
    write(name, { stream, seq }, event, personal) {
      const { table, subject } = placeOf(name, event);
      if (subject === null) insertOfDay.run(stream, seq, personal);
      else tables[table].insert({ stream, seq, subject, personal });
    },
    erase(erasures) {
      const dueOfDay = erasures.filter(({ table }) => table === 'day_personal');
      if (dueOfDay.length > 0) ofDay.erase(dueOfDay);
      for (const table of subjectTables) {
        const due = erasures.filter((erasure) => erasure.table === table);
        if (due.length > 0) tables[table].erase(due);
      }
    },
  };
}

function subjectTable(database: Database, table: SubjectTable) {
  const insert = database.prepare(`INSERT INTO ${table} VALUES (@stream, @seq, @subject, @personal)`);
  const all = database.prepare<[], Part>(`SELECT * FROM ${table} ORDER BY stream, seq`);
  const clear = database.prepare(`DELETE FROM ${table}`);
  return { insert: (part: Part) => insert.run(part), erase: rewriting({ all, clear, insert }) };
}

/** Parts of a day say whose they are by their event alone: a table without subjects goes whole at midnight. */
function dayTable(database: Database) {
  const all = database.prepare<[], Part>(
    `SELECT part.stream, part.seq, coalesce(event.body ->> '$.code', '') AS subject, personal
     FROM day_personal AS part JOIN event USING (stream, seq) ORDER BY stream, seq`,
  );
  const clear = database.prepare('DELETE FROM day_personal');
  const insert = database.prepare('INSERT INTO day_personal VALUES (@stream, @seq, @personal)');
  return { erase: rewriting({ all, clear, insert }) };
}

interface Statements {
  readonly all: Statement<[], Part>;
  readonly clear: Statement;
  readonly insert: Statement;
}

/** The table whole, then what is left of it: see `personal-columns.ts` for why. */
const rewriting =
  ({ all, clear, insert }: Statements) =>
  (due: readonly DueErasure[]): void => {
    const parts = all.all();
    clear.run();
    for (const part of parts) {
      const personal = withoutDue(part, due);
      if (personal !== null) insert.run({ ...part, personal });
    }
  };

function withoutDue({ stream, seq, subject, personal }: Part, due: readonly DueErasure[]): string | null {
  let left: string | null = personal;
  for (const erasure of due) {
    const isMeant = erasure.stream === stream && erasure.subject === subject && seq < erasure.seq;
    if (isMeant && left !== null) left = leftOf(left, erasure);
  }
  return left;
}
