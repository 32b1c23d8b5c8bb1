/** The officer's desk in the states of a day. */
import type { Page } from 'playwright-core';
import type { DeskView } from '../../server/contract/views-desk.ts';
import { callingDesk, idleDesk, pausedDesk, servingDesk } from '../pages/scenes.ts';
import * as scenes from '../pages/scenes-desk.ts';
import { phone, type Scene, showGallery, tablet } from './gallery.ts';
import { type Act, dark, fingers, hubLost, inTurn, tabletSmall, tabletUpright } from './touching.ts';

const sizes = [tablet, tabletUpright, tabletSmall] as const;
const keys = fingers({ '.actions': 64 });
const scene = (state: string, view: DeskView, ready: Scene['ready'], act: Act = keys): Scene => ({
  state,
  path: '/kiosk/desk.html?n=3',
  sizes: [tablet],
  views: { 'desk:3': view },
  ready,
  act: async (page, stage) => {
    await page.locator('[data-visit], [data-live="true"]').first().waitFor();
    await act(page, stage);
  },
});
const press = (...names: string[]): Act =>
  inTurn(
    async (page: Page) => {
      for (const key of names) await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
    },
    fingers({ dialog: 44 }),
  );
const refusing: Scene['answer'] = () => ({ status: 409, body: { code: 'nobody-waiting' } });

showGallery({
  screen: 'desk',
  kind: 'page',
  scenes: [
    { ...scene('called', callingDesk, 'A-024'), sizes: [...sizes, [1920, 1080], phone] },
    { ...scene('serving', scenes.interviewing, 'B-107'), sizes, readme: 'desk' },
    scene('serving-dark', scenes.interviewing, 'B-107', inTurn(keys, dark)),
    { ...scene('hourglass', servingDesk, 'C-018'), sizes },
    scene('hourglass-broken', scenes.tooLate, 'C-018'),
    scene('promise-broken', scenes.overdue, 'A-024'),
    { ...scene('needs', scenes.manyNeeds, 'A-024'), sizes },
    { ...scene('idle', idleDesk, 'Tidak ada yang dilayani'), sizes },
    scene('empty-morning', scenes.emptyDesk, 'Belum ada yang menunggu'),
    scene('closed', scenes.closedDesk, 'Tutup'),
    scene('paused', scenes.prayerDesk, 'Jeda'),
    scene('paused-open-end', pausedDesk, 'Jeda'),
    scene('hub-lost', callingDesk, 'Tidak tersambung', hubLost),
    scene('rehearsal', scenes.rehearsingDesk, 'LATIHAN'),
    { ...scene('refused', idleDesk, /menunggu\./, (page) => page.keyboard.press('Enter')), answer: refusing },
    scene('typed', idleDesk, 'A-019', async (page) => {
      for (const key of ['1', '9']) await page.keyboard.press(key);
    }),
    scene('question-transfer', callingDesk, 'Alihkan', press('*')),
    { ...scene('question-incomplete', scenes.incompleteDesk, 'Apa yang kurang', press('F4')), sizes },
    scene('question-outcome', callingDesk, 'Hasil', press('.')),
    scene('question-pause', callingDesk, 'Jeda', press('F8')),
    scene('question-out-of-turn', callingDesk, 'Mengapa', press('2', '6', 'Enter')),
    scene('question-identity', callingDesk, 'Nomor identitas', press('F3')),
  ],
});
