/** The lobby board in the states of a day. */
import { call, emptyLobby } from '../pages/scenes.ts';
import * as scenes from '../pages/scenes-lobby.ts';
import { landscape, portrait, type Scene, type Size, showGallery, tablet } from './gallery.ts';

const both = [landscape, portrait];
const small: Size = [1280, 720];
const large: Size = [3840, 2160];

/** The board shows a view, and nothing happens. */
const still = (state: string, view: object, ready: string | RegExp, part: Partial<Scene> = {}): Scene => ({
  ...{ state, path: '/display/', sizes: both, views: { lobby: view }, ready },
  ...part,
});

showGallery({
  screen: 'lobby',
  kind: 'board',
  scenes: [
    still('at-work', scenes.atWork, 'A-024', { sizes: [landscape, portrait, small, large, tablet] }),
    still('without-directions', scenes.plain, 'A-024'),
    still('empty-morning', emptyLobby, 'Belum ada loket yang buka'),
    still('before-the-first', scenes.opened, 'Belum ada panggilan'),
    still('first-call', scenes.firstCall, 'A-001'),
    still('busy', scenes.busy, 'A-024'),
    still('rush', scenes.rushed, 'A-024', { sizes: [landscape, portrait, small] }),
    still('vast', scenes.vast, 'A-024'),
    still('room-full', scenes.fullRoom, 'Ruangan penuh'),
    still('places-gone', scenes.noneLeft, 'Habis'),
    still('stopped', scenes.stopped, 'Nomor sudah ditutup'),
    still('many-services', scenes.manyServices, 'Konsultasi gizi'),
    still('closed', scenes.closed, 'Kantor tutup', { sizes: [landscape, portrait, tablet] }),
    still('rehearsal', scenes.rehearsed, 'LATIHAN'),
    still('long-notice', scenes.longNoticed, /Mulai 1 Desember/),
    still('three-languages', scenes.inThree, 'A-024', { sizes: [landscape] }),
    still('zone', scenes.hall, /hall/, { path: '/display/?zone=hall', views: { 'lobby:hall': scenes.hall } }),
    still('just-called', scenes.atWork, 'A-031', {
      sizes: [landscape, portrait, small],
      passes: true,
      readme: 'lobby',
      act: async (page, stage) => {
        await page.getByText('A-024').first().waitFor();
        stage.announce(call('A-031', 3));
        await page.locator('.call.fresh', { hasText: 'A-031' }).waitFor();
      },
    }),
    still('three-at-once', scenes.atWork, 'C-019', {
      passes: true,
      reducedMotion: true,
      act: async (page, stage) => {
        await page.getByText('A-024').first().waitFor();
        for (const one of scenes.together) stage.announce(one);
        stage.show('lobby', scenes.afterTogether);
        await page.locator('.call.fresh', { hasText: 'A-025' }).waitFor();
      },
    }),
    still('pictures', scenes.atWork, 'Panggilan terakhir', {
      now: '2026-11-26T02:40:00.000Z',
      act: async (page, stage) => {
        const picture = { contentType: 'image/svg+xml', body: scenes.picture };
        await page.route('**/media/*', (route) => route.fulfill(picture));
        stage.show('lobby', { ...scenes.atWork, media: scenes.media });
        await page.locator('.media.loaded').waitFor();
      },
    }),
    still('hub-lost', scenes.atWork, 'Tidak tersambung sejak 10:20', {
      act: async (page, stage) => {
        await page.getByText('A-024').first().waitFor();
        await stage.close();
      },
    }),
  ],
});
