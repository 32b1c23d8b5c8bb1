/** A key that stays on this machine: what is made with it says nothing to whoever has the database alone. */
import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

export const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** @param folder the data folder, which keeps the key; null: the key lives as long as the process */
export const machineKey = (folder: string | null): Buffer =>
  folder === null ? randomBytes(keyBytes) : keyIn(join(folder, 'keys'));

/** Only for the hub's own account. A key that is lost is made anew: what was made with it before matches no more. */
function keyIn(folder: string): Buffer {
  const file = join(folder, 'identity');
  try {
    const key = readFileSync(file);
    if (key.length === keyBytes) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(keyBytes);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whole or not at all: it is written beside its place, then moved there.
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, key, { mode: 0o600, flush: true });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return key;
}
