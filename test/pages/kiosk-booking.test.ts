/** Booking at the kiosk: the next day with one tap, any other day, with few questions; and nothing personal stays. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { weeksOf } from '../../kiosk/tickets/booking/calendar.ts';
import { birthDateOf, nextOf, sentOf } from '../../kiosk/tickets/booking/draft.ts';
import type { AvailabilityAnswer } from '../../server/contract/http-bookings.ts';
import { needs } from '../needs.ts';
import { bookFriday, given, openKiosk, posted, refused, sayWho, withoutPhone } from './kiosk-stand.ts';
import { availability, bookable, booked, full, waitListed } from './scenes-bookings.ts';
import type { Answer } from './stage.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const siti = { name: 'Siti', birthDate: '1987-11-05' };
const ok = (body: unknown, status = 201): Answer => ({ status, body });
const answers = ({ stage }: Stand, at: Readonly<Record<string, Answer>>) =>
  stage.answer(({ path }) => at[path] ?? (path === '/availability' ? ok(availability, 200) : undefined));
const tap = ({ page }: Stand, name: string | RegExp) => page.getByRole('button', { name }).click();
const bodies = (stand: Stand, path: string) =>
  posted(stand).flatMap((one) => (one.path === path ? [one.body] : []));
async function noViolation({ page }: Stand): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
}

test.each([
  ['05111987', '1987-11-05'],
  ['29022024', '2024-02-29'],
  ['26112026', '2026-11-26'],
  ['27112026', null],
  ['29022023', null],
  ['31041990', null],
  ['01011899', null],
  ['0511198', null],
])('the digits %s are the birth date %s', (digits, date) => {
  expect(birthDateOf(digits, '2026-11-26')).toBe(date);
});

test('a calendar has whole weeks from Monday on', () => {
  const weeks = weeksOf(availability);
  expect(weeks.map((week) => week.map(({ date, day }) => (day ? date.slice(-2) : '')))).toEqual([
    ['', '', '', '26', '27', '28', '29'],
    ['30', '01', '02', '03', '04', '05', '06'],
    ['07', '08', '09', '', '', '', ''],
  ]);
});

test('everybody is asked for a name, the telephone once, and one person is sent as such', () => {
  const draft = { service: 'passport', date: '2026-11-27', people: 2, persons: [siti] };
  expect(nextOf(draft)).toBe('name');
  const both = { ...draft, persons: [siti, { name: 'Budi', birthDate: '2015-01-31' }] };
  expect(nextOf(both)).toBe('phone');
  expect(nextOf({ ...both, phone: null })).toBe('send');
  expect(sentOf({ ...both, phone: '081234567890' })).toEqual({
    service: 'passport',
    date: '2026-11-27',
    people: [siti, { name: 'Budi', birthDate: '2015-01-31' }],
    phone: '081234567890',
  });
});

withChromium(
  'full today: one tap leads to the times of the next date, one of which is chosen and booked',
  async () => {
    const stand = await openKiosk(stands, full);
    const { page } = stand;
    answers(stand, {
      '/tickets': refused(409, 'quota-full', { nextDay: '2026-11-27' }),
      '/bookings': ok(booked),
    });
    await page.getByText('Pesan untuk Jumat, 27 November').waitFor();
    await tap(stand, /^Paspor/);
    await tap(stand, /^Tidak ada/);
    await tap(stand, 'Pesan Jumat, 27 November');
    await page.locator('main[data-screen="slots"]').waitFor();
    expect(await page.locator('main').innerText()).toContain('Jumat, 27 November');
    expect(await page.getByRole('button', { name: /^08:00/ }).isDisabled()).toBe(true);
    await noViolation(stand);
    expect(bodies(stand, '/bookings')).toEqual([]);
    await tap(stand, /^09:30/);
    await sayWho(stand, 'Siti', '05111987');
    await withoutPhone(stand);
    await page.getByText('M4T7QX').waitFor();
    const words = await page.locator('main').innerText();
    for (const said of ['Jumat, 27 November', '09:00', 'dapat mencetaknya']) expect(words).toContain(said);
    expect(bodies(stand, '/bookings')).toEqual([
      { service: 'passport', date: '2026-11-27', slot: '2026-11-27T01:30:00.000Z', ...siti },
    ]);
    await noViolation(stand);
  },
);

/** What the hub says of Friday when its key is tapped, on a kiosk that books for one person. */
async function tapFriday(friday: AvailabilityAnswer): Promise<Stand> {
  const alone = { service: 'passport', party: 1, days: 14 };
  const stand = await openKiosk(stands, { ...full, booking: alone });
  const days = availability.map((day) => (day.date === friday.date ? friday : day));
  answers(stand, {
    '/tickets': refused(409, 'quota-full', { nextDay: friday.date }),
    '/availability': ok(days, 200),
    '/bookings': ok(booked),
  });
  await tap(stand, /^Paspor/);
  await tap(stand, /^Tidak ada/);
  await tap(stand, 'Pesan Jumat, 27 November');
  return stand;
}

