/** The board for old televisions: 2 KB of a script of 2009, polling, and nothing that such a browser does not know. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { needs } from '../needs.ts';
import { builtPages } from './built-pages.ts';
import { emptyLobby } from './scenes.ts';
import { afterTogether, atWork, closed, rehearsed, stopped } from './scenes-lobby.ts';
import type { Stage } from './stage.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

async function assetOf(kind: 'js' | 'css'): Promise<string> {
  const dist = await builtPages();
  const [file = ''] = globSync(`assets/plain-*.${kind}`, { cwd: dist });
  return readFileSync(join(dist, file), 'utf8');
}

test('its script is ECMAScript 5, and 2,048 bytes at most', async () => {
  const script = await assetOf('js');
  expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
  expect(script).not.toMatch(/fetch|Promise|WebSocket|import/);
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(2048);
});

test('its page loads no module, and its look needs no grid, no flex and no variable', async () => {
  const html = readFileSync(join(await builtPages(), 'display/plain.html'), 'utf8');
  expect(html).not.toMatch(/type="module"|<style|\son\w+=/);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(await assetOf('css')).not.toMatch(/var\(|grid|flex|calc\(|clamp\(|min\(|inset/);
});

/** Answers with whatever is the view at that moment. */
function serve(stage: Stage, view: object): { view: object } {
  const served = { view };
  stage.answer(({ path }) => (path === '/board' ? { status: 200, body: served.view } : undefined));
  return served;
}

/** What a television of 2015 lacks. */
const age = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['fetch', 'Promise', 'Map', 'Set', 'WeakMap', 'Symbol', 'Proxy', 'WebSocket'])
      delete (globalThis as unknown as Record<string, unknown>)[name];
    for (const [of, name] of [
      [Array.prototype, 'includes'],
      [Array.prototype, 'find'],
      [Array, 'from'],
      [Object, 'entries'],
      [Object, 'assign'],
      [String.prototype, 'padStart'],
      [String.prototype, 'includes'],
      [Element.prototype, 'append'],
      [Element.prototype, 'closest'],
    ] as const)
      delete (of as unknown as Record<string, unknown>)[name];
  });

const text = async (page: Page, selector: string) =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/g, ' ').trim();

withChromium(
  'it shows the call, the counters, who waits and the hub’s time, also in a browser of 2015',
  async () => {
    const { stage, page, complaints } = await stands.open({ width: 1280, height: 720 });
    await age(page);
    serve(stage, atWork);
    await page.goto(`${stage.origin}/display/plain.html`);
    await page.locator('#big', { hasText: 'A-024' }).waitFor();
    expect(await text(page, '#clock')).toBe('10:20');
    expect(await text(page, '#sign')).toBe('Loket Counter 3 Wawancara dan foto Interview and photo');
    expect(await text(page, '#last')).toBe('P-007 4 C-018 5 A-023 1 A-022 2');
    expect(await text(page, '#all p:nth-child(4)')).toBe('4 P-007');
    expect(await text(page, '#all p:nth-child(6)')).toBe('6 JedaPaused');
    expect(await text(page, '#wait p:nth-child(1)')).toMatch(
      /^12 Paspor ?Passport Umum ?Regular ?10:40–11:05$/,
    );
    const box = await page.locator('#big').boundingBox();
    expect(box?.height).toBeGreaterThan(0.12 * 720);
    expect(complaints).toEqual([]);
  },
);

withChromium('calls that come together are marked, and each is large in its turn', async () => {
  const { stage, page } = await stands.open({ width: 1280, height: 720 });
  const served = serve(stage, atWork);
  await page.goto(`${stage.origin}/display/plain.html`);
  await page.locator('#big', { hasText: 'A-024' }).waitFor();
  expect(await page.locator('.new').count()).toBe(0);
  served.view = afterTogether;
  await page.locator('.new #big', { hasText: 'A-025' }).waitFor();
  expect(await text(page, '#last .new:nth-child(1)')).toBe('C-019 5');
  expect(await text(page, '#last .new:nth-child(2)')).toBe('P-008 4');
  await page.locator('.new #big', { hasText: 'P-008' }).waitFor();
  // Taken back while others were large: it is not.
  served.view = { ...afterTogether, calls: afterTogether.calls.slice(1) };
  await page.locator('body:not(.new) #big', { hasText: 'P-008' }).waitFor();
});

withChromium('it says since when it is not connected, and comes back by itself', async () => {
  const { stage, page, reopen } = await stands.open({ width: 1280, height: 720 });
  serve(stage, atWork);
  await page.goto(`${stage.origin}/display/plain.html`);
  await page.locator('#big', { hasText: 'A-024' }).waitFor();
  expect(await page.locator('#lost').count()).toBe(0);
  await stage.close();
  await page.locator('#lost #time', { hasText: 'Tidak tersambung sejak' }).waitFor();
  expect(await text(page, '#time')).toBe('Tidak tersambung sejakNot connected since 10:20');
  serve(await reopen(), { ...atWork, calls: afterTogether.calls });
  await page.locator('body:not(#lost) #big', { hasText: 'A-025' }).waitFor();
});

withChromium('it asks for its zone; an answer that is no board is none', async () => {
  const { stage, page } = await stands.open({ width: 1280, height: 720 });
  await page.goto(`${stage.origin}/display/plain.html?zone=hall`);
  await page.locator('#lost').waitFor();
  expect(stage.asked.at(-1)).toMatchObject({ path: '/board', query: 'zone=hall' });
  serve(stage, { ...atWork, zone: 'hall' });
  await page.locator('body:not(#lost) #big', { hasText: 'A-024' }).waitFor();
});

withChromium(
  'it says that nobody was called yet, that numbers stopped, that the office is closed, or a rehearsal',
  async () => {
    const { stage, page } = await stands.open({ width: 1280, height: 720 });
    const served = serve(stage, emptyLobby);
    await page.goto(`${stage.origin}/display/plain.html`);
    await page.getByText('Belum ada panggilan').waitFor();
    served.view = { ...stopped, office: rehearsed.office };
    await page.getByText('Nomor sudah ditutup').waitFor();
    await page.getByText('LATIHAN').waitFor();
    served.view = { ...closed, office: { ...closed.office, languages: ['en'] } };
    await page.getByText('The office is closed', { exact: true }).waitFor();
    await page.getByText('2026-11-30 07:30').waitFor();
    // What the office wrote is text, whatever it looks like.
    served.view = { ...atWork, notices: [{ id: '<b id="x">&amp;</b>', en: 'x' }] };
    await page.locator('#news', { hasText: '<b id="x">' }).waitFor();
  },
);
