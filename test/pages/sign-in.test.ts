/** Signing in on the pages: officers at a desk, stations by a code or a link, the supervisor; and signing out. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stationHere, waysOf } from '../../display/lib/sign-in/ways.ts';
import { needs } from '../needs.ts';
import { pairing, peopleAnswers } from './people-scenes.ts';
import { callingDesk, kiosk, lobby } from './scenes.ts';
import type { Answering } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

test.each([
  ['/kiosk/desk.html', 'counter'],
  ['/kiosk/door', 'door'],
  ['/kiosk/', 'kiosk'],
  ['/kiosk/index.html', 'kiosk'],
  ['/kiosk/supervisor.html', 'supervisor'],
  ['/display/counter.html', 'display'],
])('the page %s is of the role %s', (path, role) => {
  expect(stationHere(path)).toBe(role);
});

test('an officer’s PIN is asked for where officers work, a code where nobody types', () => {
  expect(waysOf('counter')[0]).toBe('officer');
  expect(waysOf('door')[0]).toBe('officer');
  expect(waysOf('kiosk')[0]).toBe('pair');
  expect(waysOf('supervisor')).toEqual(['password', 'officer']);
});

const accessible = async ({ page, complaints }: Stand) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(complaints).toEqual([]);
};
const signIns = ({ stage }: Stand) =>
  stage.asked.filter(({ method, path }) => method === 'POST' && path === '/session').map(({ body }) => body);

/** A desk that nobody is signed in at; the hub answers `POST /session` with this. */
async function desk(answer: Answering = () => undefined): Promise<Stand> {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.refuse('not-signed-in', 'desk:3');
  stage.answer(
    peopleAnswers((asked) =>
      asked.method === 'POST' && asked.path === '/session' ? answer(asked) : undefined,
    ),
  );
  await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
  await page.getByRole('heading', { name: 'Masuk di loket 3' }).waitFor();
  return stand;
}

const budi = { officer: '7', pin: '2468', counter: 3 };

withChromium('an officer signs in with a numeric keypad alone', async () => {
  const stand = await desk();
  await accessible(stand);
  for (const key of ['7', 'Enter', '2', '4', '6', '8', 'Enter']) await stand.page.keyboard.press(key);
  await expect.poll(() => signIns(stand)).toEqual([budi]);
});