withChromium('full today, and the next date has one time: it is taken without asking', async () => {
  const only = { at: '2026-11-27T01:00:00.000Z', free: 4 };
  const stand = await tapFriday({ date: '2026-11-27', free: 4, slots: [only] });
  await sayWho(stand, 'Siti', '05111987');
  await withoutPhone(stand);
  await stand.page.getByText('M4T7QX').waitFor();
  expect(bodies(stand, '/bookings')).toEqual([
    { service: 'passport', date: '2026-11-27', slot: only.at, ...siti },
  ]);
});

withChromium('full today, and the next date filled up meanwhile: any other date is shown', async () => {
  const stand = await tapFriday({ date: '2026-11-27', free: 0, slots: [] });
  await stand.page.locator('main[data-screen="days"]').waitFor();
  expect(bodies(stand, '/bookings')).toEqual([]);
});

withChromium('another day: a date and a time with room, and what is full cannot be tapped', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  answers(stand, { '/bookings': ok(booked) });
  await tap(stand, 'Pesan hari lain');
  expect(await page.getByRole('button', { name: 'Kamis, 26 November, habis' }).isDisabled()).toBe(true);
  await noViolation(stand);
  await tap(stand, 'Jumat, 27 November, 16 tempat');
  expect(await page.getByRole('button', { name: /^08:00/ }).isDisabled()).toBe(true);
  await tap(stand, 'Tambah satu orang');
  await tap(stand, 'Tambah satu orang');
  // Two places are too few for three.
  expect(await page.getByRole('button', { name: /^08:30/ }).isDisabled()).toBe(true);
  await tap(stand, 'Kurangi satu orang');
  await tap(stand, /^08:30/);
  await page.getByText('Siapa nama orang 1 dari 2?').waitFor();
  await sayWho(stand, 'Siti', '05111987');
  await page.getByText('Siapa nama orang 2 dari 2?').waitFor();
  await sayWho(stand, 'Budi', '31012015');
  await page.locator('main[data-screen="phone"]').waitFor();
  await page.keyboard.type('081234567890');
  await page.keyboard.press('Enter');
  await page.getByText('M4T7QX').waitFor();
  expect(bodies(stand, '/bookings')).toEqual([
    {
      service: 'passport',
      date: '2026-11-27',
      slot: '2026-11-27T00:30:00.000Z',
      people: [siti, { name: 'Budi', birthDate: '2015-01-31' }],
      phone: '081234567890',
    },
  ]);
});

withChromium('a day that filled up meanwhile: the next one without asking again who it is', async () => {
  const stand = await openKiosk(stands, bookable);
  const queue = [refused(409, 'quota-full', { nextDay: '2026-12-01' }), ok(booked)];
  stand.stage.answer(({ path }) =>
    path === '/bookings' ? queue.shift() : path === '/availability' ? ok(availability, 200) : undefined,
  );
  await bookFriday(stand);
  await tap(stand, 'Pesan Selasa, 1 Desember');
  await tap(stand, /^08:30/);
  await stand.page.getByText('M4T7QX').waitFor();
  expect(bodies(stand, '/bookings').at(-1)).toEqual({
    service: 'passport',
    date: '2026-12-01',
    slot: '2026-12-01T00:30:00.000Z',
    ...siti,
  });
});

