/** Scenes of the page of one booking: before the day, on it, over, and moved to another. */
import type { Page } from 'playwright-core';
import type { Scene, Size } from '../gallery/gallery.ts';
import { at, office } from './scenes.ts';
import { availability, bookingCode, bookingView, waitListed } from './scenes-bookings.ts';

const large: Size = [390, 844];
const usual: Size = [360, 640];
const small: Size = [320, 568];
const tablet: Size = [768, 1024];
const name = `booking:${bookingCode}`;

const scene = (
  state: string,
  view: Parameters<typeof bookingView>,
  ready: Scene['ready'],
  more: Partial<Scene> = {},
): Scene => ({
  state,
  path: `/b/${bookingCode}`,
  sizes: [large, small],
  views: { [name]: bookingView(...view) },
  ready,
  ...more,
});

const days: NonNullable<Scene['answer']> = ({ path }) =>
  path === '/availability' ? { status: 200, body: availability.slice(0, 7) } : undefined;
const pressed = (label: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: label }).click();
};
const moving = pressed('Pindah ke hari atau jam lain');
const toTimes = async (page: Page) => {
  await moving(page);
  await pressed(/^Selasa, 1 Desember/)(page);
};
/** What people with weak eyes set in their browser. */
const zoomed = async (page: Page) => {
  await page.getByText('M4T7QX').waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
};
const family = { people: 4 };

export const bookingScenes: readonly Scene[] = [
  scene('live', [{}], 'Tempat Anda sudah dipesan', {
    sizes: [large, usual, small, tablet],
    readme: 'booking',
  }),
  scene('live-zoomed', [family], 'Tempat Anda sudah dipesan', { act: zoomed }),
  scene('open', [{ ...family, date: '2026-11-26', checkInFrom: at('10:00') }], 'Anda sudah boleh mendaftar'),
  scene('late', [{ date: '2026-11-26', lateAfter: at('10:10') }], 'Waktunya sudah lewat'),
  scene('waiting', [waitListed], 'Anda di daftar tunggu'),
  scene('needless', [{ needless: true }], 'tidak perlu memesan', { sizes: [large] }),
  scene('used', [{ state: 'used', ticket: 'A-031' }, 'abcdefghijklmnopqrstuv'], 'Lihat nomor antrean'),
  scene('expired', [{ state: 'expired' }], 'Pesanan sudah tidak berlaku'),
  scene('cancelled', [{ state: 'cancelled' }], 'Pesanan sudah dibatalkan', { sizes: [large] }),
  scene('move-days', [{}], 'Pilih hari', { answer: days, act: moving }),
  scene('move-days-zoomed', [{}], 'Pilih hari', {
    answer: days,
    sizes: [small],
    act: async (page) => {
      await zoomed(page);
      await moving(page);
    },
  }),
  scene('move-times', [{}], /Pilih jam/, { answer: days, act: toTimes }),
  scene('move-none', [{ people: 99 }], 'Tidak ada tempat', { answer: days, act: moving, sizes: [small] }),
  scene('move-gone', [{}], 'Tempat itu baru saja habis', {
    answer: (asked) =>
      asked.method === 'PATCH'
        ? { status: 409, body: { type: 'about:blank', title: 'full', status: 409, code: 'slot-full' } }
        : days(asked),
    act: async (page) => {
      await toTimes(page);
      await pressed('09:00')(page);
    },
    sizes: [large],
  }),
  scene('cancel', [{}], 'Batalkan pesanan ini?', { act: pressed('Batalkan pesanan') }),
  scene('lost', [{}], 'Tidak tersambung', {
    act: async (page, stage) => {
      await page.getByRole('img', { name: 'Kode' }).waitFor();
      await page.evaluate(() => document.fonts.ready);
      await stage.close();
    },
  }),
  scene('unknown', [{}], 'tidak ditemukan', {
    views: {},
    refused: { code: 'not-found', names: [name] },
  }),
  scene('english', [family], 'Your place is booked', { act: pressed('English'), sizes: [large] }),
  scene('rehearsal', [{}], 'LATIHAN', {
    views: { [name]: { ...bookingView({}), office: { ...office, rehearsal: true } } },
    sizes: [small],
  }),
];
