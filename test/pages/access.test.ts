/** Every page in its main states: no violation of accessibility, and nothing that the strict policy would block. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { needs } from '../needs.ts';
import * as scenes from './scenes.ts';
import type { Stage } from './stage.ts';
import { openStands, type Stands } from './stand.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

interface Scene {
  readonly path: string;
  readonly set: (stage: Stage) => void;
  /** Waited for before the page is judged. */
  readonly text: string;
  readonly act?: (page: Page, stage: Stage) => Promise<unknown>;
}

const code = 'abcdefghijklmnopqrstuv';
const showing = (name: string, view: object) => (stage: Stage) => stage.show(name, view);
const board = (view: object, text: string): Scene => ({
  path: '/display/',
  set: showing('lobby', view),
  text,
});
const counter = (part: Parameters<typeof scenes.counterAt>[0], text: string): Scene => ({
  path: '/display/counter.html?n=3',
  set: showing('counter:3', scenes.counterAt(part)),
  text,
});
const phone = (view: object, text: string): Scene => ({
  path: `/t/${code}`,
  set: showing(`ticket:${code}`, view),
  text,
});
const desk = (view: object, text: string, key?: string): Scene => ({
  path: '/kiosk/desk.html?n=3',
  set: showing('desk:3', view),
  text,
  ...(key ? { act: (page: Page) => page.keyboard.press(key) } : {}),
});
const kiosk = (text: string, act?: Scene['act']): Scene => ({
  path: '/kiosk/',
  set: showing('kiosk', scenes.kiosk),
  text,
  ...(act ? { act } : {}),
});
const tap = (name: RegExp | string) => (page: Page) => page.getByRole('button', { name }).click();

const pages: Record<string, Scene> = {
  'lobby board in the morning': board(scenes.emptyLobby, 'Belum ada loket yang buka'),
  'lobby board in a rush': board(scenes.rush, 'A-296'),
  'lobby board with a call': {
    ...board(scenes.lobby, 'A-099'),
    act: async (_page, stage) => stage.announce(scenes.call('A-099', 2)),
  },
  'lobby board without its hub': {
    ...board(scenes.lobby, 'Tidak tersambung'),
    act: (_page, stage) => stage.close(),
  },
  'counter board idle': counter({}, 'Siap melayani'),
  'counter board paused': counter({ state: 'paused' }, 'Jeda sebentar'),
  'counter board calling': counter(scenes.calledAt3, 'A-024'),
  'counter board with a hand-over': counter(scenes.handingOver('running'), 'Sisa waktu'),
  'counter board with a kept promise': counter(scenes.handingOver('kept'), 'TEPAT WAKTU'),
  'counter board with a broken promise': counter(scenes.handingOver('broken'), 'GRATIS'),
  'phone waiting': phone(scenes.ticket, '7 nomor sebelum Anda'),
  'phone called': phone(scenes.ticketCalled, 'Silakan ke loket'),
  'phone incomplete': phone(
    { ...scenes.ticket, state: 'incomplete', ahead: null, reasons: ['missing'] },
    'Ada berkas yang kurang',
  ),
  'phone giving up': { ...phone(scenes.ticket, 'Batalkan nomor ini?'), act: tap('Batalkan nomor saya') },
  'kiosk at the start': kiosk('Apa keperluan Anda?'),
  'kiosk asking for the lane': kiosk('Apakah ada yang perlu didahulukan?', tap(/^Paspor/)),
  'kiosk asking for a missed number': kiosk('Nomor berapa yang terlewat?', tap('Nomor saya terlewat')),
  'desk idle': desk(scenes.idleDesk, 'Tidak ada yang dilayani'),
  'desk with a call': desk(scenes.callingDesk, 'Kursi roda'),
  'desk with a hand-over': desk(scenes.servingDesk, 'Waktu pengambilan'),
  'desk paused': desk(scenes.pausedDesk, 'Buka loket'),
  'desk asking where to': desk(scenes.callingDesk, 'Alihkan A-024 ke mana?', '*'),
  'desk asking what is missing': desk(scenes.callingDesk, 'Apa yang kurang dari A-024?', 'F4'),
  'start, signed in': {
    path: '/',
    set: (stage) => {
      stage.show('lobby', scenes.lobby);
      stage.show('box:1', { ...scenes.box, counter: 1 });
    },
    text: 'Tersambung lewat MQTT',
  },
  'start, signed out': {
    path: '/',
    set: (stage) => {
      stage.show('lobby', scenes.lobby);
      stage.refuse('not-signed-in', 'box:1');
    },
    text: 'Kata sandi kepala',
  },
  'start at the first start': {
    path: '/?set-up=key',
    set: showing('lobby', scenes.emptyLobby),
    text: 'Kata sandi baru',
  },
};

for (const [title, { path, set, text, act }] of Object.entries(pages)) {
  withChromium(`${title}: accessible, and within the policy`, async () => {
    const { stage, page, complaints } = await stands.open();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    set(stage);
    await page.goto(`${stage.origin}${path}`);
    await page.locator('time.clock').waitFor();
    await act?.(page, stage);
    await page.getByText(text).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
  });
}
