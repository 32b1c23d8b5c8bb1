/** Looks at every event of a database: whether it is what was written, and whether the chain holds it. See `chain.ts`. */
import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { Link } from './chain.ts';
import { beforeDay, beforeOther, linkOf, sealOf } from './chain.ts';
import type { StreamName } from './journal.ts';

interface Stored {
  readonly id: number;
  /** Null: of no stream that is known. */
  readonly stream: StreamName | null;
  readonly calendarSeq: number;
  readonly seq: number;
  readonly by: string;
  readonly body: string;
  readonly crc: number;
  readonly link: Link;
}

const everyEvent = `
  SELECT event.stream AS id, name AS stream, calendar_seq AS calendarSeq, seq, "by", body, crc,
    lower(hex(link)) AS link
  FROM event LEFT JOIN stream ON stream.id = event.stream ORDER BY event.stream, seq`;

const linkOfEvent = `
  SELECT lower(hex(link)) FROM event JOIN stream ON stream.id = event.stream WHERE name = ? AND seq = ?`;

/** What is wrong first, in words; null when every event is what was recorded. */
export function findFault(database: Database): string | null {
  const empty = database
    .prepare('SELECT name FROM stream WHERE NOT EXISTS (SELECT 1 FROM event WHERE stream = stream.id)')
    .pluck()
    .get();
  if (empty !== undefined) return `${empty} has begun and holds nothing`;
  const calendarLink = database.prepare<[string, number], Link>(linkOfEvent).pluck();
  let last: Stored | null = null;
  let lastDay: Link | null = null;
  for (const event of database.prepare<[], Stored>(everyEvent).iterate()) {
    const { stream, calendarSeq } = event;
    const isFirst = event.id !== last?.id;
    if (isFirst && last && isDay(last.stream)) lastDay = last.link;
    const calendar = isFirst && calendarSeq > 0 ? calendarLink.get('calendar', calendarSeq) : null;
    if (calendar === undefined) return `event ${calendarSeq} of calendar is missing`;
    const fault = faultOf(event, isFirst ? null : last, () =>
      isDay(stream) ? beforeDay(calendar, lastDay) : beforeOther,
    );
    if (fault !== null) return fault;
    last = event;
  }
  return null;
}

/** @param last the event before it in the stream. @param begin what the stream's first event follows */
function faultOf(
  { stream, seq, by, body, crc, link }: Stored,
  last: Stored | null,
  begin: () => string,
): string | null {
  if (stream === null) return `event ${seq} is of no stream that is known`;
  const expected = (last?.seq ?? 0) + 1;
  if (seq !== expected) return `event ${expected} of ${stream} is missing`;
  if (crc32(body) !== crc) return `event ${seq} of ${stream} is not what was written`;
  const before = last?.link ?? begin();
  if (link === linkOf(before, { stream, seq, by, body })) return null;
  const what = `event ${seq} of ${stream}`;
  if (last || !isDay(stream)) return `${what} is not what was recorded`;
  return `${what} is not what was recorded, or does not follow what was recorded before that day`;
}

/** The event of the stream that has this seal: its number, null when none has. */
export function findSeal(database: Database, stream: StreamName, seal: string): number | null {
  const links = database.prepare<[string], { seq: number; link: Link }>(
    'SELECT seq, lower(hex(link)) AS link FROM event JOIN stream ON stream.id = event.stream WHERE name = ? ORDER BY seq DESC',
  );
  for (const { seq, link } of links.iterate(stream)) if (sealOf(link) === seal) return seq;
  return null;
}

const isDay = (stream: StreamName | null): boolean => stream?.startsWith('day:') === true;
