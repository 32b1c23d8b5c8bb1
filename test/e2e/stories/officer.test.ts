/** The officer's day: signed in with name and PIN, a numeric keypad or a button, and everything in the officer's name. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { type Office, openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const type = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The visit at the counter, as the desk shows it large. */
const visit = (desk: Page, state: string, number?: string) =>
  desk
    .locator(`[data-visit="${state}"]`)
    .filter(number === undefined ? {} : { hasText: number })
    .waitFor();
const aside = (desk: Page, number: string, why: string) =>
  desk.getByRole('complementary').getByRole('listitem').filter({ hasText: number }).getByText(why).waitFor();

async function signIn(office: Office, counter: number): Promise<Page> {
  const officer = { id: 'sari', name: 'Sari Wulandari', pin: '4821' };
  expect(await office.supervisor.send('POST', '/officers', officer)).toMatchObject({ status: 201 });
  const desk = await (await office.person()).open(`/kiosk/desk.html?n=${counter}`);
  await desk.getByRole('heading', { name: `Masuk di loket ${counter}` }).waitFor();
  await desk.keyboard.type('sari wulandari');
  await type(desk, 'Enter');
  await desk.keyboard.type('4821');
  await type(desk, 'Enter');
  await shows(desk, 'Masuk sebagai', 'Sari Wulandari');
  return desk;
}

withChromium(
  'an officer works a morning on a numeric keypad: every key does what it says, and a reason is asked where it must be',
  async () => {
    const office = await openOffice();
    const tickets = [];
    for (let n = 0; n < 6; n += 1) tickets.push(await office.take({ service: 'passport' }));
    const desk = await signIn(office, 1);
    await desk.getByRole('button', { name: 'Buka loket' }).click();
    await shows(desk, '6 menunggu');

    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-001');
    await type(desk, '/');
    await visit(desk, 'serving', 'A-001');
    await type(desk, '.');
    await visit(desk, 'none');
    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-002');

    // Not the next in turn: a digit gives the reason, and the supervisor sees it with the officer's name.
    await type(desk, '4', 'Enter');
    await desk.getByRole('heading', { name: 'Mengapa A-004 sekarang?' }).waitFor();
    await type(desk, '1');
    await visit(desk, 'called', 'A-004');
    const fairness = await office.supervise('fairness');
    const entry = fairness.getByRole('listitem').filter({ hasText: 'A-004' });
    await entry.getByText(/Sari Wulandari\s+· Loket 1\s+· Sedang sakit/).waitFor();
    await entry.getByText('Dipanggil di luar giliran, melewati 1 nomor').waitFor();

    await type(desk, 'F2');
    await visit(desk, 'none');
    await aside(desk, 'A-004', 'Ditunda');
    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-003');
    await type(desk, '*');
    await desk.getByRole('dialog').getByRole('button', { name: 'Wawancara' }).click();
    await visit(desk, 'none');

    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-005');
    await type(desk, 'F4');
    await desk.getByLabel('Ada berkas yang kurang').check();
    await desk.getByRole('button', { name: 'Minta melengkapi' }).click();
    await aside(desk, 'A-005', 'Belum lengkap');
    const phone = await office.phone(tickets[4] ?? { code: '' });
    await shows(phone, 'Belum lengkap', 'Yang perlu dilengkapi', 'Ada berkas yang kurang');

    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-006');
    await type(desk, '-');
    await shows(desk, 'Tekan − sekali lagi: tidak hadir');
    await type(desk, '-');
    await aside(desk, 'A-006', 'Terlewat');
    await visit(desk, 'none');
    await type(desk, 'Backspace');
    await visit(desk, 'called', 'A-006');

    const board = await (await office.person()).open('/display/counter.html?n=1');
    await shows(board, 'A-006');
    await type(desk, '.', 'F8');
    const pause = desk.getByRole('dialog');
    await pause.getByLabel('Salat').check();
    await pause.getByRole('button', { name: '15 menit' }).click();
    await shows(board, 'Jeda sebentar');
    await fairness.getByRole('link', { name: 'Ruangan' }).click();
    await shows(fairness, /Jeda\s+→ 09:1\d/);
    await type(desk, 'F8');
    await shows(board, 'Siap melayani');
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'a button at the counter presses in the name of the officer who is signed in there, and of nobody afterwards',
  async () => {
    const office = await openOffice();
    for (let n = 0; n < 3; n += 1) await office.take({ service: 'passport' });
    const box = await office.plugIn('box-1', 1);
    expect(await box.press('next')).toMatchObject({ ok: false, error: { code: 'counter-closed' } });
    const desk = await signIn(office, 1);
    await type(desk, 'F8');
    await shows(desk, '3 menunggu');

    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001', counter: 1 });
    await visit(desk, 'called', 'A-001');
    await box.led('A-001');
    await type(desk, 'Enter');
    await visit(desk, 'called', 'A-002');
    await box.led('A-002');

    await desk.getByRole('button', { name: 'Keluar' }).click();
    await desk.getByRole('heading', { name: 'Masuk di loket 1' }).waitFor();
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-003' });
    await box.led('A-003');

    const calls = await office.recorded('TicketCalled');
    expect(calls.map(({ by, event }) => [by, event.officer ?? null])).toEqual([
      ['device:box-1', 'sari'],
      ['officer:sari', 'sari'],
      ['device:box-1', null],
    ]);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
