/** A mark in the data folder that says until when the hub was alive: what is later than it, at a start, was an outage. */
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds of the machine's time. */
const usual = 10_000;

const fileIn = (folder: string): string => join(folder, 'alive');

export interface Alive {
  /** Notes the time once more, then no more. */
  stop(): Promise<void>;
}

/**
 * Notes the hub's time now and every 10 s. Only a mark: where it cannot be written, the hub works without it, and it
 * is not forced to the disk, as that would hold up what is.
 * @param now the hub's time. @param every milliseconds, for tests
 */
export function keepAlive(folder: string, now: () => number, every = usual): Alive {
  const file = fileIn(folder);
  let writing: Promise<void> = Promise.resolve();

  /** The file is always whole: it is written beside its place, then moved there. */
  async function write(): Promise<void> {
    try {
      await writeFile(`${file}.new`, `${new Date(now()).toISOString()}\n`);
      await rename(`${file}.new`, file);
    } catch {
      // A full disk is said by the journal; an outage would only be found shorter or not at all.
    }
  }

  function note(): void {
    writing = writing.then(write);
  }

  note();
  const timer = setInterval(note, every);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      note();
      await writing;
    },
  };
}

/**
 * The last instant that a hub noted in this folder, milliseconds since 1970; null where there is none, or no instant.
 * To be read before `keepAlive` begins.
 */
export function lastAlive(folder: string): number | null {
  try {
    const [, noted = ''] =
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/.exec(readFileSync(fileIn(folder), 'utf8')) ?? [];
    const at = Date.parse(noted);
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
}
