/** Codes that a scanner types as a keyboard: quick, whole, in whatever layout the machine has, on any screen. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codeIn } from '../../kiosk/tickets/codes.ts';
import { errandScanned } from '../../kiosk/tickets/errands.ts';
import { createScan, type Stroke } from '../../kiosk/tickets/scan.ts';
import { needs } from '../needs.ts';
import {
  answering,
  given,
  openKiosk,
  posted,
  refused,
  type Struck,
  scan,
  strike,
  tapKeys,
} from './kiosk-stand.ts';
import { ticket } from './scenes.ts';
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

/** What comes of these strokes, one each so many milliseconds. */
function read(strokes: readonly Struck[], gapMs = 15, capsLock = false): readonly string[] | null {
  const next = createScan();
  const all = strokes.map(
    ({ key, code: place, shiftKey = false }, index): Stroke => ({
      ...{ key, code: place, shiftKey, capsLock },
      timeStamp: 1000 + index * gapMs,
    }),
  );
  return all.map(next).at(-1) ?? null;
}
const shown = (text: string): Struck[] => [...text].map((key) => ({ key, code: '' }));
const enter: Struck = { key: 'Enter', code: 'Enter' };
const shift: Struck = { key: 'Shift', code: 'ShiftLeft' };

test('what a scanner types is one text, ended by an Enter or a Tab; what a person types is none', () => {
  expect(read([...shown('K7PD2M'), shift, enter])).toEqual(['K7PD2M']);
  expect(read([...shown('K7PD2M'), { key: 'Tab', code: 'Tab' }])).toEqual(['K7PD2M']);
  expect(read([...shown('K7PD2M'), enter], 120)).toBeNull();
  expect(read([...shown('K7PD2'), enter])).toBeNull();
});

test('the rest of a broken scan is dropped after a pause of a tenth of a second', () => {
  const next = createScan();
  const stroke = (key: string, timeStamp: number) =>
    next({ key, code: '', shiftKey: false, capsLock: false, timeStamp });
  for (const [index, key] of [...'https://antr'].entries()) stroke(key, 1000 + index * 10);
  for (const [index, key] of [...'K7PD2M'].entries()) stroke(key, 1211 + index * 10);
  expect(stroke('Enter', 1271)).toEqual(['K7PD2M']);
});

/** `Bk7-y_Z…` from a scanner of an American keyboard, on a machine with a German one: Y and Z change places. */
const onGerman: Struck[] = [
  { key: 'B', code: 'KeyB', shiftKey: true },
  { key: 'k', code: 'KeyK' },
  { key: '7', code: 'Digit7' },
  { key: 'ß', code: 'Minus' },
  { key: 'z', code: 'KeyY' },
  { key: '?', code: 'Minus', shiftKey: true },
  { key: 'Y', code: 'KeyZ', shiftKey: true },
];
/** `Bk7-` on a French one, where digits need Shift. */
const onFrench: Struck[] = [
  { key: 'B', code: 'KeyB', shiftKey: true },
  { key: 'k', code: 'KeyK' },
  { key: 'è', code: 'Digit7' },
  { key: ')', code: 'Minus' },
];

test('a scanner for another layout is understood by the places of its keys', () => {
  expect(read([...onGerman, enter])).toEqual(['Bk7ßz?Y', 'Bk7-y_Z']);
  const rest = Array.from({ length: 15 }, (): Struck => ({ key: 'a', code: 'KeyA' }));
  const readings = read([...onGerman, ...rest, enter]) ?? [];
  expect(errandScanned('services', readings)).toEqual({
    do: 'check-in',
    code: 'Bk7-y_Zaaaaaaaaaaaaaaa',
  });
  const french = read([...onFrench, ...rest, ...rest.slice(0, 3), enter]) ?? [];
  expect(errandScanned('services', french)).toEqual({ do: 'check-in', code: 'Bk7-aaaaaaaaaaaaaaaaaa' });
});

test('where both readings are codes the second is kept, and with Caps Lock the places come first', () => {
  const strokes: Struck[] = [...'abcde'].map((key) => ({ key, code: `Key${key.toUpperCase()}` }));
  const both = [...strokes, { key: 'z', code: 'KeyY' }, enter];
  expect(errandScanned('code', read(both) ?? [])).toEqual({
    do: 'check-in',
    code: 'ABCDEZ',
    otherwise: 'ABCDEY',
  });
  const shouted = [...strokes, { key: 'F', code: 'KeyF' }, enter];
  expect(read(shouted, 15, true)).toEqual(['abcdef', 'abcdeF']);
});

