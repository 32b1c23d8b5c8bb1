/** Numbers on paper: taken at the kiosk, the roll that ends, a power cut of the printer, and what the guard does about it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished } from 'vitest';
import { needs } from '../../needs.ts';
import { type FakePrinter, plugInPrinter } from '../../printers/fake-printer.ts';
import { shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { openOffice } from './office.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

/** A kiosk with a printer, and the guard's page beside it. */
async function atEntrance() {
  const office = await openOffice();
  const printer = await plugInPrinter();
  onTestFinished(() => printer.switchOff());
  const settings = { at: printer.at, for: ['kiosk'] };
  const device = { id: 'prn-1', driver: 'escpos', label: 'pintu utama', settings };
  expect(await office.supervisor.send('POST', '/devices', device)).toMatchObject({ status: 201 });
  const kiosk = await office.station('kiosk', '/kiosk/');
  const guard = await office.station('door', '/kiosk/door.html');
  return { office, printer, kiosk, guard };
}

/** By the keys: a finger as quick as a test counts as the second tap of the one before. */
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter');

async function takeNumber(kiosk: Page, number: string): Promise<void> {
  await press(kiosk, /^Paspor/);
  await press(kiosk, /^Tidak ada/);
  await kiosk.getByRole('heading', { name: number }).waitFor();
}

/** The power is gone after so many bytes, and comes back. */
async function powerGoes(printer: FakePrinter, kiosk: Page, number: string): Promise<void> {
  printer.set({ breaksAfter: 150 });
  await takeNumber(kiosk, number);
  await shows(kiosk, 'Kertas tidak keluar?');
  await printer.switchOff();
  await printer.switchOn();
}

const numbersOn = (printer: FakePrinter): (string | undefined)[] =>
  printer.papers().map(({ lines }) => lines.find((line) => /^[A-Z]-\d{3}$/.test(line)));

withChromium(
  'a number is taken on paper; the roll ends, the guard is told and prints it again with a new roll',
  async () => {
    const { printer, kiosk, guard } = await atEntrance();
    await takeNumber(kiosk, 'A-001');
    await shows(kiosk, 'Ambil kertas nomor Anda');
    expect(numbersOn(printer)).toEqual(['A-001']);
    await press(kiosk, 'Selesai');

    printer.set({ paper: 'out' });
    await takeNumber(kiosk, 'A-002');
    await shows(kiosk, 'Foto layar ini atau catat nomornya');
    await shows(guard, 'Printer pintu utama');
    await guard.getByText(/kertas habis sejak .* · 1 kertas menunggu/).waitFor();

    printer.set({ paper: 'enough' });
    await press(guard, 'Cetak ulang A-002');
    await shows(guard, 'A-002 dikirim ke printer.');
    await guard.getByRole('button', { name: 'Cetak ulang A-002' }).waitFor({ state: 'detached' });
    await printer.until((one) => one.papers().length === 2);
    expect(numbersOn(printer)).toEqual(['A-001', 'A-002']);
    await guard.getByText('kertas habis').waitFor({ state: 'detached' });
  },
  storyMs,
);

withChromium(
  'the printer breaks off: once more at the kiosk, and what came out after all the guard takes off the list',
  async () => {
    const { office, printer, kiosk, guard } = await atEntrance();
    await powerGoes(printer, kiosk, 'A-001');
    await guard.getByRole('button', { name: 'Cetak ulang A-001' }).waitFor();
    await press(kiosk, 'Cetak ulang');
    await shows(kiosk, 'Ambil kertas nomor Anda');
    expect(await kiosk.getByRole('button', { name: 'Cetak ulang' }).count()).toBe(0);
    expect(numbersOn(printer)).toHaveLength(1);
    expect(printer.papers()[0]?.lines.join(' ')).toContain('Cetak ulang ke-2');
    await guard.getByRole('button', { name: 'Cetak ulang A-001' }).waitFor({ state: 'detached' });
    await press(kiosk, 'Selesai');

    await powerGoes(printer, kiosk, 'A-002');
    await press(guard, 'A-002 sudah beres');
    await guard.getByRole('button', { name: 'Cetak ulang A-002' }).waitFor({ state: 'detached' });
    expect(await office.recorded('PaperSettled')).toHaveLength(1);
    expect(printer.papers()).toHaveLength(1);
  },
  storyMs,
);
