/** Whatever the hub refuses at a kiosk: kind words, what to do instead with its facts, and a way out. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FailureCode } from '../../display/lib/api.ts';
import { kioskDictionaries } from '../../display/lib/kiosk-texts.ts';
import { refusalDictionaries } from '../../display/lib/touch.ts';
import { kindOf, saidOf } from '../../kiosk/tickets/refusals.ts';
import { problemCodes } from '../../server/contract/refusals.ts';
import { needs } from '../needs.ts';
import { answering, atLane, bookFriday, given, openKiosk, posted, refused, tapKeys } from './kiosk-stand.ts';
import { availability, bookable } from './scenes-bookings.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const codes: readonly FailureCode[] = [...problemCodes, 'unreachable'];
const errands = ['take', 'return', 'check-in', 'scan', 'days', 'book'] as const;
/** No visitor says these; Indonesian and English. */
const technical =
  /galat|error|server|peladen|http|token|sesi\b|session|invalid|status|kode \d|\b[45]\d\d\b|[a-z]-[a-z]+-[a-z]|null|undefined/i;

test.each(codes)('%s has kind words and a way out in every language, for every errand', (code) => {
  expect([...kioskDictionaries.keys()].sort()).toEqual([...refusalDictionaries.keys()].sort());
  expect(kindOf(code).ways).toContain('start');
  for (const texts of kioskDictionaries.values()) {
    for (const errand of errands) {
      const { what, instead } = saidOf(texts, { code }, errand);
      expect(what).toMatch(/^(?:[A-Z].{6,}|\p{Script=Han}.{2,})[^.!。！]$/u);
      expect(instead).toMatch(/^(?:[A-Z].{6,}|.*\p{Script=Han}.*)[.。]$/u);
      expect(`${what} ${instead}`).not.toMatch(technical);
    }
  }
});

test('the picture says of what kind it is', () => {
  const shown = [
    'office-closed',
    'already-called',
    'unknown-booking',
    'unknown-lane',
    'unreachable',
    'confirm',
  ];
  const marks = shown.map((code) => kindOf(code as FailureCode).mark);
  expect(marks).toEqual(['later', 'go', 'look', 'choose', 'again', 'officer']);
});

interface Case {
  readonly details?: object;
  readonly says: readonly string[];
  readonly keys: readonly string[];
}

interface Asked {
  readonly path: string;
  readonly ask: (stand: Stand) => Promise<void>;
}

const asked: Record<string, Asked> = {
  take: {
    path: '/tickets',
    async ask({ page }) {
      await page.getByRole('button', { name: /^Paspor/ }).click();
      await page.getByRole('button', { name: /^Tidak ada/ }).click();
    },
  },
  return: {
    path: '/tickets/P-007/return',
    async ask(stand) {
      await stand.page.getByRole('button', { name: 'Nomor saya terlewat' }).click();
      await tapKeys(stand, 'P007');
      await stand.page.getByRole('button', { name: 'Lanjut' }).click();
    },
  },
  'check-in': { path: '/tickets', ask: typeCode },
  place: { path: '/places/K7PD2M', ask: typeCode },
  book: { path: '/bookings', ask: bookFriday },
};

async function typeCode(stand: Stand): Promise<void> {
  await stand.page.getByRole('button', { name: /^Saya punya kode/ }).click();
  await tapKeys(stand, 'K7PD2M');
  await stand.page.getByRole('button', { name: 'Lanjut' }).click();
}

/** The hub's answers: at this path the refusal, and elsewhere what leads there. */
const refusing = ({ stage }: Stand, path: string, refusal: Answer) =>
  stage.answer((one) => {
    if (one.path === path) return refusal;
    if (one.path === '/availability') return { status: 200, body: availability };
    return one.path === '/tickets' ? refused(404, 'unknown-booking') : undefined;
  });

const start = ['Ke awal'];
const retype = ['Ketik lagi', 'Ke awal'];
const again = ['Coba lagi', 'Ke awal'];
const missed = ['Nomor saya terlewat', 'Ke awal'];
const fewer = ['Ubah jumlah orang', 'Ke awal'];
const otherDay = ['Pesan hari lain', 'Ke awal'];
const monday = { opensAt: '2026-11-30T00:00:00.000Z' };
const officer: Case = { says: ['Silakan temui petugas'], keys: start };
const earlier = { says: ['Kode Anda benar', 'Bisa mulai'], keys: start };

