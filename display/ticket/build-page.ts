/**
 * Builds the phone's page by itself, into the same folder: what the other pages need of Svelte is not in it, and all of
 * it comes in few files. A phone at 3G waits for every one. Beside it are its worker and its icons.
 */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

import { workerOf } from './build-worker.ts';

const icons = resolve(import.meta.dirname, 'icons');
/** In place of what the other pages write in. */
const typeface = {
  find: '@fontsource-variable/atkinson-hyperlegible-next/wght.css',
  replacement: resolve(import.meta.dirname, 'typeface/typeface.css'),
};

/** @param settings how all pages are built @param input the page */
export function phonePage(settings: () => InlineConfig, input: string): Plugin {
  let built: Rolldown.RolldownOutput['output'] | null = null;
  return {
    name: 'phone-page',
    apply: 'build',
    async buildStart() {
      const { root = '.' } = settings();
      for (const file of globSync('display/{ticket,lib}/**/*', { cwd: root }))
        this.addWatchFile(resolve(root, file));
      built = await pageAlone(settings(), input);
    },
    async generateBundle(_, bundle) {
      if (!built) return;
      for (const file of built) {
        if (bundle[file.fileName]) continue;
        const source = file.type === 'asset' ? file.source : file.code;
        this.emitFile({ type: 'asset', fileName: file.fileName, source });
      }
      this.emitFile({ type: 'asset', fileName: 't/worker.js', source: await workerOf(built) });
      for (const icon of readdirSync(icons)) {
        const source = readFileSync(join(icons, icon));
        this.emitFile({ type: 'asset', fileName: `t/icons/${icon}`, source });
      }
    },
  };
}

async function pageAlone(settings: InlineConfig, input: string): Promise<Rolldown.RolldownOutput['output']> {
  const made = await build({
    ...settings,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [typeface] },
    build: { ...settings.build, write: false, rolldownOptions: { input } },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error('the phone’s page was not built');
  return output.output;
}
