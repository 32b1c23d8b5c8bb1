/** The walk of a bad day: a power cut at ten with people at every stage, the hub back, and nobody queues again. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../../needs.ts';
import type { CounterBox } from '../box.ts';
import { isMarked, shows } from '../browser.ts';
import { pagesBuilt } from '../pages-built.ts';
import { type Office, onThursday, openOffice } from './office.ts';
import { storyOffice } from './office-text.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const storyMs = 120_000;

const small = storyOffice(
  'capacity: 4',
  'screening: { warnAbove: 37.0, holdAbove: 37.5, retests: 1, retestAfter: PT5M, keep: PT24H }',
).replace('steps: [documents, interview], promise: PT2H', 'steps: [documents, interview], promise: PT15M');

const type = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};
const part = (page: Page, name: string) => page.getByRole('region', { name });
const inside = (station: Page, count: number) =>
  expect
    .poll(() => station.locator('.count strong').last().innerText(), { timeout: 15_000 })
    .toBe(String(count));

interface Screens {
  readonly lobby: Page;
  readonly board: Page;
  readonly doorBoard: Page;
  readonly station: Page;
  readonly desk: Page;
  readonly kiosk: Page;
  readonly supervisor: Page;
  readonly waiting: Page;
  readonly served: Page;
}

/** At ten: A-001 is served at counter 1, A-002 set aside, A-003 called at counter 2, A-004 to A-006 wait. */
async function untilTen(office: Office): Promise<{ codes: string[]; boxes: CounterBox[] }> {
  const tickets = [];
  for (let n = 0; n < 6; n += 1) tickets.push(await office.take({ service: 'passport' }));
  const boxes = [await office.plugIn('box-1', 1), await office.plugIn('box-2', 2)];
  const [first, second] = boxes as [CounterBox, CounterBox];
  for (const [box, key] of [
    [first, 'open'],
    [second, 'open'],
    [first, 'next'],
    [first, 'start'],
    [second, 'next'],
    [second, 'hold'],
    [second, 'next'],
  ] as const)
    expect(await box.press(key), key).toMatchObject({ ok: true });
  return { codes: tickets.map(({ code }) => code), boxes };
}

/** Three are in, one sits too warm, and the room is full for the family outside. */
async function atTheDoor(station: Page): Promise<void> {
  for (const count of [1, 2, 3]) {
    await type(station, '3650');
    await inside(station, count);
  }
  await type(station, '3820');
  await shows(station, 'Duduk dahulu');
  await station.getByRole('button', { name: 'Tambah orang' }).click();
  await station.getByRole('button', { name: 'Pengambilan', exact: true }).click();
  await shows(station, 'Tunggu di luar', 'C-001');
}

async function openScreens(office: Office, codes: readonly string[]): Promise<Screens> {
  const everybody = await office.person();
  const screens = {
    lobby: await everybody.open('/display/'),
    board: await everybody.open('/display/counter.html?n=2'),
    doorBoard: await everybody.open('/display/door.html'),
    station: await office.station('door', '/kiosk/door.html'),
    desk: await office.station('counter', '/kiosk/desk.html?n=1', 1),
    kiosk: await office.station('kiosk', '/kiosk/'),
    supervisor: await office.supervise('day'),
    waiting: await office.phone({ code: codes[4] ?? '' }),
    served: await office.phone({ code: codes[0] ?? '' }),
  };
  await atTheDoor(screens.station);
  return screens;
}

/** As at ten, whoever looks at it. */
async function everythingIsRight({ lobby, board, ...rest }: Screens, boxes: readonly CounterBox[]) {
  await shows(lobby, 'A-001', 'A-003');
  await shows(board, 'A-003');
  await shows(rest.desk, 'A-001', 'Dilayani', '3 menunggu');
  await shows(rest.waiting, 'A-005', '1 nomor sebelum Anda');
  await shows(rest.served, 'A-001', 'Dilayani');
  await shows(rest.kiosk, 'Apa keperluan Anda?', '3 menunggu');
  await inside(rest.station, 3);
  await shows(rest.station, /Bacaan ke-2/, 'C-001');
  await shows(rest.doorBoard, 'Mohon tunggu di luar');
  await boxes[0]?.led('A-001');
  await boxes[1]?.led('A-003');
}

