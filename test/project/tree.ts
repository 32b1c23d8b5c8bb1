/** The project's own files, for the checks that read them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Every file that is, or could be, committed, as a path from the root with forward slashes. */
export function projectFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  return [...new Set(listed)].filter((file) => existsSync(join(root, file))).sort();
}

/** The TypeScript files and components among them that lie under one of the folders (or are that file). */
export function sourceFiles(...under: string[]): string[] {
  return projectFiles().filter(
    (file) =>
      /\.(ts|svelte)$/.test(file) && under.some((place) => file === place || file.startsWith(`${place}/`)),
  );
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
