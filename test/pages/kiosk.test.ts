/** The kiosk: three taps to a number, once each, and a way out of every refusal. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { answering, atLane, given, openKiosk, posted, refused } from './kiosk-stand.ts';
import { kiosk } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

withChromium('a double tap takes one number', async () => {
  const stand = await atLane(stands);
  answering(stand, '/tickets', given);
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).dblclick();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  await stand.page.getByText('7 nomor sebelum Anda').waitFor();
  await stand.page.getByText('11:15').waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ service: 'passport' }]);
  expect(posted(stand)[0]?.key).toMatch(/^[0-9a-f]{32}$/);
});

withChromium('the second tap on a service does not answer the question that comes in its place', async () => {
  const { stage, page } = await stands.open();
  // A screen so wide and flat that the answer lies under the finger.
  await page.setViewportSize({ width: 1280, height: 500 });
  stage.show('kiosk', { ...kiosk, services: kiosk.services.slice(0, 1) });
  await page.goto(`${stage.origin}/kiosk/`);
  const service = await page.getByRole('button', { name: /^Paspor/ }).boundingBox();
  await page.mouse.dblclick((service?.x ?? 0) + 200, (service?.y ?? 0) + 120);
  const yes = page.getByRole('button', { name: /^Ya, ada/ });
  const box = await yes.boundingBox();
  // The finger is on "yes".
  expect(box?.x).toBeLessThan((service?.x ?? 0) + 200);
  expect(box?.y).toBeLessThan((service?.y ?? 0) + 120);
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  expect(stage.asked.filter(({ path }) => path === '/tickets')).toEqual([]);
});

withChromium('the lane that was asked for is sent', async () => {
  const stand = await atLane(stands);
  answering(stand, '/tickets', given);
  await stand.page.getByText('Ibu hamil').click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ service: 'passport', lane: 'priority' }]);
});

withChromium('when no answer comes it is asked once more with the same key', async () => {
  const stand = await atLane(stands);
  answering(stand, '/tickets', 'drop', given);
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  const [first, second] = posted(stand);
  expect(first?.key).toBeTruthy();
  expect(second?.key).toBe(first?.key);
});

withChromium('who tries again after a lost answer gets one number: the key stays the same', async () => {
  const stand = await atLane(stands);
  let back = false;
  stand.stage.answer(({ path }) => (path === '/tickets' ? (back ? given : 'drop') : undefined));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByText('Anda tetap mendapat satu nomor saja').waitFor();
  back = true;
  await stand.page.getByRole('button', { name: 'Coba lagi' }).click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  const keys = posted(stand).map(({ key }) => key);
  expect(keys.length).toBeGreaterThanOrEqual(3);
  expect(new Set(keys).size).toBe(1);
});

withChromium('a hub that never answers is not waited for without end', async () => {
  const stand = await openKiosk(stands);
  await stand.page.clock.install();
  stand.stage.answer(({ path }) => (path === '/tickets' ? new Promise(() => {}) : undefined));
  await stand.page.getByRole('button', { name: /^Paspor/ }).click();
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByText('Sebentar …').waitFor();
  await stand.page.clock.fastForward(15_000);
  await stand.page.getByRole('heading', { name: 'Jawabannya belum sampai' }).waitFor();
});

withChromium('a kiosk that is not signed in asks for its token', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  let signedIn = false;
  stage.answer(({ method, path }) => {
    if (path !== '/session') return undefined;
    signedIn ||= method === 'POST';
    return signedIn ? { status: 200, body: { role: 'kiosk' } } : refused(401, 'not-signed-in');
  });
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByText('Mesin ini sedang disiapkan petugas').waitFor();
  await page.getByRole('button', { name: 'Dengan token' }).click();
  await page.locator('input[type="password"]').fill('a-token');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
  expect(stage.asked.findLast(({ method, path }) => method === 'POST' && path === '/session')?.body).toEqual({
    token: 'a-token',
  });
});

withChromium(
  'the supervisor who tries the kiosk finds the phone page of the number; a station does not',
  async () => {
    for (const [role, links] of [
      ['supervisor', 1],
      ['kiosk', 0],
    ] as const) {
      const { stage, page } = await atLane(stands);
      stage.answer(({ path }) => (path === '/tickets' ? given : { status: 200, body: { role } }));
      const known = page.waitForResponse('**/session');
      await page.reload();
      await known;
      await page
        .getByRole('button', { name: /^Paspor/ })
        .first()
        .click();
      await page.getByRole('button', { name: /Tidak ada/ }).click();
      await page.getByText('Nomor Anda').first().waitFor();
      const link = page.getByRole('link', { name: 'Halaman ponsel nomor ini' });
      await expect.poll(() => link.count()).toBe(links);
      if (links > 0) expect(await link.getAttribute('href')).toMatch(/^\/t\/.+/);
    }
  },
);

withChromium('on a small flat screen both answers are whole, and nothing covers them', async () => {
  const { stage, page } = await stands.open({ width: 800, height: 480 });
  stage.show('kiosk', kiosk);
  await page.goto(`${stage.origin}/kiosk/`);
  await page
    .getByRole('button', { name: /^Paspor/ })
    .first()
    .click();
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  const boxes = await page
    .locator('h1, button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.length).toBeGreaterThanOrEqual(6);
  for (const [index, one] of boxes.entries()) {
    expect(one.bottom).toBeLessThanOrEqual(480);
    for (const other of boxes.slice(index + 1)) {
      const apart =
        one.right <= other.left ||
        other.right <= one.left ||
        one.bottom <= other.top ||
        other.bottom <= one.top;
      expect(apart).toBe(true);
    }
  }
});
