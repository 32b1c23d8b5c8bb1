/** Pictures and videos of the boards: files of the data folder's `media`, each looked at before anybody is shown it. */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { endingOf } from './kinds.ts';
import { type MediaFile, readFolder, removeUnfinished } from './read-folder.ts';
import { type Received, type Room, receiveFile } from './receive.ts';

export type { MediaFile } from './read-folder.ts';
export type { Received } from './receive.ts';

const MB = 1_000_000;
export const usualRoom: Room = { file: 200 * MB, total: 2000 * MB, spare: 300 * MB };

export interface Media {
  /** Null: nothing is kept (`LOKET_DATA=:memory:`). */
  readonly folder: string | null;
  readonly room: Room;
  /** As they were when last looked at, by name. */
  files(): ReadonlyMap<string, MediaFile>;
  /** Where each is read; another content has another address, so that it is never taken for the old one. */
  addresses(): ReadonlyMap<string, string>;
  /** Looks at the folder again: files can also be copied into it. */
  look(): Promise<void>;
  /** @param length what the sender says that is to come, in bytes; null: it does not say */
  receive(name: string, bytes: AsyncIterable<Uint8Array>, length: number | null): Promise<Received>;
  /** False: there is no such file. Throws when the disk does not let it go. */
  remove(name: string): Promise<boolean>;
  onChange(listener: () => void): void;
}

interface Around {
  readonly log: Log;
  readonly room?: Partial<Room>;
  /** Bytes that are free on the disk of the folder; tests hand in their own. */
  free?(folder: string): Promise<number>;
}

/** @param dataFolder null: in memory, without any media */
export async function openMedia(dataFolder: string | null, around: Around): Promise<Media> {
  const { log } = around;
  const room: Room = { ...usualRoom, ...around.room };
  const folder = dataFolder === null ? null : join(dataFolder, 'media');
  const listeners: (() => void)[] = [];
  let files: ReadonlyMap<string, MediaFile> = new Map();
  let addresses: ReadonlyMap<string, string> = new Map();
  /** Bytes of uploads that are under way: they need their room too. */
  const coming = new Map<symbol, number>();

  async function look(): Promise<void> {
    if (folder === null) return;
    const before = files;
    files = await readFolder(folder, before, log);
    if (files.size === before.size && [...files].every(([name, one]) => before.get(name) === one)) return;
    addresses = new Map([...files].map(([name, { version }]) => [name, `/media/${name}?v=${version}`]));
    for (const listener of listeners) listener();
  }

  /** What is there already under this name makes room when it is replaced. */
  const taken = (name: string): number =>
    [...files.values()].reduce((sum, one) => sum + (one.name === name ? 0 : one.size), 0) +
    [...coming.values()].reduce((sum, one) => sum + one, 0);

  if (folder !== null) {
    // A folder that cannot be made is said at the first upload; the hub works without pictures.
    await mkdir(folder, { recursive: true }).catch((error) =>
      log.warn({ error: String(error) }, 'no media folder'),
    );
    await removeUnfinished(folder);
    await look();
  }

  return {
    folder,
    room,
    files: () => files,
    addresses: () => addresses,
    look,
    async receive(name, bytes, length) {
      const own = Symbol(name);
      const parts = { folder, name, bytes, length, room, log, ...(around.free ? { free: around.free } : {}) };
      const received = await receiveFile(parts, {
        taken: () => taken(name) - (coming.get(own) ?? 0),
        has: (size) => coming.set(own, size),
      });
      coming.delete(own);
      if (received.ok) await look();
      return received;
    },
    async remove(name) {
      if (folder === null || endingOf(name) === null || !files.has(name)) return false;
      await rm(join(folder, name), { force: true });
      await look();
      return true;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