test.each([
  [`]Q1https://antrean.example/b/${code}`, code],
  [`  ${code} `, code],
  [`https://antrean.example/t/${code}?lang=en`, code],
])('%s is the code in it', (scanned, found) => expect(codeIn(scanned)).toBe(found));

test('nothing is scanned while the hub is asked, and what a person types is no scan', () => {
  for (const at of ['making', 'sign-in'] as const) expect(errandScanned(at, [code])).toBeNull();
  for (const at of [
    'services',
    'lane',
    'wishes',
    'code',
    'camera',
    'refused',
    'given',
    'days',
    'name',
  ] as const)
    expect(errandScanned(at, [code])).toEqual({ do: 'check-in', code });
  expect(errandScanned('missed', [code])).toEqual({ do: 'return', ticket: code });
  expect(errandScanned('lane', ['something else'])).toBeNull();
  const typed = { name: 'Siti Rahmawati', birth: '05111987', phone: '081234567890', missed: 'A-0123' };
  for (const [at, text] of Object.entries(typed)) expect(errandScanned(at as 'name', [text])).toBeNull();
});

test('what nobody types there is a scan: a short code of a missed number, and what is no code of ours', () => {
  expect(errandScanned('missed', ['K7PD2M'])).toEqual({ do: 'check-in', code: 'K7PD2M' });
  for (const at of ['missed', 'name', 'birth', 'phone'] as const)
    expect(errandScanned(at, ['WIFI:S:lobi;P:rahasia;;'])).toEqual({ do: 'scan' });
  expect(errandScanned('birth', ['8991234567890'])).toEqual({ do: 'scan' });
});

const checksIn = async (stand: Stand) => {
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ booking: code }]);
};

const open: Record<string, (stand: Stand) => Promise<unknown>> = {
  services: async () => {},
  lane: ({ page }) => page.getByRole('button', { name: /^Paspor/ }).click(),
  wishes: async (stand) => {
    await open.lane?.(stand);
    await stand.page.getByRole('button', { name: 'Keperluan khusus / rombongan' }).click();
  },
  code: async (stand) => {
    await stand.page.getByRole('button', { name: /^Saya punya kode/ }).click();
    await tapKeys(stand, 'K7');
  },
  days: ({ page }) => page.getByRole('button', { name: 'Pesan hari lain' }).click(),
};

for (const [at, reach] of Object.entries(open)) {
  withChromium(`${at}: a booking is scanned, and its number is given`, async () => {
    const stand = await openKiosk(stands, bookable);
    stand.stage.answer(({ path }) =>
      path === '/tickets'
        ? given
        : path === '/availability'
          ? { status: 200, body: availability }
          : undefined,
    );
    await reach(stand);
    await stand.page.locator(`main[data-screen="${at}"]`).waitFor();
    await scan(stand, `https://antrean.example/b/${code}`);
    await checksIn(stand);
  });
}

withChromium('on a machine with another layout a booking is found all the same', async () => {
  const stand = await openKiosk(stands, bookable);
  answering(stand, '/tickets', given);
  const rest = Array.from({ length: 15 }, (): Struck => ({ key: 'a', code: 'KeyA' }));
  await strike(stand, [...onGerman, ...rest, enter]);
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(posted(stand).map(({ body }) => body)).toEqual([{ booking: 'Bk7-y_Zaaaaaaaaaaaaaaa' }]);
});

withChromium('what is no code of ours is told so, and leads to the pad', async () => {
  const stand = await openKiosk(stands, bookable);
  await scan(stand, 'WIFI:S:lobi;T:WPA;P:rahasia;;');
  await stand.page.getByRole('heading', { name: 'Kode itu bukan dari antrean ini' }).waitFor();
  await stand.page.getByRole('button', { name: 'Ketik lagi' }).click();
  await stand.page.getByRole('heading', { name: 'Apa kode Anda?' }).waitFor();
  expect(posted(stand)).toEqual([]);
});

const known = (stand: Stand, part: object) =>
  stand.stage.answer(({ path }) => {
    if (path === `/tickets/${code}`) return { status: 200, body: { ...ticket, ...part } };
    if (path === `/tickets/${code}/return`) return { status: 200, body: { number: 'A-031' } };
    return path === '/tickets' ? refused(404, 'unknown-booking') : undefined;
  });

withChromium('the ticket of a missed number, scanned at the start, puts it back', async () => {
  const stand = await openKiosk(stands, bookable);
  known(stand, { state: 'no-show' });
  await scan(stand, `https://antrean.example/t/${code}`);
  await stand.page.getByText('Anda menunggu lagi').waitFor();
  expect(posted(stand).map(({ path }) => path)).toEqual([`/tickets/${code}/return`]);
});
