/** The start page: before the first password, for everybody, for the supervisor, and in a rehearsal. */
import * as scenes from '../pages/scenes.ts';
import { nothingYet, roomWith, troubled } from '../pages/scenes-screens.ts';
import { startAnswers, startViews } from '../pages/start-scenes.ts';
import { phone, type Scene, showGallery, tablet } from './gallery.ts';

const start = (state: string, views: Scene['views'], ready: string, part: Partial<Scene> = {}): Scene => ({
  ...{ state, path: '/', sizes: [tablet, phone], views, ready, answer: startAnswers },
  ...part,
});
const signedOut = { code: 'not-signed-in', names: ['box:1', 'supervisor'] };
const rehearsed = { ...scenes.lobby, office: { ...scenes.lobby.office, rehearsal: true } };

showGallery({
  screen: 'start',
  kind: 'page',
  scenes: [
    start('signed-in', startViews, '2 dari 3 tersambung', {
      sizes: [tablet, [1920, 1080], phone],
      readme: 'start',
    }),
    start(
      'nothing-connected',
      { ...startViews, supervisor: roomWith(nothingYet) },
      'Belum ada layar yang terbuka',
    ),
    start('screens-away', { ...startViews, supervisor: roomWith(troubled) }, 'terputus sejak', {
      sizes: [tablet],
    }),
    start('signed-out', { lobby: scenes.lobby }, 'Kata sandi kepala', { refused: signedOut }),
    start('first-start', { lobby: scenes.emptyLobby }, 'Kata sandi baru', {
      path: '/?set-up=key',
      refused: signedOut,
    }),
    start('rehearsal', { ...startViews, lobby: rehearsed }, 'Latihan: ambil nomor', {
      act: async (page) => {
        await page.getByRole('button', { name: 'Paspor · Umum', exact: true }).click();
        await page.getByText('A-032 diambil.').waitFor();
      },
    }),
    start('codes-of-counters', startViews, 'Kode QR 6 loket', {
      sizes: [tablet],
      act: async (page) => {
        await page.getByText('Kode QR 6 loket').first().click();
        await page.getByRole('img', { name: 'Kode QR: Papan loket 6' }).waitFor();
      },
    }),
    start('hub-lost', startViews, 'Tidak tersambung sejak 10:20', {
      sizes: [tablet],
      act: async (page, stage) => {
        await page.getByText('Tersambung lewat MQTT', { exact: true }).waitFor();
        // What draws the codes is fetched a moment later.
        await page.getByRole('img', { name: 'Kode QR: Lembar nomor darurat' }).waitFor();
        await stage.close();
      },
    }),
  ],
});
