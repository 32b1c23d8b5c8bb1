/** Papers on the pages: what the kiosk says while it prints and when it cannot, and what staff do about it. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TicketPaper } from '../../server/contract/http.ts';
import type { PapersShown } from '../../server/contract/views-papers.ts';
import { needs } from '../needs.ts';
import { answering, atLane, given, posted, refused } from './kiosk-stand.ts';
import { at, callingDesk, idleDesk, ticket } from './scenes.ts';
import { door } from './scenes-door.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { busyRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'x'.repeat(22);
/** Of the paper that is printed again. */
const again = 'y'.repeat(22);
const ready: TicketPaper = { printer: 'prn-1', ready: true, elsewhere: null, state: 'asked' };
const takenWith = (paper: TicketPaper, url?: string) =>
  typeof given === 'object' && given !== null && 'body' in given
    ? { ...given, body: { ...(given.body as object), paper, ...(url ? { url } : {}) } }
    : given;
const page = (state: string, copy = 1) => ({ ...ticket, paper: { state, copy } });

/** Somebody who was just given the number, at a kiosk whose printer is as it is said. */
async function atNumber(paper: TicketPaper, url?: string): Promise<Stand> {
  const stand = await atLane(stands);
  for (const link of [code, again]) stand.stage.show(`ticket:${link}`, page('asked', link === again ? 2 : 1));
  await stand.page.setViewportSize({ width: 1080, height: 1920 });
  answering(stand, '/tickets', takenWith(paper, url));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  return stand;
}
const isAccessible = async ({ page }: Stand) =>
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

withChromium('while it prints the kiosk asks to take the number, and then to keep it', async () => {
  const stand = await atNumber(ready);
  await stand.page.getByText('Silakan ambil nomor Anda').waitFor();
  stand.stage.show(`ticket:${code}`, page('printing'));
  await isAccessible(stand);
  stand.stage.show(`ticket:${code}`, page('printed'));
  await stand.page.getByText('Ambil kertas nomor Anda').waitFor();
  expect(await stand.page.getByRole('button', { name: 'Cetak ulang' }).count()).toBe(0);
});

withChromium('without paper the number is there to be photographed, with its link', async () => {
  const stand = await atNumber({ ...ready, ready: false }, 'https://antrean.example/t/xxx');
  await stand.page.getByText('Foto layar ini atau catat nomornya').waitFor();
  await stand.page.getByRole('img', { name: 'Buka di ponsel' }).waitFor();
  stand.stage.show(`ticket:${code}`, page('failed'));
  await isAccessible(stand);
  expect(await stand.page.getByRole('button', { name: 'Cetak ulang' }).count()).toBe(0);
});

withChromium('a spare printer is named', async () => {
  const stand = await atNumber({ ...ready, elsewhere: 'meja satpam' });
  await stand.page.getByText('Ambil kertas di meja satpam').waitFor();
  await isAccessible(stand);
});

withChromium('where nobody is sure it is printed again, once, with the new link', async () => {
  const stand = await atNumber(ready);
  answering(stand, `/tickets/${code}/reprint`, { status: 200, body: { code: again, copy: 2 } });
  stand.stage.show(`ticket:${code}`, page('unsure'));
  await stand.page.getByText('Kertas tidak keluar?').waitFor();
  await isAccessible(stand);
  await stand.page.getByRole('button', { name: 'Cetak ulang' }).click();
  await stand.page.getByText('Silakan ambil nomor Anda').waitFor();
  stand.stage.show(`ticket:${again}`, page('unsure', 2));
  await stand.page.getByText('Foto layar ini atau catat nomornya').waitFor();
  expect(await stand.page.getByRole('button', { name: 'Cetak ulang' }).count()).toBe(0);
  expect(posted(stand).map(({ path }) => path)).toEqual(['/tickets', `/tickets/${code}/reprint`]);
});