/** Who sat is measured again, and the family comes in when there is room for both. */
async function doorGoesOn({ station, doorBoard }: Screens): Promise<void> {
  await type(station, '*3650');
  await inside(station, 4);
  await station.getByRole('button', { name: 'Beberapa keluar' }).click();
  await station.getByRole('heading', { name: 'Berapa orang keluar?' }).waitFor();
  await type(station, '2');
  await station.keyboard.press('Enter');
  await inside(station, 2);
  await station.getByRole('button', { name: /^Panggil masuk/ }).click();
  await shows(doorBoard, 'Silakan masuk', 'C-001');
}

/** What the supervisor knows from the paper and from looking around. */
async function putRight(page: Page): Promise<void> {
  await part(page, 'Gangguan hari ini')
    .getByText(/(09:5\d|10:0\d) – 10:20/)
    .waitFor();
  await part(page, 'Gangguan hari ini').getByText('dicatat sendiri oleh sistem').waitFor();
  const settling = part(page, 'Setelah gangguan');
  await settling.getByRole('group', { name: 'A-001' }).getByLabel('Sudah dilayani').check();
  await settling.getByRole('group', { name: 'A-004' }).getByLabel('Sudah pergi').check();
  await settling.getByRole('button', { name: /^Simpan/ }).click();
  await shows(page, '2 nomor dibereskan.');

  const paper = part(page, 'Nomor kertas');
  for (const [index, time] of ['10:04', '10:08', '10:12'].entries()) {
    if (index > 0) await paper.getByRole('button', { name: 'Tambah baris' }).click();
    const line = paper.getByRole('group', { name: `Nomor kertas ${index + 1}` });
    expect(await line.getByLabel('Nomor').inputValue()).toBe(`E-00${index + 1}`);
    await line.getByLabel('Pukul').fill(time);
    if (index === 2) await line.getByLabel('Sudah dilayani').check();
  }
  await paper.getByRole('button', { name: 'Masukkan' }).click();
  await shows(page, '3 nomor masuk antrean.');
}

withChromium(
  'the power is cut at ten and the hub is back at twenty past: every screen is right untouched, and nobody queues again',
  async () => {
    const office = await openOffice({ text: small, clock: onThursday('09:58') });
    const { codes, boxes } = await untilTen(office);
    const screens = await openScreens(office, codes);
    await everythingIsRight(screens, boxes);

    await office.hub.kill('SIGKILL');
    for (const page of Object.values(screens)) await isMarked(page, true);
    await shows(screens.kiosk, 'Mesin antrean belum siap');
    await office.startAgain(onThursday('10:20'));
    for (const page of Object.values(screens)) await isMarked(page, false);
    await everythingIsRight(screens, boxes);

    await putRight(screens.supervisor);
    await shows(screens.served, 'Terima kasih. Anda boleh pulang.');
    await screens.supervisor.getByRole('link', { name: 'Ruangan' }).click();
    await shows(screens.supervisor, /7\s+terlewat\s+\(7 di antaranya saat gangguan\)/);
    await doorGoesOn(screens);

    // Everybody in the old order, those on paper where they came, and the numbers go on where they were.
    expect(await office.take({ service: 'passport' })).toMatchObject({ number: 'A-007' });
    const [first, second] = boxes as [CounterBox, CounterBox];
    const called = [];
    for (let n = 0; n < 5; n += 1) {
      const answer = await first.press('next');
      called.push(answer.ok ? answer.ticket : answer.error.code);
    }
    expect(called).toEqual(['A-005', 'A-006', 'E-001', 'E-002', 'A-007']);
    await shows(screens.lobby, 'A-007');
    await shows(screens.waiting, 'A-005', 'Wawancara');
    expect(await second.press('start')).toMatchObject({ ok: true, ticket: 'A-003' });
    // Who was set aside, or went home and comes back, has not lost the number either.
    await shows(screens.desk, 'A-004', 'Terlewat');
    await screens.desk.getByRole('button', { name: 'Panggil A-002' }).click();
    await shows(screens.lobby, 'A-002');
    await first.led('A-002');

    const taken = await office.recorded('TicketTaken');
    expect(taken.map(({ event }) => `${event.prefix}-${event.ordinal}`).sort()).toEqual([
      ...['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'],
      ...['C-1', 'E-1', 'E-2', 'E-3'],
    ]);
    expect(office.browsers.complaints).toEqual([]);
  },
  storyMs,
);
