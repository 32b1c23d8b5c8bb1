/** Whatever the hub refuses at a kiosk: kind words, what to do instead with its facts, and a way out. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { FailureCode } from '../../display/lib/api.ts';
import { kioskDictionaries } from '../../display/lib/kiosk-texts.ts';
import { refusalDictionaries } from '../../display/lib/touch.ts';
import { kindOf, saidOf } from '../../kiosk/tickets/refusals.ts';
import { problemCodes } from '../../server/contract/refusals.ts';
import { needs } from '../needs.ts';
import { answering, atLane, given, openKiosk, posted, refused, tapKeys } from './kiosk-stand.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const codes: readonly FailureCode[] = [...problemCodes, 'unreachable'];
const errands = ['take', 'return', 'place'] as const;
/** No visitor says these; Indonesian and English. */
const technical =
  /galat|error|server|peladen|http|token|sesi\b|session|invalid|status|kode \d|\b[45]\d\d\b|[a-z]-[a-z]+-[a-z]|null|undefined/i;

test.each(codes)('%s has kind words and a way out in every language, for every errand', (code) => {
  expect([...kioskDictionaries.keys()].sort()).toEqual([...refusalDictionaries.keys()].sort());
  expect(kindOf(code).ways).toContain('start');
  for (const texts of kioskDictionaries.values()) {
    for (const errand of errands) {
      const { what, instead } = saidOf(texts, { code }, errand);
      expect(what).toMatch(/^[A-Z].{6,}[^.!]$/);
      expect(instead).toMatch(/^[A-Z].{6,}\.$/);
      expect(`${what} ${instead}`).not.toMatch(technical);
    }
  }
});

test('the picture says of what kind it is', () => {
  const shown = [
    'office-closed',
    'already-called',
    'unknown-place',
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

const asked: Record<string, (stand: Stand) => Promise<void>> = {
  '/tickets': async ({ page }) => {
    await page.getByRole('button', { name: /^Paspor/ }).click();
    await page.getByRole('button', { name: /^Tidak ada/ }).click();
  },
  '/tickets/P-007/return': async (stand) => {
    await stand.page.getByRole('button', { name: 'Nomor saya terlewat' }).click();
    await tapKeys(stand, 'P007');
    await stand.page.getByRole('button', { name: 'Lanjut' }).click();
  },
  '/places/K7PD2M': async (stand) => {
    await stand.page.getByRole('button', { name: 'Nomor dari hari lain' }).click();
    await tapKeys(stand, 'K7PD2M');
    await stand.page.getByRole('button', { name: 'Lanjut' }).click();
  },
};

const start = ['Ke awal'];
const retype = ['Ketik lagi', 'Ke awal'];
const again = ['Coba lagi', 'Ke awal'];
const monday = { opensAt: '2026-11-30T00:00:00.000Z' };
const officer: Case = { says: ['Silakan temui petugas'], keys: start };

/** What can reach a kiosk, by what it asked. */
const reaching: Record<string, Record<string, Case>> = {
  '/tickets': {
    'office-closed': {
      details: monday,
      says: ['Hari ini nomor sudah tidak dibagikan', 'Senin, 30 November', '08:00', 'Datanglah lagi'],
      keys: start,
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
  '/tickets/P-007/return': {
    'unknown-ticket': { says: ['Nomor itu tidak ada hari ini', 'Karcis dari hari lain'], keys: retype },
    'not-possible': { says: ['Nomor itu tidak terlewat', 'Perhatikan papan'], keys: retype },
    'already-called': { details: { counter: 4 }, says: ['Silakan ke Loket 4'], keys: start },
    'too-soon': {
      details: { availableAt: '2026-11-26T02:25:00.000Z' },
      says: ['Bisa mulai', 'Hari ini Kamis, 26 November', '10:25'],
      keys: start,
    },
  },
  '/places/K7PD2M': {
    'unknown-place': { says: ['Kode itu belum kami temukan', '30 hari'], keys: retype },
    'not-possible': { says: ['Kode itu belum dapat dipakai hari ini'], keys: retype },
    'office-closed': {
      details: { opensAt: '2026-11-27T00:00:00.000Z' },
      says: ['Besok Jumat, 27 November', '08:00', 'Kode Anda tetap berlaku'],
      keys: start,
    },
  },
};

/** One of each kind is looked at closely. */
const judged: readonly string[] = [
  'office-closed',
  'storage',
  'unknown-ticket',
  'already-called',
  'forbidden',
];

for (const [path, cases] of Object.entries(reaching)) {
  for (const [code, { details = {}, says, keys }] of Object.entries(cases)) {
    withChromium(`${path}, ${code}: what to do instead, and it leads on`, async () => {
      const stand = await openKiosk(stands);
      const { page } = stand;
      answering(stand, path, refused(409, code, details));
      await asked[path]?.(stand);
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
    await asked['/tickets']?.(stand);
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
  answering(stand, '/places/K7PD2M', refused(404, 'unknown-place'));
  await asked['/places/K7PD2M']?.(stand);
  await stand.page.getByRole('button', { name: 'Ketik lagi' }).click();
  await stand.page.getByRole('heading', { name: 'Apa kode di karcis Anda yang lama?' }).waitFor();
});
