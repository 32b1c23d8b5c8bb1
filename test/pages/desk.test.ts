/** The desk: a numeric keypad is a call box, questions come before what cannot be taken back, refusals are said. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nothingTyped, pressed, ticketOf } from '../../kiosk/desk/keys.ts';
import { needs } from '../needs.ts';
import { callingDesk, idleDesk, kiosk, ticket } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { booked, bookingAnswers } from './supervisor-bookings.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function desk(view: object): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('desk:3', view);
  stand.stage.answer(() => ({ status: 200, body: { counter: 3, ticket: null } }));
  await stand.page.goto(`${stand.stage.origin}/kiosk/desk.html?n=3`);
  await stand.page.getByRole('heading', { name: 'Loket 3' }).waitFor();
  return stand;
}

const { current } = callingDesk;
if (!current) throw new Error('nobody is called');

/** What was asked to be done. */
const done = ({ stage }: Stand) =>
  stage.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));

test.each([
  ['Enter', { do: 'next' }],
  ['+', { do: 'recall' }],
  ['/', { do: 'start' }],
  ['*', { do: 'ask-transfer' }],
  ['Backspace', { do: 'undo' }],
])('the key %s means %j', (key, intent) => {
  expect(pressed(key, nothingTyped)?.intent).toEqual(intent);
});

test('one minus is nothing yet, two are a no-show, and another key in between takes it back', () => {
  const once = pressed('-', nothingTyped);
  expect(once?.intent).toBeUndefined();
  expect(pressed('-', { typed: '', minus: true })?.intent).toEqual({ do: 'no-show' });
  expect(pressed('Enter', { typed: '', minus: true })).toEqual({ typing: nothingTyped });
});

test('digits mean the ticket on the screen with that number, or one of its prefix', () => {
  expect(ticketOf('19', ['P-008', 'A-025', 'A-019'])).toBe('A-019');
  expect(ticketOf('7', ['C-025', 'A-019'])).toBe('C-007');
  expect(ticketOf('P12', ['A-025'])).toBe('P12');
});

withChromium('a keypad calls the next, and a number that is typed', async () => {
  const stand = await desk(idleDesk);
  const { page } = stand;
  await page.keyboard.press('Enter');
  await expect.poll(() => done(stand)).toHaveLength(1);
  for (const key of ['1', '1', 'Enter']) await page.keyboard.press(key);
  await expect
    .poll(() => done(stand))
    .toEqual([
      { path: '/counters/3/next', body: {} },
      { path: '/counters/3/call', body: { ticket: 'A-011' } },
    ]);
});

withChromium(
  'a key that follows fast waits for the one before; the same key again is the same press',
  async () => {
    const stand = await desk(callingDesk);
    const { page, stage } = stand;
    let answerFirst = () => {};
    const first = new Promise<void>((answer) => {
      answerFirst = answer;
    });
    stage.answer(async ({ path }) => {
      if (path.endsWith('/next')) await first;
      return { status: 200, body: { counter: 3, ticket: null } };
    });
    for (const key of ['Enter', 'Enter', '/']) await page.keyboard.press(key);
    await expect.poll(() => done(stand).map(({ path }) => path)).toEqual(['/counters/3/next']);
    answerFirst();
    await expect
      .poll(() => done(stand).map(({ path }) => path))
      .toEqual(['/counters/3/next', '/counters/3/start']);
  },
);

withChromium('no key means anything while a question is open', async () => {
  const stand = await desk(callingDesk);
  const { page } = stand;
  await page.keyboard.press('*');
  await page.getByRole('heading', { name: 'Alihkan A-024 ke mana?' }).waitFor();
  for (const key of ['+', '-', '-', 'Backspace']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Loket 5' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/transfer', body: { to: { counter: 5 } } }]);
});

withChromium('a button that was clicked does not take the next Enter', async () => {
  const stand = await desk(callingDesk);
  await stand.page.getByRole('button', { name: 'Tunda' }).click();
  await expect.poll(() => done(stand)).toHaveLength(1);
  await stand.page.keyboard.press('Enter');
  await expect
    .poll(() => done(stand).map(({ path }) => path))
    .toEqual(['/counters/3/hold', '/counters/3/next']);
});

