/** A list of bookings: its columns, its rows, families, and what is said about a mistake. */
import { expect, test } from 'vitest';
import { readBookingList } from '../../server/adapters/booking-list/read-booking-list.ts';
import { bookings, bytesOf, mistakes, readList, refusedAs } from './lists.ts';

test('a row of the national system becomes a booking', () => {
  const list = [
    'Nomor Permohonan;Nama Lengkap;Tanggal Lahir;No. HP;Layanan;Jalur;Tanggal Kedatangan;Sesi;Keterangan',
    '3275011226000017;Siti Aminah;31/05/1990;0812-3456-7890;Paspor Baru;prioritas;26/11/2026;08.00 - 09.00;kursi roda',
  ].join('\r\n');
  expect(readList(list)).toEqual({
    ok: true,
    encoding: 'utf-8',
    delimiter: ';',
    mistakes: [],
    lines: [
      {
        line: 2,
        reference: '3275011226000017',
        group: null,
        service: 'passport',
        lane: 'priority',
        date: '2026-11-26',
        time: 480,
        people: [{ name: 'Siti Aminah', birthDate: '1990-05-31' }],
        phone: '+6281234567890',
        details: 'kursi roda',
      },
    ],
  });
});

test('name and date are enough; what is not given is null', () => {
  expect(bookings('name,date\nBudi,2026-11-26\n')).toEqual([
    {
      ...{ line: 2, reference: null, group: null, service: null, lane: null, date: '2026-11-26', time: null },
      ...{ people: [{ name: 'Budi', birthDate: null }], phone: null },
    },
  ]);
});

test.each([
  ['NAMA', 'TGL_KEDATANGAN'],
  ['Nama Lengkap', 'Tgl. Kedatangan'],
  ['nama_lengkap', 'tanggal layanan'],
  ['Name', 'Date'],
  ['"Nama\nLengkap"', ' Tanggal  Kunjungan '],
])('the columns are known as %s and %s', (name, date) => {
  expect(bookings(`${name},${date}\nBudi,2026-11-26`)).toMatchObject([
    { people: [{ name: 'Budi' }], date: '2026-11-26' },
  ]);
});

test('the office’s own names of columns count instead of the usual ones', () => {
  const columns = { reference: ['Berkas', 'Nomor Berkas'], name: 'Pemohon', time: [] };
  const list = 'nomor berkas,Pemohon,Nama,Tanggal,Jam\nX-1,Siti,Petugas Budi,2026-11-26,pagi';
  expect(bookings(list, { columns })).toMatchObject([
    { reference: 'X-1', people: [{ name: 'Siti' }], time: null },
  ]);
});

test('without a column for the date nothing is read, and the columns that are there are told', () => {
  const read = readList('Nama;Alamat\nBudi;Jalan Merdeka', { columns: { date: ['Hari Datang', 'Hari'] } });
  expect(read).toEqual({
    ok: false,
    columns: ['Nama', 'Alamat'],
    message: 'expected a column for date (Hari Datang, Hari), found the columns "Nama", "Alamat"',
  });
});

test('without name and date both are looked for', () => {
  expect(refusedAs('a,b\n1,2')).toMatch(
    /^expected a column for name \(.+\) and for date \(.+\), found the columns "a", "b"$/,
  );
});

test('services and lanes are known by id and by name, whatever the capitals and spaces', () => {
  const list = [
    'name,date,service,lane',
    'A,2026-11-26,collect,regular',
    'B,2026-11-26,  NEW  PASSPORT ,PRIORITAS',
    'C,2026-11-26,,',
  ].join('\n');
  expect(bookings(list).map(({ service, lane }) => [service, lane])).toEqual([
    ['collect', 'regular'],
    ['passport', 'priority'],
    [null, null],
  ]);
});

test('the id of a service wins over the name of another', () => {
  const serviceNames = { passport: { id: 'Paspor' }, collect: { id: 'Passport' } };
  const list = 'name,date,service\nA,2026-11-26,Passport';
  expect(bookings(list, { serviceNames })).toMatchObject([{ service: 'passport' }]);
});

test('a lane is handed on as it is written where the office’s lanes are not told', () => {
  const list = 'name,date,lane\nA,2026-11-26,VIP';
  expect(readBookingList(bytesOf(list), { services: [] })).toMatchObject({
    ok: true,
    lines: [{ lane: 'VIP' }],
  });
});

