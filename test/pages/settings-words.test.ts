/** The settings without a browser: every key has a form, and values, changes and mistakes are said in people's words. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readersOf } from '../../display/lib/i18n.ts';
import { changed, type Draft } from '../../kiosk/supervisor/settings/draft.ts';
import { durationOf, spanOf } from '../../kiosk/supervisor/settings/durations.ts';
import type { Field } from '../../kiosk/supervisor/settings/fields.ts';
import { clockOf, nextRange, weekOf, writtenWeek } from '../../kiosk/supervisor/settings/hours.ts';
import { mistakeIn, partsOf } from '../../kiosk/supervisor/settings/mistakes.ts';
import { sections } from '../../kiosk/supervisor/settings/table.ts';
import {
  fieldDictionaries,
  fieldTexts,
  settingsDictionaries,
  settingsTexts,
} from '../../kiosk/supervisor/settings/texts.ts';
import { said } from '../../kiosk/supervisor/settings/wording.ts';
import { writtenOffice } from '../../server/adapters/office-file/written.ts';
import type { OfficeChange } from '../../server/contract/http-office.ts';
import { mistakenHours } from '../contract/mistaken-hours.ts';
import { mistakenRelations } from '../contract/mistaken-relations.ts';
import { mistakenSerial } from '../contract/mistaken-serial.ts';
import { mistakenShown } from '../contract/mistaken-shown.ts';
import { mistakenValues } from '../contract/mistaken-values.ts';
import { contohText } from '../contract/office-fixture.ts';

const fields = sections.flatMap((section) => section.fields);

/** `services.promise` for every field of the table. */
function placesOf(all: readonly Field[], before = ''): string[] {
  return all.flatMap((field) => {
    const place = `${before}${field.key}`;
    return 'fields' in field ? [place, ...placesOf(field.fields, `${place}.`)] : [place];
  });
}

/** The same for every key of an office; what a field holds whole (hours, names, lists) is not gone into. */
function keysOf(data: unknown, all: readonly Field[], before = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => keysOf(item, all, before));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const field = all.find((one) => one.key === key);
    const place = `${before}${key}`;
    if (field === undefined) return [place];
    return 'fields' in field ? [place, ...keysOf(value, field.fields, `${place}.`)] : [place];
  });
}

test('every key of the office file has its form', () => {
  const keys = keysOf(writtenOffice(contohText), fields);
  expect(keys.length).toBeGreaterThan(90);
  expect(keys.filter((key) => !placesOf(fields).includes(key))).toEqual([]);
});

test('every key of the shipped offices has its form', () => {
  const folder = resolve(import.meta.dirname, '../../server/offices');
  const offices = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  expect(offices.length).toBeGreaterThan(5);
  for (const file of offices) {
    const keys = keysOf(writtenOffice(readFileSync(resolve(folder, file), 'utf8')), fields);
    expect([file, keys.filter((key) => !placesOf(fields).includes(key))]).toEqual([file, []]);
  }
});

test('every field has a label in every language, and each choice a word', () => {
  const choices = (all: readonly Field[], before = ''): string[] =>
    all.flatMap((field) => {
      const place = `${before}${field.key}`;
      if ('fields' in field) return choices(field.fields, `${place}.`);
      return field.kind === 'choice' || field.kind === 'several'
        ? field.of.map((one) => `${place}.${one}`)
        : [];
    });
  expect([...fieldDictionaries.keys()].sort()).toEqual(['en', 'id', 'zh']);
  for (const texts of fieldDictionaries.values()) {
    const labels = placesOf(fields);
    expect(labels.filter((place) => texts.labels[place] === undefined)).toEqual([]);
    expect(Object.keys(texts.labels).filter((place) => !labels.includes(place))).toEqual([]);
    expect(Object.keys(texts.hints).filter((place) => !labels.includes(place))).toEqual([]);
    expect(Object.keys(texts.choices).sort()).toEqual(choices(fields).sort());
  }
});

test('the languages of the settings say the same things', () => {
  const keys = (texts: object, before = ''): string[] =>
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'object' && text !== null ? keys(text, `${before}${key}.`) : [`${before}${key}`],
    );
  const [first, second] = [...settingsDictionaries.values()].map((texts) => keys(texts).sort());
  expect(first?.length).toBeGreaterThan(80);
  expect(second).toEqual(first);
  const ids = sections.map(({ id }) => id).sort();
  for (const texts of settingsDictionaries.values())
    expect([Object.keys(texts.sections).sort(), Object.keys(texts.about).sort()]).toEqual([ids, ids]);
});

