/** One tap of satisfaction on the phone: large faces with words, thanked at once, put right by another tap. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TicketView } from '../../server/contract/views.ts';
import { needs } from '../needs.ts';
import { at, ticketCalled, ticketDone } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'abcdefghijklmnopqrstuv';
const name = `ticket:${code}`;
const question = 'Bagaimana pelayanan kami?';

async function phone(view: TicketView, options: { now?: string; rate?: number } = {}): Promise<Stand> {
  const stand = await stands.open({ width: 360, height: 740, ...options });
  stand.stage.show(name, view);
  await stand.page.goto(`${stand.stage.origin}/t/${code}`);
  await stand.page.getByText('A-031').first().waitFor();
  return stand;
}

/** The hub as it answers a tap, and the view that follows. */
function listening({ stage }: Stand, changeUntil = at('10:30')): void {
  stage.answer(({ body }) => {
    const { rating } = body as { rating: TicketView['rating'] };
    stage.show(name, { ...ticketDone, rating });
    return { status: 200, body: { rating, changeUntil } };
  });
}
const taps = ({ stage }: Stand) => stage.asked.map(({ method, path, body }) => ({ method, path, body }));
const tap = ({ page }: Stand, word: string) => page.getByRole('button', { name: word }).click();
const pressed = ({ page }: Stand) => page.locator('.faces [aria-pressed="true"]').allInnerTexts();

withChromium('a visit that is done is rated with one tap, thanked, and put right with another', async () => {
  const stand = await phone(ticketDone);
  listening(stand);
  await stand.page.getByText(question).waitFor();
  expect(await pressed(stand)).toEqual([]);
  await tap(stand, 'Baik');
  await stand.page.getByRole('status').getByText('Terima kasih atas penilaian Anda.').waitFor();
  await expect.poll(() => pressed(stand)).toEqual(['Baik']);
  await tap(stand, 'Kurang');
  await expect.poll(() => pressed(stand)).toEqual(['Kurang']);
  expect(taps(stand)).toEqual([
    { method: 'POST', path: `/tickets/${code}/rating`, body: { rating: 'good' } },
    { method: 'POST', path: `/tickets/${code}/rating`, body: { rating: 'poor' } },
  ]);
  const keys = stand.stage.asked.map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
  expect(keys).not.toContain(undefined);
});

withChromium('nobody is asked while the visit goes on', async () => {
  const { page } = await phone(ticketCalled);
  await page.getByText('Silakan ke loket').waitFor();
  expect(await page.getByText(question).count()).toBe(0);
});

withChromium('who has said it, and may not change it any more, sees it and is not asked again', async () => {
  const { page } = await phone({ ...ticketDone, rating: 'fair', mayRate: false });
  await page.getByText('Cukup').waitFor();
  await page.getByText('Terima kasih atas penilaian Anda.').waitFor();
  expect(await page.getByText(question).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Baik' }).count()).toBe(0);
});

withChromium('the faces go by themselves when the time to change is over', async () => {
  const stand = await phone(ticketDone, { now: at('10:20'), rate: 600 });
  listening(stand);
  await tap(stand, 'Baik');
  await stand.page.getByText(question).waitFor({ state: 'hidden' });
  await stand.page.getByText('Terima kasih atas penilaian Anda.').waitFor();
});

withChromium('a tap that comes too late is told so, and one that was lost can be made again', async () => {
  const stand = await phone(ticketDone);
  stand.stage.answer(() => 'drop');
  await tap(stand, 'Baik');
  await stand.page.getByRole('alert').getByText('Belum berhasil. Coba lagi sebentar lagi.').waitFor();
  stand.stage.answer(() => ({ status: 409, body: { code: 'rating-over' } }));
  await tap(stand, 'Baik');
  await stand.page.getByText('Penilaian kunjungan ini sudah ditutup.').waitFor();
  expect(await stand.page.getByRole('button', { name: 'Baik' }).count()).toBe(0);
});

withChromium('who was sent away reads what to bring before being asked', async () => {
  const { page } = await phone({ ...ticketDone, state: 'incomplete', reasons: ['missing'], promise: null });
  const asked = await page.getByText(question).boundingBox();
  const back = await page.getByText('Kembalilah hari ini').boundingBox();
  expect(back?.y).toBeLessThan(asked?.y ?? 0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  withChromium(`the faces are large, and pass axe in the ${colorScheme} theme`, async () => {
    const stand = await phone({ ...ticketDone, rating: 'fair' });
    const { page } = stand;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByText(question).waitFor();
    for (const button of await page.locator('.faces button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(stand.complaints).toEqual([]);
  });
}

withChromium('the page with its question is under 100 KB too', async () => {
  const { stage, page } = await stands.open({ width: 360, height: 740 });
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  stage.show(name, ticketDone);
  await page.goto(`${stage.origin}/t/${code}`);
  await page.getByText(question).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(30_000);
  expect(bytes).toBeLessThan(100_000);
});
