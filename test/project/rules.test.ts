/** The documents of rules, the comments of the code and the titles of the tests speak of the same rules. */
import { expect, test } from 'vitest';
import { definedRules, rulesInComments, rulesInTitle, testTitles } from './rule-names.ts';
import { read, sourceFiles } from './tree.ts';

/** Of the queue, and of what is said of it aloud. */
const documents = ['server/domain/RULES.md', 'server/adapters/voice/RULES.md'];
const defined = documents.flatMap((document) => definedRules(read(document)));
const commented = new Set(sourceFiles('server').flatMap((file) => rulesInComments(read(file))));
const tests = sourceFiles('test').filter(
  (file) => file.endsWith('.test.ts') && !file.startsWith('test/project/'),
);
const titled = tests.flatMap((file) =>
  testTitles(file, read(file))
    .flatMap(rulesInTitle)
    .map((rule) => ({ file, rule })),
);

test('RULES.md names rules, each once', () => {
  expect(defined).not.toHaveLength(0);
  expect(defined.filter((rule, at) => defined.indexOf(rule) !== at)).toEqual([]);
});

test('every rule stands in a comment beside the code that keeps it', () => {
  expect(defined).not.toHaveLength(0);
  expect(defined.filter((rule) => !commented.has(rule))).toEqual([]);
});

test('every rule stands in the title of a test', () => {
  expect(defined).not.toHaveLength(0);
  const known = new Set(titled.map(({ rule }) => rule));
  expect(defined.filter((rule) => !known.has(rule))).toEqual([]);
});

test('the domain’s comments name only rules that RULES.md has', () => {
  const named = sourceFiles('server/domain').flatMap((file) =>
    rulesInComments(read(file)).map((rule) => ({ file, rule })),
  );
  expect(named).not.toHaveLength(0);
  expect(named.filter(({ rule }) => !defined.includes(rule))).toEqual([]);
});

test('the titles of tests name only rules that RULES.md has', () => {
  expect(titled).not.toHaveLength(0);
  expect(titled.filter(({ rule }) => !defined.includes(rule))).toEqual([]);
});

test('a rule is defined at the start of a list item or a table row only', () => {
  const markdown =
    '- **CN1** One, unlike CN9.\n* CN2: two\n  - `CN3` three\n| CN4 | four |\nCN5 five\n- see CN6\n- PT2H';
  expect(definedRules(markdown)).toEqual(['CN1', 'CN2', 'CN3', 'CN4']);
});

test('a comment’s rules are found, and nothing that only looks like them', () => {
  const code =
    "/** CN1: after PT0.6S, as UTF8. */\nconst a = 'CN2'; // see CN3.\nconst b = 'http://CN4';\n/*\n * CN5, CN6\n */";
  expect(rulesInComments(code)).toEqual(['CN1', 'CN3', 'CN5', 'CN6']);
});

test('a title’s rules are those that it starts with', () => {
  const code =
    "test('CN1 one', () => {}); test.each([1])('CN2, CN3 and CN4: %s', () => {});\n" +
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is part of the example.
    "describe(`CN5 ${name}`, () => {}); withChromium('CN6 six', async () => {}, 9);\n" +
    "test('after CN7', () => {}); expect('CN8 is a text'); took('CN9', 'CN9');";
  const titles = testTitles('a.test.ts', code);
  expect(titles.flatMap(rulesInTitle)).toEqual(['CN1', 'CN2', 'CN3', 'CN4', 'CN5', 'CN6']);
});
