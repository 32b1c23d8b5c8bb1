/** The lobby board of old televisions in the states of a day. */
import { emptyLobby } from '../pages/scenes.ts';
import * as scenes from '../pages/scenes-lobby.ts';
import type { Answering } from '../pages/stage.ts';
import { landscape, type Scene, type Size, showGallery } from './gallery.ts';

const sizes: readonly Size[] = [landscape, [1280, 720]];
const answer =
  (body: object): Answering =>
  () => ({ status: 200, body });

const polled = (state: string, view: object, ready: string, part: Partial<Scene> = {}): Scene => ({
  ...{ state, path: '/display/plain.html', sizes, views: {}, answer: answer(view), ready },
  ...part,
});

showGallery({
  screen: 'plain',
  kind: 'board',
  scenes: [
    polled('at-work', scenes.atWork, 'A-024', { readme: 'plain' }),
    polled('rush', scenes.rushed, 'A-024'),
    polled('empty-morning', emptyLobby, 'Belum ada panggilan'),
    polled('stopped', scenes.stopped, 'Nomor sudah ditutup'),
    polled('closed', scenes.closed, 'Kantor tutup'),
    polled('just-called', scenes.atWork, 'A-025', {
      act: async (page, stage) => {
        await page.getByText('A-024').first().waitFor();
        stage.answer(answer(scenes.afterTogether));
        await page.locator('.new #big').waitFor();
      },
    }),
    polled('hub-lost', scenes.atWork, 'Tidak tersambung sejak', {
      act: async (page, stage) => {
        await page.getByText('A-024').first().waitFor();
        await stage.close();
        await page.locator('#lost').waitFor();
      },
    }),
  ],
});
