/** The phone's page of a hub as it runs in an office: every byte that a phone gets, from the number to the very end. */
import { type AddressInfo, createServer, connect as dial } from 'node:net';
import { beforeAll, expect, onTestFinished } from 'vitest';
import { needs } from '../needs.ts';
import { openBrowser } from './browser.ts';
import { clientOf, tokenFor } from './client.ts';
import { choosePorts, startHub } from './hub-process.ts';
import { officeFile, temporaryFolder } from './office-file.ts';
import { pagesBuilt } from './pages-built.ts';

beforeAll(pagesBuilt);

const withChromium = needs('chromium');
const password = 'rahasia-sekali-2026';
const most = 100_000;

/** Between phone and hub, whoever in the browser asks: pages, worker, sockets, with all heads. */
async function counted(port: number): Promise<{ origin: string; bytes(): number }> {
  let bytes = 0;
  const between = createServer((browser) => {
    const hub = dial(port, '127.0.0.1');
    for (const one of [browser, hub]) one.on('error', () => one.destroy());
    browser.pipe(hub);
    hub.on('data', (part) => {
      bytes += part.length;
    });
    hub.pipe(browser);
  });
  await new Promise<void>((listening) => between.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void between.close());
  return { origin: `http://127.0.0.1:${(between.address() as AddressInfo).port}`, bytes: () => bytes };
}

withChromium(
  'under 100 KB: page, letters, worker, manifest, every icon, the call, what to bring, its QR code and the rating',
  async () => {
    const order = { folder: temporaryFolder(), ...(await choosePorts()), office: officeFile() };
    await startHub({ ...order, settings: { LOKET_SUPERVISOR_PASSWORD: password } });
    const hub = clientOf(order.http, await tokenFor(order.http, password, 'supervisor'));
    const taken = await hub.send('POST', '/tickets', { service: 'passport' });
    const key = (action: string, body = {}) =>
      hub.send('POST', `/counters/1/${action}`, body, crypto.randomUUID());

    const wire = await counted(order.http);
    const person = await openBrowser(wire.origin);
    const page = await person.open(`/t/${taken.body.code}`);
    await page.getByText('You are next').waitFor();
    await page.evaluate(() => document.fonts.ready);
    // The letters came, and those of other languages did not.
    const letters = await page.evaluate(() => [...document.fonts].map(({ status }) => status));
    expect(letters).toEqual(['loaded', 'unloaded', 'unloaded']);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    const first = wire.bytes();

    // What a phone fetches that puts it on its home screen.
    const icons = await page.evaluate(async () => {
      const { href } = document.querySelector('link[rel="manifest"]') as HTMLLinkElement;
      const manifest = (await (await fetch(href)).json()) as { icons: { src: string }[] };
      for (const { src } of manifest.icons) await (await fetch(src, { cache: 'no-store' })).blob();
      return manifest.icons.length;
    });
    expect(icons).toBe(3);

    await key('open');
    await key('next');
    await page.getByText('Please go to counter').waitFor();
    await key('start');
    await key('incomplete', { reasons: ['missing'] });
    await page.getByRole('img', { name: 'Code' }).waitFor();
    await page.waitForLoadState('networkidle');

    expect(first).toBeGreaterThan(50_000);
    expect(first).toBeLessThan(85_000);
    expect(wire.bytes()).toBeGreaterThan(first + 10_000);
    expect(wire.bytes()).toBeLessThan(most);
    expect(person.complaints).toEqual([]);
  },
);
