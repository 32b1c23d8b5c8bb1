/** Whoever has a number already is shown it, and what can be done with it; and a key for each way out of a refusal. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TicketView } from '../../server/contract/views.ts';
import { needs } from '../needs.ts';
import { bookFriday, given, openKiosk, posted, refused, scan, tapKeys } from './kiosk-stand.ts';
import { at, ticket } from './scenes.ts';
import { availability, bookable, offer } from './scenes-bookings.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'AbC-dEf_0123456789xyZw';
const known = ({ stage }: Stand, name: string, part: Partial<TicketView>) =>
  stage.answer(({ path }) => {
    if (path === `/tickets/${name}`) return { status: 200, body: { ...ticket, ...part } };
    if (path === '/tickets') return refused(404, 'unknown-booking');
    if (path === `/places/${name}`) return refused(404, 'unknown-place');
    return path.endsWith('/return') ? { status: 200, body: { number: 'A-031' } } : undefined;
  });
const typeCode = async (stand: Stand): Promise<void> => {
  await stand.page.getByRole('button', { name: /^Saya punya kode/ }).click();
  await tapKeys(stand, 'K7PD2M');
  await stand.page.getByRole('button', { name: 'Lanjut' }).press('Enter');
};
const words = async ({ page }: Stand) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

withChromium('the ticket of somebody who waits: the number, how many before, and when', async () => {
  const stand = await openKiosk(stands, bookable);
  const estimate = { from: at('10:40'), to: at('11:05'), homeBy: at('11:50') };
  known(stand, code, { state: 'waiting', estimate });
  await scan(stand, `https://antrean.example/t/${code}`);
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  for (const said of ['7 nomor sebelum Anda', '10:40–11:05']) expect(await words(stand)).toContain(said);
  const { violations } = await new AxeBuilder({ page: stand.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(posted(stand)).toEqual([]);
  await stand.page.getByRole('button', { name: 'Selesai' }).press('Enter');
  await stand.page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
});

withChromium('the short code on its paper shows it too, once no booking has this code', async () => {
  const stand = await openKiosk(stands, bookable);
  known(stand, 'K7PD2M', { state: 'serving', counter: 3 });
  await typeCode(stand);
  await stand.page.getByRole('heading', { name: 'Dilayani · Loket 3' }).waitFor();
  expect(await words(stand)).toContain('A-031');
  expect(posted(stand).map(({ path }) => path)).toEqual(['/tickets', '/places/K7PD2M']);
});

withChromium('the short code of a missed number puts this number back', async () => {
  const stand = await openKiosk(stands, bookable);
  known(stand, 'K7PD2M', { state: 'no-show' });
  await typeCode(stand);
  await stand.page.getByText('Anda menunggu lagi').waitFor();
  expect(posted(stand).at(-1)?.path).toBe('/tickets/A-031/return');
});

withChromium('the ticket of somebody who is called: the number, and where to go', async () => {
  const stand = await openKiosk(stands, bookable);
  known(stand, code, { state: 'called', counter: 3 });
  await scan(stand, `https://antrean.example/t/${code}`);
  await stand.page.getByText('Loket 3').waitFor();
  expect(await words(stand)).toContain('A-031');
  expect(posted(stand)).toEqual([]);
});

withChromium(
  'a booking that was used: the number that it became, which waits again where it was missed',
  async () => {
    const stand = await openKiosk(stands, bookable);
    stand.stage.answer(({ method, path }) => {
      if (path === '/tickets') return refused(409, 'booking-used');
      if (method === 'GET' && path === '/bookings/K7PD2M') return { status: 200, body: { ticket: 'A-017' } };
      return path === '/tickets/A-017/return' ? { status: 200, body: { number: 'A-017' } } : undefined;
    });
    await typeCode(stand);
    await stand.page.getByRole('heading', { name: 'Kode itu sudah pernah dipakai' }).waitFor();
    expect(await words(stand)).toContain('A-017');
    await stand.page.getByRole('button', { name: 'Nomor saya terlewat' }).press('Enter');
    await stand.page.getByText('Anda menunggu lagi').waitFor();
  },
);

withChromium('a lane that takes nobody now: the other one is a tap away', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  stand.stage.answer(({ path, body }) => {
    if (path !== '/tickets') return undefined;
    return (body as { lane?: string }).lane === 'priority' ? refused(409, 'intake-closed') : given;
  });
  for (const name of [/^Paspor/, /^Ya, ada/, 'Pilih jalur lain', /^Tidak ada/])
    await page.getByRole('button', { name }).first().press('Enter');
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
});

withChromium('more came than there are places: how many are left, and fewer can come', async () => {
  const view = { ...bookable, offers: [offer('regular', { left: 2 }), offer('priority')] };
  const stand = await openKiosk(stands, view);
  const { page } = stand;
  stand.stage.answer(({ path, body }) => {
    if (path !== '/tickets') return undefined;
    const { people = 1 } = body as { people?: number };
    return people > 2 ? refused(409, 'quota-full', { nextDay: '2026-11-27' }) : given;
  });
  const more = 'Tambah satu orang';
  const toThree = [/^Paspor/, 'Keperluan khusus / rombongan', more, more, 'Lanjut', /^Tidak ada/];
  const toTwo = ['Ubah jumlah orang', 'Kurangi satu orang', 'Lanjut', /^Tidak ada/];
  for (const name of toThree) await page.getByRole('button', { name }).first().press('Enter');
  await page.getByRole('heading', { name: 'Hari ini tinggal 2 tempat' }).waitFor();
  for (const name of toTwo) await page.getByRole('button', { name }).first().press('Enter');
  await page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => (body as { people: number }).people)).toEqual([3, 2]);
});

withChromium('too many for one booking: how many come is asked again', async () => {
  const stand = await openKiosk(stands, bookable);
  stand.stage.answer(({ path }) => {
    if (path === '/availability') return { status: 200, body: availability };
    return path === '/bookings' ? refused(409, 'party-too-large', { most: 5 }) : undefined;
  });
  await bookFriday(stand);
  await stand.page.getByRole('button', { name: 'Ubah jumlah orang' }).press('Enter');
  await stand.page.getByRole('heading', { name: 'Jam berapa, dan berapa orang?' }).waitFor();
});
