/** What happened in a stream, with who asked for it: for people who look back. Without what is personal. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { HistoryEvent, HistoryOptions, Journal } from './journal.ts';
import { parse } from './read.ts';

const usual = 500;
const atMost = 1000;

/** Events looked at in one turn of the event loop, where few of them are of the types asked for. */
const slice = 2000;

interface Stored {
  readonly seq: number;
  readonly by: string;
  readonly body: string;
  readonly crc: number;
}

export function createHistory(database: Database): Journal['history'] {
  const head = database.prepare<[string], { id: number; last: number }>(
    `SELECT id, (SELECT seq FROM event WHERE stream = stream.id ORDER BY seq DESC LIMIT 1) AS last
     FROM stream WHERE name = ?`,
  );
  const columns = 'SELECT seq, "by", body, crc FROM event WHERE stream = @id AND seq > @from AND seq <= @to';
  const all = database.prepare<[object], Stored>(`${columns} ORDER BY seq LIMIT @most`);
  const some = database.prepare<[object], Stored>(
    `${columns} AND (@types IS NULL OR body ->> '$.type' IN (SELECT value FROM json_each(@types)))
     AND (@mentions IS NULL OR EXISTS (SELECT 1 FROM json_each(@mentions) WHERE instr(body, value) > 0))
     ORDER BY seq LIMIT @most`,
  );

  return async (stream, { after = 0, most = usual, types, mentions }: HistoryOptions = {}) => {
    const found: HistoryEvent[] = [];
    const { id, last } = head.get(stream) ?? { id: 0, last: 0 };
    const wanted = Math.min(Math.max(0, most), atMost);
    for (let from = after; from < last && found.length < wanted; from += slice) {
      if (from > after) await nextTurn();
      const asked = { id, from, to: from + slice, most: wanted - found.length };
      const rows =
        types || mentions
          ? some.all({ ...asked, types: listed(types), mentions: listed(mentions) })
          : all.all(asked);
      for (const row of rows) found.push({ seq: row.seq, by: row.by, event: parse(stream, row) });
    }
    return found;
  };
}

/** As JSON for the statement; null: not asked for. */
const listed = (list: readonly string[] | undefined): string | null => (list ? JSON.stringify(list) : null);
