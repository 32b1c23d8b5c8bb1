/** Mistakes in an office file: each with its line, its place and what was expected, all at once, whatever the text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileMistake, formatMistakes, readOfficeFile } from '../../server/adapters/office-file.ts';
import { mistakes } from './office-mistakes.ts';

const contoh = readFileSync(new URL('contoh.yaml', import.meta.url), 'utf8');

function replaced(text: string, from: string, to: string): string {
  // A row whose text is no longer in the fixture would test nothing.
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

function mistakesIn(text: string): readonly FileMistake[] {
  const file = readOfficeFile(text);
  return file.ok ? [] : file.mistakes;
}

test.each(mistakes)('%j as %j is one mistake, in its line', (from, to, line, path, message) => {
  expect(mistakesIn(replaced(contoh, from, to))).toStrictEqual([{ line, path, message }]);
});

describe('several mistakes', () => {
  test('are all reported, in the order of the file: of one value, of an unknown key, between parts, of YAML', () => {
    const wrong = [
      ['date: 2026-12-27, hours:', 'date: 2026-12-27, hour:'],
      ['promise: PT2H', 'promise: 2h'],
      ['service: collection, after', 'service: colection, after'],
      ['{ id: regular }', '{ id: regular, id: regular }'],
      ['walkIn: 50', 'walkIn: 60'],
      ['number: 1,', 'number: -1,'],
      ['lanes: [priority, regular], zone', 'lanes: [prioriti, regular], zone'],
      ['voice: { numbers: digits, repeat: 1 }', 'voice: loud'],
    ] as const;
    const text = wrong.reduce((before, [from, to]) => replaced(before, from, to), contoh);
    expect(mistakesIn(text).map(({ line, path }) => [line, path])).toStrictEqual([
      [9, 'openings[0].hours'],
      [9, 'openings[0].hour'],
      [16, 'services[0].promise'],
      [16, 'services[0].collect.service'],
      [21, 'lanes[0].id'],
      [25, 'quotas[0].share'],
      [28, 'counters[0].number'],
      [29, 'counters[1].lanes[0]'],
      [37, 'voice'],
    ]);
  });

  test('of unknown keys are one each, with the key of its line', () => {
    const text = contoh.replace('capacity: 120', 'capacty: 120').replace('lists:', 'list:');
    expect(mistakesIn(text)).toStrictEqual([
      { line: 6, path: 'capacty', message: 'unknown key "capacty"; did you mean "capacity"?' },
      { line: 36, path: 'list', message: 'unknown key "list"; did you mean "lists"?' },
    ]);
  });

  test('languages that cannot be read do not make the names mistaken', () => {
    expect(mistakesIn(replaced(contoh, 'languages: [id, en]', 'languages: Indonesia'))).toStrictEqual([
      {
        line: 5,
        path: 'languages',
        message: 'expected a list of language codes such as [id, en], found "Indonesia"',
      },
    ]);
  });

  test('a step whose id cannot be read does not make its users mistaken', () => {
    expect(
      mistakesIn(replaced(contoh, 'id: documents', 'id: [documents]')).map(({ path }) => path),
    ).toStrictEqual(['steps[0].id']);
  });

  test('a key that is missing deep inside is reported at what should hold it', () => {
    const text =
      'id: x\nname: X\ntimeZone: UTC\nsteps: [{ id: a }]\nlanes: [{ id: l }]\ncounters:\n  - number: 1\n    steps: [a]\nservices:\n  - prefix: A\n    steps: [a]\nbooking:\n  slot: PT10M\n';
    expect(mistakesIn(text)).toStrictEqual([
      {
        line: 10,
        path: 'services[0].id',
        message: 'missing: expected an id of 1 to 32 characters of a-z, 0-9 and -',
      },
      {
        line: 12,
        path: 'booking.service',
        message: 'missing: expected an id of 1 to 32 characters of a-z, 0-9 and -',
      },
    ]);
  });

  test('a value on the line below its key is reported at the key', () => {
    const text = replaced(contoh, 'capacity: 120 ', 'capacity:\n  - 120 ');
    expect(mistakesIn(text)).toStrictEqual([
      { line: 6, path: 'capacity', message: 'expected a whole number from 1 to 100000, found a list of 1' },
    ]);
  });

  test('are written one a line', () => {
    const text = formatMistakes('office.yaml', [
      { line: null, path: '', message: 'expected a file of at most 256 KB' },
      { line: 3, path: '', message: 'expected a plain value, found a tag (!)' },
      { line: 16, path: 'services[0].promise', message: 'expected a duration' },
    ]);
    expect(text).toBe(`office.yaml: 3 mistakes
  expected a file of at most 256 KB
  line 3: expected a plain value, found a tag (!)
  line 16: services[0].promise: expected a duration`);
    expect(formatMistakes('a.yaml', [{ line: 1, path: 'id', message: 'wrong' }])).toBe(
      'a.yaml: 1 mistake\n  line 1: id: wrong',
    );
  });
});

describe('sizes are bounded', () => {
  const counters = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `  - { number: ${index + 1}, steps: [documents, interview, handover] }\n`,
    );
  const withCounters = (count: number) =>
    contoh.replace(/counters:\n( {2}- .*\n)+/, () => `counters:\n${counters(count).join('')}`);

  test('99 counters are read, 100 are too many', () => {
    expect(mistakesIn(withCounters(99))).toStrictEqual([]);
    expect(mistakesIn(withCounters(100))).toStrictEqual([
      { line: 27, path: 'counters', message: 'expected a list of 1 to 99 counters, found a list of 100' },
    ]);
  });

  test('a name has at most 200 characters', () => {
    expect(mistakesIn(replaced(contoh, 'en: Passport }', `en: ${'x'.repeat(200)} }`))).toStrictEqual([]);
    expect(mistakesIn(replaced(contoh, 'en: Passport }', `en: ${'x'.repeat(201)} }`))).toStrictEqual([
      {
        line: 16,
        path: 'services[0].name.en',
        message: `expected a text of 1 to 200 characters in one line, found "${'x'.repeat(39)}…"`,
      },
    ]);
  });
});

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
    expect(mistakesIn(`${contoh}\nextra: &a [*a]\n`)).toMatchObject([{ line: 39, path: 'extra' }]);
  });

  test('an alias may repeat a part', () => {
    const text = replaced(contoh, 'mon-thu: [', 'mon-thu: &day [').replace(
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
    const all = mistakesIn(contoh + keys);
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
      { numRuns: 2000 },
    );
  });

  test('on the example with a piece cut out or put in; what it says is of a line that is there', () => {
    const edit = fc.tuple(fc.nat(contoh.length), fc.nat(40), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(edit, ([at, length, text]) => {
        const file = contoh.slice(0, at) + text + contoh.slice(at + length);
        for (const { line } of mistakesIn(file)) {
          expect(line ?? 1).toBeGreaterThanOrEqual(1);
          expect(line ?? 1).toBeLessThanOrEqual(file.split('\n').length);
        }
      }),
      { numRuns: 300 },
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
        const text = contoh.replace(line(part), () => `${part}: ${JSON.stringify(value)}\n`);
        expect(Array.isArray(mistakesIn(text))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
