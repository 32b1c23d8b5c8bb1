/** What the desk asks once: one tap each, a key that leads through them, and no place of its own in undo's chain. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readable } from '../../kiosk/desk/readable.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';
import { needs } from '../needs.ts';
import { askingDesk, callingDesk } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const nothingSaid: DeskView = {
  ...askingDesk,
  lists: askingDesk.lists.map((list) => ({ ...list, chosen: null })),
};

/** The desk, and a hub that keeps what is said. */
async function desk(view: DeskView, size: { width?: number; height?: number } = {}): Promise<Stand> {
  const stand = await stands.open(size);
  let now = view;
  stand.stage.show('desk:3', now);
  stand.stage.answer(({ path, body }) => {
    const { choices = {} } = (body ?? {}) as { choices?: Record<string, string> };
    const lists = now.lists.map((one) => ({ ...one, chosen: choices[one.list] ?? one.chosen }));
    now = { ...now, lists };
    if (path.endsWith('/describe')) stand.stage.show('desk:3', now);
    return { status: 200, body: { counter: 3, ticket: 'A-024' } };
  });
  await stand.page.goto(`${stand.stage.origin}/kiosk/desk.html?n=3`);
  await stand.page.getByRole('heading', { name: 'Loket 3' }).waitFor();
  return stand;
}
const said = ({ stage }: Stand) =>
  stage.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));
const describing = (choices: Record<string, string>) => ({
  path: '/counters/3/describe',
  body: { ticket: 'A-024', choices },
});

test.each([
  ['umum', 'Umum'],
  ['data-differs', 'Data differs'],
  ['e-passport-48', 'E passport 48'],
])('the id %s is written %s', (id, written) => {
  expect(readable(id)).toBe(written);
});

withChromium('each open question is a row of answers; one tap answers it, and it is done with', async () => {
  const stand = await desk(nothingSaid);
  const { page } = stand;
  await page.getByRole('group', { name: 'Applicants' }).getByRole('button', { name: 'Tki' }).click();
  await page.getByRole('button', { name: 'Applicants: Tki' }).waitFor();
  await page.getByRole('group', { name: 'Purposes' }).getByRole('button', { name: 'Umroh' }).click();
  await page.getByRole('button', { name: 'Purposes: Umroh' }).waitFor();
  expect(await page.getByRole('group').count()).toBe(0);
  expect(said(stand)).toEqual([describing({ applicants: 'tki' }), describing({ purposes: 'umroh' })]);
});

withChromium('an answer from an earlier counter is shown, and changed when tapped', async () => {
  const stand = await desk(askingDesk);
  const { page } = stand;
  await page.getByRole('button', { name: 'Applicants: Umum' }).click();
  await page.getByRole('heading', { name: 'A-024: Applicants' }).waitFor();
  expect(await page.getByRole('dialog').locator('[aria-pressed="true"]').innerText()).toContain('Umum');
  await page.getByRole('dialog').getByRole('button', { name: 'Tki' }).click();
  await page.getByRole('heading', { name: 'A-024: Purposes' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Applicants: Tki' }).waitFor();
  expect(said(stand)).toEqual([describing({ applicants: 'tki' })]);
});

withChromium('with keys alone: the one for lists, and then a digit each', async () => {
  const stand = await desk(nothingSaid);
  const { page } = stand;
  await page.keyboard.press('=');
  await page.getByRole('heading', { name: 'A-024: Applicants' }).waitFor();
  await page.keyboard.press('9');
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'A-024: Purposes' }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(said(stand)).toEqual([describing({ applicants: 'tki' }), describing({ purposes: 'wisata' })]);
  await page.keyboard.press('Enter');
  await expect.poll(() => said(stand).at(-1)).toEqual({ path: '/counters/3/next', body: {} });
});

withChromium('an Enter too many answers nothing', async () => {
  const stand = await desk(nothingSaid);
  await stand.page.keyboard.press('=');
  await stand.page.getByRole('dialog').waitFor();
  await stand.page.keyboard.press('Enter');
  await stand.page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(said(stand)).toEqual([]);
});

withChromium(
  'somebody else at the counter by now is said, and a desk without lists asks nothing',
  async () => {
    const stand = await desk(nothingSaid);
    const { page, stage } = stand;
    stage.answer(() => ({ status: 409, body: { code: 'moved-on', tickets: ['A-025'] } }));
    await page.getByRole('button', { name: 'Umroh' }).click();
    await page.getByText('Sudah ada nomor lain di loket Anda.').waitFor();
    stage.show('desk:3', callingDesk);
    await page.getByRole('group').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('=');
    expect(await page.getByRole('dialog').count()).toBe(0);
  },
);

for (const colorScheme of ['light', 'dark'] as const) {
  withChromium(`the questions fit the desk, and pass axe in the ${colorScheme} theme`, async () => {
    const { page, complaints } = await desk(askingDesk);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [width, height] of [
      [1280, 800],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      const size = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(size).toEqual([width, height]);
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('=');
    await page.getByRole('dialog').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

withChromium('on a phone the questions wrap', async () => {
  const { page } = await desk(nothingSaid, { width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
