/** A scanner at any moment of a visit: what it reads is never taken for what a person types, and presses no key. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { answering, given, openKiosk, posted, refused, type Struck, scan, strike } from './kiosk-stand.ts';
import { availability, bookable } from './scenes-bookings.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const code = 'AbC-dEf_0123456789xyZw';
const at = ({ page }: Stand, screen: string) => page.locator(`main[data-screen="${screen}"]`).waitFor();

const atName = async (): Promise<Stand> => {
  const stand = await openKiosk(stands, bookable);
  stand.stage.answer(({ path }) => {
    if (path === '/availability') return { status: 200, body: availability };
    return path === '/tickets' ? given : undefined;
  });
  for (const name of ['Pesan hari lain', /^Jumat, 27 November/, /^09:00/])
    await stand.page.getByRole('button', { name }).press('Enter');
  await at(stand, 'name');
  return stand;
};

withChromium(
  'a booking that is scanned while a name is asked for is checked in, and is no name',
  async () => {
    const stand = await atName();
    await scan(stand, `https://antrean.example/b/${code}`);
    await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
    expect(posted(stand).map(({ path, body }) => ({ path, body }))).toEqual([
      { path: '/tickets', body: { booking: code } },
    ]);
  },
);

withChromium('what is no code of ours is no name either: the name is asked for again', async () => {
  const stand = await atName();
  await scan(stand, 'WIFI:S:lobi;T:WPA;P:rahasia;;');
  await stand.page.getByRole('heading', { name: 'Kode itu bukan dari antrean ini' }).waitFor();
  await stand.page.getByRole('button', { name: 'Ketik lagi' }).press('Enter');
  await at(stand, 'name');
  expect((await stand.page.locator('output').innerText()).trim()).toBe('');
  expect(posted(stand)).toEqual([]);
});

withChromium('a short code that is scanned for a missed number puts back nobody else', async () => {
  const stand = await openKiosk(stands, bookable);
  answering(stand, '/tickets', given);
  await stand.page.getByRole('button', { name: 'Nomor saya terlewat' }).press('Enter');
  await at(stand, 'missed');
  // The pad would read it as C-27.
  await scan(stand, 'C2M7XX');
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ path }) => path)).toEqual(['/tickets']);
});

withChromium('a scan that means nothing here presses no key, not even by its blanks', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  for (const name of [/^Paspor/, 'Keperluan khusus / rombongan'])
    await page.getByRole('button', { name }).first().press('Enter');
  const deaf = page.getByRole('button', { name: /^Tuli/ });
  await deaf.press('Enter');
  await page.keyboard.type('BEGIN VCARD N Siti');
  await page.keyboard.press('Enter');
  expect(await deaf.getAttribute('aria-pressed')).toBe('true');
  await at(stand, 'wishes');
});

withChromium(
  'where both readings of a short code may be meant, each is asked with a key of its own',
  async () => {
    const stand = await openKiosk(stands, bookable);
    stand.stage.answer(({ path, body }) => {
      if (path !== '/tickets') return undefined;
      return (body as { booking?: string }).booking === 'ABCDEY' ? given : refused(404, 'unknown-booking');
    });
    const strokes: Struck[] = [...'abcde'].map((key) => ({ key, code: `Key${key.toUpperCase()}` }));
    await strike(stand, [...strokes, { key: 'z', code: 'KeyY' }, { key: 'Enter', code: 'Enter' }]);
    await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
    const asked = posted(stand).filter(({ path }) => path === '/tickets');
    expect(asked.map(({ body }) => body)).toEqual([{ booking: 'ABCDEZ' }, { booking: 'ABCDEY' }]);
    // The hub remembers refusals too: the same key for another body would be refused.
    expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
  },
);
