/** The supervisor's sections: as on a busy morning, with nothing in them, and without the hub. */
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import { knocks, manyDevices } from '../pages/device-scenes.ts';
import { office } from '../pages/scenes.ts';
import { bookable } from '../pages/scenes-bookings.ts';
import { threatened } from '../pages/scenes-forecast.ts';
import { busyRoom, quietRoom } from '../pages/supervisor-scenes.ts';
import { phone, type Scene, type Size, showGallery, tablet } from './gallery.ts';
import { busyHub, emptyHub } from './supervisor-hub.ts';
import { type Act, dark, fingers, hubLost, inTurn, tabletSmall, tabletUpright } from './touching.ts';

const busy: SupervisorView = {
  ...busyRoom,
  ahead: threatened.ahead,
  devices: [...manyDevices],
  knocks,
  requestsOpen: 1,
};
/** What stands on a section when it has loaded, and when it has nothing. */
const sections = [
  ['room', 'Antrean', 'Tidak ada yang menunggu.'],
  ['bookings', 'K7QD2M', /Pemesanan/],
  ['claims', 'C-018', /Klaim/],
  ['outside', 'Perjalanan', /Perjalanan/],
  ['day', 'A-061', 'Semua sudah terlayani.'],
  ['figures', 'Dibandingkan dengan', 'Belum ada nomor hari ini.'],
  ['fairness', 'A-070', 'Tidak ada hari ini.'],
  ['devices', 'ctr-01', /perangkat/i],
  ['people', 'Ni Luh Ayu Pramesti', /Petugas/],
  ['settings', 'Kantor', 'Kantor'],
] as const;

const fingersOnly = fingers();
const scene = (
  section: string,
  state: string,
  view: SupervisorView,
  ready: Scene['ready'],
  sizes: readonly Size[] = [tablet],
  act: Act = fingersOnly,
): Scene => ({
  state: `${section}-${state}`,
  path: `/kiosk/supervisor.html#${section}`,
  sizes,
  views: { supervisor: view, kiosk: bookable },
  answer: view === quietRoom ? emptyHub : busyHub,
  ready: state === 'hub-lost' ? 'Tidak tersambung' : ready,
  reducedMotion: true,
  act: async (page, stage) => {
    await page.locator('main').getByText(ready).first().waitFor();
    await act(page, stage);
  },
});

const readme = new Map([
  ['room', 'supervisor'],
  ['figures', 'figures'],
]);
showGallery({
  screen: 'supervisor',
  kind: 'page',
  scenes: [
    ...sections.flatMap(([section, ready, none]) => {
      const normal = scene(section, 'normal', busy, ready, [tablet, tabletUpright]);
      const picture = readme.get(section);
      return [
        picture === undefined ? normal : { ...normal, readme: picture },
        scene(section, 'empty', quietRoom, none),
        scene(section, 'hub-lost', busy, ready, [tablet], hubLost),
      ];
    }),
    scene('room', 'small', busy, 'Antrean', [tabletSmall, phone]),
    scene('room', 'dark', busy, 'Antrean', [tablet], inTurn(dark, fingersOnly)),
    scene('figures', 'dark', busy, 'Dibandingkan dengan', [tablet], dark),
    scene('room', 'rehearsal', { ...busy, office: { ...office, rehearsal: true } }, 'Antrean'),
  ],
});
