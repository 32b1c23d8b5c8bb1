/** Runs the samples here, which are no tests of the project: reporter and needs are tested on them. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: resolve(import.meta.dirname, '../../../node_modules/.vite/sample'),
  test: {
    include: ['*.sample.ts'],
    reporters: ['default', resolve(import.meta.dirname, '../../report.ts')],
  },
});
