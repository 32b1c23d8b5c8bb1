/** Copies a database and its log as files, without opening it: also while a hub writes to it, or as evidence. */
import { closeSync, copyFileSync, openSync, readSync, rmSync, statSync } from 'node:fs';

/** How often it is tried again when the hub has moved its log into the file meanwhile, which it seldom does. */
const attempts = 5;

/** Throws when the file is not still for long enough. @param to a file in a folder that is the caller's alone */
export function copyFiles(file: string, to: string): void {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = stampOf(file);
    copyFileSync(file, to);
    copyLog(`${file}-wal`, `${to}-wal`);
    if (stampOf(file) === before) return;
  }
  throw new Error(`${file} is being written to: try again, stop the hub, or give a backup.`);
}

function copyLog(log: string, to: string): void {
  rmSync(to, { force: true });
  if (statSync(log, { throwIfNoEntry: false })) copyFileSync(log, to);
}

/**
 * What stays the same while only events are appended to the log: the file itself, and the log's header, which is new
 * each time that the log is begun again.
 */
function stampOf(file: string): string {
  const { mtimeNs, size } = statSync(file, { bigint: true });
  return `${mtimeNs} ${size} ${beginningOf(`${file}-wal`)}`;
}

function beginningOf(log: string): string {
  if (!statSync(log, { throwIfNoEntry: false })) return '';
  const bytes = Buffer.alloc(32);
  const handle = openSync(log, 'r');
  const read = readSync(handle, bytes, 0, bytes.length, 0);
  closeSync(handle);
  return bytes.toString('hex', 0, read);
}
