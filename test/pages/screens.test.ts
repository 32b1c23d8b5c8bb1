/** The supervisor's screens with fingers and keys: calls said again, screens found, notices written, media sent and put in order. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nameFor } from '../../kiosk/supervisor/screens/uploading.ts';
import { needs } from '../needs.ts';
import { allWell, hubWith, noMedia, roomWith, troubled, written } from './scenes-screens.ts';
import type { Answering, Asked, Stage } from './stage.ts';
import { openStands, type Stands } from './stand.ts';

let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const withChromium = needs('chromium');

async function open(displays = allWell, answering: Answering = hubWith()) {
  const { stage, page, complaints } = await stands.open();
  stage.show('supervisor', roomWith(displays));
  stage.answer(answering);
  await page.goto(`${stage.origin}/kiosk/supervisor.html#screens`);
  await page.getByRole('heading', { name: 'Gambar dan video' }).waitFor();
  return { stage, page, complaints };
}

const did = (stage: Stage, line: string): readonly Asked[] =>
  stage.asked.filter(({ method, path }) => `${method} ${path}` === line);
/** What the settings were asked to become, one after the other; undefined: they were only read. */
const edited = (stage: Stage): unknown[] =>
  did(stage, 'POST /office/preview').map(({ body }) => (body as { edits?: unknown }).edits);

withChromium(
  'screens in trouble come first, each says what is wrong, and what is well says so too',
  async () => {
    const { page } = await open(troubled);
    const names = await page.locator('section[aria-labelledby=screens] h3').allTextContents();
    expect(names).toEqual([
      'Papan Loket 1',
      'Papan Loket 3',
      'TV Lantai 2',
      'TV Ruang Tunggu',
      'TV Teras',
      'Mesin Nomor',
      'Papan lobi · Zona outside',
      'TV Aula',
      'Mesin nomor',
    ]);
    const said = (name: string) =>
      page
        .locator('section[aria-labelledby=screens] > ul > li')
        .filter({ hasText: name })
        .first()
        .innerText();
    expect(await said('Papan Loket 3')).toContain('Jam mesin terlambat 3 menit');
    expect(await said('Papan Loket 1')).toContain('Versi lama');
    expect(await said('TV Teras')).toContain('Tidak tersambung sejak 10:12');
    expect(await said('TV Ruang Tunggu')).toContain('Belum pernah tersambung');
    expect(await said('TV Lantai 2')).toContain('ketuk layarnya sekali');
    expect(await said('TV Aula')).toContain('Memanggil di sini');
  },
);

withChromium('in a rehearsal, whose time is no machine’s, no clock is said to be wrong', async () => {
  const { stage, page } = await open(troubled);
  const clock = page.getByText('Jam mesin terlambat');
  await clock.waitFor();
  const room = roomWith(troubled);
  stage.show('supervisor', { ...room, office: { ...room.office, rehearsal: true } });
  await page.getByText('LATIHAN').waitFor();
  await clock.waitFor({ state: 'detached' });
});

withChromium('a call that nobody heard is said again', async () => {
  const { stage, page } = await open(troubled);
  await page.getByRole('button', { name: 'Ulangi panggilan B-107' }).click();
  await page.getByText('B-107 dipanggil lagi.').waitFor();
  expect(did(stage, 'POST /calls/c-31/repeat')).toHaveLength(1);
});

withChromium('a screen shows its name when asked, and one that is gone for good is forgotten', async () => {
  const { stage, page } = await open(troubled);
  await page.getByRole('button', { name: 'Kenali: TV Aula' }).click();
  await page.getByText('Layar itu kini menampilkan namanya.').waitFor();
  expect(did(stage, 'POST /displays/lobbyhall0001/identify')).toHaveLength(1);
  await page.getByRole('button', { name: 'Lupakan: TV Teras' }).click();
  await page.getByText('Layar dilupakan.').waitFor();
  expect(did(stage, 'DELETE /displays/lobbyfoyer001')).toHaveLength(1);
});

