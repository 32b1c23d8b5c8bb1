/** The other ways through the kiosk: a day that is closed, a missed number, a first place, needs and groups. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codeIn, shortCodeIn } from '../../kiosk/tickets/codes.ts';
import { prefixAfter, prefixesOf } from '../../kiosk/tickets/prefixes.ts';
import { needs } from '../needs.ts';
import { answering, atLane, given, openKiosk, posted, refused, scan, tapKeys } from './kiosk-stand.ts';
import { kiosk } from './scenes.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'AbC-dEf_0123456789xyZw';

test.each([
  ['k7pd2m', 'K7PD2M'],
  ['K7P-D2M', 'K7PD2M'],
  ['oil0il', '011011'],
  ['K7PD2M9QRS', 'K7PD2M9QRS'],
  ['K7PD2', null],
  ['K7PD2U', null],
  ['K7PD2M9QRST', null],
])('%s is read as the short code %s', (typed, read) => expect(shortCodeIn(typed)).toBe(read));

test.each([
  [`https://antrean.example/t/${code}`, code],
  [`http://10.0.0.5:8080/t/${code}/`, code],
  [code, code],
  [`https://antrean.example/b/${code}`, code],
  [`https://antrean.example/slip/${code}`, code],
  ['https://antrean.example/t/short', null],
  ['https://antrean.example/kiosk/', null],
])('%s names the ticket or booking %s', (scanned, read) => expect(codeIn(scanned)).toBe(read));

test('the letters of numbers are those of services, lanes and paper, each once', () => {
  const drawn = { ...kiosk, services: [...kiosk.services, { id: 'x', name: {}, prefix: 'A' }] };
  expect(prefixesOf(drawn)).toEqual({ all: ['A', 'C', 'D', 'P', 'E'], first: '' });
  const one = { ...kiosk, services: kiosk.services.slice(0, 1), lanes: kiosk.lanes.slice(0, 1) };
  expect(prefixesOf(one)).toEqual({ all: ['A', 'E'], first: 'A' });
  expect(prefixAfter('A', 'B', ['A', 'AB', 'C'])).toBe('AB');
  expect(prefixAfter('A', 'C', ['A', 'AB', 'C'])).toBe('C');
  expect(prefixAfter('A', 'Z', ['A', 'AB', 'C'])).toBe('A');
});

withChromium(
  'a closed day says so at the start, with the next opening; a missed number still waits again',
  async () => {
    const closed = { ...kiosk, closed: { opensAt: '2026-11-30T00:00:00.000Z' } };
    const { page } = await openKiosk(stands, closed);
    await page.getByRole('heading', { name: 'Hari ini nomor sudah tidak dibagikan' }).waitFor();
    const words = await page.locator('main').innerText();
    expect(words).toContain('Senin, 30 November');
    expect(words).toContain('08:00');
    expect(words).not.toContain('Paspor');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('main').innerText()).toContain('Monday 30 November');
    await page.getByRole('button', { name: 'My number was missed' }).click();
    await page.getByText('Which number was missed?').waitFor();
  },
);

withChromium('the day opens again: services are offered at once', async () => {
  const { stage, page } = await openKiosk(stands, { ...kiosk, closed: { opensAt: null } });
  await page.getByText('Petugas dapat memberi tahu').waitFor();
  stage.show('kiosk', kiosk);
  await page.getByRole('button', { name: /^Paspor/ }).waitFor();
});

withChromium('a missed number is typed with the letters that exist, and waits again', async () => {
  const stand = await openKiosk(stands);
  const { page } = stand;
  answering(stand, '/tickets/P-007/return', { status: 200, body: { number: 'P-007', state: 'waiting' } });
  await page.getByRole('button', { name: 'Nomor saya terlewat' }).click();
  expect(await page.locator('.letters button').allInnerTexts()).toEqual(['A', 'C', 'D', 'P', 'E']);
  await tapKeys(stand, 'P007');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByText('Anda menunggu lagi').waitFor();
  await page.getByText('P-007').waitFor();
});

withChromium('where all numbers have one letter only digits are typed, on a keyboard too', async () => {
  const one = { ...kiosk, services: kiosk.services.slice(0, 1), lanes: kiosk.lanes.slice(0, 1) };
  const stand = await openKiosk(stands, one);
  await stand.page.getByRole('button', { name: 'Nomor saya terlewat' }).click();
  await tapKeys(stand, '12');
  await stand.page.keyboard.type('3');
  await stand.page.keyboard.press('Enter');
  await expect.poll(() => posted(stand).map(({ path }) => path)).toEqual(['/tickets/A-123/return']);
});

/** No booking has this code: it is looked for among the first places. */
const claimed = async (stand: Stand, path: string) => {
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map((one) => one.path)).toEqual(['/tickets', path]);
  expect(posted(stand)[0]).toMatchObject({ body: { booking: path.replace('/places/', '') } });
  expect(new Set(posted(stand).map(({ key }) => key)).size).toBe(2);
};
const noBooking = (stand: Stand, path: string) =>
  stand.stage.answer((asked) =>
    asked.path === path ? given : asked.path === '/tickets' ? refused(404, 'unknown-booking') : undefined,
  );

