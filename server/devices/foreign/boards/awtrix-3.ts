/**
 * AWTRIX 3 (32 x 8): the number is a page of its own, which is kept; while it is new, a notification with the same number
 * blinks over whatever is on. The notification ends by itself, so that the board comes to rest even without the hub.
 */
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../family.ts';

const page = 'loket';
const color = '#00FF00';

const say = (
  { topic }: ForeignDevice,
  command: string,
  payload: object | null,
  retain = false,
): ForeignPublish => ({
  topic: `${topic}/${command}`,
  payload: payload === null ? '' : JSON.stringify(payload),
  retain,
});

/** @see https://blueforcer.github.io/awtrix3/#/api */
export const awtrix3Board: BoardFamily = {
  usualProfile: { width: 7, characters: 'text' },
  show: (device, { text, blinkMs, blinkForMs }) => [
    // A page without a text is dark; an empty message would take the page away, and the clock would come.
    say(device, `custom/${page}`, { text, color, noScroll: true }, true),
    say(device, 'switch', { name: page, fast: true }),
    text !== '' && blinkMs > 0
      ? say(device, 'notify', {
          ...{ text, color, blinkText: blinkMs, noScroll: true },
          ...{ duration: Math.max(1, Math.ceil(blinkForMs / 1000)), stack: false, wakeup: true },
        })
      : say(device, 'notify/dismiss', null),
  ],
  identify: (device) => [
    say(device, 'notify', { text: device.id, rainbow: true, duration: 8, stack: false, wakeup: true }),
  ],
};
