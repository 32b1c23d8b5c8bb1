/** The applicant: a number at the kiosk, the phone and the boards that follow it, the hourglass, and coming back when missed. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import type { TicketAnswer } from '../../../server/contract/http.ts';
import { needs } from '../../needs.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** By its key: a finger as quick as a test counts as the second tap of the one before. */
const finish = (kiosk: Page) => kiosk.getByRole('button', { name: 'Selesai' }).press('Enter');

/** The last tap at the kiosk, and the number that it shows. */
async function given(kiosk: Page, lastTap: () => Promise<void>): Promise<TicketAnswer> {
  const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'));
  await lastTap();
  const ticket = (await (await answered).json()) as TicketAnswer;
  await kiosk.getByRole('heading', { name: ticket.number }).waitFor();
  return ticket;
}

/** Two taps, for somebody who needs nothing else. */
async function takeNumber(kiosk: Page, service: string): Promise<TicketAnswer> {
  await tap(kiosk, new RegExp(`^${service}`));
  const ticket = await given(kiosk, () => tap(kiosk, /^Tidak ada/));
  await finish(kiosk);
  return ticket;
}

const handover = (page: Page, state: string) => page.locator(`[data-handover="${state}"]`).waitFor();

withChromium(
  'a family of three with a wheelchair is asked kindly, gets one number, and sees and follows its call everywhere',
  async () => {
    const office = await openOffice();
    const everybody = await office.person();
    const lobby = await everybody.open('/display/');
    const board = await everybody.open('/display/counter.html?n=1');
    const box = await office.plugIn('box-1', 1);
    const kiosk = await office.station('kiosk', '/kiosk/');
    const before = await takeNumber(kiosk, 'Paspor');
    expect(before.number).toBe('A-001');

    await tap(kiosk, /^Paspor/);
    await shows(kiosk, 'Apakah ada yang perlu didahulukan?');
    await tap(kiosk, 'Keperluan khusus / rombongan');
    await tap(kiosk, /^Kursi roda/);
    await tap(kiosk, 'Tambah satu orang');
    await tap(kiosk, 'Tambah satu orang');
    await tap(kiosk, 'Lanjut');
    await kiosk.getByRole('button', { name: '3 orang · Kursi roda' }).waitFor();
    const family = await given(kiosk, () => tap(kiosk, /^Ya, ada/));
    expect(family).toMatchObject({ number: 'P-001', lane: 'priority', ahead: 0 });
    await shows(kiosk, '3 orang', 'Anda berikutnya', 'Paling lambat', /^09:3\d$/);
    const [phone, other] = [await office.phone(family), await office.phone(before)];
    await shows(phone, 'P-001', 'Menunggu', 'Anda berikutnya', 'Dijanjikan paling lambat');
    await shows(other, 'A-001', '1 nomor sebelum Anda');

    expect(await box.press('open')).toMatchObject({ ok: true });
    await shows(board, 'Siap melayani');
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'P-001' });
    await shows(lobby, 'Nomor dipanggil', 'P-001', 'Berkas');
    await shows(board, 'P-001', 'Silakan datang');
    await shows(phone, 'Dipanggil', 'Silakan ke loket');
    await phone.locator('.counter').getByText('1', { exact: true }).waitFor();
    await shows(other, 'Anda berikutnya');
    const desk = await office.station('counter', '/kiosk/desk.html?n=1', 1);
    await shows(desk, 'P-001', /3 orang/, 'Kursi roda');
    expect(await lobby.getByText('Kursi roda').count()).toBe(0);

    // The next step is another queue, with the same number and the old turn.
    expect(await box.press('done')).toMatchObject({ ok: true });
    await shows(phone, 'P-001', 'Wawancara', 'Anda berikutnya');
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'the hourglass runs on the board, at the desk and is kept; where it runs out, the board and the phone say that nothing is to be paid',
  async () => {
    const office = await openOffice();
    const everybody = await office.person();
    const kiosk = await office.station('kiosk', '/kiosk/');
    const inTime = await takeNumber(kiosk, 'Pengambilan');
    const tooLate = await takeNumber(kiosk, 'Lantatur');
    const [counter, outside] = [await office.plugIn('box-4', 4), await office.plugIn('box-5', 5)];
    const board = await everybody.open('/display/counter.html?n=4');
    const phone = await office.phone(inTime);

    for (const key of ['open', 'next', 'start'] as const)
      expect(await counter.press(key)).toMatchObject({ ok: true });
    await handover(board, 'running');
    await shows(board, 'C-001', 'Sisa waktu', /^(10:00|9:\d\d)$/);
    const desk = await office.station('counter', '/kiosk/desk.html?n=4', 4);
    await handover(desk, 'running');
    await shows(phone, 'Dilayani');
    expect(await counter.press('done')).toMatchObject({ ok: true });
    await handover(board, 'kept');
    await shows(board, 'TEPAT WAKTU');
    await shows(phone, 'Terima kasih. Anda boleh pulang.');
    expect(await phone.getByText('Gratis').count()).toBe(0);

    const carBoard = await everybody.open('/display/counter.html?n=5');
    const carPhone = await office.phone(tooLate);
    for (const key of ['open', 'next', 'start'] as const)
      expect(await outside.press(key)).toMatchObject({ ok: true });
    await handover(carBoard, 'broken');
    await shows(carBoard, 'D-001', 'GRATIS', 'Janji waktu terlewati: tanpa biaya');
    await shows(carPhone, 'Gratis: janji waktu terlewati');
    expect(await outside.press('done')).toMatchObject({ ok: true });
    await shows(carPhone, 'Terima kasih. Anda boleh pulang.', 'Gratis: janji waktu terlewati');
    await shows(carBoard, 'GRATIS');
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);

withChromium(
  'who missed the call types the number at the kiosk and is called again, after one other and before those who came later',
  async () => {
    const office = await openOffice();
    const kiosk = await office.station('kiosk', '/kiosk/');
    const missed = await takeNumber(kiosk, 'Paspor');
    for (let n = 0; n < 2; n += 1) await office.take({ service: 'passport' });
    const phone = await office.phone(missed);
    const box = await office.plugIn('box-1', 1);
    for (const key of ['open', 'next', 'no_show'] as const)
      expect(await box.press(key)).toMatchObject({ ok: true });
    await shows(phone, 'Terlewat', /Tekan “Nomor saya terlewat” di mesin antrean/);

    await tap(kiosk, 'Nomor saya terlewat');
    await shows(kiosk, 'Nomor berapa yang terlewat?');
    for (const key of ['A', '0', '0', '1', 'Lanjut']) await tap(kiosk, key);
    await shows(kiosk, 'A-001', 'Anda menunggu lagi');
    await shows(phone, 'Menunggu');
    await finish(kiosk);

    // Whoever is not missed cannot come before others by this way.
    await tap(kiosk, 'Nomor saya terlewat');
    for (const key of ['A', '3', 'Lanjut']) await tap(kiosk, key);
    await shows(kiosk, 'Nomor itu tidak terlewat');
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-002' });
    expect(await box.press('next')).toMatchObject({ ok: true, ticket: 'A-001' });
    await shows(phone, 'Silakan ke loket');
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
