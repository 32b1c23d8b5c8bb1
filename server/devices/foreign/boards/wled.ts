/** WLED on a matrix: the effect "Scrolling Text" shows the name of its segment; one that fits stands still. */
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../family.ts';

const blink = 1;
const scrollingText = 122;

/** At once: it would fade for the better part of a second, as long as a blink. */
const say = ({ topic }: ForeignDevice, segment: object, retain = false): ForeignPublish[] => [
  {
    topic: `${topic}/api`,
    payload: JSON.stringify({ on: true, tt: 0, seg: [{ id: 0, ...segment }] }),
    retain,
  },
];

/** @see https://kno.wled.ge/interfaces/mqtt and https://kno.wled.ge/interfaces/json-api */
export const wledBoard: BoardFamily = {
  usualProfile: { width: 5, characters: 'text' },
  // Without a name the effect shows date and time: a dark board is a segment that is off.
  show: (device, { text }) =>
    say(device, text === '' ? { on: false } : { on: true, fx: scrollingText, sx: 0, n: text }, true),
  blink: {
    off: (device) => say(device, { on: false }),
    on: (device, { text }) => say(device, { on: text !== '' }),
  },
  identify: (device) => say(device, { on: true, fx: blink, sx: 200 }),
};
