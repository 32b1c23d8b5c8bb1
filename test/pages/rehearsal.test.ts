/** A rehearsal is said on every screen, also where nobody is signed in and where nothing is found, and on paper. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { kiosk } from './scenes.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const rehearsed = { ...kiosk, office: { ...kiosk.office, rehearsal: true } };
const pages = {
  '/kiosk/desk.html?n=3': 'desk:3',
  '/kiosk/door.html': 'door',
  '/kiosk/supervisor.html': 'supervisor',
  '/t/gone': 'ticket:gone',
};

for (const [path, view] of Object.entries(pages))
  withChromium(`${path} says it where it may show nothing, with the office and its clock`, async () => {
    const { stage, page } = await stands.open();
    stage.show('kiosk', rehearsed);
    stage.refuse(path === '/t/gone' ? 'not-found' : 'not-signed-in', view);
    await page.goto(`${stage.origin}${path}`);
    await page.getByText('LATIHAN').waitFor();
    await page.getByText('Kantor Imigrasi Contoh').waitFor();
    await page.getByText('10:20').waitFor();
    await page.getByRole('heading').first().waitFor();
  });

withChromium('the sheet of emergency numbers says it on every number, printed too', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', rehearsed);
  await page.goto(`${stage.origin}/kiosk/emergency.html?count=3`);
  await page.getByRole('listitem').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const said = await page.getByText('LATIHAN').all();
  expect(await Promise.all(said.map((one) => one.isVisible()))).toEqual([false, true, true, true, true]);
});

withChromium('on a real day nothing of it is said', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  await page.goto(`${stage.origin}/kiosk/emergency.html?count=3`);
  await page.getByRole('listitem').first().waitFor();
  expect(await page.getByText('LATIHAN').count()).toBe(0);
});
