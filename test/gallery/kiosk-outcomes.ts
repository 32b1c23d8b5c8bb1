/** What comes of it at the ticket kiosk: a number, a booking, or a no with what to do instead. */
import type { KioskView } from '../../server/contract/views.ts';
import * as bookings from '../pages/scenes-bookings.ts';
import * as views from '../pages/scenes-kiosk.ts';
import type { Answer } from '../pages/stage.ts';
import type { Scene } from './gallery.ts';
import {
  type Act,
  after,
  answers,
  drawn,
  everywhere,
  kioskSizes,
  low,
  refusal,
  tap,
  type,
} from './kiosk-acts.ts';

const scene = (
  state: string,
  view: KioskView,
  ready: Scene['ready'],
  act: Act,
  known: Readonly<Record<string, Answer>>,
): Scene => ({
  state,
  path: '/kiosk/',
  sizes: kioskSizes,
  views: { kiosk: view },
  ready,
  act,
  answer: answers(known),
});
const ok = (body: object): Answer => ({ status: 201, body });

const take = tap(/^Paspor/, /^Tidak ada/);
const number = (state: string, ticket: object, ready: Scene['ready'], page = views.numberPage()): Scene => {
  const act = 'url' in ticket ? after(take, drawn) : take;
  const given = scene(`number${state}`, views.working, ready, act, { '/tickets': ok(ticket) });
  return { ...given, views: { ...given.views, [`ticket:${views.numberCode}`]: page } };
};
const onPaper = (state: 'printed' | 'failed' | 'unsure') => views.numberPage({ paper: { state, copy: 1 } });
const numbers = [
  everywhere({
    ...number('', views.onPaper(), 'Ambil kertas nomor Anda', onPaper('printed')),
    readme: 'kiosk-number',
  }),
  number('-no-printer', { ...views.numbered, url: views.onPaper().url }, 'Akta kelahiran'),
  number('-plain', views.numbered, 'A-031', views.numberPage({ ready: [] })),
  number('-paper-out', views.onPaper({ ready: false, state: 'failed' }), 'Foto layar ini', onPaper('failed')),
  number('-unsure', views.onPaper(), 'Kertas tidak keluar?', onPaper('unsure')),
  number('-outside', { ...views.numbered, outside: true, people: 4 }, 'tunggu di luar'),
];

const typeCode = after(tap(/^Saya punya kode/), type('code', 'k7pd2m', 'Enter'));
const typeNumber = after(tap('Nomor saya terlewat'), type('missed', 'p007', 'Enter'));
const refused = (
  code: string,
  ready: string,
  act: Act,
  path: string,
  details: object = {},
  more: Readonly<Record<string, Answer>> = {},
): Scene => {
  const unknown = refusal('unknown-booking');
  const known = { '/tickets': unknown, [path]: refusal(code, details), ...more };
  return scene(`refused-${code}`, bookings.bookable, ready, act, known);
};
const refusals = [
  refused('quota-full', 'Jumat, 27 November', take, '/tickets', { nextDay: '2026-11-27' }),
  refused('intake-closed', '13:00', take, '/tickets', { opensAt: '2026-11-26T05:00:00.000Z' }),
  refused('office-closed', 'Senin, 30 November', take, '/tickets', { opensAt: '2026-11-30T00:00:00.000Z' }),
  refused('too-many-requests', 'Mesin ini sedang sibuk', take, '/tickets'),
  refused('forbidden', 'Silakan temui petugas', take, '/tickets'),
  refused('unknown-booking', 'Kode itu belum kami temukan', typeCode, '/places/K7PD2M'),
  refused('booking-early', '11:00', typeCode, '/tickets', { opensAt: '2026-11-26T03:00:00.000Z' }),
  refused('booking-other-day', 'Senin, 30 November', typeCode, '/tickets', { date: '2026-11-30' }),
  refused('booking-used', 'A-017', typeCode, '/tickets', {}, { '/bookings/K7PD2M': ok({ ticket: 'A-017' }) }),
  refused('not-possible', 'P-007', typeNumber, '/tickets/P-007/return'),
  refused('already-called', 'Loket 4', typeNumber, '/tickets/P-007/return', { counter: 4 }),
];

/** The short code of a ticket of today. */
const yours = (part: Parameters<typeof views.numberPage>[0]) => ({
  ...{ '/tickets/K7PD2M': { status: 200, body: views.numberPage(part) } },
  ...{ '/tickets': refusal('unknown-booking'), '/places/K7PD2M': refusal('unknown-place') },
});

const book = after(
  tap('Pesan hari lain', /^Jumat, 27 November/, /^09:00/),
  type('name', 'siti', 'Enter'),
  type('birth', '05111987', 'Enter'),
  tap('Tanpa telepon'),
);
const booked = (state: string, booking: object, ready: string) =>
  scene(state, bookings.bookable, ready, book, {
    '/availability': { status: 200, body: bookings.availability },
    '/bookings': ok(booking),
  });

export const outcomes: readonly Scene[] = [
  ...numbers,
  ...numbers.slice(0, 1).map(low),
  scene('returned', views.working, 'Anda menunggu lagi', typeNumber, {
    '/tickets/P-007/return': { status: 200, body: { number: 'P-007' } },
  }),
  scene('yours', views.working, '7 nomor sebelum Anda', typeCode, yours({})),
  scene('yours-serving', views.working, 'Dilayani', typeCode, yours({ state: 'serving', counter: 3 })),
  scene('collect', views.working, 'Mau diambil di mana?', typeCode, {
    '/tickets/K7PD2M': { status: 200, body: bookings.toCollect },
  }),
  ...refusals,
  booked(
    'booked',
    { ...bookings.booked, url: `https://antrean.example/b/${bookings.bookingCode}` },
    'M4T7QX',
  ),
  booked('wait-listed', bookings.waitListed, 'Urutan 3'),
  booked('needless', { ...bookings.booked, lane: 'priority', needless: true }, 'Anda tidak perlu memesan'),
];
