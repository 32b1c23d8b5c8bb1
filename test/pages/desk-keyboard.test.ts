/** A day at the desk without a mouse: a numeric keypad and a few function keys do all of it. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keypadKey, pressed } from '../../kiosk/desk/keys.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';
import { needs } from '../needs.ts';
import { focused, keys, tabTo } from './keyboard.ts';
import { callingDesk, idleDesk } from './scenes.ts';
import { closedDesk, interviewing, prayerDesk } from './scenes-desk.ts';
import { openStands, type Stand, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function desk(view: DeskView): Promise<Stand> {
  const stand = await stands.open();
  stand.stage.show('desk:3', view);
  stand.stage.answer(() => ({ status: 200, body: { counter: 3, ticket: null } }));
  await stand.page.goto(`${stand.stage.origin}/kiosk/desk.html?n=3`);
  await stand.page.getByRole('heading', { name: 'Loket 3' }).waitFor();
  return stand;
}

const done = ({ stage }: Stand) =>
  stage.asked
    .filter(({ method }) => method === 'POST')
    .map(({ path, body }) => [path.slice('/counters/3'.length), body]);
/** Presses, and waits for what it came to. */
async function does(stand: Stand, names: readonly string[], what: readonly [string, object]): Promise<void> {
  await keys(stand.page, ...names);
  await expect.poll(() => done(stand).at(-1)).toEqual(what);
}
async function shows({ stage, page }: Stand, view: DeskView, text: string): Promise<void> {
  stage.show('desk:3', view);
  await page.getByText(text, { exact: true }).first().waitFor();
}

test('without the number lock the digits of a keypad are digits all the same', () => {
  expect(keypadKey('Home', 'Numpad7')).toBe('7');
  expect(keypadKey('Delete', 'NumpadDecimal')).toBe('.');
  expect(keypadKey('Enter', 'NumpadEnter')).toBe('Enter');
});

test('a number that is typed goes back among those who wait with +, and is called with Enter', () => {
  expect(pressed('+', { typed: '11', minus: false })?.intent).toEqual({ do: 'return', number: '11' });
  expect(pressed('Enter', { typed: '11', minus: false })?.intent).toEqual({ do: 'call', number: '11' });
});

withChromium('a visit from the opening to the end, and the closing of the counter', async () => {
  const stand = await desk(closedDesk);
  const { page } = stand;
  await does(stand, ['Enter'], ['/open', {}]);
  await shows(stand, idleDesk, 'Tidak ada yang dilayani');
  await does(stand, ['Enter'], ['/next', {}]);
  await shows(stand, callingDesk, 'A-024');
  await does(stand, ['+'], ['/recall', {}]);
  await does(stand, ['/'], ['/start', {}]);
  await shows(stand, interviewing, 'B-107');
  await keys(page, '.');
  await page.getByRole('heading', { name: 'Hasil untuk B-107' }).waitFor();
  await tabTo(page, /^Paspor 48 halaman/);
  await does(stand, ['Enter'], ['/done', { outcome: 'passport-48' }]);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await shows(stand, idleDesk, 'Tidak ada yang dilayani');
  await does(stand, ['F9'], ['/close', {}]);
});

withChromium('held and called back, missed, sent away, transferred, and taken back', async () => {
  const stand = await desk(callingDesk);
  const { page } = stand;
  await does(stand, ['F2'], ['/hold', {}]);
  await does(stand, ['1', '9', 'Enter'], ['/call', { ticket: 'A-019' }]);
  await does(stand, ['-', '-'], ['/no-show', {}]);
  await does(stand, ['1', '1', '+'], ['/return', { ticket: 'A-011' }]);
  await keys(page, 'F4');
  await page.getByRole('heading', { name: 'Apa yang kurang dari A-024?' }).waitFor();
  await does(stand, ['1', 'Enter'], ['/incomplete', { reasons: ['missing'] }]);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await keys(page, '*');
  await page.getByRole('heading', { name: 'Alihkan A-024 ke mana?' }).waitFor();
  await tabTo(page, 'Loket 5');
  await does(stand, ['Enter'], ['/transfer', { to: { counter: 5 } }]);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await does(stand, ['Backspace'], ['/undo', {}]);
});

withChromium('paused with a reason and for a while, and open again', async () => {
  const stand = await desk(idleDesk);
  const { page } = stand;
  await keys(page, 'F8');
  await page.getByRole('heading', { name: 'Jeda loket ini?' }).waitFor();
  await tabTo(page, /^15 menit/);
  await keys(page, 'Enter');
  await expect.poll(() => done(stand)[0]?.[0]).toBe('/pause');
  await shows(stand, prayerDesk, 'Jeda: Salat');
  await does(stand, ['Enter'], ['/open', {}]);
  await keys(page, 'F12');
  await page.getByRole('heading', { name: 'Loket 3 melayani apa?' }).waitFor();
  await keys(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

withChromium('a question keeps the focus, and gives it back to the key that asked it', async () => {
  const { page } = await desk(callingDesk);
  await tabTo(page, /^Alihkan/);
  await keys(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  for (let step = 0; step < 20; step += 1) {
    await keys(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(
      /DIALOG|BODY/,
    );
    expect(await page.evaluate(() => document.activeElement?.closest('main') === null)).toBe(true);
  }
  await keys(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focused(page)).toMatch(/^Alihkan/);
});

withChromium('the number that would be called is seen before Enter', async () => {
  const { page } = await desk(idleDesk);
  await keys(page, '1', '9');
  await page.getByText('Panggil nomor').getByText('A-019').waitFor();
  await keys(page, 'Backspace', '1');
  await page.getByText('Panggil nomor').getByText('A-011').waitFor();
  await page.getByText('antre lagi +').waitFor();
});

withChromium('undo says for how long, and is out of use when its time is over', async () => {
  const { page, stage } = await desk(callingDesk);
  await page.getByRole('button', { name: /^Urungkan 0:\d\d/ }).waitFor();
  stage.show('desk:3', { ...callingDesk, undo: { action: 'next', until: '2026-11-26T02:19:00.000Z' } });
  await page.getByRole('button', { name: /^Urungkan(?! 0)/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Urungkan/ }).isDisabled()).toBe(true);
});
