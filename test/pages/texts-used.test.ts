/** No text without a reader: every key of every dictionary is asked for by a page or a component. */
import { expect, test } from 'vitest';

const sources = Object.entries(
  import.meta.glob<string>(['../../{display,kiosk}/**/*.{ts,svelte}', '!../../display/lib/languages/**'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
  .map(([, text]) => text)
  .join('\n');
const files = import.meta.glob<{ texts: object }>('../../display/lib/languages/**/id.ts', { eager: true });

/** The names on the way to every text: `['board', 'stopped']`. */
function pathsOf(texts: object, before: readonly string[] = []): (readonly string[])[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const path = [...before, key];
    const deeper = typeof text === 'object' && text !== null && !Array.isArray(text);
    return deeper ? pathsOf(text, path) : [path];
  });
}

const words = new Set(sources.match(/[\p{L}_$][\p{L}\d_$]*(?:-[\p{L}\d]+)*/gu));
/** Looked up by a value: `texts.states[state]`. */
const byValue = new Set([...sources.matchAll(/([a-z]\w*)(?:\?\.)?\[/gi)].map(([, name]) => name));

/** Looked up by what the hub says, in a function of their own. */
const byFunction = new Set(['who', 'blocks', 'trouble', 'knockWhy', 'messageKinds']);

const isUsed = (path: readonly string[]): boolean =>
  words.has(path.at(-1) ?? '') || path.slice(0, -1).some((part) => byValue.has(part) || byFunction.has(part));

test.each(Object.entries(files))('%s: every text is used', (_, { texts }) => {
  expect(pathsOf(texts).filter((path) => !isUsed(path))).toEqual([]);
});

test('a key that nobody asks for is found', () => {
  expect(isUsed(['kiosk', 'nobodyHasEverAskedForThis'])).toBe(false);
  expect(isUsed(['states', 'waiting'])).toBe(true);
});
