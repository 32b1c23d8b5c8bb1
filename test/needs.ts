/** Tests that need a tool beyond npm: skipped with the reason where it is missing, but never in CI. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type TestFunction, test } from 'vitest';

/** Each tool and the Debian package that brings it. */
const tools = {
  chromium: 'chromium',
  mosquitto_pub: 'mosquitto-clients',
  mosquitto_sub: 'mosquitto-clients',
  socat: 'socat',
  aplay: 'alsa-utils',
  make: 'make',
  'g++': 'g++',
  'avr-g++': 'gcc-avr',
  simavr: 'simavr',
  'espeak-ng': 'espeak-ng',
  Xvfb: 'xvfb',
  xrandr: 'x11-xserver-utils',
  curl: 'curl',
  shellcheck: 'shellcheck',
  'systemd-analyze': 'systemd',
};
export type Tool = keyof typeof tools;

/** The tool's file, from the folders of PATH; undefined if it is not installed. */
export function pathOf(tool: Tool): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, tool)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A browser on a machine that does other things too may be late once: such a test is tried a second time, and the closing
 * lines name it (`test/report.ts`).
 */
const secondTry = process.env.CI ? 1 : 0;

/**
 * A `test` for titles that need these tools: `const withChromium = needs('chromium')`. Where one is missing the
 * test is skipped with the reason; with `CI` set it fails, so that no gap in CI passes unseen.
 */
export function needs(...wanted: [Tool, ...Tool[]]) {
  const missing = wanted.filter((tool) => pathOf(tool) === undefined);
  const reason = missing.map((tool) => `needs ${tool}: install the package ${tools[tool]}`).join('; ');
  return (title: string, body: TestFunction, timeout?: number): void => {
    if (missing.length === 0) test(title, { retry: secondTry, ...(timeout ? { timeout } : {}) }, body);
    else if (process.env.CI) test(title, () => Promise.reject(new Error(reason)));
    else test(title, (context) => context.skip(reason));
  };
}
