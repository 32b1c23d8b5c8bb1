/** Writes events to the end of a stream: bodies, their links in the chain, and personal parts apart. */
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { DomainEvent } from '../domain/events.ts';
import type { Link } from './chain.ts';
import { beforeDay, beforeOther, linkOf } from './chain.ts';
import type { StreamAppend, StreamName } from './journal.ts';
import { JournalConflict } from './journal.ts';
import { erasureBy } from './personal-parts.ts';
import type { DueErasure } from './write-personal.ts';
import { createPersonalWriter } from './write-personal.ts';

/** Where an append begins. `follows`: see `linkOf`. */
interface End {
  readonly stream: number;
  readonly seq: number;
  readonly follows: string;
}

/** The returned function throws `JournalConflict` where the stream is not where the append expects it. */
export function streamWriter(database: Database): (append: StreamAppend) => void {
  const ends = streamEnds(database);
  const personalParts = createPersonalWriter(database);
  const insert = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, unhex(?))');

  return ({ stream: name, after, events }) => {
    const end = ends.find(name);
    const stored = end?.seq ?? 0;
    if (stored !== after) throw new JournalConflict(`${name} is at ${stored}, not at ${after}`);
    if (events.length === 0) return;
    const { stream, follows } = end ?? ends.begin(name);
    const hasEnded = events.some(({ event }) => event.type === 'DayEnded');
    const erasures: DueErasure[] = [];
    let before = follows;
    let seq = after;
    for (const { by, event } of events) {
      seq += 1;
      const { body, personal } = split(event);
      before = linkOf(before, { stream: name, seq, by, body });
      insert.run(stream, seq, by, body, crc32(body), before);
      if (personal !== null && !hasEnded) personalParts.write(name, { stream, seq }, event, personal);
      for (const erasure of erasureBy(event)) erasures.push({ ...erasure, stream, seq });
    }
    if (erasures.length > 0) personalParts.erase(erasures);
  };
}

/** Where streams end now, and what a new one follows: see `chain.ts`. */
function streamEnds(database: Database) {
  const find = database
    .prepare<[string], [id: number, newest: number]>(
      'SELECT id, (SELECT max(id) FROM stream) FROM stream WHERE name = ?',
    )
    .raw();
  const newestDay = database
    .prepare<[], number>("SELECT id FROM stream WHERE name LIKE 'day:%' ORDER BY id DESC LIMIT 1")
    .pluck();
  const last = database
    .prepare<[number], [seq: number, link: Link]>(
      'SELECT seq, lower(hex(link)) FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1',
    )
    .raw();
  const insert = database
    .prepare<[string, number], number>('INSERT INTO stream (name, calendar_seq) VALUES (?, ?) RETURNING id')
    .pluck();

  /** Throws where the stream takes no event any more: the day after it vouches for it as it was then. */
  function findEnd(name: StreamName): End | undefined {
    const [stream, newest] = find.get(name) ?? [];
    if (stream === undefined) return undefined;
    if (stream !== newest && isDay(name) && stream !== newestDay.get())
      throw new JournalConflict(`${name} is over: another day has begun`);
    const [seq, follows] = last.get(stream) ?? [];
    return seq === undefined || follows === undefined ? undefined : { stream, seq, follows };
  }

  return {
    find: findEnd,
    begin(name: StreamName): End {
      if (!isDay(name)) return { stream: insert.get(name, 0) as number, seq: 0, follows: beforeOther };
      const calendar = findEnd('calendar');
      const [, day = null] = last.get(newestDay.get() ?? 0) ?? [];
      const stream = insert.get(name, calendar?.seq ?? 0) as number;
      return { stream, seq: 0, follows: beforeDay(calendar?.follows ?? null, day) };
    },
  };
}

const isDay = (name: StreamName): boolean => name.startsWith('day:');

/** What is personal never enters the body. */
function split(event: DomainEvent): { body: string; personal: string | null } {
  if (!('personal' in event) || event.personal === undefined)
    return { body: JSON.stringify(event), personal: null };
  const { personal, ...rest } = event;
  return { body: JSON.stringify(rest), personal: JSON.stringify(personal) };
}
