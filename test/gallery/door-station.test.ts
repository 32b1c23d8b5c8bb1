/** The door station in the states of a day: one motion from the door to a number. */
import type { DoorView } from '../../server/contract/views-door.ts';
import { at, office } from '../pages/scenes.ts';
import * as scenes from '../pages/scenes-door.ts';
import { phone, type Scene, showGallery, tablet } from './gallery.ts';
import { type Act, dark, fingers, hubLost, inTurn, tabletSmall, tabletUpright } from './touching.ts';

const sizes = [tablet, tabletUpright, tabletSmall] as const;
const keys = fingers({ '.keys, .pad': 64 });
const typed =
  (...names: string[]): Act =>
  async (page) => {
    for (const name of names) await page.keyboard.press(name);
  };
const given = { code: 'x'.repeat(22), shortCode: 'K7PD', number: 'A-031', service: 'passport' };
const ticket = { ...given, lane: 'regular', step: 'documents', ahead: 7, estimate: null, promiseAt: null };
const card = {
  ...{ case: 'K-001', screening: 'screening-3', openedAt: at('10:02'), notifiedAt: at('10:03') },
  ...{ decision: null, decidedAt: null },
  readings: [
    { at: at('10:02'), celsius: 38.1, kind: null },
    { at: at('10:08'), celsius: 37.9, kind: null },
    { at: at('10:13'), celsius: 38.2, kind: null },
  ],
};
const hub =
  (verdict: string, more: object = {}): NonNullable<Scene['answer']> =>
  ({ path }) => {
    const said = { id: 'screening-9', verdict, attempt: 1, ...more };
    if (path.startsWith('/cases/')) return { status: 200, body: card };
    return path === '/tickets' ? { status: 201, body: ticket } : { status: 201, body: said };
  };
const scene = (state: string, view: DoorView, ready: Scene['ready'], act: Act = keys): Scene => ({
  state,
  path: '/kiosk/door.html',
  sizes: [tablet],
  views: { door: view },
  answer: hub('admitted'),
  ready,
  act: async (page, stage) => {
    await page.locator('[data-mark]').waitFor();
    await act(page, stage);
  },
});
const dialog: Act = async (page) => {
  await page.getByRole('dialog').waitFor();
  await fingers({ dialog: 64 })(page, undefined as never);
};

showGallery({
  screen: 'door-station',
  kind: 'page',
  scenes: [
    { ...scene('ready', scenes.door, 'Siap untuk'), sizes: [...sizes, phone] },
    {
      ...scene('admitted', scenes.seatedDoor, 'A-031', typed('3', '6', '5', '1')),
      sizes,
      readme: 'door-station',
    },
    scene('admitted-dark', scenes.seatedDoor, 'A-031', inTurn(typed('3', '6', '5', '1'), dark)),
    scene('filled-by-thermometer', scenes.filledDoor, 'Suhu'),
    {
      ...scene('retest', scenes.seatedDoor, '10:25', typed('3', '8', '2', '1')),
      answer: hub('retest', { retestAt: at('10:25') }),
    },
    {
      ...scene('held', scenes.seatedDoor, 'K-002', typed('3', '8', '2', '1')),
      answer: hub('held', { case: 'K-002' }),
    },
    { ...scene('full', scenes.fullDoor, 'Jumlah lain'), sizes: [...sizes, phone] },
    scene('room-again', scenes.roomAgain, 'Jumlah lain'),
    { ...scene('no-screening', scenes.plainDoor, 'Tidak ada yang duduk'), sizes },
    scene('closed', scenes.closedDoor, 'Pengambilan nomor ditutup'),
    scene('drifting', scenes.driftingDoor, 'Hitung ulang'),
    { ...scene('hub-lost', scenes.seatedDoor, 'Tidak tersambung', hubLost), sizes },
    scene('rehearsal', { ...scenes.door, office: { ...office, rehearsal: true } }, 'LATIHAN'),
    {
      ...scene('unrecorded', scenes.door, /belum tercatat/i, typed('3', '6', '5', '1')),
      answer: () => 'drop',
    },
    scene(
      'case-card',
      scenes.seatedDoor,
      'K-001',
      inTurn((page) => page.getByRole('button', { name: /K-001/ }).click(), dialog),
    ),
    scene('count-again', scenes.door, 'Menjadi', inTurn(typed('/', '-', '9', '1'), dialog)),
  ],
});
