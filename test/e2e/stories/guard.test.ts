/** The guard, both hands busy: one motion a person, the held and the task force, and a room that is full. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';
import { openTaskForce, taskForceSecret } from './task-force.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const door = storyOffice(
  'capacity: 3',
  'screening: { warnAbove: 37.0, holdAbove: 37.5, retests: 1, retestAfter: PT5M, keep: PT24H }',
);

/** On the numeric keypad. */
const type = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};
const result = (station: Page, mark: string, ...texts: string[]) =>
  expect
    .poll(() => station.locator(`[data-mark="${mark}"]`).allInnerTexts(), { timeout: 15_000, message: mark })
    .toEqual([expect.stringMatching(new RegExp(texts.join('[^]*')))]);
const inside = (station: Page, count: number) =>
  expect
    .poll(() => station.locator('.count strong').last().innerText(), { timeout: 15_000 })
    .toBe(String(count));
const word = (board: Page, wanted: string) => board.locator(`[data-word="${wanted}"]`).waitFor();

withChromium(
  'from the reading to the number in one motion; whoever is too warm sits, is held, and comes in when the task force says so',
  async () => {
    const taskForce = await openTaskForce();
    const settings = { LOKET_TASK_FORCE_URL: taskForce.url, LOKET_TASK_FORCE_SECRET: taskForceSecret };
    const office = await openOffice({ text: door, settings });
    const station = await office.station('door', '/kiosk/door.html');
    const board = await (await office.person()).open('/display/door.html');
    await word(board, 'come-in');

    // Three digits and one more: in, with a number for the first service.
    await type(station, '3651');
    await result(station, 'admitted', 'Masuk', 'A-001');
    await inside(station, 1);
    await shows(board, 'Pemeriksaan terakhir', 'Silakan masuk');
    await type(station, '3721');
    await result(station, 'warned', 'Masuk, waspada', 'A-002');
    await inside(station, 2);
    await type(station, '2101');
    await result(station, 'remeasure', 'Ukur ulang');

    await type(station, '3821');
    await result(station, 'retest', 'Duduk dahulu', '09:0\\d');
    await shows(board, 'Silakan duduk');
    await station.getByRole('button', { name: /^Ukur lagi 09:0\d/ }).click();
    await type(station, '3791');
    await result(station, 'held', 'Ditahan', 'K-001');
    await inside(station, 2);
    await station.getByRole('button', { name: /^K-001 .*Satgas diberi tahu 09:0\d/ }).click();
    expect(taskForce.notices.map((text) => JSON.parse(text))).toEqual([
      expect.objectContaining({ type: 'person-held', case: 'K-001', office: 'cerita', rehearsal: true }),
    ]);
    expect(taskForce.notices.join()).not.toMatch(/38|37[.,]9/);

    const card = station.getByRole('dialog', { name: 'Kartu K-001' });
    await card.getByText('38,2 °C').waitFor();
    await card.getByText('37,9 °C').waitFor();
    await card.getByRole('button', { name: 'Boleh masuk' }).click();
    await card.getByLabel('Diputuskan oleh').fill('dr. Rini');
    await card.getByRole('button', { name: 'Simpan keputusan' }).click();
    // Keys mean nothing while the card is still open.
    await card.waitFor({ state: 'hidden' });
    await shows(station, 'Sudah masuk. Pilih layanan untuk nomornya');
    await type(station, '1');
    await result(station, 'number', 'A-003');
    await inside(station, 3);
    const decisions = await office.recorded('CaseDecided');
    expect(decisions.map(({ event }) => [event.case, event.decision])).toEqual([['K-001', 'admit']]);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'the room is full: a number outside with the same key, called in when somebody has left, and straight in without a new number',
  async () => {
    const office = await openOffice({ text: door });
    const station = await office.station('door', '/kiosk/door.html');
    const board = await (await office.person()).open('/display/door.html');
    for (const count of [1, 2, 3]) {
      await type(station, '3651');
      await result(station, 'admitted', `A-00${count}`);
      await inside(station, count);
    }
    await shows(station, 'Ruangan penuh');
    await word(board, 'wait');
    await shows(board, 'Mohon tunggu di luar', 'Ruangan penuh. Kami panggil menurut giliran.');

    // Nothing is measured outside: the service's key alone gives the number.
    await station.getByRole('button', { name: 'Paspor', exact: true }).click();
    await result(station, 'outside', 'Tunggu di luar', 'A-004');
    const family = station.getByRole('button', { name: 'Tambah orang' });
    await family.click();
    await station.getByRole('button', { name: 'Pengambilan', exact: true }).click();
    await result(station, 'outside', 'C-001');
    await inside(station, 3);

    // The car needs no room: it is called while everybody else waits.
    await station.getByRole('button', { name: 'Lantatur', exact: true }).click();
    await result(station, 'number', 'D-001');
    expect((await office.supervisor.send('GET', '/board')).body.inside).toBe(3);

    await type(station, '-');
    await inside(station, 2);
    // The family of two has the earlier turn, and there is room for one: nobody is torn apart, nobody overtakes.
    await station.getByRole('button', { name: /^Panggil masuk/ }).click();
    await shows(station, 'Ruangan penuh.');
    await station.getByRole('button', { name: 'Satu orang keluar' }).click();
    await inside(station, 1);
    await station.getByRole('button', { name: /^Panggil masuk/ }).click();
    await word(board, 'group');
    await shows(board, 'Silakan masuk', 'C-001');
    await shows(station, /Dipanggil 09:\d\d/);
    for (const count of [2, 3]) {
      await type(station, '3640');
      await result(station, 'admitted', 'Masuk', 'Tanpa nomor');
      await inside(station, count);
    }
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
