/** A morning at the door without touching: from arrival to number, the case of somebody held, and counting again. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DoorView } from '../../server/contract/views-door.ts';
import { needs } from '../needs.ts';
import { focused, keys, tabTo } from './keyboard.ts';
import { at } from './scenes.ts';
import { door, driftingDoor, seatedDoor } from './scenes-door.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const given = { code: 'x'.repeat(22), shortCode: 'K7PD', number: 'A-031', service: 'passport' };
const ticket = { ...given, lane: 'regular', step: 'documents', ahead: 7, estimate: null, promiseAt: null };
const card = {
  ...{ case: 'K-001', screening: 'screening-3', openedAt: at('10:02'), notifiedAt: null },
  ...{ decision: null, decidedAt: null, readings: [{ at: at('10:02'), celsius: 38.1, kind: null }] },
};
async function atDoor(view: DoorView): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('door', view);
  stand.stage.answer(({ path }) => {
    if (path.startsWith('/cases/')) return { status: 200, body: card };
    if (path === '/tickets') return { status: 201, body: ticket };
    return { status: 201, body: { id: 'screening-9', verdict: 'admitted', attempt: 1 } };
  });
  await stand.page.goto(`${stand.stage.origin}/kiosk/door.html`);
  await stand.page.getByRole('heading', { name: 'Duduk' }).waitFor();
  return stand;
}
const done = ({ stage }: Stand) =>
  stage.asked.filter(({ method }) => method !== 'GET').map(({ path, body }) => [path, body]);

withChromium('from arrival to number on a keypad alone', async () => {
  const stand = await atDoor(door);
  await keys(stand.page, '3', '6', '5', 'Enter');
  await stand.page.getByText('A-031').waitFor();
  expect(done(stand)).toEqual([
    ['/screenings', { celsius: 36.5 }],
    ['/tickets', { service: 'passport', lane: 'regular', screening: 'screening-9' }],
  ]);
});

withChromium('the case of somebody held is decided with keys alone', async () => {
  const stand = await atDoor(seatedDoor);
  const { page } = stand;
  await tabTo(page, /^K-001/);
  await keys(page, 'Enter');
  await page.getByRole('heading', { name: 'Kartu K-001' }).waitFor();
  await page.getByText('38,1 °C').waitFor();
  await tabTo(page, 'Dirujuk berobat');
  await keys(page, 'Space');
  await tabTo(page, 'Diputuskan oleh');
  await page.keyboard.type('dr. Ayu');
  await tabTo(page, 'Alasan');
  await page.keyboard.type('demam');
  await keys(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(done(stand)).toEqual([
    ['/screenings/screening-3/outcome', { decision: 'refer', by: 'dr. Ayu', reason: 'demam' }],
  ]);
  expect(await focused(page)).toMatch(/^K-001/);
});

withChromium('a count that cannot be right says so, and is put right with keys alone', async () => {
  const stand = await atDoor(driftingDoor);
  const { page } = stand;
  await page.getByText('Paling sedikit 9 orang sedang dilayani di dalam.').waitFor();
  await keys(page, '/', '-');
  await page.getByRole('heading', { name: 'Berapa orang di dalam sekarang?' }).waitFor();
  await keys(page, '2', '4', 'Enter');
  await expect.poll(() => done(stand)).toEqual([['/occupancy', { inside: 24 }]]);
  stand.stage.show('door', { ...door, inside: 24 });
  await page.getByText('Paling sedikit').waitFor({ state: 'hidden' });
});
