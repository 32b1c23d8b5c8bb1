/** The start page: the first password, signing in, and a counter box that is worked over MQTT by the hub's side. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { box, emptyLobby, lobby } from './scenes.ts';
import type { Answering } from './stage.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

withChromium('the one-time link chooses the password, signs in, and leaves the address', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', emptyLobby);
  stage.show('box:1', { ...box, counter: 1 });
  stage.answer(() => ({ status: 200, body: {} }));
  await page.goto(`${stage.origin}/?set-up=one-time`);
  const sent = () =>
    stage.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }));
  const choose = page.getByRole('button', { name: 'Pilih kata sandi' });
  await page.getByLabel('Kata sandi baru').fill('sepuluh-huruf');
  await page.getByLabel('Ulangi kata sandi').fill('lain-sekali');
  await choose.click();
  await page.getByText('Kedua kata sandi tidak sama.').waitFor();
  expect(sent()).toEqual([]);
  await page.getByLabel('Ulangi kata sandi').fill('sepuluh-huruf');
  await choose.click();
  await page.getByText('Kotak loket').waitFor();
  expect(sent()).toEqual([
    { path: '/set-up', body: { key: 'one-time', password: 'sepuluh-huruf' } },
    { path: '/session', body: { user: 'supervisor', password: 'sepuluh-huruf' } },
  ]);
  expect(new URL(page.url()).search).toBe('');
});

withChromium('a box that is not there yet comes with the first key that is pressed', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  stage.answer(() => {
    stage.show('box:1', { ...box, counter: 1, led: 'A-024' });
    return { status: 200, body: {} };
  });
  await page.goto(stage.origin);
  await page.getByText('Belum tersambung').waitFor();
  await page.getByRole('button', { name: 'Berikutnya' }).click();
  await page.getByRole('img', { name: 'Papan LED: A-024' }).waitFor();
  await page.getByText('Diterima: A-024').waitFor();
  expect(stage.asked.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: '/boxes/1/press', body: { key: 'next' } },
  ]);
});

withChromium('a refused press is said in words; a wrong password too', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  stage.show('box:1', {
    ...box,
    counter: 1,
    lastResult: { ok: false, ticket: null, code: 'nobody-waiting' },
  });
  await page.goto(stage.origin);
  await page.getByText('Tidak ada yang menunggu.').waitFor();

  stage.refuse('not-signed-in', 'box:2');
  stage.answer(() => ({ status: 409, body: { code: 'wrong-password' } }));
  await page.getByRole('combobox').selectOption('2');
  await page.getByLabel('Kata sandi kepala').fill('salah');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByText('Kata sandi salah.').waitFor();
});

/** The hub's answers where there is a password, or none yet; the key of the link counts no more. */
const setUp =
  (needed: boolean): Answering =>
  ({ method, path }) => {
    if (path !== '/set-up') return { status: 200, body: {} };
    return method === 'GET'
      ? { status: 200, body: { needed, valid: false } }
      : { status: 403, body: { code: 'forbidden' } };
  };
const hint = 'Belum ada kata sandi?';

withChromium('a set-up link that was used says so, and leads to signing in with the password', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', emptyLobby);
  stage.refuse('not-signed-in', 'box:1');
  stage.answer(setUp(false));
  await page.goto(`${stage.origin}/?set-up=used`);
  await page.getByText('Tautan ini sudah dipakai').waitFor();
  await page.getByLabel('Kata sandi kepala').waitFor();
  expect(await page.getByLabel('Kata sandi baru').count()).toBe(0);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.getByText(hint).count()).toBe(0);
  stage.show('box:1', { ...box, counter: 1 });
  await page.getByLabel('Kata sandi kepala').fill('sepuluh-huruf');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect.poll(() => page.getByText('Tautan ini sudah dipakai').count()).toBe(0);
});

withChromium('a set-up link that was used while its page stood open is said too', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', emptyLobby);
  stage.refuse('not-signed-in', 'box:1');
  let needed = true;
  stage.answer((asked) =>
    asked.method === 'GET' && needed ? { status: 200, body: { needed, valid: true } } : setUp(needed)(asked),
  );
  await page.goto(`${stage.origin}/?set-up=one-time`);
  await page.getByLabel('Kata sandi baru').fill('sepuluh-huruf');
  await page.getByLabel('Ulangi kata sandi').fill('sepuluh-huruf');
  needed = false;
  await page.getByRole('button', { name: 'Pilih kata sandi' }).click();
  await page.getByText('Tautan ini sudah dipakai').waitFor();
});

withChromium(
  'a set-up link of another start says so; how a password is chosen is said while there is none',
  async () => {
    const { stage, page } = await stands.open();
    stage.show('lobby', emptyLobby);
    stage.refuse('not-signed-in', 'box:1');
    stage.answer(setUp(true));
    await page.goto(`${stage.origin}/?set-up=of-yesterday`);
    await page.getByText('Tautan ini tidak berlaku lagi').waitFor();
    await page.getByRole('link', { name: 'Ke halaman awal' }).click();
    await page.getByText(hint).waitFor();
  },
);

withChromium('every screen is listed, the supervisor’s page and the emergency sheet too', async () => {
  const { stage, page } = await stands.open();
  stage.show('lobby', lobby);
  await page.goto(stage.origin);
  for (const [name, path] of [
    ['Halaman kepala', '/kiosk/supervisor.html'],
    ['Lembar nomor darurat', '/kiosk/emergency.html'],
    ['Pos pintu', '/kiosk/door.html'],
  ] as const)
    expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(path);
});

withChromium('while the hub is away the box is dead, and that is in sight wherever the page is', async () => {
  const { stage, page, reopen } = await stands.open({ width: 1280, height: 500 });
  stage.show('lobby', lobby);
  stage.show('box:1', { ...box, counter: 1 });
  await page.goto(stage.origin);
  await page.getByText('Tersambung lewat MQTT').waitFor();
  const key = page.getByRole('button', { name: 'Urungkan' });
  await key.scrollIntoViewIfNeeded();
  expect(await key.isEnabled()).toBe(true);

  await stage.close();
  const mark = page.getByText('Tidak tersambung sejak 10:20');
  await mark.waitFor();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect((await mark.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  expect(await key.isEnabled()).toBe(false);
  await page.getByRole('img', { name: 'Papan LED: kosong' }).waitFor();
  expect(await page.getByText('Tersambung lewat MQTT').count()).toBe(0);

  const again = await reopen();
  again.show('lobby', lobby);
  again.show('box:1', { ...box, counter: 1 });
  await page.getByText('Tersambung lewat MQTT').waitFor();
  expect(await key.isEnabled()).toBe(true);
});
