/** One Vite configuration: builds every page of display/ and kiosk/ into dist/, and runs Vitest. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { InlineConfig, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { plainPage } from './plain/build.ts';
import { phonePage } from './ticket/build-page.ts';

const root = resolve(import.meta.dirname, '..');
const phone = resolve(root, 'display/ticket.html');
const pages = globSync('{display,kiosk}/*.html', { cwd: root })
  .map((file) => resolve(root, file))
  .filter((file) => file !== phone);
/** Old lobby televisions and kiosks: see display/README.md. */
const target = 'es2022';
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

/**
 * Which build it is, in each page and in `.built`: made from what is in the pages and from the names of their files,
 * which Vite makes from what is in them. Left behind by a build that went well; the hub looks at its age and reads it.
 */
function markBuilt(): Plugin {
  let folder = '';
  let id = '';
  return {
    name: 'mark-built',
    apply: 'build',
    configResolved({ build }) {
      folder = resolve(root, build.outDir);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const html = Object.values(bundle).flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.html') ? [file] : [],
        );
        const told = html.map(({ source }) => String(source));
        const named = [...Object.keys(bundle), ...told].sort().join('\0');
        id = createHash('sha256').update(named).digest('hex').slice(0, 16);
        for (const page of html)
          page.source = String(page.source).replace('</head>', `<meta name="build" content="${id}"></head>`);
      },
    },
    closeBundle(error) {
      if (!error) writeFileSync(join(folder, '.built'), id);
    },
  };
}

/** What a booking's page is made of comes in one file: each one more costs a phone at 3G as much as it holds. */
const together = {
  name: 'page',
  test: /display\/lib\/(?:accent|api|clock|format|i18n|live|sign-of-life|theme|BigNumber|GiveUp|Languages|LiveMark|SignedOutMark)\.(?:ts|svelte)/,
};

/** How a page is built by itself: as all are, into files that this build writes. */
const alone = (): InlineConfig => ({
  root,
  publicDir: false,
  plugins: [svelte({ configFile: false }), strictPages()],
  build: { target, assetsInlineLimit: 0 },
});

export default defineConfig({
  root,
  publicDir: false,
  // Svelte's own configuration file would be a second place to look.
  plugins: [
    svelte({ configFile: false }),
    strictPages(),
    phonePage(alone, phone),
    plainPage(),
    squeezed(),
    markBuilt(),
  ],
  build: {
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    target,
    // Fonts and pictures stay files, so that the pages' policy needs no `data:`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: pages,
      output: { codeSplitting: { groups: [together] } },
      // Whoever starts an office is told of mistakes, not of how long each part took.
      checks: { pluginTimings: false },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/report.ts'],
    // A story with a hub and a browser of its own, on a small machine that does other things too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
