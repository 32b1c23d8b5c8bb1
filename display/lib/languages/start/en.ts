/** What the start page says in English of what is running. */
import type { StartTexts } from './id.ts';

export const texts: StartTexts = {
  groups: { lobby: 'In the hall and at the door', people: 'For the staff', counters: 'At each counter' },
  qr: (name) => `QR code: ${name}`,
  qrOf: (count) => `QR codes of ${count} ${count === 1 ? 'counter' : 'counters'}`,
  qrUnreachable:
    'QR codes appear once you are signed in, with the address that phones and other screens find.',
  zone: (zone) => `Zone ${zone}`,
  zoneWhy: 'Only the calls and counters of that zone',
  connected: 'What is connected',
  version: (version) => `Loket ${version}`,
  broker: (port) => `Devices connect over MQTT, port ${port}.`,
  devices: 'Devices',
  screens: 'Screens',
  some: (online, all) => `${online} of ${all} connected`,
  since: (when) => `not connected since ${when}`,
  never: 'never connected yet',
  noDevices: 'No device was added yet',
  noScreens: 'No screen is open yet',
  pages: { lobby: 'Lobby board', counter: 'Counter board', door: 'Door board', kiosk: 'Ticket kiosk' },
  unknown: 'Another screen',
  rehearse: 'Rehearsal: take a number',
  rehearseWhy: 'Each key takes one number, as a visitor at the kiosk would.',
  taken: (number) => `${number} was taken.`,
};
