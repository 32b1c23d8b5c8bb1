/** The page of one booking, the printed slip, and what boards and phones say of numbers that are to come. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, lobby, ticket } from './scenes.ts';
import {
  availability,
  bookingCode,
  bookingView,
  reservedTicket,
  sentAway,
  toCollect,
  waitListed,
} from './scenes-bookings.ts';
import { entrance } from './scenes-door.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'abcdefghijklmnopqrstuv';
const phone = { width: 390, height: 844 };
async function shown(path: string, name: string, view: object, size = phone): Promise<Stand> {
  const stand = await stands.open(size);
  stand.stage.show(name, view);
  await stand.page.emulateMedia({ reducedMotion: 'reduce' });
  await stand.page.goto(`${stand.stage.origin}${path}`);
  await stand.page.locator('time.clock').waitFor();
  return stand;
}
const bookingPage = (...view: Parameters<typeof bookingView>) =>
  shown(`/b/${bookingCode}`, `booking:${bookingCode}`, bookingView(...view));
async function fine({ page, complaints }: Stand): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(complaints).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

const states: [title: string, view: Parameters<typeof bookingView>, says: string[], has: number][] = [
  ['live', [{}], ['Tempat Anda sudah dipesan', 'Jumat, 27 November', '09:00', 'M4T7QX', '1 orang'], 1],
  ['open', [{ checkInFrom: at('10:00') }], ['Anda sudah boleh mendaftar', 'mesin antrean'], 1],
  ['late', [{ lateAfter: at('10:10') }], ['Waktunya sudah lewat', 'pindah ke hari lain'], 1],
  ['on the waiting list', [waitListed], ['Anda di daftar tunggu', 'Urutan tunggu', 'Rabu, 9 Desember'], 1],
  ['expired', [{ state: 'expired' }], ['Pesanan sudah tidak berlaku'], 0],
  ['cancelled', [{ state: 'cancelled' }], ['Pesanan sudah dibatalkan'], 0],
];
for (const [title, view, says, has] of states) {
  withChromium(`a booking that is ${title}: what to do, and its code as long as it counts`, async () => {
    const stand = await bookingPage(...view);
    const words = await stand.page.locator('main').innerText();
    for (const said of says) expect(words).toContain(said);
    await expect.poll(() => stand.page.getByRole('img', { name: 'Kode' }).count()).toBe(has);
    await fine(stand);
  });
}

withChromium('a booking that was used leads to its number', async () => {
  const { page } = await bookingPage({ state: 'used', ticket: 'A-031' }, code);
  const link = page.getByRole('link', { name: 'Lihat nomor antrean: A-031' });
  expect(await link.getAttribute('href')).toBe(`/t/${code}`);
});

withChromium('a booking is cancelled after one question', async () => {
  const { stage, page } = await bookingPage({});
  stage.answer(({ method }) => {
    if (method !== 'DELETE') return undefined;
    stage.show(`booking:${bookingCode}`, bookingView({ state: 'cancelled' }));
    return { status: 200, body: {} };
  });
  await page.getByRole('button', { name: 'Batalkan pesanan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan pesanan' }).click();
  await page.getByText('Pesanan sudah dibatalkan').waitFor();
  expect(stage.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `DELETE /bookings/${bookingCode}`,
  ]);
});

withChromium('a booking moves to another time with room', async () => {
  const { stage, page } = await bookingPage({});
  stage.answer(({ path, method }) => {
    if (path === '/availability') return { status: 200, body: availability.slice(0, 7) };
    if (method !== 'PATCH') return undefined;
    stage.show(`booking:${bookingCode}`, bookingView({ date: '2026-12-01' }));
    return { status: 200, body: {} };
  });
  await page.getByRole('button', { name: 'Pindah ke hari atau jam lain' }).click();
  await page.getByRole('button', { name: /^Selasa, 1 Desember/ }).click();
  await page.getByRole('button', { name: '09:00' }).click();
  await page.getByText('Selasa, 1 Desember').waitFor();
  expect(stage.asked.findLast(({ method }) => method === 'PATCH')).toMatchObject({
    path: `/bookings/${bookingCode}`,
    body: { date: '2026-12-01', slot: '2026-12-01T01:00:00.000Z' },
  });
});

withChromium('phone: a reserved number says from when it is called', async () => {
  const stand = await shown(`/t/${code}`, `ticket:${code}`, reservedTicket);
  await stand.page.getByText('Dipanggil mulai 13:00').waitFor();
  await fine(stand);
});

withChromium('phone: a promise at risk is said in plain words', async () => {
  const view = { ...ticket, promise: 'at-risk' };
  const { page } = await shown(`/t/${code}`, `ticket:${code}`, view);
  await page.getByText('Janji ini mungkin terlambat. Petugas sudah tahu.').waitFor();
});

withChromium('phone: sent away with what to bring, until when, and the code to come back with', async () => {
  const stand = await shown(`/t/${code}`, `ticket:${code}`, sentAway);
  await stand.page.getByRole('img', { name: 'Kode' }).waitFor();
  const words = await stand.page.locator('main').innerText();
  for (const said of ['Akta kelahiran asli', 'Kartu keluarga', 'paling lambat Senin, 30 November'])
    expect(words).toContain(said);
  await fine(stand);
});

/** The stage's clock stands on Thursday, 26 November. */
for (const [title, part] of [
  ['on that day only', { date: '2026-11-24', returnUntil: null }],
  ['until a date', { date: '2026-11-21', returnUntil: '2026-11-24' }],
] as const) {
  withChromium(`phone: who could come back ${title} is told that it is over`, async () => {
    const stand = await shown(`/t/${code}`, `ticket:${code}`, { ...sentAway, ...part });
    const { page } = stand;
    await page.getByText('Kembali tanpa nomor baru hanya bisa sampai Selasa, 24 November.').waitFor();
    await page.getByText('Silakan ambil nomor baru atau pesan hari lain.').waitFor();
    expect(await page.getByRole('button', { name: 'Batalkan nomor saya' }).count()).toBe(0);
    expect(await page.getByRole('img', { name: 'Kode' }).count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toMatch(/hari ini|Tunjukkan kode/);
    await fine(stand);
  });
}

withChromium('phone: who can come back on this day only is told so on the day', async () => {
  const { page } = await shown(`/t/${code}`, `ticket:${code}`, { ...sentAway, returnUntil: null });
  await page.getByText('Kembalilah hari ini, tanpa mengambil nomor baru.').waitFor();
  await page.getByText('Tunjukkan kode ini saat kembali.').waitFor();
  expect(await page.getByRole('button', { name: 'Batalkan nomor saya' }).count()).toBe(1);
});

withChromium('phone: where and from when to collect, the fee, and a code large enough to show', async () => {
  const stand = await shown(`/t/${code}`, `ticket:${code}`, toCollect);
  await stand.page.getByRole('img', { name: 'Kode' }).waitFor();
  const words = await stand.page.locator('main').innerText();
  for (const said of ['Mulai Selasa, 1 Desember', 'Pengambilan paspor · Lantatur', 'K7PD'])
    expect(words).toContain(said);
  expect(words).toMatch(/Rp\s350\.000/);
  const qr = await stand.page.getByRole('img', { name: 'Kode' }).boundingBox();
  expect(qr?.width).toBeGreaterThanOrEqual(240);
  await fine(stand);
});

withChromium(
  'slip: number, what to collect, the code; GRATIS large; as wide as a roll of 80 mm',
  async () => {
    const size = { width: 302, height: 900 };
    const stand = await shown(`/slip/${code}`, `ticket:${code}`, { ...toCollect, free: true }, size);
    const { page } = stand;
    await fine(stand);
    await page.emulateMedia({ media: 'print' });
    const words = await page.locator('main').innerText();
    for (const said of ['Kantor Imigrasi Contoh', 'A-031', 'Selesai', 'mulai Selasa, 1 Desember', 'GRATIS'])
      expect(words).toContain(said);
    expect(await page.getByRole('button', { name: 'Cetak' }).count()).toBe(0);
    const free = await page.getByText('GRATIS').boundingBox();
    expect(free?.height).toBeGreaterThan(40);
    await page.getByRole('img', { name: 'Kode' }).waitFor();
  },
);

withChromium('slip: the address may end in the code as a fragment', async () => {
  const stand = await shown(`/display/slip.html#${code}`, `ticket:${code}`, sentAway);
  await stand.page.getByText('Akta kelahiran asli').waitFor();
});

const board = { width: 1920, height: 1080 };
const places = [
  { lane: 'regular', left: 48 },
  { lane: 'priority', left: 0 },
];
const stopped = { upTo: 'A-061', opensAt: '2026-11-30T00:00:00.000Z' };

withChromium('lobby: places left by lane; nothing moves when the last one goes', async () => {
  const stand = await shown('/display/', 'lobby', { ...lobby, places }, board);
  const { page, stage } = stand;
  const strip = page.locator('section', { hasText: 'Sisa tempat' });
  expect((await strip.innerText()).split(/\s+/)).toEqual(
    expect.arrayContaining(['Umum', '48', 'Prioritas', 'Habis']),
  );
  await fine(stand);
  const boxes = () =>
    page
      .locator('main > section')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const before = await boxes();
  stage.show('lobby', { ...lobby, places: places.map((place) => ({ ...place, left: 0 })) });
  await expect.poll(() => strip.getByText('Habis').count()).toBe(2);
  expect(await boxes()).toEqual(before);
  stage.show('lobby', { ...lobby, places, stopped });
  await page.getByText('terakhir A-061 · buka lagi Senin 08:00').waitFor();
  expect(await boxes()).toEqual(before);
  await fine(stand);
});

withChromium('door board: no more numbers, which was the last, and when again', async () => {
  const stand = await shown('/display/door.html', 'entrance', { ...entrance, places: [], stopped }, board);
  await stand.page.getByText('Tidak ada nomor lagi hari ini').waitFor();
  await stand.page.getByText('Nomor terakhir A-061 · Dibuka lagi Senin 08:00').waitFor();
  await stand.page.getByText('Yang punya nomor atau kode silakan masuk').waitFor();
  await fine(stand);
});

withChromium('boards: numbers that are given again today are not over for today', async () => {
  const forNow = { upTo: null, opensAt: at('13:00') };
  const lobbyBoard = await shown('/display/', 'lobby', { ...lobby, places, stopped: forNow }, board);
  await lobbyBoard.page.getByText('Belum ada nomor saat ini').waitFor();
  const door = { ...entrance, places: [], stopped: forNow };
  const doorBoard = await shown('/display/door.html', 'entrance', door, board);
  await doorBoard.page.getByText('Belum ada nomor saat ini').waitFor();
  await doorBoard.page.getByText('Dibuka lagi hari ini 13:00').waitFor();
});