/** What can reach a kiosk, by what it asked. */
const reaching: Record<string, Record<string, Case>> = {
  take: {
    'office-closed': {
      details: monday,
      says: ['Hari ini nomor sudah tidak dibagikan', 'Senin, 30 November', '08:00', 'Datanglah lagi'],
      keys: start,
    },
    'intake-closed': {
      details: { opensAt: '2026-11-26T05:00:00.000Z' },
      says: ['Jalur itu sedang tidak menerima', 'Hari ini Kamis, 26 November', '13:00'],
      keys: ['Pilih jalur lain', 'Ke awal'],
    },
    'quota-full': {
      details: { nextDay: '2026-11-27' },
      says: ['Tempat hari ini sudah habis', 'Tempat berikutnya', 'Jumat, 27 November'],
      keys: ['Pesan Jumat, 27 November', 'Pilih hari lain', 'Ke awal'],
    },
    'unknown-service': { says: ['Pilihan layanan baru saja berubah'], keys: start },
    'unknown-lane': { says: ['Pilihan jalur baru saja berubah'], keys: start },
    'too-many-requests': { says: ['Mesin ini sedang sibuk'], keys: again },
    storage: { says: ['Nomor belum dapat dibuat'], keys: again },
    internal: { says: ['Nomor belum dapat dibuat'], keys: again },
    malformed: officer,
    'key-reused': officer,
    forbidden: officer,
    'wrong-origin': officer,
    'not-found': officer,
    'too-large': officer,
  },
  return: {
    'unknown-ticket': { says: ['Nomor itu tidak ada hari ini', 'Kode dari hari lain'], keys: retype },
    'not-possible': { says: ['Nomor itu tidak terlewat', 'P-007', 'Perhatikan papan'], keys: retype },
    'already-called': { details: { counter: 4 }, says: ['Silakan ke Loket 4'], keys: start },
    'too-soon': {
      details: { availableAt: '2026-11-26T02:25:00.000Z' },
      says: ['Bisa mulai', 'Hari ini Kamis, 26 November', '10:25'],
      keys: start,
    },
  },
  'check-in': {
    'booking-early': {
      details: { opensAt: '2026-11-26T03:00:00.000Z' },
      ...earlier,
      says: [...earlier.says, 'Hari ini', '11:00', 'Silakan menunggu', 'Tempat Anda tetap ada'],
    },
    'booking-late': { says: ['Waktu pesanan itu sudah lewat', 'Ambil nomor biasa'], keys: otherDay },
    'booking-other-day': {
      details: { date: '2026-11-30' },
      says: ['Pesanan itu untuk hari lain', 'Pesanan untuk', 'Senin, 30 November'],
      keys: start,
    },
    'booking-used': { says: ['Kode itu sudah pernah dipakai'], keys: missed },
    'booking-cancelled': { says: ['Pesanan itu sudah dibatalkan'], keys: otherDay },
    'office-closed': {
      details: { opensAt: '2026-11-27T00:00:00.000Z' },
      says: ['Besok Jumat, 27 November', '08:00', 'Kode Anda tetap berlaku'],
      keys: start,
    },
    'not-possible': { says: ['Kode itu belum dapat dipakai sekarang'], keys: retype },
  },
  place: {
    'unknown-place': { says: ['Kode itu belum kami temukan', 'Cocokkan'], keys: retype },
    'not-possible': { says: ['Kode itu belum dapat dipakai sekarang'], keys: retype },
  },
  book: {
    'quota-full': {
      details: { nextDay: '2026-12-01' },
      says: ['Tempat pada hari itu baru saja habis', 'Selasa, 1 Desember', 'tidak perlu diulang'],
      keys: ['Pesan Selasa, 1 Desember', 'Pilih hari lain', 'Ke awal'],
    },
    'slot-full': {
      details: { slots: ['2026-11-27T02:00:00.000Z'] },
      says: ['Tempat pada jam itu baru saja habis'],
      keys: ['Pilih jam lain', 'Pilih hari lain', 'Ke awal'],
    },
    'unknown-slot': { says: ['Jam itu tidak ada'], keys: ['Pilih hari lain', 'Ke awal'] },
    'office-closed': {
      details: { nextDay: '2026-12-01' },
      says: ['Kantor tutup pada hari itu', 'Selasa, 1 Desember'],
      keys: ['Pesan Selasa, 1 Desember', 'Ke awal'],
    },
    'outside-horizon': {
      details: { from: '2026-11-26', until: '2026-12-10' },
      says: ['Tanggal itu tidak dapat dipesan', 'Kamis, 26 November sampai Kamis, 10 Desember'],
      keys: ['Pilih hari lain', 'Ke awal'],
    },
    'one-booking-only': { details: { most: 1 }, says: ['sudah punya pesanan'], keys: retype },
    'party-too-large': { details: { most: 5 }, says: ['Terlalu banyak orang'], keys: fewer },
    'not-bookable': { says: ['tidak perlu dipesan'], keys: start },
    malformed: { says: ['Ada isian yang belum benar'], keys: retype },
    storage: { says: ['belum dapat dibuat'], keys: again },
  },
};