test.each([
  ['PT2H', { amount: 2, unit: 'h' }],
  ['PT90M', { amount: 90, unit: 'm' }],
  ['PT1H30M', { amount: 90, unit: 'm' }],
  ['PT1H0M30S', { amount: 3630, unit: 's' }],
  ['PT0.6S', { amount: 0.6, unit: 's' }],
  ['P14D', { amount: 14, unit: 'D' }],
  ['P2W', { amount: 2, unit: 'W' }],
  ['two hours', null],
  [undefined, null],
])('%s is %j', (text, span) => expect(spanOf(text)).toEqual(span));

test.each([
  ['2', 'h', 'PT2H'],
  ['1,5', 'h', 'PT90M'],
  ['0.5', 'm', 'PT30S'],
  ['0,6', 's', 'PT0.6S'],
  ['3', 'D', 'P3D'],
  ['', 'h', undefined],
  ['soon', 'h', 'soon'],
] as const)('"%s" in the unit %s is written %s', (typed, unit, written) =>
  expect(durationOf(typed, unit)).toBe(written),
);

test('days that follow one another with the same hours are written together', () => {
  const week = weekOf({ 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['08:00-11:30'] });
  expect(week.wed).toEqual(['08:00-12:00', '13:00-16:00']);
  expect(week.sun).toEqual([]);
  expect(writtenWeek(week)).toEqual({ 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['08:00-11:30'] });
  expect(writtenWeek({ ...week, wed: [], sat: ['08:00-11:30'] })).toEqual({
    'mon-tue': ['08:00-12:00', '13:00-16:00'],
    thu: ['08:00-12:00', '13:00-16:00'],
    'fri-sat': ['08:00-11:30'],
  });
});

test('a time is read as people type it', () => {
  expect(['8', '8.30', '0830', '13:05', 'noon'].map(clockOf)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    '13:05',
    'noon',
  ]);
  expect([nextRange([]), nextRange(['08:00-12:00'])]).toEqual(['08:00-12:00', '13:00-16:00']);
});

const draft = (written: unknown): Draft => ({ source: '', edits: [], written });

test('what is typed letter by letter is one edit; what is emptied is taken away', () => {
  const first = changed(draft({ id: 'a', lanes: [] }), ['name'], { value: 'K' });
  const second = changed(first, ['name'], { value: 'Ka' });
  expect(second).toEqual({
    source: '',
    edits: [{ path: ['name'], value: 'Ka' }],
    written: { id: 'a', lanes: [], name: 'Ka' },
  });
  const third = changed(second, ['name'], { value: '' });
  expect(third.edits).toEqual([
    { path: ['name'], value: 'Ka' },
    { path: ['name'], remove: true },
  ]);
  expect(third.written).toEqual({ id: 'a', lanes: [] });
  expect(changed(third, ['name'], { value: undefined })).toBe(third);
});

test('things are added, moved and taken away', () => {
  let now = draft({ lanes: [{ id: 'a' }, { id: 'b' }] });
  now = changed(now, ['lanes', 2], { value: { id: 'c' } });
  now = changed(now, ['lanes', 2], { moveTo: 0 });
  now = changed(now, ['lanes', 1], { remove: true });
  now = changed(now, ['lanes', 1, 'name', 'id'], { value: 'Bé' });
  expect(now.written).toEqual({ lanes: [{ id: 'c' }, { id: 'b', name: { id: 'Bé' } }] });
  expect(now.edits.map((edit) => edit.path.length)).toEqual([2, 2, 2, 4]);
});

const office = {
  languages: ['id', 'en'],
  holidays: ['2026-12-25'],
  steps: [{ id: 'documents', name: { id: 'Berkas' } }],
  services: [
    { id: 'passport', name: { id: 'Paspor', en: 'Passport' }, promise: 'PT2H', steps: ['documents'] },
  ],
  lanes: [{ id: 'regular', name: { id: 'Umum' } }],
  counters: [{ number: 3, steps: ['documents'] }],
};
const reading = (language: string) => ({
  reader: readersOf([language])[0],
  texts: settingsTexts(language),
  fields: fieldTexts(language),
  office,
});
const inWords = (change: OfficeChange, language = 'id') => {
  const { place, what, from, to } = said(change, reading(language), reading(language));
  return [place.join(' › '), what, from, to];
};

