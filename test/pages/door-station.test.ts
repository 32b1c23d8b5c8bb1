/** The door station: one motion from the door to a number, counted once whatever happens on the way. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DoorView } from '../../server/contract/views-door.ts';
import { needs } from '../needs.ts';
import { at } from './scenes.ts';
import * as scenes from './scenes-door.ts';
import type { Answer, Answering, Asked } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const ticket = (part: object = {}): Answer => ({
  status: 201,
  body: {
    ...{ code: 'x'.repeat(22), shortCode: 'K7PD', number: 'A-031', service: 'passport', lane: 'regular' },
    ...{ step: 'documents', ahead: 7, estimate: null, promiseAt: at('11:15'), ...part },
  },
});
const said = (verdict: string, part: object = {}): Answer => ({
  status: 201,
  body: { id: 'screening-9', verdict, attempt: 1, ...part },
});
const refused = (status: number, code: string): Answer => ({ status, body: { code, status, title: code } });
const card: Answer = {
  status: 200,
  body: {
    ...{ case: 'K-001', screening: 'screening-3', openedAt: at('10:02'), notifiedAt: null },
    ...{ decision: null, decidedAt: null },
    readings: [{ at: at('10:02'), celsius: 38.1, kind: null }],
  },
};
const hub =
  (screening: Answer = said('admitted'), given: Answer = ticket()): Answering =>
  ({ path }) => {
    if (path === '/screenings' || path.endsWith('/readings')) return screening;
    if (path.startsWith('/cases/')) return card;
    return path === '/tickets' ? given : { status: 200, body: {} };
  };

async function atDoor(view: DoorView = scenes.door, answering = hub(), size = {}): Promise<Stand> {
  const stand = await stands.open(size);
  stand.stage.show('door', view);
  stand.stage.answer(answering);
  await stand.page.emulateMedia({ reducedMotion: 'reduce' });
  await stand.page.goto(`${stand.stage.origin}/kiosk/door.html`);
  await stand.page.getByRole('heading', { name: 'Duduk' }).waitFor();
  return stand;
}
const type = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};
const passport = (page: Page) => page.getByRole('button', { name: 'Paspor', exact: true });
const posts = ({ stage }: Stand) => stage.asked.filter(({ method }) => method !== 'GET');
const told = (stand: Stand) => posts(stand).map(({ path, body }) => [path, body]);
const shows = (page: Page, mark: string) => page.locator(`[data-mark=${mark}]`).waitFor();

withChromium(
  'one motion: the reading and one key admit and give the number, and the pad is empty again',
  async () => {
    const stand = await atDoor();
    for (const digit of ['3', '6', '5'])
      await stand.page.getByRole('button', { name: digit, exact: true }).click();
    expect(await stand.page.getByLabel('Suhu').innerText()).toMatch(/36,5/);
    await passport(stand.page).click();
    await stand.page.getByText('A-031').waitFor();
    await shows(stand.page, 'admitted');
    expect(told(stand)).toEqual([
      ['/screenings', { celsius: 36.5 }],
      ['/tickets', { service: 'passport', lane: 'regular', screening: 'screening-9' }],
    ]);
    expect(await stand.page.getByLabel('Suhu').innerText()).toMatch(/––,–/);
  },
);

withChromium('a double tap counts one person, where something is measured and where nothing is', async () => {
  for (const view of [scenes.door, scenes.plainDoor]) {
    const stand = await atDoor(view);
    if (view.screening) await type(stand.page, '365');
    await passport(stand.page).dblclick();
    await stand.page.getByText('A-031').waitFor();
    expect(posts(stand).map(({ path }) => path)).toEqual(['/screenings', '/tickets']);
    for (const { key } of posts(stand)) expect(key).toMatch(/^[0-9a-f]{32}$/);
  }
});

withChromium(
  'a numeric keypad alone: reading and service, no number, a seated person, people who left',
  async () => {
    const stand = await atDoor(scenes.seatedDoor);
    await type(stand.page, '3652');
    await stand.page.getByText('A-031').waitFor();
    await type(stand.page, '3670');
    await expect.poll(() => posts(stand).length).toBe(3);
    await type(stand.page, '*368');
    await stand.page.getByText('Ukur lagi: duduk sejak 10:14').waitFor();
    await stand.page.keyboard.press('Enter');
    await type(stand.page, '/5-');
    await expect.poll(() => posts(stand).length).toBe(7);
    expect(told(stand)).toEqual([
      ['/screenings', { celsius: 36.5 }],
      ['/tickets', { service: 'passport', lane: 'priority', screening: 'screening-9' }],
      ['/screenings', { celsius: 36.7 }],
      ['/screenings/screening-1/readings', { celsius: 36.8 }],
      ['/tickets', { service: 'passport', lane: 'regular', screening: 'screening-9' }],
      ['/tickets', { service: 'drive-thru', lane: 'regular' }],
      ['/occupancy/leave', { count: 1 }],
    ]);
  },
);

withChromium(
  'without an answer it is not recorded; sent again it has the same keys, and counts once',
  async () => {
    const stand = await atDoor(scenes.door, () => 'drop');
    await type(stand.page, '3651');
    await stand.page.getByText('1 belum tercatat').first().waitFor();
    await stand.page.getByText('36,5 °C · Paspor').first().waitFor();
    stand.stage.answer(hub());
    await stand.page.getByRole('button', { name: 'Kirim lagi' }).click();
    await stand.page.getByText('A-031').waitFor();
    await expect.poll(() => stand.page.getByText('belum tercatat').count()).toBe(0);
    const screenings = posts(stand).filter(({ path }) => path === '/screenings');
    expect(screenings.length).toBeGreaterThan(1);
    expect(new Set(screenings.map(({ key }) => key)).size).toBe(1);
  },
);

withChromium('the ticket alone was lost: the reading is not taken twice', async () => {
  let lost = true;
  const stand = await atDoor(scenes.door, (asked: Asked) =>
    asked.path === '/tickets' && lost ? refused(503, 'storage') : hub()(asked),
  );
  await type(stand.page, '3651');
  await stand.page.getByText('1 belum tercatat').first().waitFor();
  lost = false;
  await stand.page.getByRole('button', { name: 'Kirim lagi' }).click();
  await stand.page.getByText('A-031').waitFor();
  const keys = (path: string) => new Set(posts(stand).flatMap((one) => (one.path === path ? [one.key] : [])));
  expect([keys('/screenings').size, keys('/tickets').size]).toEqual([1, 1]);
});

withChromium(
  'too warm sits down, held has a case, and what is no body is measured again: no number',
  async () => {
    for (const [answer, mark, text] of [
      [said('retest', { retestAt: at('10:25') }), 'retest', '10:25'],
      [said('held', { case: 'K-002' }), 'held', 'K-002'],
      [said('remeasure'), 'remeasure', 'Ukur ulang'],
    ] as const) {
      const stand = await atDoor(scenes.door, hub(answer));
      await type(stand.page, '3781');
      await shows(stand.page, mark);
      await stand.page.getByText(text).first().waitFor();
      expect(told(stand)).toEqual([['/screenings', { celsius: 37.8 }]]);
    }
  },
);

withChromium('let in and refused a number: another key gives it, without another reading', async () => {
  let asked = 0;
  const stand = await atDoor(scenes.door, (one: Asked) => {
    if (one.path !== '/tickets') return hub()(one);
    asked += 1;
    return asked === 1 ? refused(409, 'unknown-lane') : ticket();
  });
  await type(stand.page, '3652');
  await stand.page.getByText('Sudah masuk.').waitFor();
  await passport(stand.page).click();
  await stand.page.getByText('A-031').waitFor();
  expect(told(stand).at(-1)).toEqual([
    '/tickets',
    { service: 'passport', lane: 'regular', screening: 'screening-9' },
  ]);
  expect(posts(stand).filter(({ path }) => path === '/screenings')).toHaveLength(1);
});

withChromium('a family is measured one by one and has one number', async () => {
  const stand = await atDoor();
  await stand.page.getByRole('button', { name: 'Tambah orang' }).click();
  await type(stand.page, '365');
  await passport(stand.page).click();
  await stand.page.getByText('Orang 2 dari 2').waitFor();
  await type(stand.page, '3662');
  await stand.page.getByText('A-031').waitFor();
  expect(told(stand)).toEqual([
    ['/screenings', { celsius: 36.5 }],
    ['/screenings', { celsius: 36.6 }],
    ['/tickets', { service: 'passport', lane: 'priority', people: 2, screening: 'screening-9' }],
  ]);
});

withChromium('a full room: nobody is measured, the number is outside', async () => {
  const stand = await atDoor(scenes.fullDoor, hub(said('admitted'), ticket({ outside: true })));
  expect(await stand.page.getByRole('button', { name: '5', exact: true }).isDisabled()).toBe(true);
  await passport(stand.page).click();
  await shows(stand.page, 'outside');
  await stand.page.getByText('Tunggu di luar').waitFor();
  expect(told(stand)).toEqual([['/tickets', { service: 'passport', lane: 'regular' }]]);
});

withChromium(
  'there is room again: those outside are called in, as many as fit or as many as wanted',
  async () => {
    const stand = await atDoor(scenes.roomAgain);
    await stand.page.getByText('A-061 … A-070').waitFor();
    await stand.page.getByRole('button', { name: /^Panggil masuk/ }).click();
    await stand.page.getByRole('button', { name: 'Jumlah lain' }).click();
    await stand.page.getByText('Panggil berapa orang masuk?').waitFor();
    await type(stand.page, '5');
    await stand.page.keyboard.press('Enter');
    await expect
      .poll(() => told(stand))
      .toEqual([
        ['/occupancy/call-in', {}],
        ['/occupancy/call-in', { people: 5 }],
      ]);
  },
);

withChromium('counting again shows what was recorded and what it becomes', async () => {
  const stand = await atDoor();
  await stand.page.getByRole('button', { name: 'Hitung ulang' }).click();
  const dialog = stand.page.getByRole('dialog');
  await type(stand.page, '82');
  expect(await dialog.getByRole('status').innerText()).toMatch(/Tercatat\s*87\s*Menjadi\s*82/);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect.poll(() => dialog.isVisible()).toBe(false);
  expect(posts(stand).map(({ method, path, body }) => [method, path, body])).toEqual([
    ['PUT', '/occupancy', { inside: 82 }],
  ]);
});

withChromium(
  'while somebody is measured again, the result says who, not that the next may come',
  async () => {
    const { page } = await atDoor(scenes.seatedDoor);
    const result = page.locator('[data-mark="ready"]');
    await result.getByText('Siap untuk orang berikutnya').waitFor();
    await type(page, '*');
    await result.getByText('Ukur lagi: duduk sejak 10:14').waitFor();
  },
);

withChromium('the card of a held person: readings, who decided and why; then the number', async () => {
  const stand = await atDoor(scenes.seatedDoor);
  const dialog = stand.page.getByRole('dialog');
  await stand.page.getByRole('button', { name: /K-001/ }).click();
  await dialog.getByText('38,1 °C').waitFor();
  await dialog.getByRole('button', { name: 'Dirujuk berobat' }).click();
  await dialog.getByLabel('Diputuskan oleh').fill('dr. Rini');
  expect(await dialog.getByRole('button', { name: 'Simpan keputusan' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Boleh masuk' }).click();
  await dialog.getByRole('button', { name: 'Simpan keputusan' }).click();
  await stand.page.getByText('Sudah masuk.').waitFor();
  await passport(stand.page).click();
  await stand.page.getByText('A-031').waitFor();
  expect(told(stand)).toEqual([
    ['/screenings/screening-3/outcome', { decision: 'admit', by: 'dr. Rini' }],
    ['/tickets', { service: 'passport', lane: 'regular', screening: 'screening-3' }],
  ]);
});

withChromium('a reading is kept nowhere: not in the address, the title or the storage', async () => {
  const { page } = await atDoor();
  await type(page, '3651');
  await page.getByText('A-031').waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.title,
      { ...localStorage },
      { ...sessionStorage },
      history.length,
    ]),
  );
  expect(kept).not.toMatch(/36[.,]?5/);
});

withChromium('closed: no number any more, and when there will be again', async () => {
  const { page } = await atDoor(scenes.closedDoor);
  await page.getByText('Dibuka lagi besok 08:00').waitFor();
  expect(await passport(page).isDisabled()).toBe(true);
});

const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];
const states: Record<string, { view: DoorView; answer?: Answer; act?: (page: Page) => Promise<unknown> }> = {
  quiet: { view: scenes.door },
  typed: { view: scenes.seatedDoor, act: (page) => type(page, '365') },
  warned: { view: scenes.door, answer: said('warned'), act: (page) => type(page, '3721') },
  retest: {
    view: scenes.seatedDoor,
    answer: said('retest', { retestAt: at('10:25') }),
    act: (page) => type(page, '3781'),
  },
  held: { view: scenes.door, answer: said('held', { case: 'K-002' }), act: (page) => type(page, '3821') },
  remeasure: { view: scenes.door, answer: said('remeasure'), act: (page) => type(page, '2981') },
  'not recorded': { view: scenes.door, answer: 'drop', act: (page) => type(page, '3651') },
  full: { view: scenes.fullDoor, act: (page) => type(page, '1') },
  'with room again': { view: scenes.roomAgain },
  closed: { view: scenes.closedDoor },
  plain: { view: scenes.plainDoor },
  counting: { view: scenes.door, act: (page) => type(page, '/-82') },
  'with a card open': {
    view: scenes.seatedDoor,
    act: async (page) => {
      await page.getByRole('button', { name: /K-001/ }).click();
      await page.getByRole('button', { name: 'Dirujuk berobat' }).click();
    },
  },
};

for (const [title, { view, answer, act }] of Object.entries(states)) {
  withChromium(`the station ${title}: accessible, within the policy, and as wide as its screen`, async () => {
    const { page, complaints } = await atDoor(view, hub(answer));
    await act?.(page);
    if (answer) await page.locator('[data-mark=ready]').waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(complaints).toEqual([]);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const over = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        high: document.documentElement.scrollHeight - innerHeight,
      }));
      expect(over.wide).toBeLessThanOrEqual(0);
      // A tablet never scrolls; on a phone what belongs to others is below.
      if (size.width > 640) expect(over.high).toBeLessThanOrEqual(0);
    }
  });
}

withChromium('who is not signed in is asked to', async () => {
  const { stage, page } = await stands.open();
  stage.refuse('not-signed-in', 'door');
  await page.goto(`${stage.origin}/kiosk/door.html`);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
