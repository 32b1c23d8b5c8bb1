/** Scenes of the phone's page: a visit from its number to the end, also where something went another way. */
import type { Page } from 'playwright-core';
import type { TicketView } from '../../server/contract/views.ts';
import type { Scene, Size } from '../gallery/gallery.ts';
import { at, call, names, office, ticket, ticketCalled, ticketDone } from './scenes.ts';

export const phoneCode = 'abcdefghijklmnopqrstuv';
const large: Size = [390, 844];
const usual: Size = [360, 640];
const small: Size = [320, 568];
const tablet: Size = [768, 1024];
const sizes = [large, usual, small, tablet];

export const expected: TicketView = {
  ...ticket,
  estimate: { from: at('10:40'), to: at('11:00'), homeBy: at('11:15') },
  ready: [
    { id: 'ktp', name: { id: 'KTP asli', en: 'Identity card' } },
    { id: 'kk', name: { id: 'Kartu keluarga asli', en: 'Family card' } },
  ],
};
export const near: TicketView = {
  ...expected,
  ahead: 2,
  estimate: { from: at('10:24'), to: at('10:32'), homeBy: at('10:55') },
};
export const called: TicketView = {
  ...ticketCalled,
  step: 'interview',
  stepName: names.steps.interview,
  counterName: { id: 'Wawancara', en: 'Interviews' },
  direction: 'left',
};

const scene = (state: string, view: TicketView, ready: Scene['ready'], more: Partial<Scene> = {}): Scene => ({
  state,
  path: `/t/${phoneCode}`,
  sizes: [large, small],
  views: { [`ticket:${phoneCode}`]: view },
  ready,
  ...more,
});

const tellMe = async (page: Page) => {
  await page.getByRole('button', { name: 'Beri tahu saya' }).click();
  await page.getByText('Anda diberi tahu dengan').waitFor();
};
/** What people with weak eyes set in their browser. */
const zoomed = async (page: Page) => {
  await page.getByText('A-031').first().waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
};
const over = { ahead: null, estimate: null, promiseAt: null, promise: null };

export const phoneScenes: readonly Scene[] = [
  scene('waiting', expected, '7 nomor sebelum Anda', { sizes }),
  scene('waiting-zoomed', expected, '7 nomor sebelum Anda', { sizes: [large, small], act: zoomed }),
  scene('told', expected, 'Anda diberi tahu dengan', { sizes: [large], act: tellMe }),
  scene('near', near, '2 nomor sebelum Anda'),
  scene('next', { ...near, ahead: 0, people: 4 }, 'Anda berikutnya', { sizes: [large] }),
  scene('not-known', ticket, 'belum diketahui', { sizes: [large] }),
  scene('outside', { ...expected, outside: true }, 'Tunggu di luar'),
  scene('later', { ...ticket, notBefore: at('13:00') }, 'Dipanggil mulai', { sizes: [large] }),
  scene('at-risk', { ...expected, promise: 'at-risk' }, 'Janji ini mungkin terlambat', { sizes: [large] }),
  scene('called', called, 'Silakan ke loket', { sizes, readme: 'phone' }),
  scene('called-zoomed', called, 'Silakan ke loket', { act: zoomed }),
  scene('called-plain', { ...ticketCalled, counter: 12 }, 'Silakan ke loket', { sizes: [large] }),
  scene('serving', { ...called, state: 'serving', call: null }, 'Anda sedang dilayani', { sizes: [large] }),
  scene('moved', { ...expected, step: 'interview', stepName: names.steps.interview, ahead: 4 }, 'Wawancara', {
    sizes: [large],
  }),
  scene('held', { ...ticket, ...over, state: 'held' }, 'Ditunda', { sizes: [large] }),
  scene('missed', { ...ticket, ...over, state: 'no-show' }, 'Terlewat'),
  scene(
    'incomplete',
    {
      ...ticket,
      ...over,
      state: 'incomplete',
      reasons: ['missing'],
      bring: [{ id: 'ktp', name: { id: 'KTP asli', en: 'Identity card' } }],
      returnUntil: '2026-11-30',
    },
    'Belum lengkap',
  ),
  scene('done', ticketDone, 'Bagaimana pelayanan kami?', { sizes }),
  scene('rated', { ...ticketDone, rating: 'good' }, 'Terima kasih atas penilaian', { sizes: [large] }),
  scene('free', { ...ticketDone, promise: 'broken', free: true }, 'Gratis: janji waktu terlewati'),
  scene('given-up', { ...ticket, ...over, state: 'cancelled' }, 'sudah dibatalkan', { sizes: [large] }),
  scene('over', { ...ticket, ...over, state: 'unfinished' }, 'Tidak selesai', { sizes: [large] }),
  scene('first-place', { ...ticket, ...over, state: 'unfinished', firstPlace: true }, 'tempat pertama', {
    sizes: [large],
  }),
  scene('unknown', ticket, 'tidak ditemukan', {
    views: {},
    refused: { code: 'not-found', names: [`ticket:${phoneCode}`] },
  }),
  scene('rehearsal', { ...expected, office: { ...office, rehearsal: true } }, 'LATIHAN', { sizes: [small] }),
  scene('lost', expected, 'Tidak tersambung', {
    act: async (page, stage) => {
      await page.getByText('7 nomor sebelum Anda').waitFor();
      await stage.close();
    },
  }),
  scene('called-lost', called, 'Tidak tersambung', {
    sizes: [large],
    act: async (page, stage) => {
      await page.getByText('Silakan ke loket').first().waitFor();
      await stage.close();
    },
  }),
  scene(
    'english',
    { ...called, call: call('A-031', 3), office: { ...office, languages: ['en', 'id'] } },
    'Please go',
    {
      sizes: [large],
    },
  ),
];
