/** The forecast on screens: clock times for whoever waits or would come, and what keeps the promises that would break. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rangeAhead, timeAhead } from '../../display/lib/told.ts';
import { needs } from '../needs.ts';
import * as scenes from './scenes.ts';
import { fullDoor } from './scenes-door.ts';
import * as told from './scenes-forecast.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { quietRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const { at } = scenes;
const zone = 'Asia/Makassar';
const accessible = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));

test('a told range begins now at the soonest, and is not told when it is over or nobody knows it', () => {
  const now = Date.parse(at('10:20'));
  expect(rangeAhead(told.range('10:40', '11:05'), now, zone)).toBe('10:40–11:05');
  expect(rangeAhead(told.range('10:05', '10:30'), now, zone)).toBe('10:20–10:30');
  expect(rangeAhead(told.range('10:05', '10:20:30'), now, zone)).toBe('10:20');
  expect(rangeAhead(told.range('10:05', '10:20'), now, zone)).toBeNull();
  expect(rangeAhead(null, now, zone)).toBeNull();
  expect([at('10:21'), at('10:20'), null].map((one) => timeAhead(one, now, zone))).toEqual([
    '10:21',
    null,
    null,
  ]);
});

withChromium(
  'the lobby tells when somebody who comes now is called; of what nobody knows nothing',
  async () => {
    const { stage, page } = await stands.open({ width: 1920, height: 1080 });
    stage.show('lobby', told.toldLobby);
    await page.goto(`${stage.origin}/display/`);
    await page.getByText('10:40–11:05').waitFor();
    expect(await textOf(page, 'section:has(h2:has-text("Menunggu")) li')).toEqual([
      '15 Paspor Passport Prioritas 3 10:40–11:05',
      '5 Pengambilan paspor Passport collection 10:20–10:30',
      '2 Lantatur Drive-thru',
    ]);
    await page.getByText('dipanggil kira-kira').waitFor();
    expect(await accessible(page)).toEqual([]);

    // Nobody can tell anything: neither times nor what they would be.
    stage.show('lobby', scenes.lobby);
    await page.getByText('10:40–11:05').waitFor({ state: 'detached' });
    expect(await page.getByText('dipanggil kira-kira').count()).toBe(0);
  },
);

const longNames = [
  { id: 'Pelayanan paspor elektronik', en: 'Electronic passport service' },
  { id: 'Surat keterangan sehat', en: 'Certificate of health' },
  { id: 'Pengambilan paspor dan buku', en: 'Passport and book collection' },
  { id: 'Imunisasi', en: 'Immunisation' },
  { id: 'Ibu dan anak (KIA)', en: 'Mother and child' },
  { id: 'Laboratorium', en: 'Laboratory test' },
  { id: 'Hasil laboratorium', en: 'Laboratory result' },
  { id: 'Obat rutin', en: 'Repeat medicine' },
  { id: 'Keluarga berencana', en: 'Family planning' },
].map((name, index) => ({ id: `s${index}`, name, prefix: 'A' }));
const longWaiting = (count: number) =>
  longNames.slice(0, count).flatMap(({ id: service }, index) => [
    { service, lane: 'regular', count: 104, estimate: index === 1 ? null : told.range('10:40', '11:05') },
    { service, lane: 'priority', count: 12, estimate: null },
  ]);

for (const [width, height] of [
  [1920, 1080],
  [1080, 1920],
  [1280, 720],
] as const) {
  withChromium(`long names and times on a board of ${width} × ${height}: all is whole`, async () => {
    const { stage, page } = await stands.open({ width, height });
    for (const count of [1, 3, 4, 6, 9]) {
      stage.show('lobby', {
        ...scenes.lobby,
        names: { ...scenes.names, services: Object.fromEntries(longNames.map(({ id, name }) => [id, name])) },
        waiting: longWaiting(count),
      });
      if (count === 1) await page.goto(`${stage.origin}/display/`);
      const entries = page.locator('section:has(h2:has-text("Menunggu")) li');
      await expect.poll(() => entries.count()).toBe(count);
      await page.evaluate(() => document.fonts.ready);
      const cut = await entries.evaluateAll((all) =>
        all
          .flatMap((one) =>
            [one, ...one.querySelectorAll('*')].filter((part) => {
              const { right, bottom } = part.getBoundingClientRect();
              return right > innerWidth || bottom > innerHeight || part.scrollWidth > part.clientWidth + 2;
            }),
          )
          .map((part) => part.clientWidth > 0 && part.textContent)
          .filter(Boolean),
      );
      expect({ count, cut }).toEqual({ count, cut: [] });
      const counter = await page.locator('section:has(h2:has-text("Loket")) li').first().boundingBox();
      expect(counter?.height).toBeGreaterThan(height / 60);
      const number = await page.locator('.call .number').boundingBox();
      expect(number?.height).toBeGreaterThan(0.12 * height);
    }
  });
}

withChromium('the kiosk says what to expect before a number is taken, lane by lane', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', told.toldKiosk);
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByText('10:40–11:05').waitFor();
  expect(await textOf(page, '.service')).toEqual([
    'A Paspor 15 menunggu dipanggil kira-kira 10:40–11:05 selesai sebelum 11:40',
    'C Pengambilan paspor Tanpa antrean dipanggil kira-kira 10:20–10:30 selesai sebelum 10:45',
    'D Lantatur 2 menunggu',
  ]);
  expect(await accessible(page)).toEqual([]);
  await page.getByRole('button', { name: /^Paspor/ }).press('Enter');
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  expect(await textOf(page, '.answer .now')).toEqual([
    'dipanggil kira-kira 10:25–10:35 selesai sebelum 11:10',
    'dipanggil kira-kira 10:40–11:05 selesai sebelum 11:40',
  ]);
  expect(await accessible(page)).toEqual([]);
});

withChromium('no time of now is said where the number would be for another hour', async () => {
  const { stage, page } = await stands.open();
  const offer = { left: 3, nextDay: null, instead: null };
  stage.show('kiosk', {
    ...told.toldKiosk,
    offers: [
      { ...offer, service: 'passport', lane: 'regular', state: 'reserved', at: at('13:00') },
      { ...offer, service: 'passport', lane: 'priority', state: 'given', at: null },
    ],
  });
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByText('10:20–10:30').waitFor();
  expect((await textOf(page, '.service'))[0]).toBe('A Paspor 15 menunggu');
  await page.getByRole('button', { name: /^Paspor/ }).press('Enter');
  await page.getByText('Apakah ada yang perlu didahulukan?').waitFor();
  expect(await textOf(page, '.answer .expected')).toEqual([
    'dipanggil kira-kira 10:25–10:35 selesai sebelum 11:10',
  ]);
});

for (const [width, height] of [
  [1280, 800],
  [1080, 1920],
  [800, 480],
] as const) {
  withChromium(
    `many services with times on a kiosk of ${width} × ${height}: nothing leaves its key`,
    async () => {
      const { stage, page } = await stands.open({ width, height });
      stage.show('kiosk', { ...told.toldKiosk, services: longNames, waiting: longWaiting(9) });
      await page.goto(`${stage.origin}/kiosk/`);
      await page.getByText('10:40–11:05').first().waitFor();
      const outside = await page.locator('.service').evaluateAll((keys) =>
        keys.flatMap((key) => {
          const box = key.getBoundingClientRect();
          return [...key.querySelectorAll('*')]
            .map((part) => part.getBoundingClientRect())
            .filter(({ right, bottom }) => right > box.right || bottom > box.bottom)
            .map(() => key.textContent);
        }),
      );
      expect(outside).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );
}

withChromium('the number that is given says when it is called, and when all is over', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', told.toldKiosk);
  const ticket = {
    ...{ code: 'x'.repeat(22), shortCode: 'K7PD2M', number: 'A-031', service: 'passport', lane: 'regular' },
    ...{
      step: 'documents',
      ahead: 7,
      promiseAt: at('12:00'),
      estimate: told.range('10:20', '10:40', '11:15'),
    },
  };
  stage.answer(({ path }) => (path === '/tickets' ? { status: 201, body: ticket } : undefined));
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByRole('button', { name: /^Paspor/ }).press('Enter');
  await page.getByRole('button', { name: /^Tidak ada/ }).press('Enter');
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(await textOf(page, 'dl > div')).toEqual([
    'Dipanggil kira-kira 10:20–10:40',
    'Selesai kira-kira sebelum 11:15',
    'Dijanjikan paling lambat 12:00',
    'Kode K7PD2M',
  ]);
  expect(await accessible(page)).toEqual([]);
});

const code = 'abcdefghijklmnopqrstuv';
async function phone(view: object): Promise<Stand> {
  const stand = await stands.open({ width: 360, height: 740 });
  stand.stage.show(`ticket:${code}`, view);
  await stand.page.goto(`${stand.stage.origin}/t/${code}`);
  await stand.page.getByText('7 nomor sebelum Anda').waitFor();
  return stand;
}
const timesOn = (page: Page) => textOf(page, 'dl > div');

withChromium('a phone says when it is called, that it is soon, or that nobody can tell yet', async () => {
  const { stage, page } = await phone(told.toldTicket);
  expect(await timesOn(page)).toEqual([
    'Dipanggil kira-kira 10:40–11:05',
    'Selesai sebelum 11:10',
    'Dijanjikan paling lambat 11:15',
  ]);
  expect(await accessible(page)).toEqual([]);
  const height = async () => (await page.locator('dl > div').first().boundingBox())?.height;
  const usual = await height();

  stage.show(`ticket:${code}`, { ...scenes.ticket, estimate: told.range('10:15', '10:30', '10:50') });
  await page.getByText('Sebentar lagi, sebelum').waitFor();
  expect((await timesOn(page)).slice(0, 2)).toEqual([
    'Sebentar lagi, sebelum 10:30',
    'Selesai sebelum 10:50',
  ]);
  expect(await height()).toBe(usual);

  stage.show(`ticket:${code}`, { ...scenes.ticket, estimate: told.range('10:05', '10:19') });
  await page.getByText('belum diketahui').waitFor();
  expect(await timesOn(page)).toEqual([
    'Dipanggil kira-kira belum diketahui',
    'Dijanjikan paling lambat 11:15',
  ]);
  expect(await height()).toBe(usual);
  expect(await accessible(page)).toEqual([]);

  // Who is called from a time on reads that above.
  stage.show(`ticket:${code}`, { ...scenes.ticket, notBefore: at('13:00') });
  await page.getByText('belum diketahui').waitFor({ state: 'detached' });
});

withChromium(
  'a phone that is not live says that its times are the last it heard of, and never “soon”',
  async () => {
    const { stage, page } = await phone({ ...scenes.ticket, estimate: told.range('10:15', '10:45') });
    await page.getByText('Sebentar lagi, sebelum').waitFor();
    await stage.close();
    await page.getByText('Perkiraan terakhir sebelum sambungan terputus.').waitFor();
    expect((await timesOn(page))[0]).toBe('Dipanggil kira-kira 10:15–10:45');
    expect(await accessible(page)).toEqual([]);
  },
);

withChromium(
  'the door hears when the room fills and when it has place again; no key moves for it',
  async () => {
    const { stage, page } = await stands.open();
    stage.show('door', { ...told.fillingDoor, ahead: { fullAt: null, roomAt: null } });
    stage.answer((): Answer => ({ status: 200, body: {} }));
    await page.goto(`${stage.origin}/kiosk/door.html`);
    const key = page.getByRole('button', { name: 'Satu orang keluar' }).last();
    await key.waitFor();
    const before = await key.boundingBox();
    stage.show('door', told.fillingDoor);
    await page.getByText('penuh kira-kira 10:40').waitFor();
    expect(await key.boundingBox()).toEqual(before);
    expect(await accessible(page)).toEqual([]);
    stage.show('door', told.emptyingDoor);
    await page.getByText('ada tempat lagi kira-kira 10:55').waitFor();
    expect(await key.boundingBox()).toEqual(before);
    // What was forecast and is over is not said.
    stage.show('door', { ...fullDoor, ahead: { fullAt: at('10:40'), roomAt: at('10:19') } });
    await page.getByText('ada tempat lagi').waitFor({ state: 'detached' });
    expect(await page.getByText('penuh kira-kira').count()).toBe(0);
  },
);

async function supervisor(view: object, width = 1280): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  stand.stage.show('supervisor', view);
  stand.stage.answer(({ method }) => ({ status: method === 'POST' ? 200 : 204, body: {} }));
  await stand.page.goto(`${stand.stage.origin}/kiosk/supervisor.html#room`);
  await stand.page.getByRole('heading', { name: 'Antrean' }).waitFor();
  return stand;
}

withChromium(
  'what will break is first in the room, with the key that keeps it, which asks once',
  async () => {
    const { stage, page } = await supervisor(told.threatened);
    const ahead = page.getByRole('region', { name: '5 janji akan terlewat' });
    const [top, below] = [await ahead.boundingBox(), await page.locator('#promises').boundingBox()];
    expect((top?.y ?? 0) + (top?.height ?? 0)).toBeLessThan(below?.y ?? 0);
    expect(await page.locator('main > *').nth(1).getAttribute('aria-labelledby')).toBe('ahead');
    expect(await textOf(page, '[aria-labelledby="ahead"] ol li')).toEqual([
      'Buka loket 4 untuk Wawancara dan foto paling lambat 10:30: 3 dari 5 janji ditepati Buka loket 4',
      'Buka loket 6 untuk Pengambilan paling lambat 10:25: bersama itu 5 dari 5 janji ditepati Buka loket 6',
    ]);
    expect((await textOf(page, '[aria-labelledby="ahead"] ul li')).slice(3)).toEqual([
      'A-027 dijanjikan 10:47 · kira-kira 11:03',
      'C-011 dijanjikan 10:50 · belum ada loket yang melayani',
    ]);
    // Beside the count, and beside the queue; and no second key for the same below.
    await page.getByText('penuh kira-kira 10:40').waitFor();
    await page.getByText('Yang baru datang: kira-kira 10:40–11:05').waitFor();
    expect(await page.getByRole('button', { name: /^Buka loket/ }).count()).toBe(2);
    expect(await accessible(page)).toEqual([]);
    const key = ahead.getByRole('button', { name: 'Buka loket 4' });
    await key.dblclick();
    await page.getByText('Tercatat.').waitFor();
    await expect.poll(() => key.isDisabled()).toBe(true);
    expect(stage.asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/counters/4/open',
    ]);
  },
);

withChromium(
  'a keeper whose time is over says now; nobody who helps and a full room are said; a quiet room says nothing',
  async () => {
    const [first] = told.threatened.ahead.keepers;
    if (!first) throw new Error('nobody keeps anything');
    const late = [{ ...first, by: at('10:19') }];
    const { stage, page } = await supervisor({
      ...told.threatened,
      ahead: { ...told.threatened.ahead, keepers: late },
    });
    await page
      .getByText('Buka loket 4 untuk Wawancara dan foto sekarang juga: 3 dari 5 janji ditepati')
      .waitFor();

    stage.show('supervisor', told.hopeless);
    await page.getByRole('region', { name: '11 janji akan terlewat' }).waitFor();
    await page.getByText('Belum ada loket lain yang dapat membantu.').waitFor();
    await page.getByText('ada tempat lagi kira-kira 10:55').waitFor();
    expect(await page.getByText('A-109').isVisible()).toBe(false);
    await page.getByText('dan 3 lagi').click();
    await page.getByText('A-109').waitFor();
    // No keeper above; the key beside the number below stays, as it helps others.
    expect(await page.getByRole('button', { name: /^Buka loket/ }).count()).toBe(1);
    expect(await accessible(page)).toEqual([]);

    stage.show('supervisor', quietRoom);
    await page.getByText('janji akan terlewat').waitFor({ state: 'detached' });
    expect(await page.getByText(/kira-kira|Belum ada loket lain/).count()).toBe(0);
  },
);

withChromium('on a phone the head reads all of it without scrolling sideways', async () => {
  const { page } = await supervisor(told.threatened, 390);
  await page.getByRole('region', { name: '5 janji akan terlewat' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
