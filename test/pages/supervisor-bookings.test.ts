/** Bookings on the supervisor's page: who is expected, help by phone, and a list that is looked at before it is imported. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { importTexts, reasonOf } from '../../kiosk/supervisor/bookings/reasons.ts';
import { cellOf, csvOf } from '../../kiosk/supervisor/bookings/refused-csv.ts';
import type { ImportLineAnswer } from '../../server/contract/http-bookings.ts';
import { needs } from '../needs.ts';
import { kiosk } from './scenes.ts';
import type { Answering } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { bookingAnswers, importAnswer } from './supervisor-bookings.ts';
import { busyRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const bookable = { ...kiosk, booking: { service: 'passport', party: 5, days: 14 } };
const refused = (code: string, more: object = {}) => ({ status: 409, body: { code, ...more } });

async function bookings(answering: Answering = () => undefined, width = 1280): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  const { stage, page } = stand;
  stage.show('supervisor', busyRoom);
  stage.show('kiosk', bookable);
  stage.answer(
    async (asked) => (await answering(asked)) ?? bookingAnswers(asked) ?? { status: 200, body: {} },
  );
  await page.goto(`${stage.origin}/kiosk/supervisor.html#bookings`);
  await page.getByRole('region', { name: /^Pemesanan Kamis, 26 November/ }).waitFor();
  return stand;
}

const done = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, query, body }) => ({ method, path: query ? `${path}?${query}` : path, body }));

const list = (text: string) => ({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const fourLines = 'Nama,Tanggal Lahir\nAni,1990-05-31\nBudi,1991-01-01\n=cmd|x,31/02/1990\nDewi,1980-01-02\n';

const reading = { language: 'id', timeZone: 'Asia/Makassar' };
test.each<[Partial<ImportLineAnswer>, string]>([
  [
    {
      code: 'malformed',
      column: 'phone',
      message: 'expected a phone number such as 0812 3456 7890 or +62 812 3456 7890, found "abc"',
    },
    'Nomor telepon tidak terbaca; tulis seperti 0812 3456 7890 (tertulis "abc").',
  ],
  [
    { code: 'malformed', column: 'name', message: 'expected a name of 1 to 200 characters, found nothing' },
    'Nama harus ada, dalam satu baris (tertulis kosong).',
  ],
  [
    {
      code: 'malformed',
      column: 'reference',
      message: 'expected a number that stands once, found "MP-1" also in line 7',
    },
    'Nomor ini sudah ada di baris 7.',
  ],
  [
    {
      code: 'malformed',
      column: 'group',
      message: 'expected a group without mistakes, found one in line 9',
    },
    'Ada kesalahan di baris 9 dari kelompok yang sama.',
  ],
  [
    { code: 'quota-full', nextDay: '2026-11-30' },
    'Tempat hari itu sudah habis. Tempat berikutnya: Senin, 30 November.',
  ],
])('a refused line says why in plain words: %j', (line, words) =>
  expect(reasonOf({ line: 4, result: 'refused', ...line }, importTexts('id'), reading)).toBe(words),
);

test('a cell that begins like a formula is text for whoever opens the file', () => {
  expect(['=1+1', '+62', '-1', '@x', '\tx', ' =1', 'say "hi"'].map(cellOf)).toEqual([
    '"\'=1+1"',
    '"\'+62"',
    '"\'-1"',
    '"\'@x"',
    '"\'\tx"',
    '"\' =1"',
    '"say ""hi"""',
  ]);
  const line = { line: 4, column: 'Nama', reason: 'Kosong.', content: '=cmd|x,1' };
  expect(csvOf(['Baris', 'Kolom', 'Alasan', 'Isi'], [line])).toBe(
    '\uFEFF"Baris","Kolom","Alasan","Isi"\r\n"4","Nama","Kosong.","\'=cmd|x,1"\r\n',
  );
});

withChromium('a day’s list is in the order of its slots, and another day shows its own', async () => {
  const { page, stage } = await bookings();
  const rows = page.locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(5);
  expect(await rows.first().textContent()).toMatch(/08:00\s*K7QD2M.*Sudah lapor\s*A-019/s);
  await page.getByText('W2LFGU').waitFor();
  await page.getByRole('button', { name: 'Sen, 30 Nov sisa 32' }).click();
  await page.getByText('Tidak ada pemesanan pada hari itu.').waitFor();
  expect(stage.asked.some(({ query }) => query === 'date=2026-11-30')).toBe(true);
});

withChromium('names are shown only when somebody asks, who is told that it is recorded', async () => {
  const stand = await bookings();
  const { page } = stand;
  await page.getByRole('button', { name: 'Buka M9PWHC' }).click();
  await page.getByText('Setiap kali nama dilihat, itu tercatat di jejak catatan.').waitFor();
  expect(done(stand)).toEqual([]);
  await page.getByRole('button', { name: 'Lihat nama' }).click();
  await page.getByText('Ni Luh Ayu Pramesti').waitFor();
  await page.getByText('31 Mei 1990').waitFor();
  expect(done(stand)).toEqual([
    { method: 'POST', path: '/bookings/m9pwhc-abcdefghijklmno/people', body: {} },
  ]);
});

withChromium(
  'a booking is moved to a slot with room for all of it; a full one says what is free',
  async () => {
    let tries = 0;
    const stand = await bookings(({ method }) => {
      if (method !== 'PATCH') return undefined;
      tries += 1;
      return tries === 1 ? refused('slot-full', { slots: ['2026-11-30T00:30:00.000Z'] }) : undefined;
    });
    const { page } = stand;
    await page.getByRole('button', { name: 'Buka M9PWHC' }).click();
    await page.getByRole('button', { name: 'Pindahkan' }).click();
    const sheet = page.getByRole('dialog');
    // Four people: the 27th has three places at most in a slot.
    await sheet.getByLabel('Tanggal').selectOption('2026-11-27');
    expect(await sheet.getByRole('radio', { disabled: false }).count()).toBe(0);
    await sheet.getByLabel('Tanggal').selectOption('2026-11-30');
    await sheet.getByLabel('08:00').check();
    await sheet.getByRole('button', { name: 'Pindahkan' }).click();
    await sheet.getByText('Tempat pada jam itu sudah habis. Masih ada tempat pukul 08:30.').waitFor();
    await sheet.getByLabel('08:30').check();
    await sheet.getByRole('button', { name: 'Pindahkan' }).click();
    await page.getByText('M9PWHC dipindahkan.').waitFor();
    expect(done(stand).map(({ body }) => body)).toEqual([
      { date: '2026-11-30', slot: '2026-11-30T00:00:00.000Z' },
      { date: '2026-11-30', slot: '2026-11-30T00:30:00.000Z' },
    ]);
  },
);

withChromium('a booking’s sheet leads to the page that its holder has', async () => {
  const { page } = await bookings();
  await page.getByRole('button', { name: 'Buka M9PWHC' }).click();
  const link = page.getByRole('dialog').getByRole('link', { name: 'Halaman pemesan' });
  expect(await link.getAttribute('href')).toBe('/b/m9pwhc-abcdefghijklmno');
});

withChromium('a booking is cancelled only after a second yes', async () => {
  const stand = await bookings();
  const { page } = stand;
  await page.getByRole('button', { name: 'Buka T3VNJE' }).click();
  await page.getByRole('button', { name: 'Batalkan' }).click();
  // An Enter too many is a no.
  await page.getByRole('button', { name: 'Ya, batalkan pemesanan' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Batalkan' }).click();
  expect(done(stand)).toEqual([]);
  await page.getByRole('button', { name: 'Ya, batalkan pemesanan' }).click();
  await page.getByText('T3VNJE dibatalkan.').waitFor();
  expect(done(stand).map(({ method, path }) => [method, path])).toEqual([
    ['DELETE', '/bookings/t3vnje-abcdefghijklmno'],
  ]);
});

withChromium('a code is found as people write it, also on another day', async () => {
  const stand = await bookings(({ path }) =>
    path === '/bookings/Z9Z9ZZ' ? refused('unknown-booking') : undefined,
  );
  const { page } = stand;
  await page.getByLabel('Cari kode').fill('m9p-wh');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pemesanan M9PWHC' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Cari kode').fill('z9z9zz');
  await page.keyboard.press('Enter');
  await page.getByText('Kode pemesanan itu tidak ada.').waitFor();
});

withChromium('somebody who calls is booked, and a full day offers the next one', async () => {
  let tries = 0;
  const stand = await bookings(({ method, path }) => {
    if (method !== 'POST' || path !== '/bookings') return undefined;
    tries += 1;
    return tries === 1 ? refused('quota-full', { nextDay: '2026-11-30' }) : undefined;
  });
  const { page } = stand;
  await page.getByRole('button', { name: 'Pesankan' }).click();
  await page.getByLabel('Nama lengkap').fill('Ani');
  await page.getByLabel('Tanggal lahir').fill('1990-05-31');
  await page.getByLabel('Telepon').fill('0812 3456 7890');
  await page.getByLabel('08:30').check();
  await page.getByRole('button', { name: 'Pesan tempat' }).click();
  await page.getByText('Tempat hari itu sudah habis. Tempat berikutnya: Senin, 30 November.').waitFor();
  await page.getByRole('button', { name: 'Pilih Senin, 30 November' }).click();
  await page.getByRole('button', { name: 'Pesan tempat' }).click();
  await page.getByText('Q5ZAHD').waitFor();
  const applicants = page.getByRole('link', { name: 'Halaman pemesan' });
  expect(await applicants.getAttribute('href')).toBe('/b/q5zahd-abcdefghijklmno');
  const person = { name: 'Ani', birthDate: '1990-05-31' };
  const common = { service: 'passport', people: [person], phone: '0812 3456 7890' };
  expect(done(stand).map(({ body }) => body)).toEqual([
    { ...common, date: '2026-11-27', slot: '2026-11-27T00:30:00.000Z' },
    { ...common, date: '2026-11-30' },
  ]);
});

withChromium('a list is looked at first; only then it is imported, without what is refused', async () => {
  const stand = await bookings();
  const { page } = stand;
  await page.getByRole('button', { name: 'Impor daftar' }).click();
  await page.getByLabel('Pilih berkas CSV').setInputFiles(list(fourLines));
  await page.getByRole('heading', { name: 'Yang akan terjadi' }).waitFor();
  expect(done(stand).map(({ path }) => path)).toEqual(['/bookings/import?dry=1']);
  const why = page.getByRole('row', { name: /^4 Tanggal lahir/ });
  expect(await why.textContent()).toContain('tulis seperti 31/05/1990 (tertulis "31/02/1990").');
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh yang ditolak (CSV)' }).click();
  const file = await fetched;
  expect(file.suggestedFilename()).toBe('baris-ditolak.csv');
  const chunks = await Array.fromAsync((await file.createReadStream()) as AsyncIterable<Buffer>);
  expect(Buffer.concat(chunks).toString('utf8')).toContain('"\'=cmd|x,31/02/1990"');
  await page.getByRole('button', { name: 'Impor 2 baris, tanpa yang ditolak' }).click();
  await page.getByText('2 pemesanan masuk.').waitFor();
  expect(done(stand).map(({ path }) => path)).toEqual(['/bookings/import?dry=1', '/bookings/import']);
});

withChromium('all or nothing: nothing can be imported while a line is refused', async () => {
  const { page } = await bookings();
  await page.getByRole('button', { name: 'Impor daftar' }).click();
  await page.getByLabel('Semua atau tidak sama sekali').check();
  await page.getByLabel('Pilih berkas CSV').setInputFiles(list(fourLines));
  const go = page.getByRole('button', { name: 'Impor 2 baris, tanpa yang ditolak' });
  await go.waitFor();
  expect(await go.isDisabled()).toBe(true);
  await page.getByLabel('Semua atau tidak sama sekali').uncheck();
  expect(await go.isDisabled()).toBe(false);
});

withChromium('a file that is no list says what to do', async () => {
  const message = 'expected a CSV file, found a workbook: save it as CSV (UTF-8)';
  const { page } = await bookings(({ path }) =>
    path === '/bookings/import'
      ? { status: 400, body: { code: 'malformed', fields: [{ path: '', message }] } }
      : undefined,
  );
  await page.getByRole('button', { name: 'Impor daftar' }).click();
  await page.getByLabel('Pilih berkas CSV').setInputFiles(list('PK'));
  await page.getByText('Berkas ini buku kerja Excel. Simpan sebagai CSV (UTF-8) dahulu.').waitFor();
});

withChromium('a long list shows how far it is', async () => {
  let go = () => {};
  const wait = new Promise<void>((resume) => {
    go = resume;
  });
  const { page } = await bookings(async ({ path }) => {
    if (path !== '/bookings/import') return undefined;
    await wait;
    return { status: 200, lines: [{ done: 4000, of: 4000 }], body: importAnswer(true) };
  });
  await page.getByRole('button', { name: 'Impor daftar' }).click();
  await page.getByLabel('Pilih berkas CSV').setInputFiles(list(fourLines));
  await page.getByRole('progressbar', { name: 'Memeriksa …' }).waitFor();
  go();
  await page.getByRole('heading', { name: 'Yang akan terjadi' }).waitFor();
});

for (const width of [1280, 390]) {
  withChromium(`bookings and their sheets at ${width} px: accessible, and nothing sticks out`, async () => {
    const { page, complaints } = await bookings(undefined, width);
    const look = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
      expect({ where, found }).toEqual({ where, found: [] });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ where, fits: wide <= width }).toEqual({ where, fits: true });
    };
    await page.getByText('K7QD2M').waitFor();
    await look('list');
    await page.getByRole('button', { name: 'Buka M9PWHC' }).click();
    await page.getByRole('button', { name: 'Lihat nama' }).click();
    await page.getByText('Ni Luh Ayu Pramesti').waitFor();
    await look('sheet');
    await page.getByRole('button', { name: 'Pindahkan' }).click();
    await look('moving');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Pesankan' }).click();
    await page.getByRole('button', { name: 'Tambah orang' }).click();
    await page.getByLabel('Bila penuh, masuk daftar tunggu').check();
    await look('form');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Impor daftar' }).click();
    await look('import');
    await page.getByLabel('Pilih berkas CSV').setInputFiles(list(fourLines));
    await page.getByRole('heading', { name: 'Yang akan terjadi' }).waitFor();
    await look('dry run');
    expect(complaints).toEqual([]);
  });
}
