/** A thread that checks one copy of the database and says what is wrong with it: structure, then every event. */
import { parentPort, workerData } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';

interface Stored {
  readonly stream: number;
  readonly seq: number;
  readonly body: string;
  readonly crc: number;
}

function find(file: string): string | null {
  const database = new Database(file, { readonly: true });
  try {
    const structure = String(database.pragma('quick_check(1)', { simple: true }));
    return structure === 'ok' ? findEvent(database) : structure;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}

/** Each stream counts from 1 without a gap, and each body is what was written. */
function findEvent(database: Database.Database): string | null {
  const events = database.prepare<[], Stored>(
    'SELECT stream, seq, body, crc FROM event ORDER BY stream, seq',
  );
  let before = { stream: 0, seq: 0 };
  for (const { stream, seq, body, crc } of events.iterate()) {
    const expected = stream === before.stream ? before.seq + 1 : 1;
    if (seq !== expected) return `event ${expected} of stream ${stream} is missing`;
    if (crc32(body) !== crc) return `event ${seq} of stream ${stream} is not what was written`;
    before = { stream, seq };
  }
  return null;
}

parentPort?.postMessage(find(String(workerData)));
