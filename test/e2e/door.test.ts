/** The door with a real hub: door to number in one motion, counted once; retest, case, full room, called in. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import { openBrowser, shows } from './browser.ts';
import { tokenFor } from './client.ts';
import { choosePorts, startHub } from './hub-process.ts';
import { officeFile, officeText, temporaryFolder } from './office-file.ts';
import { pagesBuilt } from './pages-built.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const password = 'rahasia-sekali-2026';
const smallRoom = [
  officeText(),
  'capacity: 2',
  'screening: { warnAbove: 37.0, holdAbove: 37.5, retests: 1, retestAfter: PT5M, keep: PT24H }',
  '',
].join('\n');

const type = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** As the station that it is. */
const signIn = (page: Page, token: string) =>
  page.evaluate(async (secret) => {
    const body = JSON.stringify({ token: secret });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/v1/session', { method: 'POST', headers, body })).ok;
  }, token);
const passport = (page: Page) => page.getByRole('button', { name: 'Passport', exact: true });
const inside = (page: Page) => page.locator('.count strong').last().innerText();

withChromium(
  'one motion gives one number however often it is tapped; the held are decided; the full room calls in',
  async () => {
    const settings = { LOKET_SUPERVISOR_PASSWORD: password };
    const order = {
      folder: temporaryFolder(),
      ...(await choosePorts()),
      office: officeFile(smallRoom),
      settings,
    };
    await startHub(order);
    const person = await openBrowser(`http://127.0.0.1:${order.http}`);
    const board = await person.open('/display/door.html');
    expect(await signIn(board, await tokenFor(order.http, password, 'door'))).toBe(true);
    const station = await person.open('/kiosk/door.html');
    await shows(board, 'Please come in');
    // A key before the page is there would be nobody's.
    await passport(station).waitFor();

    await type(station, '365');
    await passport(station).dblclick();
    await shows(station, 'A-001', 'Come in');
    await expect.poll(() => inside(station)).toBe('1');

    await type(station, '3781');
    await shows(station, 'Take a seat');
    await shows(board, 'Please take a seat');
    await station.getByRole('button', { name: /Again at/ }).click();
    await type(station, '3791');
    await shows(station, 'K-001', 'Held');
    expect(await inside(station)).toBe('1');

    await station.getByRole('button', { name: /K-001/ }).click();
    const card = station.getByRole('dialog');
    await card.getByText('37.9 °C').waitFor();
    await card.getByRole('button', { name: 'May come in' }).click();
    await card.getByLabel('Decided by').fill('dr. Rini');
    await card.getByRole('button', { name: 'Save the decision' }).click();
    await shows(station, 'Admitted.');
    await passport(station).click();
    await shows(station, 'A-002');
    await expect.poll(() => inside(station)).toBe('2');

    await shows(board, 'Please wait outside');
    await shows(station, 'The room is full');
    await station.getByRole('button', { name: 'Passport, Priority' }).click();
    await shows(station, 'P-001', 'Wait outside');
    await type(station, '-');
    await expect.poll(() => inside(station)).toBe('1');
    await station.getByRole('button', { name: /^Call in/ }).click();
    await shows(board, 'Please come in', 'P-001');
    await type(station, '3660');
    await expect.poll(() => inside(station)).toBe('2');
    expect.soft(person.complaints).toEqual([]);
  },
  120_000,
);
