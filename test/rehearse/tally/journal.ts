/** The journal's entries of a day: through the API, or, where the hub does not offer it, from its file. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { DayEvent } from '../../../server/domain/events.ts';
import type { Api } from '../hub/api.ts';

export interface Entry {
  readonly seq: number;
  readonly event: DayEvent;
}

const most = 1000;

/** By the supervisor. Null: this hub does not offer its journal. */
export async function readAudit(supervisor: Api, date: string): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let after: unknown = 0; after !== null; ) {
    const path = `/audit?stream=${encodeURIComponent(`day:${date}`)}&after=${after}&most=${most}`;
    const reply = await supervisor.ask('GET', path);
    if (reply.status === 404) return null;
    if (reply.status !== 200) throw new Error(`GET ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    const page = reply.body as { entries: Entry[]; next: number | null };
    entries.push(...page.entries.map(({ seq, event }) => ({ seq, event })));
    after = page.next;
  }
  return entries;
}

/** @param folder of the hub's data; the hub must have ended */
export function readFile(folder: string, date: string): Entry[] {
  const database = new Database(join(folder, 'loket.sqlite'), { readonly: true });
  try {
    const rows = database
      .prepare('SELECT seq, body FROM history WHERE stream = ? ORDER BY seq')
      .all(`day:${date}`) as { seq: number; body: string }[];
    return rows.map(({ seq, body }) => ({ seq, event: JSON.parse(body) as DayEvent }));
  } finally {
    database.close();
  }
}
