/** Rows of one family in a list of bookings. */
import { expect, test } from 'vitest';
import { bookings, mistakes, readList } from './lists.ts';

const header = 'reference,group,name,birth date,phone,date,time,details';
const list = (...rows: string[]): string => [header, ...rows].join('\n');

test('the rows of a family are one booking in their order, wherever they stand', () => {
  const family = list(
    ',K1,Ayah,1980-01-01,,2026-11-26,,',
    'R9,,Orang Lain,,,2026-11-26,,',
    'R2,k1,Ibu,1982-02-02,081234567890,2026-11-26,,kursi roda',
    'R3,K1,Anak,2015-03-03,,2026-11-26,08:00,kursi roda',
    'R4,K1,Bayi,,,2026-11-26,,menyusui',
  );
  expect(bookings(family)).toEqual([
    {
      ...{ line: 2, reference: 'R2', group: 'K1', service: null, lane: null, date: '2026-11-26', time: 480 },
      people: [
        { name: 'Ayah', birthDate: '1980-01-01' },
        { name: 'Ibu', birthDate: '1982-02-02' },
        { name: 'Anak', birthDate: '2015-03-03' },
        { name: 'Bayi', birthDate: null },
      ],
      phone: '+6281234567890',
      details: 'kursi roda; menyusui',
    },
    expect.objectContaining({ line: 3, reference: 'R9', group: null }),
  ]);
});

test('a family may share one number', () => {
  const family = list('R1,K1,Ayah,,,2026-11-26,,', 'R1,K1,Ibu,,,2026-11-26,,');
  expect(bookings(family)).toMatchObject([{ reference: 'R1', people: [{ name: 'Ayah' }, { name: 'Ibu' }] }]);
});

test('the number of another family, or of nobody’s, stands twice', () => {
  const families = list('R1,K1,Ayah,,,2026-11-26,,', 'R1,K2,Ibu,,,2026-11-26,,', 'R1,,Anak,,,2026-11-26,,');
  expect(mistakes(families).map(({ line, column }) => [line, column])).toEqual([
    [3, 'reference'],
    [4, 'reference'],
  ]);
});

test('a mistake in one row refuses the family, and each of its rows says so', () => {
  const family = list(
    ',K1,Ayah,,,2026-11-26,,',
    ',K1,Ibu,,12,2026-11-26,,',
    ',K2,Orang Lain,,,2026-11-26,,',
    ',K1,Anak,,,2026-11-26,,',
  );
  expect(readList(family)).toMatchObject({ lines: [{ line: 4, group: 'K2' }] });
  expect(mistakes(family)).toEqual([
    {
      ...{ line: 2, code: 'malformed', column: 'group' },
      message: 'expected a group without mistakes, found one in line 3',
    },
    {
      ...{ line: 3, code: 'malformed', column: 'phone' },
      message: 'expected a phone number such as 0812 3456 7890 or +62 812 3456 7890, found "12"',
    },
    {
      ...{ line: 5, code: 'malformed', column: 'group' },
      message: 'expected a group without mistakes, found one in line 3',
    },
  ]);
});

test.each([
  ['date', ',K1,Ibu,,,2026-11-27,08:00,'],
  ['time', ',K1,Ibu,,,2026-11-26,09:00,'],
])('a family comes together: another %s is a mistake', (column, row) => {
  const family = list(',K1,Ayah,,,2026-11-26,08:00,', row);
  expect(mistakes(family)).toEqual([
    {
      ...{ line: 2, code: 'malformed', column: 'group' },
      message: 'expected a group without mistakes, found one in line 3',
    },
    {
      ...{ line: 3, code: 'malformed', column },
      message: `expected the ${column} of the group, as in line 2, found another`,
    },
  ]);
});
