/** What the media folder holds: plain files of a good name whose content is what the name says. */
import { constants } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { type Ending, endingOf, tellingBytes, told } from './kinds.ts';
import { type Measures, measure } from './measures.ts';

export interface MediaFile extends Measures {
  readonly name: string;
  readonly ending: Ending;
  /** Bytes. */
  readonly size: number;
  /** Another content has another version: for addresses and for `ETag`. */
  readonly version: string;
}

/** More than an office ever shows; the others are left alone. */
const mostFiles = 500;
/** Uploads under way. Those that a power cut left behind are taken away at the next start. */
export const unfinished = (id: string): string => `.${id}.part`;
const isUnfinished = (name: string): boolean => /^\.[\w-]+\.part$/.test(name);

/** @param before what was known: a file that has not changed is not opened again */
export async function readFolder(
  folder: string,
  before: ReadonlyMap<string, MediaFile>,
  log: Log,
): Promise<ReadonlyMap<string, MediaFile>> {
  const names = await readdir(folder).catch(() => []);
  const files = new Map<string, MediaFile>();
  for (const name of names.sort().slice(0, mostFiles)) {
    const ending = endingOf(name);
    if (ending === null) continue;
    try {
      const file = await readOne(join(folder, name), name, ending, before.get(name));
      if (file) files.set(name, file);
      else if (!before.has(name)) log.warn({ file: name }, 'a media file is not what its name says');
    } catch (error) {
      log.warn({ file: name, error: String(error) }, 'a media file cannot be read');
    }
  }
  return files;
}

export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isUnfinished)) await rm(join(folder, name), { force: true });
}

async function readOne(
  path: string,
  name: string,
  ending: Ending,
  before: MediaFile | undefined,
): Promise<MediaFile | null> {
  // A link could lead out of the folder, and a pipe would never end.
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const about = await handle.stat();
    if (!about.isFile()) return null;
    const { size, mtimeMs, ino } = about;
    const version = [size, Math.trunc(mtimeMs), ino].map((part) => part.toString(36)).join('-');
    if (before?.version === version) return before;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tellingBytes), 0, tellingBytes, 0);
    if (told(buffer.subarray(0, bytesRead)) !== ending) return null;
    return { name, ending, size, version, ...(await measure(handle, ending, size)) };
  } finally {
    await handle.close();
  }
}
