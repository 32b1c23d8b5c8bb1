/** The office file changed at single places: the lines of everything else stay as they were, to the last space. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Edit } from '../../server/adapters/office-file/apply-edit.ts';
import { editOffice } from '../../server/adapters/office-file/edit.ts';
import { writtenOffice } from '../../server/adapters/office-file/written.ts';
import { replaced } from './office-fixture.ts';

const office = `# Read this first.
id: contoh
name: { id: Kantor Contoh, en: Example }   # shown everywhere
accent: "#4fc3a1"
capacity: 120                       # people inside

steps:
  - id: documents
    name: { id: Berkas, en: Documents }
    incomplete: { reasons: [missing,  wrong], returnWithin: P3D }
  # The hourglass.
  - id: handover                    # within two minutes
    within: PT2M
    # or free of charge
    otherwise: free

# Who is served how.
lanes:
  - { id: regular }
  - { id: priority, prefix: P,
      promise: PT30M }  # the sick, the old
holidays: [2026-12-25, 2027-01-01]
serial: []
lists:
  purposes: [work]
`;

const after = (...edits: Edit[]) => editOffice(office, edits);

test.each<[string, Edit, string, string]>([
  ['a value', { path: ['capacity'], value: 90 }, 'capacity: 120  ', 'capacity: 90  '],
  ['a text in its quotes', { path: ['accent'], value: '#102030' }, '"#4fc3a1"', '"#102030"'],
  [
    'a text that YAML would misread',
    { path: ['name', 'en'], value: 'Yes, "we": can' },
    'en: Example }',
    `en: 'Yes, "we": can' }`,
  ],
  ['a value deep inside', { path: ['steps', 1, 'within'], value: 'PT90S' }, 'PT2M', 'PT90S'],
  ['a value in brackets', { path: ['lanes', 1, 'promise'], value: 'PT1H' }, 'PT30M', 'PT1H'],
  [
    'a whole list',
    { path: ['steps', 0, 'incomplete', 'reasons'], value: ['missing', 'late'] },
    '[missing,  wrong]',
    '[missing, late]',
  ],
  [
    'a new key in brackets',
    { path: ['lanes', 0, 'first'], value: true },
    '{ id: regular }',
    '{ id: regular, first: true }',
  ],
  [
    'a new key of a block',
    { path: ['steps', 0, 'within'], value: 'PT5M' },
    'returnWithin: P3D }\n',
    'returnWithin: P3D }\n    within: PT5M\n',
  ],
  [
    'a new key at the end',
    { path: ['voice'], value: { numbers: 'digits', repeat: 2 } },
    'purposes: [work]\n',
    'purposes: [work]\nvoice: { numbers: digits, repeat: 2 }\n',
  ],
  [
    'a place whose group is missing',
    { path: ['steps', 1, 'incomplete', 'reasons', 0], value: 'missing' },
    'otherwise: free\n',
    'otherwise: free\n    incomplete: { reasons: [missing] }\n',
  ],
  [
    'one more of a list',
    { path: ['holidays', 2], value: '2027-03-09' },
    '2027-01-01]',
    '2027-01-01, 2027-03-09]',
  ],
  [
    'the first of an empty list',
    { path: ['serial', 0], value: { port: '/dev/ttyS0', protocol: 'q1' } },
    'serial: []',
    'serial: [{ port: /dev/ttyS0, protocol: q1 }]',
  ],
  [
    'one more thing in brackets',
    { path: ['lanes', 2], value: { id: 'late', promise: 'PT1H' } },
    '# the sick, the old\n',
    '# the sick, the old\n  - { id: late, promise: PT1H }\n',
  ],
  [
    'one more thing in lines',
    { path: ['steps', 2], value: { id: 'photo', name: { id: 'Foto' } } },
    'otherwise: free\n',
    'otherwise: free\n  - id: photo\n    name: { id: Foto }\n',
  ],
  ['a key taken out of brackets', { path: ['name', 'en'], remove: true }, ', en: Example }', ' }'],
  [
    'a key taken away with its line',
    { path: ['capacity'], remove: true },
    'capacity: 120                       # people inside\n',
    '',
  ],
  ['the last of a list', { path: ['lists', 'purposes', 0], remove: true }, '[work]', '[]'],
  [
    'the only key of a block',
    { path: ['lists', 'purposes'], remove: true },
    'lists:\n  purposes: [work]\n',
    'lists: {}\n',
  ],
  [
    'a thing taken away with what is said of it',
    { path: ['steps', 1], remove: true },
    '  # The hourglass.\n  - id: handover                    # within two minutes\n    within: PT2M\n    # or free of charge\n    otherwise: free\n',
    '',
  ],
  [
    'an order in brackets',
    { path: ['holidays', 1], moveTo: 0 },
    '2026-12-25, 2027-01-01',
    '2027-01-01, 2026-12-25',
  ],
])('%s is changed, and nothing else', (_, edit, from, to) => {
  expect(after(edit)).toBe(replaced(office, from, to));
});

test('a thing moves with the comments that speak of it', () => {
  expect(after({ path: ['steps', 1], moveTo: 0 })).toContain(`steps:
  # The hourglass.
  - id: handover                    # within two minutes
    within: PT2M
    # or free of charge
    otherwise: free
  - id: documents
    name: { id: Berkas, en: Documents }
    incomplete: { reasons: [missing,  wrong], returnWithin: P3D }

# Who is served how.
`);
});

test('edits follow one another: the second finds what the first has made', () => {
  const text = after(
    { path: ['lanes', 2], value: { id: 'late' } },
    { path: ['lanes', 2, 'promise'], value: 'PT1H' },
    { path: ['lanes', 2], moveTo: 0 },
    { path: ['steps', 0], remove: true },
  );
  expect(writtenOffice(text ?? '')).toMatchObject({
    steps: [{ id: 'handover' }],
    lanes: [{ id: 'late', promise: 'PT1H' }, { id: 'regular' }, { id: 'priority' }],
  });
});

test('lines that end as on Windows still do', () => {
  const windows = 'id: a\r\nsteps:\r\n  - id: x\r\n';
  expect(editOffice(windows, [{ path: ['steps', 1], value: { id: 'y' } }])).toBe(
    'id: a\r\nsteps:\r\n  - id: x\r\n  - id: y\r\n',
  );
});

test.each<[string, Edit]>([
  ['beyond the end of a list', { path: ['lanes', 5, 'id'], value: 'x' }],
  ['below a text', { path: ['id', 'x'], value: 1 }],
  ['by an index in a group', { path: ['name', 0], value: 1 }],
  ['to take away what is not there', { path: ['booking'], remove: true }],
  ['to move out of the list', { path: ['lanes', 0], moveTo: 2 }],
])('an edit %s has no place', (_, edit) => {
  expect(after(edit)).toBeNull();
});

test('a file that YAML cannot read is not edited, whatever it is', () => {
  const edit = { path: ['id'], value: 'x' };
  const aliases = `a: &a [${'x,'.repeat(9)}x]\nb: [${'*a,'.repeat(200)}*a]\n`;
  for (const text of ['id: [', '- { a', '['.repeat(50_000), aliases, 'a: *loose\nid: x', 'id: a\nid: b'])
    expect(editOffice(text, [edit])).toBeNull();
});

test('a file of very many keys is read and edited without comparing each with all others', () => {
  const many = Array.from({ length: 18_000 }, (_, index) => ` k${index}: 1\n`).join('');
  expect(editOffice(`id: a\nextra:\n${many}`, [{ path: ['id'], value: 'b' }])).toBe(`id: b\nextra:\n${many}`);
  expect(writtenOffice(`a:\n${many}b: { c: 1, c: 2 }\n`)).toBeNull();
});

test('what stands behind an anchor is not changed in two places at once', () => {
  const text = 'a: &hours [08:00-12:00, 13:00-16:00]\nb: *hours\n';
  expect(editOffice(text, [{ path: ['b', 0], value: '09:00-12:00' }])).toBeNull();
  expect(editOffice(text, [{ path: ['a', 0], value: '09:00-12:00' }])).toBeNull();
  expect(editOffice(text, [{ path: ['b'], value: ['09:00-12:00'] }])).toBe(
    'a: &hours [08:00-12:00, 13:00-16:00]\nb: [09:00-12:00]\n',
  );
});

const shipped = resolve(import.meta.dirname, '../../server/offices');

/** Every place of the data that is no group and no list. */
function leaves(data: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [path];
  const entries = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return entries.flatMap(([part, value]) => leaves(value, [...path, part]));
}

test.each(globSync('*.yaml', { cwd: shipped }))(
  'any one value of %s can be changed in its own line',
  (file) => {
    const text = readFileSync(resolve(shipped, file), 'utf8');
    const lines = text.split('\n');
    const places = leaves(writtenOffice(text));
    expect(places.length).toBeGreaterThan(40);
    for (const path of places) {
      const edited = editOffice(text, [{ path, value: 'something-else' }])?.split('\n') ?? [];
      expect(edited.length, String(path)).toBe(lines.length);
      expect(
        edited.filter((line, at) => line !== lines[at]),
        String(path),
      ).toHaveLength(1);
    }
  },
);
