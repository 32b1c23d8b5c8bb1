/** A morning in a browser: take a number, press, see it everywhere; lose the hub, see the mark; the hub back, all right. */
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import type { TicketAnswer } from '../../server/contract/http.ts';
import { needs } from '../needs.ts';
import { isMarked, openBrowser, type Person, shows } from './browser.ts';
import { choosePorts, startHub } from './hub-process.ts';
import { officeFile, temporaryFolder } from './office-file.ts';
import { pagesBuilt } from './pages-built.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const password = 'rahasia-sekali-2026';

/** The first start prints a link; whoever follows it chooses the password and is signed in. */
async function setUp(person: Person, output: string): Promise<Page> {
  const link = /http:\S+(\/\?set-up=\S+)/.exec(output)?.[1];
  expect(link).toBeDefined();
  const start = await person.open(link ?? '/');
  await start.getByLabel('New password').fill(password);
  await start.getByLabel('Repeat the password').fill(password);
  await start.getByRole('button', { name: 'Choose a password' }).click();
  await start.getByRole('heading', { name: 'Counter box' }).waitFor();
  return start;
}

/** At the kiosk: the service, then whether somebody should be served first. */
async function takeNumber(kiosk: Page, service: string): Promise<TicketAnswer> {
  const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/v1/tickets'));
  await kiosk.getByRole('button', { name: new RegExp(`^${service}`) }).click();
  await kiosk.getByRole('button', { name: /^No/ }).click();
  const ticket = (await (await answered).json()) as TicketAnswer;
  await kiosk.getByRole('heading', { name: ticket.number }).waitFor();
  await kiosk.getByRole('button', { name: 'Done', exact: true }).click();
  return ticket;
}

const pressKey = (start: Page, name: string) => start.getByRole('button', { name, exact: true }).click();
const led = (start: Page, text: string) => start.getByRole('img', { name: `LED board: ${text}` }).waitFor();

withChromium(
  'a number is taken, called and served; the hub is lost and comes back, and every page follows untouched',
  async () => {
    const order = { folder: temporaryFolder(), ...(await choosePorts()), office: officeFile() };
    const hub = await startHub(order);
    const person = await openBrowser(`http://127.0.0.1:${order.http}`);
    const start = await setUp(person, hub.output());
    const kiosk = await person.open('/kiosk/');
    const lobby = await person.open('/display/');
    const board = await person.open('/display/counter.html?n=1');
    const desk = await person.open('/kiosk/desk.html?n=1');

    const first = await takeNumber(kiosk, 'Passport');
    expect(first.number).toBe('A-001');
    const phone = await person.open(`/t/${first.code}`);
    await shows(phone, 'A-001', 'Waiting', 'You are next');
    await pressKey(start, 'Open');
    await shows(board, 'Ready to serve');
    await pressKey(start, 'Next');
    await led(start, 'A-001');
    await shows(lobby, 'Now calling', 'A-001');
    await shows(board, 'A-001', 'Please come');
    await shows(phone, 'Called', 'Please go to counter');
    await shows(desk, 'A-001');

    await desk.getByRole('button', { name: /^Start/ }).click();
    await shows(phone, 'Being served');
    await desk.getByRole('button', { name: /^Done/ }).click();
    await shows(phone, 'Thank you. You may go home.');
    await shows(board, 'Ready to serve');
    await led(start, 'blank');

    const second = await takeNumber(kiosk, 'Collection');
    const third = await takeNumber(kiosk, 'Collection');
    expect([second.number, third.number]).toEqual(['C-001', 'C-002']);
    const waiting = await person.open(`/t/${third.code}`);
    await pressKey(start, 'Next');
    await led(start, 'C-001');
    await shows(waiting, 'C-002', 'You are next');
    expect.soft(person.complaints).toEqual([]);

    const pages = { start, kiosk, lobby, board, desk, phone, waiting };
    await hub.kill('SIGKILL');
    for (const page of Object.values(pages)) await isMarked(page, true);
    await shows(kiosk, 'The ticket machine is not ready');

    await startHub(order);
    for (const page of Object.values(pages)) await isMarked(page, false);
    await shows(lobby, 'Now calling', 'C-001');
    await shows(board, 'C-001');
    await shows(desk, 'C-001');
    await shows(waiting, 'C-002', 'You are next');
    await shows(phone, 'Thank you. You may go home.');
    await shows(kiosk, 'What do you need?');

    await desk.getByRole('button', { name: /^Call next/ }).click();
    await shows(lobby, 'C-002');
    await shows(board, 'C-002');
    await shows(waiting, 'Please go to counter');
    expect.soft(person.complaints).toEqual([]);
    // The virtual box is a board too: nobody has pressed a key of it since the restart.
    await led(start, 'C-002');
  },
  120_000,
);
