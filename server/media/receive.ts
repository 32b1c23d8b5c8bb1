/** Takes in one file: into a file beside it, looked at, and only then under its name, so that no board ever sees a half one. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { type Ending, endingOf, tellingBytes, told } from './kinds.ts';
import { measure } from './measures.ts';
import { unfinished } from './read-folder.ts';

/**
 * `name`: it may not be called so. `content`: it is not what its name says. `pixels`: no board's browser could show it.
 * `size`, `total`: more than one file, or all together, may have. `storage`: the disk does not take it, or has no room to
 * spare. `broken-off`: the sender is gone.
 */
export type Refused = 'name' | 'content' | 'pixels' | 'size' | 'total' | 'storage' | 'broken-off';
export type Received = { readonly ok: true } | { readonly ok: false; readonly why: Refused };

/** Five times what the largest screens show; a picture of more takes the memory of a television. */
export const mostPixels = 40_000_000;

/** Bytes. */
export interface Room {
  /** Of one file. */
  readonly file: number;
  /** Of all files together. */
  readonly total: number;
  /** Stays free on the disk: what the office records goes before any video. */
  readonly spare: number;
}

interface Parts {
  readonly folder: string | null;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly length: number | null;
  readonly room: Room;
  readonly log: Log;
  free?(folder: string): Promise<number>;
}

/** Bytes of all others, and what this one has come to. */
interface Beside {
  taken(): number;
  has(size: number): void;
}

export async function receiveFile(parts: Parts, beside: Beside): Promise<Received> {
  const { folder, name } = parts;
  const ending = endingOf(name);
  if (ending === null) return refused('name');
  if (folder === null) return refused('storage');
  const tooMuch = await roomFor(parts, folder, beside);
  if (tooMuch) return refused(tooMuch);
  const path = join(folder, unfinished(randomUUID()));
  try {
    const file = await open(path, 'wx+', 0o640);
    try {
      const why = (await write(file, parts, ending, beside)) ?? (await judge(file, ending));
      if (why) return refused(why);
      // After a power cut the file is whole or not there.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, join(folder, name));
    return { ok: true };
  } catch (error) {
    parts.log.warn({ file: name, error: String(error) }, 'a media file was not taken in');
    return refused('storage');
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

const refused = (why: Refused): Received => ({ ok: false, why });

/** Before the first byte, by what the sender says of the length. */
async function roomFor(
  { length, room, free = freeOf }: Parts,
  folder: string,
  beside: Beside,
): Promise<Refused | null> {
  const size = length ?? 0;
  if (size > room.file) return 'size';
  if (beside.taken() + size > room.total) return 'total';
  // Held from here on, so that two at once do not both find the last room.
  beside.has(size);
  const left = await free(folder).catch(() => null);
  return left === null || left - size < room.spare ? 'storage' : null;
}

const freeOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

async function write(
  file: FileHandle,
  parts: Parts,
  ending: Ending,
  beside: Beside,
): Promise<Refused | null> {
  const { bytes, room } = parts;
  let head = Buffer.alloc(0);
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > room.file) return 'size';
      beside.has(Math.max(size, parts.length ?? 0));
      if (beside.taken() + size > room.total) return 'total';
      if (head.length < tellingBytes) {
        head = Buffer.concat([head, chunk.subarray(0, tellingBytes - head.length)]);
        if (head.length === tellingBytes && told(head) !== ending) return 'content';
      }
      await writeAll(file, chunk);
    }
  } catch (error) {
    // What the disk says has a code of the system; a connection that ends has one of its own.
    if (isOfSender(error)) return 'broken-off';
    throw error;
  }
  return told(head) === ending ? null : 'content';
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let from = 0;
  while (from < chunk.length) from += (await file.write(chunk, from)).bytesWritten;
}

const isOfSender = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes(
    String(Reflect.get(Object(error), 'code')),
  );

async function judge(file: FileHandle, ending: Ending): Promise<Refused | null> {
  const { size } = await file.stat();
  const { width, height } = await measure(file, ending, size);
  if (width === 0 || height === 0) return 'content';
  return width !== null && height !== null && width * height > mostPixels ? 'pixels' : null;
}
