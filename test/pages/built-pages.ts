/** The pages, built as they are served: once for each state of their sources, however many test files want them. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const configFile = join(root, 'display/vite.config.ts');
/** No dot in its path: files under hidden folders are not served. */
const folder = join(root, 'node_modules/loket-pages');
/** What pages are made of; of the contract they take types alone. */
const sources = ['{display,kiosk}/**/*.{ts,svelte,html,css,svg,js,json,webmanifest}', 'package-lock.json'];
/** Others may be looking at the pages of a moment ago. */
const keptMs = 60 * 60 * 1000;

/** The folder of the built pages; it is shared and must not be changed. */
export async function builtPages(): Promise<string> {
  const dist = join(folder, hashOfSources());
  if (existsSync(dist)) return dist;
  mkdirSync(folder, { recursive: true });
  forgetOld();
  const making = mkdtempSync(join(folder, 'making-'));
  await buildAsServed(making);
  try {
    renameSync(making, dist);
  } catch {
    // Another test file was faster: what it made is the same.
    rmSync(making, { recursive: true, force: true });
  }
  return dist;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 24);
}

function forgetOld(): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Vitest says that this is a test, and Svelte would add nine kilobytes for developers that no visitor loads. */
async function buildAsServed(dist: string): Promise<void> {
  const { NODE_ENV = 'test' } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ configFile, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  process.env.NODE_ENV = NODE_ENV;
}
