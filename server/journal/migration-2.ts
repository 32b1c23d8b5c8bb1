/** Version 2 of the database's form: every event has a link of the chain; personal parts that are erased one by one. */
import type { Database } from 'better-sqlite3';
import type { Link } from './chain.ts';
import { beforeDay, beforeOther, linkOf } from './chain.ts';

/**
 * `event.link`: see `chain.ts`. `stream.calendar_seq`: the calendar's last event when a day began, which the day's
 * first event follows; 0 for the days of version 1, of which it is not known. `subject`: whose it is; see
 * `personal-parts.ts`.
 *
 * The table of events is made anew: so the link can be required, and the pages are filled in order.
 */
const before = `
  ALTER TABLE stream ADD COLUMN calendar_seq INTEGER NOT NULL DEFAULT 0;
  DROP VIEW history;
  ALTER TABLE event RENAME TO event_1;
  CREATE TABLE event (
    stream INTEGER NOT NULL REFERENCES stream (id),
    seq INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    body TEXT NOT NULL,
    crc INTEGER NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE calendar_personal (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, subject TEXT NOT NULL, personal TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE screening_personal (
    stream INTEGER NOT NULL, seq INTEGER NOT NULL, subject TEXT NOT NULL, personal TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT, WITHOUT ROWID;
`;

/** Stored answers tell no times any more. */
const after = `
  DROP TABLE event_1;
  CREATE VIEW history AS
    SELECT stream.name AS stream, seq, body ->> '$.type' AS type, "by", body,
      strftime('%Y-%m-%dT%H:%M:%fZ', (body ->> '$.at') / 1000.0, 'unixepoch') AS at
    FROM event JOIN stream ON stream.id = event.stream;
  UPDATE answer SET at = at - at % 3600000;
`;

interface Event1 {
  readonly seq: number;
  readonly by: string;
  readonly body: string;
  readonly crc: number;
}

/** Events read at a time: the history may be larger than the memory. */
const slice = 1000;

export function second(database: Database): void {
  database.exec(before);
  linkAll(database);
  database.exec(after);
}

function linkAll(database: Database): void {
  const read = database.prepare<[number, number], Event1>(
    `SELECT seq, "by", body, crc FROM event_1 WHERE stream = ? AND seq > ? ORDER BY seq LIMIT ${slice}`,
  );
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, unhex(?))');

  /** @returns the stream's last link, null when it holds nothing */
  function linkStream(id: number, stream: string, follows: string): Link | null {
    let last: Link | null = null;
    for (let from = 0, events = read.all(id, from); events.length > 0; events = read.all(id, from)) {
      for (const { seq, by, body, crc } of events) {
        last = linkOf(last ?? follows, { stream, seq, by, body });
        insert.run(id, seq, by, body, crc, last);
        from = seq;
      }
    }
    return last;
  }

  const streams = database.prepare<[], { id: number; name: string }>(
    'SELECT id, name FROM stream ORDER BY id',
  );
  let lastDay: Link | null = null;
  for (const { id, name } of streams.all()) {
    if (name.startsWith('day:')) lastDay = linkStream(id, name, beforeDay(null, lastDay));
    else linkStream(id, name, beforeOther);
  }
}