withChromium('a first place of an earlier day is typed, with signs that look alike', async () => {
  const stand = await openKiosk(stands);
  noBooking(stand, '/places/K701D2');
  await stand.page.getByRole('button', { name: /^Saya punya kode/ }).click();
  await tapKeys(stand, 'K7');
  for (const key of ['o', 'l', 'd', 'u', '2']) await stand.page.keyboard.press(key);
  expect(await stand.page.locator('output').innerText()).toBe('K701D2');
  await stand.page.getByRole('button', { name: 'Lanjut' }).click();
  await claimed(stand, '/places/K701D2');
});

withChromium('a scanner types it on the pad, whatever key has the focus', async () => {
  const stand = await openKiosk(stands);
  noBooking(stand, '/places/K7PD2M');
  await stand.page.getByRole('button', { name: /^Saya punya kode/ }).click();
  await stand.page.getByRole('button', { name: 'Kembali' }).focus();
  await scan(stand, 'k7pd2m');
  await claimed(stand, '/places/K7PD2M');
});

withChromium('a scanned link of the ticket is enough, at the start too', async () => {
  const stand = await openKiosk(stands);
  noBooking(stand, `/places/${code}`);
  await stand.page.getByRole('button', { name: /^Paspor/ }).focus();
  await scan(stand, `https://antrean.example/t/${code}`);
  await claimed(stand, `/places/${code}`);
});

withChromium('needs and people are sent as chosen, and forgotten for the next person', async () => {
  const stand = await atLane(stands);
  const { page } = stand;
  answering(stand, '/tickets', given);
  await page.getByRole('button', { name: 'Keperluan khusus / rombongan' }).click();
  await page.getByRole('button', { name: /^Tuli/ }).click();
  await page.getByRole('button', { name: /^Kursi roda/ }).click();
  await page.getByRole('button', { name: /^Tuli/ }).click();
  expect(await page.getByRole('button', { name: 'Kurangi satu orang' }).isDisabled()).toBe(true);
  for (const _ of [2, 3, 4]) await page.getByRole('button', { name: 'Tambah satu orang' }).click();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('button', { name: '4 orang · Kursi roda' }).waitFor();
  await page.getByRole('button', { name: /^Tidak ada/ }).click();
  await page.getByText('4 orang').waitFor();
  await page.getByRole('button', { name: 'Selesai' }).click();
  await page.getByRole('button', { name: /^Paspor/ }).click();
  await page.getByRole('button', { name: 'Keperluan khusus / rombongan' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([
    { service: 'passport', people: 4, needs: ['wheelchair'] },
  ]);
});

withChromium('with one lane the needs are a key of the start, and fifty people are the most', async () => {
  const stand = await openKiosk(stands, { ...kiosk, lanes: kiosk.lanes.slice(0, 1) });
  const { page } = stand;
  answering(stand, '/tickets', given);
  await page.getByRole('button', { name: 'Keperluan khusus / rombongan' }).click();
  const more = page.getByRole('button', { name: 'Tambah satu orang' });
  for (let people = 2; people <= 50; people += 1) await more.click();
  expect(await more.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('button', { name: /^Paspor/ }).click();
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ service: 'passport', people: 50 }]);
});

const quiet: Record<string, readonly (string | RegExp)[]> = {
  'the needs': ['Keperluan khusus / rombongan'],
  'the pad of codes': [/^Saya punya kode/],
  'the closed day': [],
};

for (const [screen, taps] of Object.entries(quiet)) {
  withChromium(`${screen}: accessible, and within the policy`, async () => {
    const closed = screen === 'the closed day' ? { opensAt: '2026-11-30T00:00:00.000Z' } : null;
    const { page, complaints } = await openKiosk(stands, {
      ...kiosk,
      closed,
      lanes: kiosk.lanes.slice(0, 1),
    });
    for (const name of taps) await page.getByRole('button', { name }).click();
    await page.locator('h1').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(complaints).toEqual([]);
  });
}
