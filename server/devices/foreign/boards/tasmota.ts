/** Displays of Tasmota: seven segments (TM1637, TM1638, MAX7219) with `DisplayModel 15` and `DisplayMode 0`. */
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../family.ts';

const command = ({ topic }: ForeignDevice, name: string, payload = '', retain = false): ForeignPublish => ({
  topic: `cmnd/${topic}/${name}`,
  payload,
  retain,
});

/** It clears the display by itself before a text. */
const text = (device: ForeignDevice, shown: string): ForeignPublish[] => [
  command(device, 'DisplayText', shown),
];
const clear = (device: ForeignDevice): ForeignPublish[] => [command(device, 'DisplayClear')];

/** `Delay` counts tenths of a second. */
const flash = 'DisplayText ----; Delay 8; DisplayClear; Delay 4';

/** @see https://tasmota.github.io/docs/TM163x, Commands */
export const tasmotaBoard: BoardFamily = {
  // Rather too little: a text that is longer than the display is cut by it.
  usualProfile: { width: 4, characters: 'seven-segment' },
  // An empty text that is kept takes back the one before; to the display it says nothing.
  show: (device, wanted) => [
    command(device, 'DisplayText', wanted.text, true),
    ...(wanted.text === '' ? clear(device) : []),
  ],
  blink: {
    off: (device) => clear(device),
    on: (device, wanted) => (wanted.text === '' ? clear(device) : text(device, wanted.text)),
  },
  identify: (device) => [command(device, 'Backlog', Array(4).fill(flash).join('; '))],
};
