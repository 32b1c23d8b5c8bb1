/** The board outside the door: come in, wait, who is called in; legible, still, and of nobody in particular. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { EntranceView } from '../../server/contract/views-door.ts';
import { needs } from '../needs.ts';
import * as scenes from './scenes-door.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function boardWith(view: EntranceView): Promise<Stand> {
  const stand = await stands.open({ width: 1920, height: 1080 });
  stand.stage.show('entrance', view);
  await stand.page.emulateMedia({ reducedMotion: 'reduce' });
  await stand.page.goto(`${stand.stage.origin}/display/door.html`);
  await stand.page.locator('[data-word]').waitFor();
  return stand;
}
const wordOf = ({ page }: Stand) => page.locator('[data-word]').getAttribute('data-word');

const states: Record<string, { view: EntranceView; word: string; texts: readonly string[] }> = {
  open: {
    view: scenes.entrance,
    word: 'come-in',
    texts: ['Silakan masuk', 'Please come in', '87', 'Sisa tempat'],
  },
  plain: { view: scenes.plainEntrance, word: 'come-in', texts: ['Silakan masuk'] },
  full: {
    view: scenes.fullEntrance,
    word: 'wait',
    texts: ['Mohon tunggu di luar', 'Menunggu di luar', '14'],
  },
  'calling in': {
    view: scenes.groupEntrance,
    word: 'group',
    texts: ['A-061 … A-070', 'Dipanggil 10:12', 'A-058', 'Loket 3', 'Silakan duduk'],
  },
  'calling in many': { view: scenes.scatteredEntrance, word: 'group', texts: ['A-068 … A-070', 'C-031'] },
  closed: {
    view: scenes.closedEntrance,
    word: 'closed',
    texts: ['Pengambilan nomor sudah ditutup', 'Dibuka lagi besok 08:00', 'Silakan ikuti petugas'],
  },
};
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 1280, height: 800 },
];

for (const [title, { view, word, texts }] of Object.entries(states)) {
  withChromium(`the board ${title}: accessible, within the policy, and nothing is cut off`, async () => {
    const stand = await boardWith(view);
    const { page, complaints } = stand;
    expect(await wordOf(stand)).toBe(word);
    for (const text of texts) await page.getByText(text).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(complaints).toEqual([]);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const cut = await page.locator('main, main *').evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().width > 2)
          .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 2)
          .map(({ textContent }) => textContent),
      );
      const outside = await page.locator('main p, main li, main h1, main h2').evaluateAll((all) =>
        all
          .filter((one) => {
            const box = one.getBoundingClientRect();
            return box.width > 2 && (box.right > innerWidth || box.bottom > innerHeight);
          })
          .map(({ textContent }) => textContent),
      );
      expect({ size, cut, outside }).toEqual({ size, cut: [], outside: [] });
    }
  });
}

withChromium('nothing moves when a number changes or a verdict comes and goes', async () => {
  const { stage, page } = await boardWith(scenes.groupEntrance);
  const places = () =>
    page.locator('main > section, aside > section').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );
  const before = await places();
  stage.show('entrance', { ...scenes.groupEntrance, inside: 9, outside: 8, lastVerdict: null, calls: [] });
  await page.getByText('9', { exact: true }).waitFor();
  expect(await places()).toEqual(before);
});

withChromium('what nobody counts or limits is not shown', async () => {
  const { page } = await boardWith(scenes.plainEntrance);
  expect(await page.getByText('Di dalam').count()).toBe(0);
  expect(await page.getByText('Sisa tempat hari ini').count()).toBe(0);
});

withChromium('a verdict is a word and a shape: nobody’s name, number or temperature', async () => {
  for (const verdict of ['admitted', 'warned', 'retest', 'held', 'remeasure', 'referred'] as const) {
    const { page } = await boardWith({
      ...scenes.entrance,
      lastVerdict: { verdict, at: scenes.calledIn.at },
    });
    const last = page.locator(`[data-verdict=${verdict}]`);
    expect(await last.innerText()).not.toMatch(/\d|°/);
    expect(await last.locator('svg').count()).toBe(1);
  }
});

withChromium('without its hub the board says so', async () => {
  const { stage, page } = await boardWith({
    ...scenes.entrance,
    office: { ...scenes.entrance.office, rehearsal: true },
  });
  await page.getByText('LATIHAN').waitFor();
  await stage.close();
  await page.getByText(/^Tidak tersambung/).waitFor();
});

withChromium(
  'where nobody is measured no room is kept for a verdict; from the first one on it is',
  async () => {
    const { stage, page } = await stands.open({ width: 1080, height: 1920 });
    stage.show('entrance', { ...scenes.entrance, lastVerdict: null });
    await page.goto(`${stage.origin}/display/door.html`);
    const word = page.locator('[data-word]');
    await word.waitFor();
    const height = async () => (await word.boundingBox())?.height ?? 0;
    const roomy = await height();
    stage.show('entrance', scenes.entrance);
    await page.locator('[data-verdict="admitted"]').waitFor();
    const measured = await height();
    expect(roomy - measured).toBeGreaterThan(150);
    stage.show('entrance', { ...scenes.entrance, lastVerdict: null, inside: 9 });
    await page.getByText('9', { exact: true }).waitFor();
    expect(await height()).toBe(measured);
  },
);
