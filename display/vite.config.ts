/** One Vite configuration: builds every page of display/ and kiosk/ into dist/, and runs Vitest. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');
const pages = globSync('{display,kiosk}/*.html', { cwd: root }).map((file) => resolve(root, file));
const inline = /<style|\s(?:style|on\w+)=|<script(?![^>]*\ssrc=)|\s(?:src|href)=["']?(?:data|javascript):/i;

/** The pages are served under a policy without `unsafe-inline`: what it would block is a mistake found here. */
function strictPages(): Plugin {
  return {
    name: 'strict-pages',
    apply: 'build',
    buildStart() {
      if (pages.length === 0) this.error('no page to build: there is no .html file in display/ or kiosk/');
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        const found = html.match(inline);
        if (found) throw new Error(`${filename}: "${found[0]}" would be blocked; move it into a file`);
      },
    },
  };
}

/** Beside each text file the same squeezed, sent where it is accepted: a phone's page stays under 100 KB. */
function squeezed(): Plugin {
  return {
    name: 'squeezed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
        const file = join(dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

/** Left behind by a build that went well; the hub's start looks at its age. */
function markBuilt(): Plugin {
  let folder = '';
  return {
    name: 'mark-built',
    apply: 'build',
    configResolved({ build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle(error) {
      if (!error) writeFileSync(join(folder, '.built'), '');
    },
  };
}

/** What a phone's page is made of comes in one file: each one more costs a phone at 3G as much as it holds. */
const together = {
  name: 'page',
  test: /display\/lib\/(?:accent|api|clock|format|i18n|live|sign-of-life|theme|BigNumber|GiveUp|Languages|LiveMark|SignedOutMark)\.(?:ts|svelte)/,
};

export default defineConfig({
  root,
  publicDir: false,
  // Svelte's own configuration file would be a second place to look.
  plugins: [svelte({ configFile: false }), strictPages(), squeezed(), markBuilt()],
  build: {
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    // Old lobby televisions and kiosks: see display/README.md.
    target: 'es2022',
    // Fonts and pictures stay files, so that the pages' policy needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages, output: { codeSplitting: { groups: [together] } } },
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/report.ts'],
    // A story with a hub and a browser of its own, on a small machine that does other things too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
