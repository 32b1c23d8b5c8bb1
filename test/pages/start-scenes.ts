/** What the start page is shown and answered where somebody is signed in as supervisor. */
import type { Running } from '../../server/contract/http-running.ts';
import type { KioskView } from '../../server/contract/views.ts';
import * as scenes from './scenes.ts';
import { allWell } from './scenes-screens.ts';
import type { Answering } from './stage.ts';
import { busyRoom } from './supervisor-scenes.ts';

const offer = (service: string, lane: string): KioskView['offers'][number] => ({
  ...{ service, lane, state: 'given', at: null, left: null, nextDay: null, instead: null },
});

const [board] = busyRoom.devices.slice(-1);
export const startViews = {
  lobby: scenes.lobby,
  'box:1': { ...scenes.box, counter: 1 },
  supervisor: {
    ...busyRoom,
    devices: [...busyRoom.devices, { ...board, id: 'printer-1', label: 'Pencetak pintu', online: true }],
    displays: allWell,
  },
  kiosk: {
    ...scenes.kiosk,
    offers: [
      offer('passport', 'regular'),
      offer('passport', 'priority'),
      offer('collection', 'regular'),
      offer('drive-thru', 'regular'),
    ],
  },
};

export const running: Running = {
  version: '0.6.0',
  address: 'http://192.168.1.10:8080',
  mqttPort: 1883,
  zones: ['hall', 'upstairs'],
};

export const startAnswers: Answering = ({ method, path }) => {
  if (method === 'GET' && path === '/running') return { status: 200, body: running };
  if (method === 'POST' && path === '/tickets')
    return { status: 201, body: { code: 'code-A-032', number: 'A-032' } };
  return undefined;
};