withChromium('a time that filled up meanwhile: another one of those that are left', async () => {
  const stand = await openKiosk(stands, bookable);
  const left = { slots: ['2026-11-27T02:30:00.000Z'] };
  const queue = [refused(409, 'slot-full', left), ok(booked)];
  stand.stage.answer(({ path }) =>
    path === '/bookings' ? queue.shift() : path === '/availability' ? ok(availability, 200) : undefined,
  );
  await bookFriday(stand);
  await tap(stand, 'Pilih jam lain');
  await tap(stand, '10:30');
  await stand.page.getByText('M4T7QX').waitFor();
  expect(bodies(stand, '/bookings').at(-1)).toMatchObject({ slot: '2026-11-27T02:30:00.000Z', ...siti });
});

withChromium('no room on any day: the waiting list', async () => {
  const stand = await openKiosk(stands, full);
  answers(stand, { '/tickets': refused(409, 'quota-full'), '/bookings': ok(waitListed) });
  await tap(stand, /^Paspor/);
  await tap(stand, /^Tidak ada/);
  await tap(stand, 'Masuk daftar tunggu');
  await sayWho(stand, 'Siti', '05111987');
  await withoutPhone(stand);
  await stand.page.getByText('Urutan 3.').waitFor();
  expect(bodies(stand, '/bookings')).toEqual([
    { service: 'passport', date: '2026-11-26', orWait: true, ...siti },
  ]);
});

withChromium('who needs no booking is told so, and gets a number now', async () => {
  const stand = await openKiosk(stands, bookable);
  answers(stand, {
    '/bookings': ok({ ...booked, lane: 'priority', needless: true }),
    '/tickets': given,
  });
  await bookFriday(stand);
  await stand.page.getByText('Anda tidak perlu memesan').waitFor();
  await tap(stand, 'Ambil nomor sekarang');
  await stand.page.getByRole('heading', { name: 'A-031' }).waitFor();
  expect(bodies(stand, '/tickets')).toEqual([{ service: 'passport', lane: 'priority' }]);
});

withChromium('a kiosk that was left in the middle keeps no name', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  answers(stand, { '/bookings': ok(booked) });
  await page.clock.install();
  const untilName = async () => {
    await tap(stand, 'Pesan hari lain');
    await page.clock.runFor(600);
    await tap(stand, /^Jumat, 27 November/);
    await page.clock.runFor(600);
    await tap(stand, /^09:00/);
    await page.locator('main[data-screen="name"]').waitFor();
  };
  await untilName();
  await page.keyboard.type('siti rahmawati');
  expect(await page.locator('output').innerText()).toBe('Siti Rahmawati');
  await page.clock.fastForward(31_000);
  await page.getByRole('heading', { name: 'Apa keperluan Anda?' }).waitFor();
  await untilName();
  expect((await page.locator('output').innerText()).trim()).toBe('');
  expect(await page.content()).not.toContain('Rahmawati');
});

withChromium('every key of the questions is large enough for a finger', async () => {
  const stand = await openKiosk(stands, bookable);
  const { page } = stand;
  answers(stand, {});
  const tooSmall = () =>
    page.locator('main button').evaluateAll((all) =>
      all.flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) < 64 ? [`${one.textContent} ${width} ${height}`] : [];
      }),
    );
  await tap(stand, 'Pesan hari lain');
  await page.locator('main[data-screen="days"]').waitFor();
  expect(await tooSmall()).toEqual([]);
  await tap(stand, /^Jumat, 27 November/);
  await page.locator('main[data-screen="slots"]').waitFor();
  expect(await tooSmall()).toEqual([]);
  await tap(stand, /^09:00/);
  await page.locator('main[data-screen="name"]').waitFor();
  expect(await tooSmall()).toEqual([]);
});
