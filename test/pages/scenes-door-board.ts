/** Scenes of the board outside the door: room, no room, groups called in, and no numbers. */
import type { EntranceView } from '../../server/contract/views-door.ts';
import type { Scene, Size } from '../gallery/gallery.ts';
import { at, office } from './scenes.ts';
import * as door from './scenes-door.ts';

const sizes: readonly Size[] = [
  [1920, 1080],
  [1080, 1920],
  [1280, 800],
];

const scene = (
  state: string,
  view: EntranceView,
  ready: Scene['ready'],
  more: Partial<Scene> = {},
): Scene => ({ state, path: '/display/door.html', sizes, views: { entrance: view }, ready, ...more });

export const doorBoardScenes: readonly Scene[] = [
  scene('open', door.entrance, 'Silakan masuk'),
  scene('plain', door.plainEntrance, 'Silakan masuk'),
  scene(
    'one-lane-gone',
    {
      ...door.entrance,
      places: [
        { lane: 'regular', left: 0 },
        { lane: 'priority', left: 3 },
      ],
    },
    'Habis',
  ),
  scene('full', door.fullEntrance, 'Mohon tunggu di luar'),
  scene('group', door.groupEntrance, 'A-061 … A-070', { readme: 'door-board' }),
  scene('group-new', { ...door.groupEntrance, calledIn: { ...door.calledIn, at: at('10:19:40') } }, 'A-061'),
  scene('group-many', door.scatteredEntrance, 'A-068 … A-070'),
  scene('held', { ...door.entrance, lastVerdict: { verdict: 'held', at: at('10:19:30') } }, 'Silakan ikuti', {
    sizes: sizes.slice(0, 1),
  }),
  scene('closed', door.closedEntrance, 'Pengambilan nomor sudah ditutup'),
  scene(
    'stopped',
    { ...door.entrance, places: [], stopped: { upTo: 'A-104', opensAt: at('13:00') } },
    /A-104/,
  ),
  scene('rehearsal', { ...door.entrance, office: { ...office, rehearsal: true } }, 'LATIHAN', {
    sizes: sizes.slice(0, 1),
  }),
  scene('lost', door.groupEntrance, /^Tidak tersambung/, {
    sizes: sizes.slice(0, 2),
    act: async (page, stage) => {
      await page.getByText('A-061 … A-070').waitFor();
      await stage.close();
    },
  }),
];
