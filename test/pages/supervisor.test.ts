/** The supervisor's page: what threatens comes first, each with the key that may keep it; and everything is recorded as meant. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { atLocal } from '../../kiosk/supervisor/day/local-time.ts';
import { nextLine } from '../../kiosk/supervisor/day/paper-lines.ts';
import { auditDictionaries, auditTexts, whoIs } from '../../kiosk/supervisor/fairness/words.ts';
import { sectionOf } from '../../kiosk/supervisor/section.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import { needs } from '../needs.ts';
import { kiosk } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { bookingAnswers, claims } from './supervisor-bookings.ts';
import { busyRoom, left, quietRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function supervisor(section = 'room', view: SupervisorView = busyRoom, width = 1280): Promise<Stand> {
  const stand = await stands.open({ width, height: 800 });
  const { stage, page } = stand;
  stage.show('supervisor', view);
  stage.answer((asked) => {
    const { path, method } = asked;
    if (path === '/day/left') return { status: 200, body: left };
    const known = bookingAnswers(asked);
    if (known) return known;
    if (path === '/audit')
      return {
        status: 200,
        body: {
          stream: 'day:2026-11-26',
          seal: 'K7QD-2M4X-9RTA-HB3C-W5NE',
          entries: [
            {
              seq: 1,
              at: '2026-11-26T00:00:00.000Z',
              by: 'clock',
              type: 'DayBegan',
              event: { date: '2026-11-26' },
            },
          ],
          next: null,
        },
      };
    return { status: method === 'POST' ? 200 : 204, body: { tickets: ['A-063'] } };
  });
  await page.goto(`${stage.origin}/kiosk/supervisor.html#${section}`);
  await page.locator('nav').waitFor();
  return stand;
}

const done = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body }));

test('the address names the section; a station that waits is among the people', () => {
  expect(sectionOf('#day')).toBe('day');
  expect(sectionOf('#pair=K7M4QX')).toBe('people');
  expect(sectionOf('#nonsense')).toBe('room');
});

test('a time of day is the office’s, whatever zone the browser is in', () => {
  expect(atLocal('2026-11-26', '10:20', 'Asia/Makassar')).toBe('2026-11-26T02:20:00.000Z');
  expect(atLocal('2026-11-26', '00:10', 'Asia/Jayapura')).toBe('2026-11-25T15:10:00.000Z');
  // An hour after the clocks went back, and one that daylight saving shifts.
  expect(atLocal('2026-07-01', '12:00', 'Europe/Warsaw')).toBe('2026-07-01T10:00:00.000Z');
  expect(atLocal('2026-11-26', '', 'Asia/Makassar')).toBe(null);
});

test('every event has a word in the audit trail, and an account the name that people know', () => {
  const folder = resolve(import.meta.dirname, '../../server/domain');
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('events.ts'))
    .map((file) => readFileSync(resolve(folder, file), 'utf8'))
    .join('\n');
  const types = new Set([...source.matchAll(/\btype: '([A-Z][A-Za-z]+)'/g)].map(([, type]) => type));
  expect(types.size).toBeGreaterThan(70);
  for (const { events } of auditDictionaries.values()) {
    expect([...types].filter((type) => !(type !== undefined && type in events))).toEqual([]);
  }
  const words = auditTexts('id');
  const officers = [{ id: 'o1', name: 'Sari' }];
  expect(
    ['officer:o1', 'officer:o9', 'token:x', 'device:box-1', 'clock'].map((by) => whoIs(words, by, officers)),
  ).toEqual(['Sari', 'o9', 'Stasiun', 'Perangkat box-1', 'Jam']);
});

test('the next line of the paper sheet has the next number, and the rest of the line before', () => {
  const first = nextLine([], 'E', ['passport'], ['regular']);
  expect(first.number).toBe('E-001');
  const second = nextLine(
    [{ ...first, number: 'E-009', time: '10:05', done: true }],
    'E',
    ['passport'],
    ['regular'],
  );
  expect(second).toMatchObject({ number: 'E-010', time: '10:05', done: true });
});

withChromium(
  'the promise that ends first is first, and one key opens the counter that may keep it',
  async () => {
    const stand = await supervisor();
    const { page } = stand;
    const first = page.getByRole('region', { name: 'Janji waktu' }).getByRole('listitem').first();
    expect(await first.textContent()).toContain('A-019');
    await first.getByRole('button', { name: 'Buka loket 4 untuk Wawancara dan foto' }).click();
    await expect.poll(() => done(stand)).toEqual([{ method: 'POST', path: '/counters/4/open', body: {} }]);
  },
);

withChromium('an officer is put at a counter, and taken away again', async () => {
  const stand = await supervisor();
  await stand.page.getByLabel('Petugas Loket 4').selectOption('Sari');
  await expect.poll(() => done(stand)).toHaveLength(1);
  await stand.page.getByLabel('Petugas Loket 1').selectOption('Tanpa petugas');
  await expect
    .poll(() => done(stand))
    .toEqual([
      { method: 'PUT', path: '/counters/4/officer', body: { officer: 'o1' } },
      { method: 'PUT', path: '/counters/1/officer', body: { officer: null } },
    ]);
});

withChromium('closing the last counter asks once more, and says who would be left', async () => {
  const stand = await supervisor();
  const { stage, page } = stand;
  stage.answer(({ body }) =>
    (body as { confirm?: boolean }).confirm
      ? { status: 200, body: { counter: 3, ticket: null } }
      : {
          status: 409,
          body: { type: 'about:blank', title: '', status: 409, code: 'confirm', tickets: ['A-024'] },
        },
  );
  const third = page.getByRole('region', { name: 'Loket', exact: true }).getByRole('listitem').nth(2);
  await third.getByRole('button', { name: 'Tutup' }).click();
  await third.getByText('Masih menunggu di sini: A-024').waitFor();
  await third.getByRole('button', { name: 'Tetap tutup' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([
      { method: 'POST', path: '/counters/3/close', body: {} },
      { method: 'POST', path: '/counters/3/close', body: { confirm: true } },
    ]);
});

withChromium('the day closes with who is left: served today, or first another day', async () => {
  const stand = await supervisor('day');
  const { page } = stand;
  const closing = page.getByRole('region', { name: 'Tutup hari' });
  await closing.getByRole('group', { name: 'A-064' }).getByLabel('Tempat pertama hari lain').check();
  // Who is at a counter is no question any more.
  expect(await closing.getByRole('group', { name: 'A-061' }).count()).toBe(0);
  await closing.getByRole('button', { name: /^Tutup hari/ }).click();
  expect(done(stand)).toEqual([]);
  await closing.getByRole('button', { name: 'Ya, tutup hari' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ method: 'POST', path: '/day/close', body: { tomorrow: ['A-064'] } }]);
});

withChromium('after an outage everybody is put right at once', async () => {
  const stand = await supervisor('day');
  const settling = stand.page.getByRole('region', { name: 'Setelah gangguan' });
  await settling.getByRole('group', { name: 'A-061' }).getByLabel('Sudah dilayani').check();
  await settling.getByRole('group', { name: 'A-063' }).getByLabel('Sudah pergi').check();
  await settling.getByRole('button', { name: /^Simpan/ }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ method: 'POST', path: '/visits/settle', body: { done: ['A-061'], gone: ['A-063'] } }]);
});

withChromium('numbers of the paper sheet are typed in; what is refused stays with its reason', async () => {
  const stand = await supervisor('day');
  const { stage, page } = stand;
  stage.answer(({ path }) =>
    path === '/paper-numbers'
      ? {
          status: 200,
          body: [
            { number: 'E-001', ok: true },
            { number: 'E-002', ok: false, code: 'number-taken' },
          ],
        }
      : { status: 200, body: left },
  );
  const paper = page.getByRole('region', { name: 'Nomor kertas' });
  await paper.getByRole('group', { name: 'Nomor kertas 1' }).getByLabel('Pukul').fill('10:05');
  await paper.getByRole('button', { name: 'Tambah baris' }).click();
  await paper.getByRole('button', { name: 'Masukkan' }).click();
  await paper.getByText('Nomor itu sudah dipakai hari ini.').waitFor();
  expect(await paper.getByLabel('Nomor', { exact: true }).inputValue()).toBe('E-002');
  expect(done(stand)[0]).toEqual({
    method: 'POST',
    path: '/paper-numbers',
    body: {
      numbers: ['E-001', 'E-002'].map((number) => ({
        number,
        service: 'passport',
        lane: 'regular',
        takenAt: '2026-11-26T02:05:00.000Z',
        done: false,
      })),
    },
  });
});

withChromium('what was out of turn is closed with a note, and the seal of the trail is shown', async () => {
  const stand = await supervisor('fairness');
  const { page } = stand;
  await page.getByLabel('Catatan kepala A-070').fill('sudah dibicarakan');
  await page.getByRole('button', { name: 'Selesai ditinjau' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ method: 'POST', path: '/out-of-turn/x2/close', body: { note: 'sudah dibicarakan' } }]);
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await page.getByText('K7QD-2M4X-9RTA-HB3C-W5NE').waitFor();
  await page.getByText('Hari dimulai').waitFor();
});

withChromium('the sheet of emergency numbers is long enough, and begins where it is told', async () => {
  const { stage, page } = await stands.open();
  stage.show('kiosk', kiosk);
  await page.goto(`${stage.origin}/kiosk/emergency.html?from=41&count=20`);
  const rows = page.getByRole('listitem');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(20);
  expect(await rows.first().textContent()).toContain('E-041');
  expect(await rows.last().textContent()).toContain('E-060');
});

withChromium('more places of a quota are released with a reason, at most as many as may be', async () => {
  const stand = await supervisor();
  const { stage, page } = stand;
  const quotas = page.getByRole('region', { name: 'Kuota' });
  expect(await quotas.getByText('163 dari 225 terpakai').count()).toBe(1);
  for (const words of ['Pemesan 128', 'Datang langsung 31', 'Ditahan 4', 'Sisa 62'])
    await quotas.getByText(words).waitFor();
  // What may not grow any more has no key.
  expect(await quotas.getByRole('button', { name: /^Tambah tempat/ }).count()).toBe(1);
  await quotas.getByRole('button', { name: /^Tambah tempat/ }).click();
  await quotas.getByLabel('Jumlah').fill('20');
  await quotas.getByLabel('Alasan').fill('Antrean di luar');
  stage.answer(() => ({ status: 409, body: { code: 'too-many-places', most: 10 } }));
  await quotas.getByRole('button', { name: 'Tambahkan' }).click();
  await page.getByText('Tempat sebanyak itu tidak boleh ditambahkan. Paling banyak 10.').waitFor();
  stage.answer(() => ({ status: 200, body: {} }));
  await quotas.getByLabel('Jumlah').fill('10');
  await quotas.getByRole('button', { name: 'Tambahkan' }).click();
  await page.getByText('10 tempat ditambahkan.').waitFor();
  expect(done(stand).map(({ path, body }) => [path, body])).toEqual(
    [20, 10].map((places) => ['/quotas/regular/release', { places, reason: 'Antrean di luar' }]),
  );
});

withChromium('a quota of another date is looked at, and its places released for that date', async () => {
  const stand = await supervisor();
  const quotas = stand.page.getByRole('region', { name: 'Kuota' });
  await quotas.getByLabel('Tanggal').fill('2026-11-30');
  await quotas.getByText('18 dari 200 terpakai').first().waitFor();
  await quotas.getByRole('button', { name: /^Tambah tempat/ }).click();
  await quotas.getByLabel('Jumlah').fill('5');
  await quotas.getByLabel('Alasan').fill('Haji');
  await quotas.getByRole('button', { name: 'Tambahkan' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([
      {
        method: 'POST',
        path: '/quotas/regular/release',
        body: { places: 5, reason: 'Haji', date: '2026-11-30' },
      },
    ]);
});

withChromium('a claim is closed as not charged, or as refunded with its reference', async () => {
  const stand = await supervisor('claims');
  const { page } = stand;
  const open = page.getByRole('region', { name: 'Klaim terbuka' });
  await open.getByText(/Pengambilan\s+· Loket 5\s+· Dewi/).waitFor();
  await page.getByText('✓ Dikembalikan (BKN-77), ditutup Dewi, 08:40').waitFor();
  const refund = open.getByRole('button', { name: 'Dikembalikan C-018' });
  expect(await refund.isDisabled()).toBe(true);
  await open.getByLabel('Nomor bukti pengembalian C-018').fill('BKN-81');
  await refund.click();
  await page.getByText('C-018: Dikembalikan.').waitFor();
  await open.getByRole('button', { name: 'Tidak dipungut C-018' }).click();
  await expect
    .poll(() => done(stand).map(({ path, body }) => [path, body]))
    .toEqual([
      ['/claims/k2/close', { as: 'refunded', reference: 'BKN-81' }],
      ['/claims/k2/close', { as: 'not-charged' }],
    ]);
  await open.getByRole('button', { name: 'Cetak bukti C-018' }).click();
  await page.getByRole('dialog').getByText('Bukti layanan gratis').waitFor();
});

withChromium('a day whose claims are all open has no closed ones, which is not none', async () => {
  const { page, stage } = await supervisor('room');
  const [open] = claims;
  stage.answer(({ path }) => ({ status: 200, body: path === '/claims' ? { claims: [open] } : {} }));
  await page
    .getByRole('link', { name: /^Klaim/ })
    .first()
    .click();
  await page.getByText('Belum ada klaim hari itu yang ditutup.').waitFor();
  expect(await page.getByText('Tidak ada klaim pada hari itu.').count()).toBe(0);
});

withChromium('what points to brokers is looked for when asked, and shows no whole number', async () => {
  const { page, stage } = await supervisor('fairness');
  expect(stage.asked.some(({ path }) => path === '/suspicions')).toBe(false);
  const brokers = page.getByRole('region', { name: 'Tanda calo' });
  await brokers.getByRole('button', { name: 'Periksa' }).click();
  await brokers.getByText('…4821', { exact: true }).waitFor();
  for (const words of ['A-031, A-044', '9 dari 11 dibatalkan', '0:42 setelah bebas'])
    await brokers.getByText(words).waitFor();
});

withChromium('that numbers were stopped is said first, with the last one that is served', async () => {
  const { page } = await supervisor();
  await page.getByText('Nomor dihentikan: dilayani sampai A-061. Dibuka lagi 13:00.').waitFor();
  const promises = page.getByRole('region', { name: 'Janji waktu' });
  expect(await promises.getByText(/Jam pasir: Pengambilan/).textContent()).toMatch(/12\s+tepat waktu/);
});

const scenes = ['room', 'claims', 'day', 'fairness', 'devices'] as const;
for (const [title, view] of Object.entries({ 'a busy morning': busyRoom, 'a quiet one': quietRoom })) {
  for (const section of scenes) {
    for (const width of [1280, 390]) {
      withChromium(`${section} in ${title}, ${width} px: accessible, and nothing sticks out`, async () => {
        const { page, complaints } = await supervisor(section, view, width);
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
}
