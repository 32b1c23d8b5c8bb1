/** The kiosk: three taps to a number, once each, and a way out of every refusal. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { at, kiosk } from './scenes.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const given: Answer = {
  status: 201,
  body: {
    ...{ code: 'x'.repeat(22), shortCode: 'K7PD', number: 'A-031', service: 'passport', lane: 'regular' },
    ...{ step: 'documents', ahead: 7, estimate: null, promiseAt: at('11:15') },
  },
};
const refused = (status: number, code: string): Answer => ({ status, body: { code, status, title: code } });

async function atLane(): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('kiosk', kiosk);
  await stand.page.goto(`${stand.stage.origin}/kiosk/`);
  await stand.page.getByRole('button', { name: /^Paspor/ }).click();
  return stand;
}
const takes = ({ stage }: Stand) => stage.asked.filter(({ path }) => path === '/tickets');

withChromium('a double tap takes one number', async () => {
  const stand = await atLane();
  stand.stage.answer(({ path }) => (path === '/tickets' ? given : undefined));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).dblclick();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  await stand.page.getByText('7 nomor sebelum Anda').waitFor();
  await stand.page.getByText('11:15').waitFor();
  expect(takes(stand).map(({ body }) => body)).toEqual([{ service: 'passport' }]);
  expect(takes(stand)[0]?.key).toMatch(/^[0-9a-f]{32}$/);
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
  const stand = await atLane();
  stand.stage.answer(({ path }) => (path === '/tickets' ? given : undefined));
  await stand.page.getByText('Ibu hamil').click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(takes(stand).map(({ body }) => body)).toEqual([{ service: 'passport', lane: 'priority' }]);
});

withChromium('when no answer comes it is asked once more with the same key', async () => {
  const stand = await atLane();
  const answers: Answer[] = ['drop', given];
  stand.stage.answer(({ path }) => (path === '/tickets' ? answers.shift() : undefined));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  const [first, second] = takes(stand);
  expect(first?.key).toBeTruthy();
  expect(second?.key).toBe(first?.key);
});

withChromium('a refusal says what to do instead, never what went wrong inside', async () => {
  const stand = await atLane();
  stand.stage.answer(({ path }) => (path === '/tickets' ? refused(503, 'storage') : undefined));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByText('Silakan temui petugas.').waitFor();
  expect(await stand.page.locator('main').innerText()).not.toContain('storage');
  await stand.page.getByRole('button', { name: 'Kembali' }).click();
  await stand.page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
});

withChromium('a missed number is typed and waits again', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  stage.answer(({ path }) =>
    path === '/tickets/P-007/return'
      ? { status: 200, body: { code: 'x', number: 'P-007', state: 'waiting' } }
      : undefined,
  );
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByRole('button', { name: 'Nomor saya terlewat' }).click();
  for (const key of ['P', '0', '0', '7']) await page.getByRole('button', { name: key, exact: true }).click();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByText('Anda menunggu lagi').waitFor();
  await page.getByText('P-007').waitFor();
});

withChromium('the screen goes back to the start after thirty seconds, in its first language', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  await page.clock.install();
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByRole('button', { name: 'English' }).click();
  await page
    .getByRole('button', { name: /^Passport/ })
    .first()
    .click();
  await page.getByText('Should somebody be served first?').waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await page.clock.fastForward(30_000);
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
});

withChromium('a kiosk that is not signed in asks for its token', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  stage.answer(({ method, path }) => {
    if (path !== '/session') return undefined;
    return method === 'GET' ? refused(401, 'not-signed-in') : { status: 200, body: {} };
  });
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByLabel('Token stasiun').fill('a-token');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
  expect(stage.asked.findLast(({ method }) => method === 'POST')?.body).toEqual({ token: 'a-token' });
});

withChromium(
  'the supervisor who tries the kiosk finds the phone page of the number; a station does not',
  async () => {
    for (const [role, links] of [
      ['supervisor', 1],
      ['kiosk', 0],
    ] as const) {
      const { stage, page } = await atLane();
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