withChromium(
  'a notice is written by keyboard alone: text, last day, saved over nobody else’s change',
  async () => {
    const { stage, page } = await open();
    await page.getByRole('button', { name: 'Tambah pengumuman' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Isi (Bahasa Indonesia)').waitFor();
    await page.keyboard.type('Antrean\nditutup pukul 15.00');
    await page.getByLabel('Isi (English)').fill('Queue closes at 15:00');
    await page.getByLabel('Sampai dan termasuk').fill('2026-11-28');
    await page.getByRole('button', { name: 'Simpan' }).press('Enter');
    await page.getByText('Pengumuman tersimpan.').waitFor();
    expect(did(stage, 'PUT /office')).toHaveLength(1);
    const [asked] = did(stage, 'POST /office/preview').filter(({ body }) => 'edits' in (body as object));
    expect(asked?.body).toEqual({
      source: 'office',
      edits: [
        {
          path: ['notices', 4],
          value: {
            text: { id: 'Antrean ditutup pukul 15.00', en: 'Queue closes at 15:00' },
            until: '2026-11-28',
          },
        },
      ],
    });
  },
);

withChromium('somebody else has changed the office meanwhile: nothing is lost, and it is said', async () => {
  const movedOn: Answering = hubWith(written, noMedia, ({ method, path }) =>
    `${method} ${path}` === 'PUT /office' ? { status: 409, body: { code: 'moved-on' } } : undefined,
  );
  const { page } = await open(allWell, movedOn);
  await page.getByRole('button', { name: 'Ubah: Lift sedang diperbaiki' }).click();
  await page.getByLabel('Isi (Bahasa Indonesia)').fill('Lift sudah baik');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Pengaturan diubah orang lain saat ini.').waitFor();
  expect(await page.getByLabel('Isi (Bahasa Indonesia)').inputValue()).toBe('Lift sudah baik');
});

withChromium('a notice is taken away after a question whose first answer is no', async () => {
  const { stage, page } = await open();
  await page.getByRole('button', { name: 'Hapus: Hari Pahlawan' }).click();
  await page.keyboard.press('Enter');
  expect(did(stage, 'PUT /office')).toHaveLength(0);
  await page.getByRole('button', { name: 'Hapus: Hari Pahlawan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
  await page.getByText('Pengumuman dihapus.').waitFor();
  expect(edited(stage)).toContainEqual([{ path: ['notices', 3], remove: true }]);
});

withChromium(
  'chosen files are sent one after the other under good names, and shown; what is refused is said',
  async () => {
    let held = noMedia;
    const kept = hubWith({ ...written, media: [] }, held, (asked) => {
      if (asked.method === 'GET' && asked.path === '/media') return { status: 200, body: held };
      if (asked.method !== 'PUT' || !asked.path.startsWith('/media/')) return undefined;
      const name = asked.path.slice('/media/'.length);
      if (name === 'bohong.png')
        return {
          status: 400,
          body: { code: 'malformed', fields: [{ path: 'content', message: 'expected' }] },
        };
      const file = {
        name,
        kind: 'picture',
        size: 5,
        width: 4,
        height: 3,
        duration: null,
        used: false,
        src: '',
      } as const;
      held = { ...held, files: [...held.files, file], size: 5 };
      return { status: 201, body: file };
    });
    const { stage, page } = await open(allWell, kept);
    await page.locator('input[type=file]').setInputFiles([
      { name: 'Foto Kantor (2).JPEG', mimeType: 'image/jpeg', buffer: Buffer.from('12345') },
      { name: 'bohong.png', mimeType: 'image/png', buffer: Buffer.from('12345') },
      { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('12345') },
    ]);
    await page.getByText('Isi berkas tidak sesuai dengan jenisnya.').waitFor();
    await page.getByText('Hanya PNG, JPG, WebP, MP4, atau WebM.').waitFor();
    const sent = stage.asked.filter(({ method, path }) => method === 'PUT' && path.startsWith('/media/'));
    expect(sent.map(({ path }) => path)).toEqual(['/media/foto-kantor-2.jpg', '/media/bohong.png']);
    expect(edited(stage)).toContainEqual([{ path: ['media', 0], value: { file: 'foto-kantor-2.jpg' } }]);
  },
);

withChromium(
  'media change their order, their time and their board with a tap each; a missing file is said',
  async () => {
    const { stage, page } = await open();
    await page.getByText('Berkasnya tidak ada.').waitFor();
    const changes = async (act: () => Promise<unknown>) => {
      const before = did(stage, 'PUT /office').length;
      await act();
      await expect.poll(() => did(stage, 'PUT /office').length).toBe(before + 1);
      // Read anew after it was saved.
      await expect.poll(() => edited(stage).at(-1)).toBeUndefined();
      return edited(stage).findLast((edits) => edits !== undefined);
    };
    const button = (name: string) => page.getByRole('button', { name });
    expect(await changes(() => button('Naikkan cara-mengurus-paspor.mp4').click())).toEqual([
      { path: ['media', 1], moveTo: 0 },
    ]);
    expect(await changes(() => page.getByLabel('Lamanya').first().selectOption('30'))).toEqual([
      { path: ['media', 0, 'still'], value: 'PT30S' },
    ]);
    const board = page.locator('section[aria-labelledby=media]').getByLabel('Papan');
    expect(await changes(() => board.nth(1).selectOption(''))).toEqual([
      { path: ['media', 1, 'zone'], remove: true },
    ]);
    expect(await changes(() => button('Jangan tampilkan denah-lama.png').click())).toEqual([
      { path: ['media', 2], remove: true },
    ]);
    expect(await changes(() => button('Tampilkan: lebaran-2026.webp').click())).toEqual([
      { path: ['media', 3], value: { file: 'lebaran-2026.webp' } },
    ]);
  },
);

withChromium('the room tells of calls that nobody heard, and leads to the screens', async () => {
  const { stage, page } = await stands.open();
  stage.show('supervisor', roomWith(troubled));
  stage.answer(hubWith());
  await page.goto(`${stage.origin}/kiosk/supervisor.html`);
  await page.getByRole('link', { name: '2 layar hilang' }).waitFor();
  await page.getByRole('link', { name: '2 panggilan belum terdengar' }).click();
  await page.getByRole('heading', { name: 'Panggilan yang belum terdengar' }).waitFor();
});

test('names of files are made fit: small letters, digits and hyphens, and the ending of its kind', () => {
  expect(nameFor('Foto Kantor (2).JPEG')).toBe('foto-kantor-2.jpg');
  expect(nameFor('Café_Résumé.PNG')).toBe('cafe-resume.png');
  expect(nameFor('窗口.webp')).toBe('media.webp');
  expect(nameFor('大厅.webp', new Set(['media.webp']))).toBe('media-2.webp');
  expect(nameFor('../../etc.mp4')).toBe('etc.mp4');
  expect(nameFor('page.svg')).toBeNull();
  expect(nameFor('film.mov')).toBeNull();
});
