/** A scanner at the door types as a keyboard does: a booking's code is read whole, and a guard's digits stay digits. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createBurst } from '../../kiosk/door/burst.ts';
import { needs } from '../needs.ts';
import { at } from './scenes.ts';
import { closedDoor, door, plainDoor } from './scenes-door.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'Bk7_abcdefghijklmnop-q';
const link = `http://192.168.1.10:8080/b/${code}`;
const given = { code: 'x'.repeat(22), shortCode: 'K7PD', number: 'A-031', service: 'passport' };
const ticket: Answer = {
  status: 201,
  body: { ...given, lane: 'regular', step: 'documents', ahead: 7, estimate: null, promiseAt: at('11:15') },
};
const admitted: Answer = { status: 201, body: { id: 'screening-9', verdict: 'admitted', attempt: 1 } };

async function atDoor(view = door, answer = ticket): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('door', view);
  stand.stage.answer(({ path }) => (path === '/tickets' ? answer : admitted));
  await stand.page.goto(`${stand.stage.origin}/kiosk/door.html`);
  await stand.page.getByRole('heading', { name: 'Duduk' }).waitFor();
  return stand;
}

/** All strokes in one go, as a scanner sends them. */
const scan = ({ page }: Stand, text: string) =>
  page.evaluate((whole) => {
    for (const key of [...whole, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, text);
/** 36,5 °C is typed, and on the display. */
async function measure({ page }: Stand): Promise<void> {
  for (const key of ['3', '6', '5']) await page.keyboard.press(key);
  await page.locator('output.whole').waitFor();
}
const done = ({ stage }: Stand) =>
  stage.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body]);

test('strokes that are no code are the guard’s, in their order', async () => {
  const passed = await new Promise<string[]>((resolve) => {
    const keys: string[] = [];
    const burst = createBurst({
      pass: ({ key }) => {
        keys.push(key);
        if (key === 'Enter') resolve(keys);
      },
      scanned: () => resolve(['scanned']),
      unknown: () => resolve(['unknown']),
    });
    for (const [index, key] of ['3', '6', '5', '1', '2', '3', '4', 'Enter'].entries())
      burst.take({ key, code: '', shiftKey: false, timeStamp: index, capsLock: false });
  });
  expect(passed).toEqual(['3', '6', '5', '1', '2', '3', '4', 'Enter']);
});

withChromium('a reading and a booking’s QR are one motion: admitted, and the ticket printed', async () => {
  const stand = await atDoor();
  await measure(stand);
  await scan(stand, link);
  await stand.page.getByText('A-031').waitFor();
  expect(done(stand)).toEqual([
    ['/screenings', { celsius: 36.5 }],
    ['/tickets', { booking: code, screening: 'screening-9' }],
  ]);
});

withChromium('a QR before the reading waits for it, and the third digit sends both', async () => {
  const stand = await atDoor();
  await scan(stand, link);
  await stand.page.getByText('Kode terbaca. Ukur suhunya').waitFor();
  expect(done(stand)).toEqual([]);
  for (const key of ['3', '6', '4']) await stand.page.keyboard.press(key);
  await stand.page.getByText('A-031').waitFor();
  expect(done(stand)).toEqual([
    ['/screenings', { celsius: 36.4 }],
    ['/tickets', { booking: code, screening: 'screening-9' }],
  ]);
});

withChromium('a thermometer that answers after the QR sends both', async () => {
  const stand = await atDoor();
  await scan(stand, link);
  await stand.page.getByText('Kode terbaca. Ukur suhunya').waitFor();
  const reading = { id: 7, device: 'pintu', celsius: 36.4, kind: 'forehead', at: at('10:20'), refused: null };
  stand.stage.show('door', { ...door, reading });
  await stand.page.getByText('A-031').waitFor();
  expect(done(stand)).toEqual([
    ['/screenings', { celsius: 36.4, kind: 'forehead' }],
    ['/tickets', { booking: code, screening: 'screening-9' }],
  ]);
});

withChromium(
  'where nothing is measured the QR alone lets in; a closed intake does not stop a booking',
  async () => {
    const stand = await atDoor({ ...plainDoor, closed: closedDoor.closed });
    await scan(stand, 'Q5ZAHD');
    await stand.page.getByText('A-031').waitFor();
    expect(done(stand)).toEqual([
      ['/screenings', {}],
      ['/tickets', { booking: 'Q5ZAHD', screening: 'screening-9' }],
    ]);
  },
);

withChromium('what is no code of ours is said, and none of its digits is a reading', async () => {
  const stand = await atDoor();
  await scan(stand, 'https://example.org/365/1234');
  await stand.page.locator('[data-mark="trouble"]').waitFor();
  expect(done(stand)).toEqual([]);
  expect(await stand.page.getByLabel('Suhu', { exact: true }).textContent()).not.toMatch(/\d/);
});

withChromium('a booking that is refused is said, and whoever is inside still gets a number', async () => {
  const stand = await atDoor(door, { status: 409, body: { code: 'booking-late' } });
  await measure(stand);
  await scan(stand, link);
  await stand.page.locator('[data-mark="trouble"]').waitFor();
  await stand.page.getByText('Sudah masuk. Pilih layanan untuk nomornya').waitFor();
});
