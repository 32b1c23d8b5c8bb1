/** One Vite configuration: builds every page of display/ and kiosk/ into dist/, and runs Vitest. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  // Svelte's own configuration file would be a second place to look.
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    // Old lobby televisions and kiosks: see display/README.md.
    target: 'es2022',
    rolldownOptions: { input: globSync('{display,kiosk}/*.html', { cwd: root }).map((file) => resolve(root, file)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
