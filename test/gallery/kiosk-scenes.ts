/** The questions of the ticket kiosk, in the states of a day. */
import type { KioskView } from '../../server/contract/views.ts';
import * as bookings from '../pages/scenes-bookings.ts';
import * as views from '../pages/scenes-kiosk.ts';
import type { Scene } from './gallery.ts';
import {
  type Act,
  after,
  answers,
  everywhere,
  kioskSizes,
  leftFor,
  lost,
  low,
  refusal,
  tap,
  type,
  withCamera,
} from './kiosk-acts.ts';
import { outcomes } from './kiosk-outcomes.ts';

const scene = (state: string, view: KioskView, ready: Scene['ready'], act?: Act): Scene => ({
  state,
  path: '/kiosk/',
  sizes: kioskSizes,
  views: { kiosk: view },
  ready,
  ...(act ? { act } : {}),
});
const booking = (state: string, ready: Scene['ready'], ...acts: readonly Act[]): Scene => ({
  ...scene(state, bookings.bookable, ready, after(tap('Pesan hari lain'), ...acts)),
  answer: answers({ '/availability': { status: 200, body: bookings.availability } }),
});

const seeing: Act = (page) => page.locator('.glass.seeing').waitFor();
const toCamera = (given: boolean): Act =>
  after(withCamera(given), tap(/^Saya punya kode/, 'Tunjukkan QR ke kamera'), ...(given ? [seeing] : []));
const toSlots = tap(/^Jumat, 27 November/);
const toName = after(toSlots, tap(/^09:00/));
const named = after(toName, type('name', 'siti rahmawati'));
const born = after(named, type('name', '', 'Enter'), type('birth', '05111987'));

const starts = [
  everywhere({ ...scene('start', views.working, '10:40–11:05'), readme: 'kiosk-start' }),
  everywhere(scene('start-many', views.manyServices, 'Konsultasi gizi')),
  everywhere(scene('start-long-names', views.longNames(views.working), 'bagi Orang Asing')),
  everywhere(scene('start-many-long-names', views.longNames(views.manyServices), 'bagi Orang Asing')),
  scene('start-one-lane', views.oneLane, 'Laboratorium'),
  scene('start-noon', views.noon, 'Menerima lagi'),
  scene('start-quota-full', bookings.full, 'Habis hari ini'),
  scene('start-stopped', bookings.stoppedKiosk, 'A-061'),
  scene('start-closed', views.closedKiosk, 'Senin, 30 November'),
];
const questions = [
  everywhere(scene('lane', views.working, 'Apakah ada yang perlu didahulukan?', tap(/^Paspor/))),
  scene('lane-three', views.threeLanes, 'Sakit dan disabilitas', tap(/^Paspor/)),
  scene('lane-noon', bookings.bookable, 'Nomor untuk 13:00', tap(/^Paspor/)),
  scene(
    'wishes',
    views.working,
    'Apa yang perlu kami ketahui?',
    tap(/^Paspor/, 'Keperluan khusus / rombongan', /^Kursi roda/, 'Tambah satu orang', 'Tambah satu orang'),
  ),
  scene('code', views.working, 'K7PD', after(tap(/^Saya punya kode/), type('code', 'k7pd'))),
  scene(
    'code-with-camera',
    views.working,
    'Tunjukkan QR ke kamera',
    after(withCamera(true), tap(/^Saya punya kode/)),
  ),
  scene('missed', views.working, 'A-02', after(tap('Nomor saya terlewat'), type('missed', 'a02'))),
  booking('days', 'Mau datang hari apa?'),
  booking('slots', 'Jam berapa, dan berapa orang?', toSlots),
  booking('name', 'Siti Rahmawati', named),
  booking('birth', '05 11 1987', born),
  booking('phone', '0812', born, type('birth', '', 'Enter'), type('phone', '081234')),
];

export const scenes: readonly Scene[] = [
  ...starts,
  scene('start-empty', views.emptyKiosk, 'Tanpa antrean'),
  scene('start-rehearsal', views.rehearsing, 'LATIHAN'),
  scene('start-three-languages', views.threeLanguages, '10:40', tap('English')),
  scene('start-contrast', views.working, '10:40', tap('Kontras tinggi')),
  scene('hub-lost', views.working, 'Mesin antrean belum siap', lost),
  ...questions,
  scene('camera', views.working, 'Hadapkan kode', toCamera(true)),
  scene('camera-denied', views.working, 'Kamera tidak boleh dipakai', toCamera(false)),
  scene('still-there', views.working, 'Masih di sini?', leftFor(21_000, tap(/^Paspor/))),
  scene('lane-english', views.working, 'Should somebody be served first?', tap('English', /^Passport/)),
  scene('lane-contrast', views.working, 'Ya, ada', tap('Kontras tinggi', /^Paspor/)),
  ...outcomes,
  ...[...starts, ...questions].map(low),
  low({
    ...scene('refused-quota-full', bookings.bookable, 'Tempat hari ini sudah habis'),
    act: tap(/^Paspor/, /^Tidak ada/),
    answer: answers({ '/tickets': refusal('quota-full', { nextDay: '2026-11-27' }) }),
  }),
];
