/** The office file's values: what each becomes, what is filled in, and that the result is plain JSON. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { type Office, officeSchema } from '../../server/contract/office.ts';
import { contoh } from './contoh.ts';
import { contohText } from './office-fixture.ts';

const shipped = readFileSync(new URL('../../server/offices/default.yaml', import.meta.url), 'utf8');

const small = {
  id: 'small',
  name: 'Small office',
  timeZone: 'UTC',
  steps: [{ id: 'talk' }],
  services: [{ id: 'advice', prefix: 'A', steps: ['talk'] }],
  lanes: [{ id: 'regular' }],
  counters: [{ number: 1, steps: ['talk'] }],
};

function read(text: string): Office {
  const file = readOfficeFile(text);
  if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
  return file.office;
}

describe('the example of the contract', () => {
  test('becomes these values', () => {
    expect(read(contohText)).toStrictEqual(contoh);
  });

  test('comes back equal from JSON, without the schema', () => {
    expect(JSON.parse(JSON.stringify(read(contohText)))).toStrictEqual(contoh);
  });

  test('is the same written as JSON', () => {
    const asJson = JSON.stringify({ ...small, hours: { 'sat-sun': ['09:00-10:00'] } }, null, '\t');
    expect(read(asJson).hours.sun).toStrictEqual([{ from: 540, to: 600 }]);
  });
});

test('a schema by itself finds disagreements too, with their paths', () => {
  const { error } = officeSchema.safeParse({ ...small, counters: [{ number: 1, steps: ['tolk'] }] });
  expect(error?.issues.map(({ path }) => path)).toStrictEqual([['counters', 0, 'steps', 0]]);
});

test('what is left out is filled in', () => {
  const always = [{ from: 0, to: 1440 }];
  expect(officeSchema.parse(small)).toStrictEqual({
    id: 'small',
    name: { id: 'Small office', en: 'Small office' },
    timeZone: 'UTC',
    languages: ['id', 'en'],
    accent: '#4fc3a1',
    hours: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
    holidays: [],
    openings: [],
    steps: [{ id: 'talk', name: { id: 'talk', en: 'talk' }, optIn: false }],
    services: [
      {
        id: 'advice',
        prefix: 'A',
        name: { id: 'advice', en: 'advice' },
        steps: ['talk'],
        until: 'done',
        inside: true,
        offsite: false,
      },
    ],
    lanes: [{ id: 'regular', name: { id: 'regular', en: 'regular' }, outside: 'refuse', first: false }],
    quotas: [],
    counters: [{ number: 1, steps: ['talk'], lanes: ['regular'] }],
    calling: {
      refractory: 600,
      recallAfter: 10_000,
      noShowAfter: 3,
      noShowWait: 120_000,
      returnAfter: 3,
      undoWithin: 30_000,
    },
    ages: { elderly: 60, toddler: 5 },
    bookingList: { columns: {}, overbook: false },
    currency: 'IDR',
    stopNumbers: 'forecast',
    serial: [],
    outcomes: {},
    lists: {},
    voice: { numbers: 'digits', repeat: 1, gong: true, jacks: [] },
    notices: [],
    media: [],
  });
});

test('parts of calling, booking and screening may be left out', () => {
  const office = officeSchema.parse({
    ...small,
    calling: { recallAfter: 'PT5S' },
    booking: { service: 'advice' },
    screening: { warnAbove: 37, holdAbove: 38 },
    quotas: [{ id: 'all', perDay: 0 }],
  });
  expect(office.calling.recallAfter).toBe(5000);
  expect(office.calling.noShowAfter).toBe(3);
  expect(office.booking).toStrictEqual({ ...contoh.booking, service: 'advice' });
  expect(office.screening).toStrictEqual({ ...contoh.screening, holdAbove: 38 });
  expect(office.quotas).toStrictEqual([{ id: 'all', perDay: 0, services: ['advice'], lanes: ['regular'] }]);
});

test.each([
  ['PT2H', 7_200_000],
  ['PT1H30M', 5_400_000],
  ['PT0.6S', 600],
  ['PT0.001S', 1],
  ['PT1.001S', 1001],
  ['PT90M', 5_400_000],
  ['PT1H0M1.5S', 3_601_500],
  ['PT0S', 0],
])('the duration %s is %i milliseconds', (text, milliseconds) => {
  expect(officeSchema.parse({ ...small, calling: { noShowWait: text } }).calling.noShowWait).toBe(
    milliseconds,
  );
});

test.each([
  ['P1D', 1],
  ['P14D', 14],
  ['P2W', 14],
])('the span %s is %i days', (text, days) => {
  expect(
    officeSchema.parse({ ...small, booking: { service: 'advice', horizon: text } }).booking?.horizon,
  ).toBe(days);
});

test('hours are put in order; a day that is not named, or has none, is closed; ranges may touch', () => {
  const hours = { 'mon-wed': ['13:00-24:00', '00:00-12:00', '12:00-13:00'], sat: [], sun: ['08:30-08:31'] };
  const day = [
    { from: 0, to: 720 },
    { from: 720, to: 780 },
    { from: 780, to: 1440 },
  ];
  expect(officeSchema.parse({ ...small, hours }).hours).toStrictEqual({
    mon: day,
    tue: day,
    wed: day,
    thu: [],
    fri: [],
    sat: [],
    sun: [{ from: 510, to: 511 }],
  });
});

test('a language without a text of its own shows the first that has one', () => {
  const office = officeSchema.parse({
    ...small,
    languages: ['id', 'en', 'jv'],
    name: { en: 'Office', jv: 'Kantor' },
  });
  expect(office.name).toStrictEqual({ id: 'Office', en: 'Office', jv: 'Kantor' });
});

test('two services may share a prefix', () => {
  const services = [...small.services, { id: 'complaint', prefix: 'A', steps: ['talk'] }];
  expect(officeSchema.parse({ ...small, services }).services.map(({ prefix }) => prefix)).toStrictEqual([
    'A',
    'A',
  ]);
});

test('an off-site service needs neither prefix nor counter, and is in no quota that names no services', () => {
  const office = officeSchema.parse({
    ...small,
    steps: [{ id: 'talk' }, { id: 'visit' }],
    services: [...small.services, { id: 'home', offsite: true, steps: ['visit'] }],
    quotas: [{ id: 'all', perDay: 10 }],
  });
  expect(office.services[1]).toMatchObject({ id: 'home', offsite: true, steps: ['visit'] });
  expect(office.quotas[0]?.services).toStrictEqual(['advice']);
});

test('29 February is a date in a leap year', () => {
  expect(officeSchema.parse({ ...small, holidays: ['2028-02-29'] }).holidays).toStrictEqual(['2028-02-29']);
});

test('the shipped office serves every step in every lane, with letters that seven segments can show', () => {
  const office = read(shipped);
  expect(office.services.map(({ id, prefix }) => [id, prefix])).toStrictEqual([
    ['passport', 'A'],
    ['collection', 'C'],
    ['drive-thru', 'L'],
    ['home-visit', undefined],
    ['village-trip', undefined],
    ['supervision', undefined],
  ]);
  expect(office.lanes.map(({ id, prefix }) => [id, prefix])).toStrictEqual([
    ['regular', undefined],
    ['priority', 'P'],
  ]);
  expect(office.counters.map(({ number, zone }) => [number, zone])).toStrictEqual([
    [1, 'hall'],
    [2, 'hall'],
    [3, 'hall'],
    [4, 'hall'],
    [5, 'hall'],
    [6, 'outside'],
  ]);
  for (const step of ['documents', 'interview', 'handover', 'car-handover'])
    for (const lane of ['regular', 'priority'])
      expect(
        office.counters.some((counter) => counter.steps.includes(step) && counter.lanes.includes(lane)),
      ).toBe(true);
});
