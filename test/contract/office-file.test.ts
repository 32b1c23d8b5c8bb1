/** Mistakes in an office file: each with its line, its place and what was expected, and all at once. */
import { describe, expect, test } from 'vitest';
import { formatMistakes } from '../../server/adapters/office-file.ts';
import { mistakenHours } from './mistaken-hours.ts';
import { mistakenRelations } from './mistaken-relations.ts';
import { mistakenSerial } from './mistaken-serial.ts';
import { mistakenShown } from './mistaken-shown.ts';
import { mistakenValues } from './mistaken-values.ts';
import { contohText, mistakesIn, replaced } from './office-fixture.ts';

test.each([...mistakenValues, ...mistakenHours, ...mistakenRelations, ...mistakenSerial, ...mistakenShown])(
  '%j as %j is one mistake, in its line',
  (from, to, line, path, message) => {
    expect(mistakesIn(replaced(contohText, from, to))).toStrictEqual([{ line, path, message }]);
  },
);

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
      ['voice: { numbers: digits, repeat: 1,', 'voice: { numbers: loud, repeat: 1,'],
    ] as const;
    const text = wrong.reduce((before, [from, to]) => replaced(before, from, to), contohText);
    expect(mistakesIn(text).map(({ line, path }) => [line, path])).toStrictEqual([
      [9, 'openings[0].hours'],
      [9, 'openings[0].hour'],
      [16, 'services[0].promise'],
      [16, 'services[0].collect.service'],
      [21, 'lanes[0].id'],
      [25, 'quotas[0].share'],
      [28, 'counters[0].number'],
      [29, 'counters[1].lanes[0]'],
      [37, 'voice.numbers'],
    ]);
  });

  test('of unknown keys are one each, with the key of its line', () => {
    const text = contohText.replace('capacity: 120', 'capacty: 120').replace('lists:', 'list:');
    expect(mistakesIn(text)).toStrictEqual([
      { line: 6, path: 'capacty', message: 'unknown key "capacty"; did you mean "capacity"?' },
      { line: 36, path: 'list', message: 'unknown key "list"; did you mean "lists"?' },
    ]);
  });

  test('languages that cannot be read do not make the names mistaken', () => {
    expect(mistakesIn(replaced(contohText, 'languages: [id, en]', 'languages: Indonesia'))).toStrictEqual([
      {
        line: 5,
        path: 'languages',
        message: 'expected a list of language codes such as [id, en], found "Indonesia"',
      },
    ]);
  });

  test('a step whose id cannot be read does not make its users mistaken', () => {
    expect(
      mistakesIn(replaced(contohText, 'id: documents', 'id: [documents]')).map(({ path }) => path),
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
    const text = replaced(contohText, 'capacity: 120 ', 'capacity:\n  - 120 ');
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
      (_, index) => `  - { number: ${index + 1}, steps: [documents, interview, handover], zone: hall }\n`,
    );
  const withCounters = (count: number) =>
    contohText.replace(/counters:\n( {2}- .*\n)+/, () => `counters:\n${counters(count).join('')}`);

  test('99 counters are read, 100 are too many', () => {
    expect(mistakesIn(withCounters(99))).toStrictEqual([]);
    expect(mistakesIn(withCounters(100))).toStrictEqual([
      { line: 27, path: 'counters', message: 'expected a list of 1 to 99 counters, found a list of 100' },
    ]);
  });

  test('a name has at most 200 characters', () => {
    expect(mistakesIn(replaced(contohText, 'en: Passport }', `en: ${'x'.repeat(200)} }`))).toStrictEqual([]);
    expect(mistakesIn(replaced(contohText, 'en: Passport }', `en: ${'x'.repeat(201)} }`))).toStrictEqual([
      {
        line: 16,
        path: 'services[0].name.en',
        message: `expected a text of 1 to 200 characters in one line, found "${'x'.repeat(39)}…"`,
      },
    ]);
  });
});

test('a board that no counter belongs to is said even where no counter has a zone at all', () => {
  const text = contohText.replaceAll(', zone: hall', '');
  const notice = text.replace('until: 2026-12-25', 'until: 2026-12-25, zone: hall');
  expect(mistakesIn(text)).toStrictEqual([]);
  expect(mistakesIn(notice)).toStrictEqual([
    {
      line: 39,
      path: 'notices[0].zone',
      message: 'expected no zone, since no counter has one, found "hall"',
    },
  ]);
});