withChromium('where it may not, the kiosk sends to the staff', async () => {
  const stand = await atNumber(ready);
  answering(stand, `/tickets/${code}/reprint`, refused(409, 'not-possible'));
  stand.stage.show(`ticket:${code}`, page('unsure'));
  // By the keyboard: a tap so soon might be the second of a double tap.
  await stand.page.getByRole('button', { name: 'Cetak ulang' }).press('Enter');
  await stand.page.getByText('Silakan minta kertas kepada petugas.').waitFor();
});

withChromium('a kiosk without a printer says nothing of paper', async () => {
  const stand = await atLane(stands);
  answering(stand, '/tickets', given);
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(await stand.page.getByText(/[Kk]ertas/).count()).toBe(0);
});

const papers: PapersShown = {
  printers: [
    { id: 'prn-1', label: 'pintu utama', state: 'out', since: at('10:12'), waiting: 0 },
    { id: 'prn-2', label: null, state: 'near-end', since: at('09:00'), waiting: 0 },
  ],
  lost: [
    { code: 'a'.repeat(22), number: 'A-029', kind: 'ticket', state: 'failed', askedAt: at('10:12') },
    { code: 'b'.repeat(22), number: 'A-030', kind: 'ticket', state: 'unsure', askedAt: at('10:13') },
    { code: 'c'.repeat(22), number: 'P-004', kind: 'ticket', state: 'failed', askedAt: at('10:14') },
  ],
  prints: true,
};

const stations = [
  ['door', '/kiosk/door.html', { ...door, papers }],
  ['desk:3', '/kiosk/desk.html?n=3', { ...callingDesk, papers }],
  ['supervisor', '/kiosk/supervisor.html', { ...busyRoom, papers }],
] as const;

for (const [name, path, view] of stations)
  withChromium(`${name}: the alarm, who waits for paper, and the key that prints it again`, async () => {
    const stand = await stands.open();
    const { page, stage } = stand;
    stage.show(name, view);
    stage.answer(({ method, path }) => ({
      status: 200,
      body: method === 'POST' ? { code, copy: 2 } : { role: name === 'door' ? 'door' : 'supervisor', path },
    }));
    await page.goto(`${stage.origin}${path}`);
    await page.getByText('kertas habis sejak 10:12 · 3 kertas menunggu').waitFor();
    await page.getByText('Printer prn-2: kertas hampir habis').waitFor();
    await isAccessible(stand);
    const lost = `/tickets/${'b'.repeat(22)}`;
    const paths = () => posted(stand).map((one) => one.path);
    await page.getByRole('button', { name: 'A-030 sudah beres' }).click();
    await expect.poll(paths).toEqual([`${lost}/paper-settled`]);
    await page.getByRole('button', { name: 'Cetak ulang A-030' }).click();
    await page.getByText('A-030 dikirim ke printer.').waitFor();
    expect(paths()).toEqual([`${lost}/paper-settled`, `${lost}/reprint`]);
    // It is said also when nothing needs anybody any more.
    stage.show(name, { ...view, papers: { printers: [], lost: [], prints: true } });
    await page.getByRole('button', { name: 'Cetak ulang A-030' }).waitFor({ state: 'detached' });
    expect(await page.getByText('A-030 dikirim ke printer.').isVisible()).toBe(true);
  });

withChromium(
  'F7 prints the slip where the counter has a printer, and opens its page where it has none',
  async () => {
    const slip = { code, number: 'A-012' };
    const stand = await stands.open();
    const { page, stage } = stand;
    stage.show('desk:3', { ...idleDesk, slip, papers: { printers: [], lost: [], prints: true } });
    stage.answer(() => ({ status: 200, body: { code, copy: 1 } }));
    await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
    await page.getByRole('button', { name: /^Buka halaman slip/ }).waitFor();
    await page.keyboard.press('F7');
    await expect.poll(() => posted(stand).map((one) => one.path)).toEqual([`/tickets/${code}/slip`]);
    stage.show('desk:3', { ...idleDesk, slip, papers: { printers: [], lost: [], prints: false } });
    await page.getByRole('button', { name: /^Buka halaman slip/ }).waitFor({ state: 'detached' });
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('F7');
    expect(new URL((await opened).url()).pathname).toBe(`/slip/${code}`);
  },
);