test.each<[OfficeChange, unknown[]]>([
  [
    { path: 'services.passport.promise', what: 'changed', from: 'PT2H', to: 'PT1H30M' },
    ['Layanan › Paspor › Janji waktu', 'changed', '2 jam', '90 menit'],
  ],
  [
    { path: 'services.passport.name.en', what: 'changed', from: 'Passport', to: 'Passports' },
    ['Layanan › Paspor › Nama layanan › English', 'changed', 'Passport', 'Passports'],
  ],
  [
    { path: 'services.passport.inside', what: 'added', to: false },
    ['Layanan › Paspor › Masuk ke ruangan', 'added', null, 'Tidak'],
  ],
  [
    { path: 'counters.4', what: 'added', to: { number: 4, steps: ['documents'], lanes: ['regular'] } },
    [
      'Loket › Loket 4',
      'added',
      null,
      'Nomor loket: 4 · Langkah yang dikerjakan: Berkas · Jalur yang dilayani: Umum',
    ],
  ],
  [{ path: 'lanes.regular', what: 'moved', from: 1, to: 2 }, ['Jalur › Umum', 'moved', '1', '2']],
  [
    { path: 'holidays', what: 'changed', from: ['2026-12-25'], to: ['2026-12-25', '2026-12-31'] },
    ['Hari libur', 'added', null, 'Kam, 31 Des 2026'],
  ],
  [
    { path: 'hours.mon-thu', what: 'changed', from: ['08:00-12:00'], to: [] },
    ['Jam pengambilan nomor › Senin–Kamis', 'changed', '08:00–12:00', 'Tutup'],
  ],
  [
    { path: 'outcomes.documents', what: 'removed', from: ['collected'] },
    ['Hasil tiap langkah › Berkas', 'removed', 'Sudah diambil', null],
  ],
  [
    { path: 'screening', what: 'added', to: { warnAbove: 37, holdAbove: 37.5 } },
    ['Suhu diukur di pintu', 'added', null, 'Peringatan di atas (°C): 37 · Ditahan di atas (°C): 37,5'],
  ],
  [
    {
      path: 'steps.documents.incomplete.bring',
      what: 'added',
      to: { 'id-card': { id: 'KTP asli', en: 'Identity card' }, birth: 'Akta' },
    },
    [
      'Langkah › Berkas › Berkas dapat dikembalikan › Yang harus dibawa kembali',
      'added',
      null,
      'KTP asli, Akta',
    ],
  ],
  [
    { path: 'bookingList.columns.reference', what: 'changed', from: 'No', to: ['No', 'Nomor'] },
    ['Daftar pemesanan dari sistem lain › Nama kolom › Kolom nomor pemesanan', 'changed', 'No', 'No, Nomor'],
  ],
  [{ path: 'something.else', what: 'added', to: { a: [1] } }, ['something › else', 'added', null, 'a: 1']],
])('%j is said in words', (change, words) => expect(inWords(change)).toEqual(words));

test('the words are the reader’s', () => {
  const change = { path: 'services.passport.promise', what: 'changed', from: 'PT1H', to: 'PT0.5S' } as const;
  expect(inWords(change, 'en')).toEqual([
    'Services › Passport › Promise',
    'changed',
    '1 hour',
    '0.5 seconds',
  ]);
});

test('what is wrong is said in Indonesian, whatever it is', () => {
  const rows = [mistakenValues, mistakenHours, mistakenRelations, mistakenSerial, mistakenShown].flat();
  const messages = rows.map(([, , , , message]) => message);
  expect(messages.length).toBeGreaterThan(50);
  expect(messages.filter((message) => mistakeIn('id', message) === message)).toEqual([]);
  expect(mistakeIn('id', 'expected a duration such as PT2H, PT30M or PT0.6S, found "2h"')).toBe(
    'Isi dengan lama waktu, misalnya 2 jam atau 30 menit.',
  );
  expect(mistakeIn('en', 'the id "a" is given twice')).toBe('the id "a" is given twice');
});

test('the place of a mistake leads to its field', () => {
  expect(partsOf('services[0].name["a b"]')).toEqual(['services', 0, 'name', 'a b']);
  expect(partsOf('hours.mon-thu[1]')).toEqual(['hours', 'mon-thu', 1]);
  expect(partsOf('')).toEqual([]);
});