withChromium('an officer signs in with a finger alone, and mends what was mistyped', async () => {
  const stand = await desk();
  const tap = (name: string) => stand.page.getByRole('button', { name, exact: true }).click();
  for (const key of ['8', 'Hapus', '7', 'Lanjut', '2', '4', '6', '9', 'Hapus', '8', 'Lanjut']) await tap(key);
  await expect.poll(() => signIns(stand)).toEqual([budi]);
  const sizes = await stand.page
    .locator('fieldset .key')
    .evaluateAll((keys) => keys.map((key) => Math.min(key.clientHeight, key.clientWidth)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(64);
});

withChromium('a wrong PIN is said, and only the PIN is typed anew', async () => {
  const stand = await desk(() => ({ status: 401, body: { code: 'wrong-pin' } }));
  const { page } = stand;
  await page.getByLabel('Nama atau nomor petugas').fill('Budi');
  await page.getByLabel('PIN').fill('1111');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Nama atau PIN salah.').waitFor();
  expect(await page.getByLabel('Nama atau nomor petugas').inputValue()).toBe('Budi');
  expect(await page.getByLabel('PIN').inputValue()).toBe('');
  await accessible(stand);
});

withChromium('an answer that is held back is said, and nothing can be sent meanwhile', async () => {
  let answerNow = () => {};
  const held = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  const stand = await desk(async () => {
    await held;
    return { status: 401, body: { code: 'wrong-pin' } };
  });
  const { page } = stand;
  await page.getByLabel('Nama atau nomor petugas').fill('Budi');
  await page.getByLabel('PIN').fill('1111');
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('jawaban ditahan beberapa detik').waitFor();
  expect(await page.getByRole('button', { name: 'Masuk' }).isDisabled()).toBe(true);
  await page.keyboard.press('Enter');
  await accessible(stand);
  answerNow();
  await page.getByText('Nama atau PIN salah.').waitFor();
  expect(signIns(stand)).toHaveLength(1);
});

withChromium('too many attempts at once are asked to wait', async () => {
  const { page } = await desk(() => ({ status: 429, body: { code: 'too-many-requests' } }));
  await page.getByLabel('Nama atau nomor petugas').fill('Budi');
  await page.getByLabel('PIN').fill('1111');
  await page.keyboard.press('Enter');
  await page.getByText('Terlalu banyak percobaan sekaligus.').waitFor();
});

withChromium('who heads the office stands in at a desk without being assigned to it', async () => {
  const stand = await desk(({ body }) =>
    'counter' in (body as object)
      ? { status: 400, body: { code: 'malformed', fields: [{ path: 'counter', message: '' }] } }
      : { status: 200, body: {} },
  );
  await stand.page.getByLabel('Nama atau nomor petugas').fill('citra');
  await stand.page.getByLabel('PIN').fill('12345678');
  await stand.page.keyboard.press('Enter');
  await expect
    .poll(() => signIns(stand))
    .toEqual([
      { officer: 'citra', pin: '12345678', counter: 3 },
      { officer: 'citra', pin: '12345678' },
    ]);
});

withChromium('the desk says who is signed in; signing out asks the hub', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('desk:3', callingDesk);
  const officer = { id: 'o1', name: 'Budi Santoso' };
  stage.answer(() => ({ status: 200, body: { role: 'counter', counter: 3, officer } }));
  await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
  await page.getByText('Masuk sebagai Budi Santoso').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect
    .poll(() => stage.asked.map(({ method, path }) => `${method} ${path}`))
    .toContain('DELETE /session');
});

withChromium('a station asks before it signs out, as it must be paired again', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('desk:3', callingDesk);
  stage.answer(() => ({
    status: 200,
    body: { role: 'counter', counter: 3, officer: null, label: 'Meja 3' },
  }));
  await page.goto(`${stage.origin}/kiosk/desk.html?n=3`);
  await page.getByText('Masuk sebagai Stasiun Meja 3').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('harus dipasangkan lagi').waitFor();
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.getByText('Masuk sebagai Stasiun Meja 3').waitFor();
  expect(stage.asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

withChromium('a kiosk shows a code, asks until it was confirmed, and begins', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('kiosk', kiosk);
  let confirmed = false;
  const none = { status: 401, body: { code: 'not-signed-in' } };
  stage.answer(
    peopleAnswers(({ method, path }) => {
      if (path !== '/session') return undefined;
      if (confirmed) return { status: 200, body: { role: 'kiosk', counter: null, officer: null } };
      return method === 'GET' ? none : { status: 409, body: { code: 'pairing-pending' } };
    }),
  );
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByText('CDF-239').waitFor();
  await page.getByRole('img', { name: /Gambar pindai/ }).waitFor();
  await accessible(stand);
  await expect.poll(() => signIns(stand), { timeout: 5000 }).toContainEqual({ pairing: pairing.secret });
  expect(stage.asked.find(({ path }) => path === '/pairings')?.body).toEqual({ role: 'kiosk' });
  confirmed = true;
  await page.getByText('Apa keperluan Anda?').waitFor();
});

withChromium('a code whose time is over is replaced by another', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('kiosk', kiosk);
  let codes = 0;
  stage.answer(({ path }) => {
    if (path !== '/pairings') return { status: 401, body: { code: 'not-signed-in' } };
    codes += 1;
    return { status: 201, body: { ...pairing, code: codes === 1 ? 'CDF-239' : 'XYT-477' } };
  });
  await page.goto(`${stage.origin}/kiosk/`);
  await page.getByText('CDF-239').waitFor();
  await page.getByText('XYT-477').waitFor();
});

withChromium('a link signs the station in, and leaves the address', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('desk:3', callingDesk);
  stage.answer(peopleAnswers());
  await page.goto(`${stage.origin}/kiosk/desk.html?n=3#token=t.secret`);
  await page.getByRole('heading', { name: 'Loket 3' }).waitFor();
  expect(signIns(stand)).toEqual([{ token: 't.secret' }]);
  expect(page.url()).toBe(`${stage.origin}/kiosk/desk.html?n=3`);
});

withChromium('a link that counts no more is said', async () => {
  const stand = await desk(() => ({ status: 401, body: { code: 'not-signed-in' } }));
  await stand.page.evaluate(() => {
    location.hash = '#token=t.secret';
  });
  await stand.page.getByText('Tautan itu tidak berlaku lagi.').waitFor();
  expect(await stand.page.evaluate(() => location.hash)).toBe('');
});

withChromium('the supervisor’s page asks for the password, or an officer’s PIN', async () => {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.refuse('not-signed-in', 'supervisor');
  stage.answer(peopleAnswers());
  await page.goto(`${stage.origin}/kiosk/supervisor.html`);
  await page.getByLabel('Kata sandi kepala').fill('kata sandi');
  await page.keyboard.press('Enter');
  await expect.poll(() => signIns(stand)).toEqual([{ user: 'supervisor', password: 'kata sandi' }]);
  await page.getByRole('button', { name: 'Petugas dengan PIN' }).click();
  await page.getByLabel('Nama atau nomor petugas').fill('citra');
  await page.getByLabel('PIN').fill('12345678');
  await page.keyboard.press('Enter');
  await expect.poll(() => signIns(stand).at(-1)).toEqual({ officer: 'citra', pin: '12345678' });
  await accessible(stand);
});

withChromium('a set-up link of another start is noticed before anything is typed', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  stage.refuse('not-signed-in', 'box:1');
  stage.answer(() => ({ status: 200, body: { needed: true, valid: false } }));
  await page.goto(`${stage.origin}/?set-up=of-yesterday`);
  await page.getByText('Tautan ini tidak berlaku lagi').waitFor();
  expect(await page.getByLabel('Kata sandi baru').count()).toBe(0);
});
