/** The worker of the phone's page as it is served: its code, after the list of files that the page is made of. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { minify, type Rolldown, transformWithOxc } from 'vite';

type Built = Rolldown.OutputAsset | Rolldown.OutputChunk;

const path = resolve(import.meta.dirname, 'worker.ts');

/** @param built what the page's build made */
export async function workerOf(built: readonly Built[]): Promise<string> {
  const files = alwaysLoaded(built);
  const { code: script } = await transformWithOxc(readFileSync(path, 'utf8'), path, { sourcemap: false });
  const { code } = await minify('worker.js', script, { module: true });
  const build = createHash('sha256').update(files.join('\0')).update(code).digest('hex').slice(0, 16);
  return `const shell=${JSON.stringify({ build, files })};${code}`;
}

/** Scripts, styles and the typeface that each visit loads: a first one at 3G loads nothing besides, nor twice. */
function alwaysLoaded(built: readonly Built[]): string[] {
  const found = new Set<string>();
  function add(name: string): void {
    const file = built.find(({ fileName }) => fileName === name);
    if (found.has(name) || file?.type !== 'chunk') return;
    found.add(name);
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
    for (const next of file.imports) add(next);
  }
  for (const file of built) if (file.type === 'chunk' && file.isEntry) add(file.fileName);
  const styles = built.filter(({ fileName }) => found.has(fileName) && fileName.endsWith('.css'));
  for (const font of styles.flatMap(fontsIn)) found.add(font);
  return [...found].sort().map((name) => `/${name}`);
}

/** Letters beyond the usual are loaded when a text has some. */
function fontsIn(style: Built): string[] {
  const css = style.type === 'asset' ? String(style.source) : '';
  return [...css.matchAll(/[\w-]+\.woff2/g)]
    .map(([name]) => `assets/${name}`)
    .filter((name) => name.startsWith('assets/few-letters'));
}
