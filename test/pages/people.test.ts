/** The section of people: officers, stations, who is signed in, the password; each change is asked of the hub as meant. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { wantedIn } from '../../kiosk/supervisor/people/wanted.ts';
import { needs } from '../needs.ts';
import { peopleAnswers } from './people-scenes.ts';
import type { Answering } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';
import { quietRoom } from './supervisor-scenes.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function people(otherwise?: Answering, hash = 'people'): Promise<Stand> {
  const stand = await stands.open();
  const { stage, page } = stand;
  stage.show('supervisor', quietRoom);
  stage.answer(peopleAnswers(otherwise));
  await page.goto(`${stage.origin}/kiosk/supervisor.html#${hash}`);
  await page.getByRole('heading', { name: 'Stasiun' }).waitFor();
  return stand;
}

/** What was asked to be changed. */
const changes = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body }));
const changed = (stand: Stand) => expect.poll(() => changes(stand));
const key = ({ page }: Stand, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const accessible = async ({ page, complaints }: Stand) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  expect(complaints).toEqual([]);
};

test.each([
  ['#people', null],
  ['', null],
  ['#pair=CDF-239', { code: 'CDF-239', role: 'kiosk', counter: null }],
  ['#pair=CDF-239&role=counter&counter=3', { code: 'CDF-239', role: 'counter', counter: 3 }],
  ['#pair=CDF-239&role=integration&counter=03', { code: 'CDF-239', role: 'kiosk', counter: null }],
])('the address %s wants %j', (hash, wanted) => {
  expect(wantedIn(hash)).toEqual(wanted);
});

withChromium('it shows officers with their counter, stations, and who is signed in', async () => {
  const stand = await people();
  const { page } = stand;
  await page.getByText('Ni Luh Ayu Pramesti').waitFor();
  expect(await page.getByLabel('Loket hari ini: Budi Santoso').inputValue()).toBe('3');
  await page.getByText('Meja petugas · Loket 1 · sejak 2 Nov 2026').waitFor();
  await page.getByText('Loket 3 · sampai 19:30').waitFor();
  // Nobody ends their own session here.
  expect(await page.getByRole('button', { name: /^Keluarkan/ }).count()).toBe(2);
  await accessible(stand);
});