/** One of each kind is looked at closely. */
const judged: readonly string[] = [
  'office-closed',
  'storage',
  'unknown-ticket',
  'already-called',
  'forbidden',
  'quota-full',
  'outside-horizon',
];

for (const [errand, cases] of Object.entries(reaching)) {
  for (const [code, { details = {}, says, keys }] of Object.entries(cases)) {
    withChromium(`${errand}, ${code}: what to do instead, and it leads on`, async () => {
      const stand = await openKiosk(stands, bookable);
      const { page } = stand;
      const { path, ask } = asked[errand] as Asked;
      refusing(stand, path, refused(409, code, details));
      await ask(stand);
      await page.locator('main[data-screen="refused"]').waitFor();
      const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      for (const said of says) expect(words).toContain(said);
      expect(words).not.toContain(code);
      expect(await page.locator('main button').allInnerTexts()).toEqual(keys);
      if (judged.includes(code)) {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
      await page.getByRole('button', { name: 'Ke awal' }).click();
      await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
      expect(stand.complaints).toEqual([]);
    });
  }
}

withChromium('nobody knows when: an officer is asked', async () => {
  const stand = await atLane(stands);
  answering(stand, '/tickets', refused(409, 'office-closed'));
  await stand.page.getByRole('button', { name: /^Tidak ada/ }).click();
  await stand.page.getByText('Petugas dapat memberi tahu kapan nomor dibagikan lagi.').waitFor();
});

withChromium(
  'a kiosk that asked too often counts the seconds, and then the same attempt goes on',
  async () => {
    const stand = await openKiosk(stands);
    const { page } = stand;
    await page.clock.install();
    const body = JSON.stringify({ code: 'too-many-requests', status: 429 });
    const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '4' };
    const first = page.waitForRequest('**/api/v1/tickets');
    await page.route('**/api/v1/tickets', (route) => route.fulfill({ status: 429, headers, body }), {
      times: 1,
    });
    await asked.take?.ask(stand);
    const key = (await first).headers()['idempotency-key'];
    const again = page.getByRole('button', { name: /^Coba lagi/ });
    expect(await again.innerText()).toMatch(/^Coba lagi dalam [1-4] detik$/);
    expect(await again.isDisabled()).toBe(true);
    await page.clock.fastForward(5000);
    answering(stand, '/tickets', given);
    await again.click();
    await page.getByRole('heading', { name: 'A-031' }).waitFor();
    expect(posted(stand)).toEqual([{ path: '/tickets', body: { service: 'passport' }, key }]);
  },
);

withChromium('what was typed wrongly is typed again on the same pad', async () => {
  const stand = await openKiosk(stands);
  refusing(stand, '/places/K7PD2M', refused(404, 'unknown-place'));
  await typeCode(stand);
  await stand.page.getByRole('button', { name: 'Ketik lagi' }).click();
  await stand.page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
});
