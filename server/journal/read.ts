/** Reads streams back, and notices what is damaged: gaps, and bodies that are not what was written. */
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { DomainEvent } from '../domain/events.ts';
import type { Link } from './chain.ts';
import { noLink, sealOf } from './chain.ts';
import { damaged } from './guards.ts';
import type { Loaded, Seal, StoredAnswer, StreamName } from './journal.ts';
import { partTables } from './personal-parts.ts';

export interface Reader {
  /** The calendar and the last day begun, whatever the history is. Throws `JournalRefused` where they are damaged. */
  load(): Loaded;
  streams(): readonly StreamName[];
  read(stream: StreamName): readonly DomainEvent[];
  seal(stream: StreamName): Seal;
  findAnswers(keys: readonly { account: string; key: string }[]): readonly StoredAnswer[];
}

interface StoredEvent {
  readonly seq: number;
  readonly body: string;
  readonly crc: number;
}

export function createReader(database: Database): Reader {
  const read = streamReader(database);
  const names = database.prepare<[], string>('SELECT name FROM stream ORDER BY id').pluck();
  const lastDay = database
    .prepare<[], string>("SELECT name FROM stream WHERE name LIKE 'day:%' ORDER BY id DESC LIMIT 1")
    .pluck();
  const answerIn = (table: string) =>
    database.prepare<[string, string], StoredAnswer>(
      `SELECT account, key, body, at, outcome FROM ${table} WHERE account = ? AND key = ?`,
    );
  const [lasting, ofDay] = [answerIn('answer'), answerIn('day_answer')];
  const last = database.prepare<[string], { seq: number; link: Link }>(
    'SELECT seq, lower(hex(link)) AS link FROM event WHERE stream = (SELECT id FROM stream WHERE name = ?) ORDER BY seq DESC LIMIT 1',
  );
  return {
    load() {
      const calendar = read('calendar');
      const stream = lastDay.get();
      if (stream === undefined) return { calendar, calendarSeq: calendar.length, day: null };
      const events = read(stream);
      if (events.length === 0) throw damaged(`${stream} has begun and holds nothing`);
      return { calendar, calendarSeq: calendar.length, day: { stream, seq: events.length, events } };
    },
    streams: () => names.all(),
    read,
    seal(stream) {
      const { seq, link } = last.get(stream) ?? { seq: 0, link: noLink };
      return { stream, seq, seal: sealOf(link) };
    },
    findAnswers: (keys) =>
      keys.flatMap(({ account, key }) => lasting.get(account, key) ?? ofDay.get(account, key) ?? []),
  };
}

function streamReader(database: Database): (stream: StreamName) => DomainEvent[] {
  const find = database.prepare<[string], number>('SELECT id FROM stream WHERE name = ?').pluck();
  const events = database.prepare<[number], StoredEvent>(
    'SELECT seq, body, crc FROM event WHERE stream = ? ORDER BY seq',
  );
  const personal = database.prepare<[{ id: number }], { seq: number; personal: string }>(
    partTables.map((table) => `SELECT seq, personal FROM ${table} WHERE stream = @id`).join(' UNION ALL '),
  );
  return (stream) => {
    const id = find.get(stream);
    if (id === undefined) return [];
    const read = events.all(id).map((stored, index) => {
      if (stored.seq !== index + 1) throw damaged(`event ${index + 1} of ${stream} is missing`);
      return parse(stream, stored);
    });
    for (const { seq, personal: value } of personal.all({ id })) {
      const event = read[seq - 1];
      if (event) Object.assign(event, { personal: JSON.parse(value) });
    }
    return read;
  };
}

/** Throws `JournalRefused` where the body is not what was written. */
export function parse(stream: StreamName, { seq, body, crc }: StoredEvent): DomainEvent {
  if (crc32(body) !== crc) throw damaged(`event ${seq} of ${stream} is not what was written`);
  return JSON.parse(body) as DomainEvent;
}
