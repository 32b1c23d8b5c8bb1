/** Texts that are no office file, by accident or by intent: never an exception, never a long wait. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { contohText, mistakesIn, replaced } from './office-fixture.ts';

describe('what is no office at all', () => {
  const group = 'expected a group of keys such as id, name, timeZone, found';
  test.each([
    ['nothing', '', 1, 'expected an office, found nothing'],
    ['a comment', '# later\n', 1, 'expected an office, found nothing'],
    ['null', 'null', 1, `${group} nothing`],
    ['a number', '5', 1, `${group} 5`],
    ['a text', '\n\nhello', 3, `${group} "hello"`],
    ['a list', '- id: contoh', 1, `${group} a list of 1`],
    ['an open bracket', '{ id: x', 1, 'not readable as YAML: Flow map must end with a }'],
    ['a list as key', '? [a]\n: b', 1, 'expected a text before the colon'],
    [
      'too many lists in lists',
      '['.repeat(100_000),
      null,
      'expected an office, found lists too deep in lists',
    ],
    ['257 KB', `# ${'x'.repeat(257 * 1024)}`, null, 'expected a file of at most 256 KB'],
    ['257 KB in fewer characters', `# ${'é'.repeat(129 * 1024)}`, null, 'expected a file of at most 256 KB'],
    ['many aliases', `a: &a 1\nb: [${'*a, '.repeat(101)}]`, null, 'expected at most 100 aliases (*)'],
  ])('%s', (_, text, line, message) => {
    expect(mistakesIn(text)).toStrictEqual([{ line, path: '', message }]);
  });

  test('aliases that stand for a thousand million entries are not counted out', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'] as unknown as [
      string,
      string,
    ][])
      bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`);
    expect(mistakesIn(bomb.join('\n'))).toStrictEqual([
      { line: null, path: '', message: 'expected at most 100 aliases (*)' },
    ]);
  });

  test('an alias inside itself is read no deeper than the office goes', () => {
    expect(mistakesIn(`${contohText}\nextra: &a [*a]\n`)).toMatchObject([{ line: 43, path: 'extra' }]);
  });

  test('an alias may repeat a part', () => {
    const text = replaced(contohText, 'mon-thu: [', 'mon-thu: &day [').replace(
      'hours: [08:00-12:00] }]',
      'hours: *day }]',
    );
    const file = readOfficeFile(text);
    expect(file.ok && file.office.openings[0]?.hours).toStrictEqual([
      { from: 480, to: 720 },
      { from: 780, to: 960 },
    ]);
  });

  test('more than 500 mistakes are counted, not listed', () => {
    const keys = Array.from({ length: 600 }, (_, index) => `unknown${index}: 1\n`).join('');
    const all = mistakesIn(contohText + keys);
    expect(all).toHaveLength(501);
    expect(all.at(-1)).toStrictEqual({ line: null, path: '', message: 'and 100 more' });
  });
});

describe('never throws', () => {
  test('on any text', () => {
    const yaml = fc.string({ unit: fc.constantFrom(...'abid0123:-[]{},&*!|>#\'"%@?~ \t\n\r\u0000é😀') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yaml), (text) => {
        expect(readOfficeFile(text).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('on the example with a piece cut out or put in; what it says is of a line that is there', () => {
    const edit = fc.tuple(fc.nat(contohText.length), fc.nat(40), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(edit, ([at, length, text]) => {
        const file = contohText.slice(0, at) + text + contohText.slice(at + length);
        for (const { line } of mistakesIn(file)) {
          expect(line ?? 1).toBeGreaterThanOrEqual(1);
          expect(line ?? 1).toBeLessThanOrEqual(file.split('\n').length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('on any JSON in place of any part', () => {
    const parts = fc.constantFrom(
      'name',
      'hours',
      'steps',
      'services',
      'lanes',
      'quotas',
      'counters',
      'serial',
      'outcomes',
      'booking',
    );
    const line = (part: string) => new RegExp(`^${part}:.*\\n(?: .*\\n)*`, 'm');
    fc.assert(
      fc.property(parts, fc.jsonValue(), (part, value) => {
        const text = contohText.replace(line(part), () => `${part}: ${JSON.stringify(value)}\n`);
        expect(Array.isArray(mistakesIn(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
