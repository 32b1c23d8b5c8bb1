/** Each sample says its own facts and no other's; the default office says all of them. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Office } from '../../server/contract/office.ts';
import { type Sample, samples, shipped, textOf } from './shipped.ts';

type Fact = (office: Office) => boolean;
const inside = ({ services }: Office) => services.filter(({ offsite }) => !offsite);
const outside = ({ services }: Office) => services.filter(({ offsite }) => offsite);

/** How a fact is seen in a file. */
const facts: Record<string, Fact> = {
  'temperatures at the door': ({ screening }) => screening !== undefined,
  'a full room': ({ capacity }) => capacity !== undefined,
  'an hourglass': ({ steps }) => steps.some(({ within }) => within !== undefined),
  'or free of charge': ({ steps }) => steps.some(({ otherwise }) => otherwise === 'free'),
  'an hourglass by choice': ({ steps }) => steps.some(({ optIn }) => optIn),
  'sent home with reasons': ({ steps }) => steps.some(({ incomplete }) => incomplete !== undefined),
  'several steps on one number': (office) => inside(office).some(({ steps }) => steps.length > 1),
  'a promise until done': (office) =>
    inside(office).some(({ promise, until }) => promise && until === 'done'),
  'a promise until called': (office) =>
    inside(office).some(({ promise, until }) => promise && until === 'called'),
  'a later collection': ({ services }) => services.some(({ collect }) => collect !== undefined),
  'nobody enters': (office) => inside(office).some((service) => !service.inside),
  'days of its own at the counter': (office) => inside(office).some(({ days }) => days !== undefined),
  'off-site': (office) => outside(office).length > 0,
  'off-site on a letter': (office) => outside(office).some(({ requires }) => requires?.includes('letter')),
  'off-site at the weekend': (office) => outside(office).some(({ days }) => days?.join() === 'sat,sun'),
  'off-site without applicant': (office) =>
    outside(office).some(({ requires }) => requires?.join() === 'address'),
  'a priority lane': ({ lanes }) => lanes.some(({ first }) => first),
  'an intake, and numbers for the next one': ({ lanes }) =>
    lanes.some(({ intake, outside: other }) => intake !== undefined && other === 'reserve'),
  'a quota': ({ quotas }) => quotas.length > 0,
  'a quota by weekday': ({ quotas }) => quotas.some(({ extra }) => extra !== undefined),
  'a quota that can be stretched': ({ quotas }) => quotas.some(({ upTo }) => upTo !== undefined),
  bookings: ({ booking }) => booking !== undefined,
  'come early': ({ booking }) => (booking?.arriveBefore ?? 0) > 0,
  'outcomes by kind': ({ outcomes }) => Object.keys(outcomes).length > 0,
  'kinds of people and purposes': ({ lists }) => Object.keys(lists).length > 0,
};

const own: [Sample, string[]][] = [
  [
    'balikpapan',
    [
      'temperatures at the door',
      'a promise until done',
      'nobody enters',
      'off-site',
      'off-site on a letter',
      'a quota',
      'a quota that can be stretched',
      'bookings',
      'outcomes by kind',
    ],
  ],
  [
    'singkawang',
    [
      'a full room',
      'an hourglass',
      'or free of charge',
      'an hourglass by choice',
      'a promise until called',
      'off-site',
    ],
  ],
  [
    'pontianak',
    [
      'days of its own at the counter',
      'a priority lane',
      'an intake, and numbers for the next one',
      'a quota',
      'a quota by weekday',
      'bookings',
    ],
  ],
  [
    'cirebon',
    [
      'sent home with reasons',
      'several steps on one number',
      'a later collection',
      'off-site',
      'off-site on a letter',
      'off-site at the weekend',
      'off-site without applicant',
      'a quota',
      'bookings',
      'come early',
      'outcomes by kind',
      'kinds of people and purposes',
    ],
  ],
];

function said(sample: Sample): string[] {
  const office = shipped(sample);
  return Object.keys(facts).filter((fact) => facts[fact]?.(office));
}

test.each(own)('%s says its own facts and no other office’s', (sample, its) => {
  expect(said(sample)).toEqual(its);
});

test('the default office says every fact, but for what would keep somebody who tries it from trying', () => {
  const its = said('default');
  expect(Object.keys(facts).filter((fact) => !its.includes(fact))).toEqual([
    'an hourglass by choice',
    'days of its own at the counter',
  ]);
});

test('together the four offices show every fact', () => {
  const shown = own.flatMap(([sample]) => said(sample));
  expect(Object.keys(facts).filter((fact) => !shown.includes(fact))).toEqual([]);
});

const zones: [Sample, string, string[]][] = [
  ['balikpapan', 'Asia/Makassar', ['regular']],
  ['singkawang', 'Asia/Pontianak', ['regular']],
  ['pontianak', 'Asia/Pontianak', ['regular', 'priority']],
  ['cirebon', 'Asia/Jakarta', ['regular']],
  ['puskesmas', 'Asia/Jayapura', ['regular', 'priority']],
];

test.each(zones)('%s keeps the time of %s and has the lanes %j', (sample, timeZone, lanes) => {
  const office = shipped(sample);
  expect(office).toMatchObject({ id: sample, timeZone, languages: ['id', 'en'] });
  expect(office.lanes.map(({ id }) => id)).toEqual(lanes);
});

test.each(samples)('%s can be tried at any hour of any day', (sample) => {
  for (const hours of Object.values(shipped(sample).hours)) expect(hours).toEqual([{ from: 0, to: 1440 }]);
});

test.each(samples)('%s strands nobody: every step of a number has a counter for every lane', (sample) => {
  const office = shipped(sample);
  for (const step of inside(office).flatMap(({ steps }) => steps))
    for (const { id: lane } of office.lanes)
      expect(
        office.counters.some(({ steps, lanes }) => steps.includes(step) && lanes.includes(lane)),
        `${step} in ${lane}`,
      ).toBe(true);
});

test.each(samples)('%s gives every service letters of its own that seven segments can show', (sample) => {
  const { services, lanes } = shipped(sample);
  const prefixes = [...services, ...lanes].flatMap(({ prefix }) => prefix ?? []);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[ABCDEFHJLNOPU]$/);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

interface Written {
  readonly name?: unknown;
}

test.each(samples)('%s is named in Indonesian and English, all of it', (sample) => {
  const file = parse(textOf(sample)) as { steps: Written[]; services: Written[]; lanes: Written[] } & Written;
  for (const { name } of [file, ...file.steps, ...file.services, ...file.lanes])
    expect(name).toEqual({ id: expect.any(String), en: expect.any(String) });
});