withChromium('an officer is added once both PINs agree, and is long enough for the duty', async () => {
  const stand = await people();
  const { page } = stand;
  await key(stand, 'Tambah petugas').click();
  await page.getByLabel('Nama', { exact: true }).fill('Wayan');
  await page.getByLabel('PIN', { exact: true }).fill('2468');
  await page.getByLabel('Ulangi PIN').fill('2469');
  await key(stand, 'Simpan').click();
  await page.getByText('Kedua PIN tidak sama.').waitFor();
  await page.getByLabel('Ulangi PIN').fill('2468');
  await page.getByRole('combobox', { name: 'Tugas' }).selectOption('supervisor');
  await key(stand, 'Simpan').click();
  await page.getByText('PIN harus 8 sampai 12 angka.').waitFor();
  await accessible(stand);
  expect(changes(stand)).toEqual([]);
  await page.getByRole('combobox', { name: 'Tugas' }).selectOption('counter');
  await key(stand, 'Simpan').click();
  await changed(stand).toEqual([
    { method: 'POST', path: '/officers', body: { name: 'Wayan', role: 'counter', pin: '2468' } },
  ]);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

withChromium('an officer is changed, seated and removed, the last only after a question', async () => {
  const stand = await people();
  const { page } = stand;
  await key(stand, 'Ubah: Rahmat').click();
  await page.getByLabel('Nama', { exact: true }).fill('Rahmat H');
  await key(stand, 'Simpan').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByLabel('Loket hari ini: Ni Luh Ayu Pramesti').selectOption('1');
  await changed(stand).toHaveLength(2);
  await key(stand, 'Ubah: Citra Dewi').click();
  await key(stand, 'Hapus Citra Dewi?').click();
  await page.getByText(/namanya dihapus/).waitFor();
  await accessible(stand);
  // An Enter too many is a no.
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await key(stand, 'Ubah: Citra Dewi').click();
  await key(stand, 'Hapus Citra Dewi?').click();
  await key(stand, 'Hapus').click();
  await changed(stand).toEqual([
    { method: 'PATCH', path: '/officers/o3', body: { name: 'Rahmat H', role: 'door' } },
    { method: 'PUT', path: '/counters/1/officer', body: { officer: 'o2' } },
    { method: 'DELETE', path: '/officers/o4', body: undefined },
  ]);
});

withChromium('a code that was scanned is filled in, and approved once', async () => {
  const stand = await people(undefined, 'pair=CDF-239&role=counter&counter=3');
  const { page } = stand;
  expect(await page.getByLabel('Kode di layar stasiun').inputValue()).toBe('CDF-239');
  await accessible(stand);
  await key(stand, 'Setujui').click();
  await page.getByText('Meja petugas 3 sudah dipasangkan.').waitFor();
  expect(changes(stand)).toEqual([
    {
      method: 'POST',
      path: '/pairings/CDF-239',
      body: { role: 'counter', counter: 3, label: 'Meja petugas 3' },
    },
  ]);
  expect(await page.evaluate(() => location.hash)).toBe('#people');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

withChromium('a code that nobody shows is said in words', async () => {
  const stand = await people(({ path }) =>
    path.startsWith('/pairings') ? { status: 404, body: { code: 'not-found' } } : undefined,
  );
  const { page } = stand;
  await key(stand, 'Pasangkan dengan kode').click();
  await page.getByLabel('Kode di layar stasiun').fill('xyz 999');
  await page.getByLabel('Sebutan').fill('Mesin dua');
  await key(stand, 'Setujui').click();
  await page.getByRole('alert').getByText('Kode itu tidak ada atau sudah lewat waktunya.').waitFor();
});

withChromium('a link for a station is shown once, with its picture', async () => {
  const stand = await people();
  const { page } = stand;
  await key(stand, 'Buat tautan').click();
  await page.getByLabel('Jenis stasiun').selectOption('door');
  await key(stand, 'Buat').click();
  await page.getByRole('img', { name: 'Gambar pindai dari tautan ini' }).waitFor();
  expect(await page.getByLabel('Tautan', { exact: true }).inputValue()).toMatch(
    /\/kiosk\/#token=a{22}\.b{43}$/,
  );
  await accessible(stand);
  await key(stand, 'Sudah dicatat').click();
  expect(await page.getByText(/bbbbbb/).count()).toBe(0);
  expect(changes(stand)).toEqual([
    { method: 'POST', path: '/tokens', body: { role: 'door', label: 'Stasiun pintu' } },
  ]);
});

withChromium('a station is revoked and a session ended after a question', async () => {
  const stand = await people();
  await key(stand, 'Cabut: Meja loket 1').click();
  await key(stand, 'Cabut').click();
  await changed(stand).toHaveLength(1);
  await key(stand, 'Keluarkan: Budi Santoso').click();
  await key(stand, 'Keluarkan').click();
  await changed(stand).toEqual([
    { method: 'DELETE', path: '/tokens/t2', body: undefined },
    { method: 'DELETE', path: '/sessions/s2', body: undefined },
  ]);
});

withChromium('the password is changed by whoever knows the present one', async () => {
  let known = false;
  const stand = await people(({ path }) =>
    path === '/password' && !known ? { status: 401, body: { code: 'wrong-password' } } : undefined,
  );
  const { page } = stand;
  await key(stand, 'Ganti kata sandi').click();
  await page.getByLabel('Kata sandi sekarang').fill('salah');
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('sepuluh-huruf');
  await page.getByLabel('Ulangi kata sandi baru').fill('sepuluh-huruf');
  const submit = page.getByRole('dialog').getByRole('button', { name: 'Ganti kata sandi' });
  await submit.click();
  await page.getByText('Kata sandi sekarang salah.').waitFor();
  known = true;
  await page.getByLabel('Kata sandi sekarang').fill('yang benar');
  await submit.click();
  await page.getByText('Kata sandi sudah diganti.').waitFor();
  expect(changes(stand).at(-1)?.body).toEqual({ current: 'yang benar', password: 'sepuluh-huruf' });
});

withChromium('who heads the office by a PIN does not change the password', async () => {
  const stand = await people(({ method, path }) =>
    method === 'GET' && path === '/session'
      ? {
          status: 200,
          body: { role: 'supervisor', counter: null, officer: { id: 'o4', name: 'Citra Dewi' } },
        }
      : undefined,
  );
  await stand.page.getByText('Anda masuk dengan PIN.').waitFor();
  expect(await key(stand, 'Ganti kata sandi').count()).toBe(0);
  await stand.page.locator('nav').getByText('Citra Dewi').waitFor();
});
