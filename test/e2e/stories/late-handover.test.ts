/** A hand-over that takes too long: free on the board, closed at the desk, on the slip, and counted with the promises. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { type Office, openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const twoMinutes = storyOffice().replace('within: PT10M', 'within: PT2M');
/** Two minutes of the office pass in six seconds. */
const quickly = { LOKET_CLOCK_RATE: '20' };

const part = (page: Page, name: string) => page.getByRole('region', { name });
const handover = (page: Page, state: string) => page.locator(`[data-handover="${state}"]`).waitFor();

/** With an officer who is signed in there. */
async function deskOf(office: Office, counter: number): Promise<Page> {
  const officer = { id: 'sari', name: 'Sari Wulandari', pin: '4821' };
  expect(await office.supervisor.send('POST', '/officers', officer)).toMatchObject({ status: 201 });
  const desk = await (await office.person()).open(`/kiosk/desk.html?n=${counter}`);
  await desk.getByLabel('Nama atau nomor petugas').fill(officer.name);
  await desk.getByLabel('PIN', { exact: true }).fill(officer.pin);
  await desk.getByRole('button', { name: 'Masuk', exact: true }).click();
  await shows(desk, 'Masuk sebagai', officer.name);
  return desk;
}

withChromium(
  'two minutes are over: the board says free, the desk closes the claim, and slip, supervisor and promises say the same',
  async () => {
    const office = await openOffice({ text: twoMinutes, settings: quickly });
    const late = await office.take({ service: 'collection' });
    const board = await (await office.person()).open('/display/counter.html?n=4');
    const desk = await deskOf(office, 4);
    const supervisor = await office.supervise();
    const box = await office.plugIn('box-4', 4);
    for (const key of ['open', 'next'] as const) expect(await box.press(key)).toMatchObject({ ok: true });
    await shows(board, 'C-001');
    const timed = part(supervisor, 'Janji waktu').getByText(/Jam pasir: Penyerahan/);

    const running = handover(board, 'running');
    expect(await box.press('start')).toMatchObject({ ok: true });
    await running;
    await handover(board, 'broken');
    await shows(board, 'C-001', 'GRATIS', 'Janji waktu terlewati: tanpa biaya');
    await handover(desk, 'broken');
    await timed.getByText('0 tepat waktu · 1 terlewat').waitFor();
    await supervisor.getByText('1 klaim belum ditutup').waitFor();

    await desk.getByRole('button', { name: 'Gratis: tutup klaim' }).click();
    await desk.getByRole('heading', { name: 'C-001: waktu terlewat, layanan gratis' }).waitFor();
    await desk.getByRole('button', { name: 'Tidak dipungut' }).click();
    await desk.getByRole('button', { name: 'Gratis: tutup klaim' }).waitFor({ state: 'detached' });
    await supervisor.getByText('1 klaim belum ditutup').waitFor({ state: 'detached' });
    expect(await box.press('done')).toMatchObject({ ok: true });

    const slip = await (await office.person()).open(`/slip/${late.code}`);
    await shows(slip, 'C-001', 'GRATIS', 'Janji waktu terlewati: tidak perlu membayar');
    await supervisor.getByRole('link', { name: 'Klaim' }).click();
    await part(supervisor, 'Klaim terbuka').getByText('Tidak ada klaim yang terbuka.').waitFor();
    const closed = part(supervisor, 'Klaim per hari').getByRole('listitem').filter({ hasText: 'C-001' });
    await closed.getByText(/Tidak dipungut,\s+ditutup Sari Wulandari/).waitFor();
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
