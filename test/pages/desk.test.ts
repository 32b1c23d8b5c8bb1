/** The desk: a numeric keypad is a call box, questions come before what cannot be taken back, refusals are said. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nothingTyped, pressed, ticketOf } from '../../kiosk/desk/keys.ts';
import { needs } from '../needs.ts';
import { callingDesk, idleDesk } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

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
  const { current } = callingDesk;
  if (!current) throw new Error('nobody is called');
  const stand = await desk({ ...callingDesk, current: { ...current, mayBeTimed: true } });
  const { page } = stand;
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Ya: tepat waktu atau gratis' }).click();
  await expect.poll(() => done(stand)).toEqual([{ path: '/counters/3/start', body: { timed: true } }]);
});
