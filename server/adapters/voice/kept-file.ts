/** A small file of the data folder that outlives the hub: written where it changes, and left aside where it is damaged. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Log } from '../../log.ts';

export interface KeptFile<T> {
  /** As the hub before this one wrote it; null: there is nothing that could be used. */
  readonly found: T | null;
  keep(value: T): void;
}

/** @param folder null: nothing is kept */
export function openKeptFile<T>(
  folder: string | null,
  name: string,
  shape: z.ZodType<T>,
  log: Pick<Log, 'warn'>,
): KeptFile<T> {
  if (folder === null) return { found: null, keep: () => {} };
  const file = join(folder, name);
  let written = '';
  return {
    found: read(file, shape, log),
    keep(value) {
      const text = JSON.stringify(value);
      if (text === written) return;
      written = text;
      try {
        // Always whole: it is written beside its place, then moved there.
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      } catch (error) {
        log.warn({ file, error: String(error) }, 'what the next start should know could not be kept');
      }
    },
  };
}

function read<T>(file: string, shape: z.ZodType<T>, log: Pick<Log, 'warn'>): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.warn({ file, error: String(error) }, 'what was kept could not be read');
    return null;
  }
}
