/** The layout: a fixed top level, and source files that are short and say at their top what they are for. */
import { expect, test } from 'vitest';
import { projectFiles, read, sourceFiles } from './tree.ts';

const topLevel = [
  ...['server', 'display', 'kiosk', 'counter-firmware-bridge', 'test'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'README.md', 'LICENSE', 'CHANGELOG.md'],
];
const sources = sourceFiles('server', 'display', 'kiosk', 'counter-firmware-bridge');

/** A component may open with a comment of its markup instead of its script. */
function saysWhatItIsFor(file: string, text: string): boolean {
  if (file.endsWith('.svelte')) return /^(?:<!--\s*\S|<script[^>]*>\s*\/\*\*[\s*]*[^\s*/])/.test(text);
  return /^(?:#!.*\n)?\/\*\*[\s*]*[^\s*/]/.test(text);
}

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

test('the top level holds the agreed names and dotfiles only', () => {
  const names = new Set(projectFiles().map((file) => file.split('/')[0] ?? ''));
  expect(names).toContain('package.json');
  expect([...names].filter((name) => !name.startsWith('.') && !topLevel.includes(name))).toEqual([]);
});

test('every source file is under 200 lines', () => {
  expect(sources).not.toHaveLength(0);
  const long = sources
    .map((file) => ({ file, lines: lineCount(read(file)) }))
    .filter(({ lines }) => lines >= 200);
  expect(long).toEqual([]);
});

test('every source file opens with a comment that says what it is for', () => {
  expect(sources.filter((file) => !saysWhatItIsFor(file, read(file)))).toEqual([]);
});

test.each([
  ['a.ts', '/** Calls. */\nexport {};', true],
  ['a.ts', '/**\n * CN1: calls.\n */', true],
  ['a.ts', '/* Calls. */', false],
  ['a.ts', '/** */', false],
  ['a.ts', "import { a } from './a.ts';\n/** Late. */", false],
  ['A.svelte', '<!-- The lobby. -->', true],
  ['A.svelte', '<script lang="ts">\n  /** The lobby. */', true],
  ['A.svelte', '<script lang="ts">\n  let a = 1;', false],
])('%s with %j opens as it must: %s', (file, text, expected) => {
  expect(saysWhatItIsFor(file, text)).toBe(expected);
});