withChromium('closing the last counter for somebody asks first and says who waits', async () => {
  const stand = await desk(idleDesk);
  const { page, stage } = stand;
  stage.answer(({ body }) =>
    (body as { confirm?: boolean }).confirm
      ? { status: 200, body: { counter: 3, ticket: null } }
      : { status: 409, body: { code: 'confirm', tickets: ['A-025', 'P-008'] } },
  );
  await page.getByRole('button', { name: /^Tutup loket/ }).click();
  await page.getByText('A-025, P-008').waitFor();
  await page.getByRole('button', { name: 'Tetap tutup' }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([
      { path: '/counters/3/close', body: {} },
      { path: '/counters/3/close', body: { confirm: true } },
    ]);
});

withChromium('an Enter too many does not close the counter', async () => {
  const stand = await desk(idleDesk);
  const { page, stage } = stand;
  stage.answer(() => ({ status: 409, body: { code: 'confirm', tickets: ['A-025'] } }));
  await page.keyboard.press('F9');
  await page.getByText('Tetap tutup loket ini?').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Tetap tutup loket ini?').waitFor({ state: 'hidden' });
  expect(done(stand)).toEqual([{ path: '/counters/3/close', body: {} }]);
});

withChromium('a number that is refused is named', async () => {
  const { page, stage } = await desk(idleDesk);
  stage.answer(() => ({ status: 404, body: { code: 'unknown-ticket' } }));
  for (const key of ['a', '9', '9', '9', 'Enter', '1']) await page.keyboard.press(key);
  await page.getByText('A-999: Nomor itu tidak ada hari ini.').waitFor();
});

withChromium('somebody is sent away only with a reason', async () => {
  const stand = await desk(callingDesk);
  const { page } = stand;
  await page.getByRole('button', { name: /^Belum lengkap/ }).click();
  const send = page.getByRole('button', { name: 'Minta melengkapi' });
  expect(await send.isDisabled()).toBe(true);
  await page.getByLabel('Berkas asli tidak ada').check();
  await send.click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/incomplete', body: { reasons: ['no-original'] } }]);
});

withChromium('a refusal is said in words, with what is missing', async () => {
  const { page, stage } = await desk(callingDesk);
  stage.answer(() => ({ status: 409, body: { code: 'too-soon', callsMissing: 2 } }));
  await page.keyboard.press('-');
  await page.getByText('Tekan − sekali lagi: tidak hadir').waitFor();
  await page.keyboard.press('-');
  await page.getByRole('alert').getByText('Belum waktunya. Panggil 2 kali lagi dahulu.').waitFor();
});

withChromium(
  'a desk that is not signed in asks for name and PIN, and shows nothing of the queue',
  async () => {
    const { page, stage } = await stands.open();
    stage.refuse('not-signed-in', 'desk:3');
    await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
    await page.getByLabel('PIN').waitFor();
    expect(
      await page.getByRole('button', { name: /^(?:Masuk|Panggil berikutnya)$/ }).allTextContents(),
    ).toEqual(['Masuk']);
  },
);

withChromium('a number that is not the next asks for a reason, which one digit answers', async () => {
  const stand = await desk(idleDesk);
  const { page } = stand;
  for (const key of ['2', '5', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Mengapa A-025 sekarang?' }).waitFor();
  expect(done(stand)).toEqual([]);
  await page.keyboard.press('3');
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/call', body: { ticket: 'A-025', reason: 'Kekeliruan petugas' } }]);
});

withChromium('the next in turn is called without a question, also by its number', async () => {
  const stand = await desk(idleDesk);
  for (const key of ['8', 'Enter']) await stand.page.keyboard.press(key);
  await expect.poll(() => done(stand)).toEqual([{ path: '/counters/3/call', body: { ticket: 'P-008' } }]);
});

withChromium('a counter pauses with a reason and until a time of the hub’s clock', async () => {
  const stand = await desk(idleDesk);
  const { page } = stand;
  await page.keyboard.press('F8');
  await page.getByLabel('Salat').check();
  await page.getByRole('button', { name: '15 menit' }).click();
  await expect.poll(() => done(stand)).toHaveLength(1);
  const [{ path, body } = { path: '', body: {} }] = done(stand);
  const { reason, until } = body as { reason: string; until: string };
  expect([path, reason]).toEqual(['/counters/3/pause', 'prayer']);
  // The stage's clock shows 10:20 in Makassar and a little more.
  expect(until).toMatch(/^2026-11-26T02:35:\d\d/);
});

withChromium('a counter opens for other steps and lanes than its own', async () => {
  const stand = await desk(idleDesk);
  const { page } = stand;
  await page.getByRole('button', { name: 'Layani …' }).click();
  await page.getByLabel('Pemeriksaan berkas').check();
  await page.getByLabel('Prioritas').uncheck();
  await page.getByRole('button', { name: 'Buka loket', exact: true }).click();
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/open', body: { steps: ['documents', 'interview'], lanes: ['regular'] } }]);
});

withChromium('who was missed goes back among those who wait', async () => {
  const stand = await desk(idleDesk);
  await stand.page.getByRole('button', { name: 'Antre lagi A-011' }).click();
  await expect.poll(() => done(stand)).toEqual([{ path: '/counters/3/return', body: { ticket: 'A-011' } }]);
  // Who is held waits for this counter, not in the queue.
  expect(await stand.page.getByRole('button', { name: 'Antre lagi A-019' }).count()).toBe(0);
});

withChromium('an hourglass by choice begins only when it was chosen', async () => {
  const stand = await desk({ ...callingDesk, current: { ...current, mayBeTimed: true } });
  const { page } = stand;
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Ya: tepat waktu atau gratis' }).click();
  await expect.poll(() => done(stand)).toEqual([{ path: '/counters/3/start', body: { timed: true } }]);
});

const things = [
  { id: 'id-card', name: { id: 'KTP asli', en: 'Original identity card' } },
  { id: 'birth', name: { id: 'Akta kelahiran', en: 'Birth certificate' } },
];

withChromium('digits tick what is lacking and what to bring, and Enter sends away', async () => {
  const stand = await desk({ ...callingDesk, current: { ...current, things } });
  const { page } = stand;
  await page.keyboard.press('F4');
  await page.getByRole('group', { name: 'Yang harus dibawa' }).waitFor();
  // Without a reason nobody is sent away, whatever there is to bring.
  for (const key of ['6', 'Enter', '4', '5', '6']) await page.keyboard.press(key);
  expect(done(stand)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/incomplete', body: { reasons: ['no-original'], bring: ['id-card'] } }]);
});

withChromium('one person with two numbers is a warning that stays with the visit', async () => {
  const stand = await desk(callingDesk);
  const { page, stage } = stand;
  stage.answer(() => ({ status: 200, body: { tickets: ['A-031'] } }));
  await page.keyboard.press('F3');
  await page.getByRole('textbox', { name: 'Nomor identitas' }).fill('6471052305900001');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => done(stand))
    .toEqual([{ path: '/counters/3/identity', body: { ticket: 'A-024', number: '6471052305900001' } }]);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  stage.show('desk:3', { ...callingDesk, current: { ...current, sameIdentity: ['A-031'] } });
  await page.getByText('Juga memegang A-031').waitFor();
  stage.show('desk:3', { ...callingDesk, current: { ...current, sameIdentity: [] } });
  await page.getByText('Identitas: tidak ada nomor lain').waitFor();
  expect(await page.getByText('Juga memegang').count()).toBe(0);
});

withChromium('a step that checks no files asks for no identity', async () => {
  const { page } = await desk({ ...callingDesk, current: { ...current, reasons: [] } });
  expect(await page.getByRole('button', { name: /^Nomor identitas/ }).count()).toBe(0);
  await page.keyboard.press('F3');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

withChromium('a proof on paper that no list confirms is marked', async () => {
  const { page } = await desk({ ...callingDesk, current: { ...current, unverified: true } });
  await page.getByText('Bukti di kertas, belum ada di daftar').waitFor();
});

withChromium(
  'a late hand-over is closed at the desk, as not charged or with the refund’s reference',
  async () => {
    const stand = await desk({ ...callingDesk, current: { ...current, claim: 'k2' } });
    const { page, stage } = stand;
    await page.keyboard.press('F6');
    await page.getByLabel('Nomor bukti pengembalian').fill('BKN-1');
    stage.answer(() => ({ status: 404, body: { code: 'unknown-claim' } }));
    await page.getByRole('button', { name: 'Dikembalikan' }).click();
    await page.getByRole('dialog').getByText('Klaim itu sudah selesai atau tidak ada.').waitFor();
    stage.answer(() => ({ status: 200, body: {} }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    await page.keyboard.press('1');
    await expect
      .poll(() => done(stand))
      .toEqual([
        { path: '/claims/k2/close', body: { as: 'refunded', reference: 'BKN-1' } },
        { path: '/claims/k2/close', body: { as: 'not-charged' } },
      ]);
  },
);

withChromium('a late hand-over is closed after its visit is gone, the oldest by F6', async () => {
  const claims = [
    { id: 'k3', number: 'C-002' },
    { id: 'k4', number: 'C-007' },
  ];
  const stand = await desk({ ...idleDesk, claims });
  const { page, stage } = stand;
  await page.getByText('Klaim terbuka: C-002, C-007').waitFor();
  await page.keyboard.press('F6');
  await page.getByRole('heading', { name: 'C-002: waktu terlewat, layanan gratis' }).waitFor();
  await page.keyboard.press('1');
  await expect.poll(() => done(stand)).toEqual([{ path: '/claims/k3/close', body: { as: 'not-charged' } }]);
  stage.show('desk:3', { ...callingDesk, current: { ...current, claim: 'k9' }, claims: claims.slice(1) });
  await page.getByText('Klaim terbuka: C-007').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('F6');
  await page.getByRole('heading', { name: 'A-024: waktu terlewat, layanan gratis' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tutup C-007' }).click();
  await page.getByRole('heading', { name: 'C-007: waktu terlewat, layanan gratis' }).waitFor();
});

withChromium('the slip of the last visit opens, and is paid where the collection waits for it', async () => {
  const code = 'abcdefghijklmnopqrstuv';
  const stand = await desk({ ...idleDesk, slip: { code, number: 'A-023' } });
  const { page, stage } = stand;
  const collect = {
    service: 'collection',
    serviceName: { id: 'Pengambilan', en: 'Collection' },
    alsoAt: [],
  };
  stage.show(`ticket:${code}`, { ...ticket, collect: { ...collect, from: '2026-12-01' } });
  const opened = page.context().waitForEvent('page');
  await page.keyboard.press('F7');
  expect(new URL((await opened).url()).pathname).toBe(`/slip/${code}`);
  const paid = page.getByRole('button', { name: /^A-023 sudah dibayar/ });
  expect(await paid.count()).toBe(0);
  await page.reload();
  stage.show(`ticket:${code}`, { ...ticket, collect: { ...collect, from: null } });
  await paid.click();
  await expect.poll(() => done(stand)).toEqual([{ path: `/tickets/${code}/paid`, body: {} }]);
});

withChromium('the desk helps to book, and says where no booking is needed', async () => {
  const stand = await desk(idleDesk);
  const { page, stage } = stand;
  stage.show('kiosk', { ...kiosk, booking: { service: 'passport', party: 5, days: 14 } });
  stage.answer((asked) =>
    asked.method === 'POST'
      ? { status: 201, body: { ...booked, lane: 'priority', needless: true } }
      : bookingAnswers(asked),
  );
  await page.keyboard.press('F1');
  await page.getByLabel('Nama lengkap').fill('Nenek Sari');
  await page.getByLabel('Tanggal lahir').fill('1950-02-01');
  await page.getByLabel('08:30').check();
  await page.keyboard.press('Enter');
  await page.getByText('Q5ZAHD').waitFor();
  await page.getByText(/Untuk usia ini tidak perlu memesan: .* jalur Prioritas/).waitFor();
  expect(done(stand)).toEqual([
    {
      path: '/counters/3/bookings',
      body: {
        service: 'passport',
        date: '2026-11-27',
        slot: '2026-11-27T00:30:00.000Z',
        people: [{ name: 'Nenek Sari', birthDate: '1950-02-01' }],
      },
    },
  ]);
});

for (const key of ['F1', 'F3', 'F4', 'F6']) {
  withChromium(`what the desk asks at ${key} is accessible, and no wider than a phone`, async () => {
    const view = { ...current, things, claim: 'k2', unverified: true, sameIdentity: ['A-031'] };
    const { page, stage, complaints } = await desk({ ...callingDesk, current: view });
    stage.show('kiosk', { ...kiosk, booking: { service: 'passport', party: 5, days: 14 } });
    stage.answer(bookingAnswers);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.keyboard.press(key);
    await page.getByRole('dialog').getByRole('heading').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
  });
}