test('every mistake of a row is told with its line, column, what was expected and what was found', () => {
  const list = [
    'reference,name,birthdate,phone,service,lane,date,time',
    'R1,Budi,1990-02-29,0812,visa,vip,26-11-26,25:00',
    'R2,Siti,1990-02-28,081234567890,passport,regular,2026-11-26,08:00',
    'R3,,,,,,,',
  ].join('\n');
  const read = readList(list, { columns: { birthDate: 'birthdate' } });
  expect(read).toMatchObject({ ok: true, lines: [{ reference: 'R2', line: 3 }] });
  expect(mistakes(list, { columns: { birthDate: 'birthdate' } })).toEqual(
    [
      [2, 'birthDate', 'expected a date that exists, such as 1990-05-31 or 31/05/1990, found "1990-02-29"'],
      [2, 'phone', 'expected a phone number such as 0812 3456 7890 or +62 812 3456 7890, found "0812"'],
      [2, 'service', 'expected one of the services passport, collect, found "visa"'],
      [2, 'lane', 'expected one of the lanes regular, priority, found "vip"'],
      [2, 'date', 'expected a date that exists, such as 2026-11-26 or 26/11/2026, found "26-11-26"'],
      [2, 'time', 'expected a time such as 08:30 or 08:00 - 09:00, found "25:00"'],
      [4, 'name', 'expected a name of 1 to 200 characters without line breaks, found nothing'],
      [4, 'date', 'expected a date that exists, such as 2026-11-26 or 26/11/2026, found nothing'],
    ].map(([line, column, message]) => ({ line, code: 'malformed', column, message })),
  );
});

test('what was found is cut to 40 characters', () => {
  const [mistake] = mistakes(`name,date\nBudi,${'x'.repeat(100)}`);
  expect(mistake?.message).toMatch(/, found "x{39}…"$/);
});

test.each([
  ['a name of 201 letters', 'x'.repeat(201)],
  ['a line break', '"Budi\nSantoso"'],
  ['a zero byte', 'Budi\0'],
  ['a turned direction', 'Budi\u202e'],
])('a name may not be or hold %s', (_, name) => {
  expect(mistakes(`name,date\n${name},2026-11-26`)).toMatchObject([{ line: 2, column: 'name' }]);
});

test('a name of 200 letters is one', () => {
  expect(bookings(`name,date\n  ${'x'.repeat(200)}  ,2026-11-26`)[0]?.people[0]?.name).toBe('x'.repeat(200));
});

test('a number that a spreadsheet has shortened is a mistake, not a booking’s number', () => {
  expect(mistakes('reference,name,date\n"3,27501E+15",Budi,2026-11-26')).toMatchObject([
    { column: 'reference' },
  ]);
});

test('a row with more cells than the header has columns is a mistake; empty ones do not count', () => {
  expect(mistakes('date,name\n2026-11-26,Budi, S.H.\n2026-11-26,Siti,,,')).toEqual([
    {
      ...{ line: 2, code: 'malformed', column: 'line' },
      message: 'expected 2 cells, as many as the header has columns, found "S.H."',
    },
  ]);
});

test('a number that stands twice is a mistake of the second row', () => {
  const list = 'reference,name,date\nR1,Budi,2026-11-26\nR2,Siti,2026-11-26\nr1,Ani,2026-11-26';
  expect(mistakes(list)).toEqual([
    {
      ...{ line: 4, code: 'malformed', column: 'reference' },
      message: 'expected a number that stands once, found "r1" also in line 2',
    },
  ]);
  expect(readList(list)).toMatchObject({ lines: [{ line: 2 }, { line: 3 }] });
});

test('who is not born by the date, or 131 years old, is a mistake, and so is a name that nobody can read', () => {
  const list = [
    'nama,tanggal lahir,tanggal',
    'Siti,2026-11-27,2026-11-26',
    'Siti,1901-01-01,2031-01-02',
    'Siti,1901-01-01,2031-01-01',
    'Siti\u2028Aminah,1990-05-31,2026-11-26',
    '\u200b\u3164,1990-05-31,2026-11-26',
    '',
  ].join('\n');
  expect(mistakes(list).map(({ line, column }) => [line, column])).toEqual([
    [2, 'birthDate'],
    [3, 'birthDate'],
    [5, 'name'],
    [6, 'name'],
  ]);
});
