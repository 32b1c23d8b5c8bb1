/** Scenes of the board above one counter: every state, at the sizes of televisions and of small boards. */
import type { CounterView } from '../../server/contract/views.ts';
import type { Scene, Size } from '../gallery/gallery.ts';
import { at, calledAt3, counterAt, handingOver, office } from './scenes.ts';

const landscape: Size = [1920, 1080];
const portrait: Size = [1080, 1920];
const tablet: Size = [1280, 800];
const small: Size = [800, 480];
const sizes = [landscape, portrait, tablet, small];
const named = { name: { id: 'Prioritas', en: 'Priority' } };
const rehearsal = { office: { ...office, rehearsal: true } };

const scene = (
  state: string,
  part: Partial<CounterView>,
  ready: Scene['ready'],
  more: Partial<Scene> = {},
): Scene => ({
  state,
  path: '/display/counter.html?n=3',
  sizes,
  views: { 'counter:3': counterAt(part) },
  ready,
  ...more,
});

const justCalled = { ...calledAt3, call: { callId: 'call-A-024-3', times: 1, at: at('10:19:40') } };
const ended = { number: null, step: null, stepName: null, call: null };
const kept = {
  startedAt: at('10:18:30'),
  endsAt: at('10:20:30'),
  state: 'kept' as const,
  endedAt: at('10:19:54'),
  free: true,
};

export const counterScenes: readonly Scene[] = [
  scene('hourglass', handingOver('running'), '1:2', { readme: 'counter' }),
  scene('hourglass-begins', { ...handingOver('running'), ...named }, '1:5', {
    now: at('10:19:26'),
    sizes: [landscape, portrait],
  }),
  scene('hourglass-near', handingOver('running'), /0:2\d/, { now: at('10:20:58') }),
  scene('hourglass-last', handingOver('running'), 'Detik terakhir', { now: at('10:21:15.500') }),
  scene('hourglass-still', handingOver('running'), '1:', { reducedMotion: true, sizes: [landscape] }),
  scene('hourglass-rehearsal', { ...handingOver('running'), ...rehearsal }, 'LATIHAN', { sizes: [tablet] }),
  scene('hourglass-lost', handingOver('running'), 'Tidak tersambung', {
    sizes: [landscape, small],
    act: async (page, stage) => {
      await page.getByText('Sisa waktu').waitFor();
      await stage.close();
    },
  }),
  scene('hourglass-over-lost', handingOver('running'), 'Menunggu sambungan', {
    now: at('10:21:21'),
    sizes: [landscape, portrait, small],
    act: async (page, stage) => {
      await page.locator('[data-nearness="last"]').waitFor();
      await stage.close();
    },
  }),
  scene('kept', { ...ended, handover: kept }, 'TEPAT WAKTU'),
  scene('free', { ...handingOver('broken') }, 'GRATIS'),
  scene('overdue', { ...ended, handover: { ...kept, state: 'broken', free: false } }, 'LEWAT WAKTU', {
    sizes: [landscape],
  }),
  scene('called', justCalled, 'Silakan datang'),
  scene('called-named', { ...justCalled, ...named }, 'Prioritas'),
  scene('calling', calledAt3, 'Silakan datang', {
    sizes: [landscape, small],
    act: async (page, stage) => {
      await page.getByText('A-024').waitFor();
      const call = { callId: 'call-A-025-3', times: 1, at: at('10:20') };
      stage.show('counter:3', counterAt({ ...calledAt3, number: 'A-025', call }));
      await page.locator('[data-ringing="true"]').waitFor();
    },
  }),
  scene('serving', { ...calledAt3, call: null }, 'Nomor di loket ini'),
  scene('ready', {}, 'Siap melayani'),
  scene('paused', { state: 'paused' }, 'Jeda sebentar'),
  scene('closed', { state: 'closed', ...named }, 'Loket tutup'),
  scene('two-digits', { ...calledAt3, counter: 12, number: 'LMN-128', call: null }, 'LMN-128'),
];
