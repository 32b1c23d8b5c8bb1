/**
 * AWTRIX NG, as AWTRIX 3 in other words. It refuses a message with any key that it does not know, and forgets its pages
 * when it starts: the page is kept at the broker.
 */
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../family.ts';

const name = 'loket';
const text = { textColor: '#00FF00', scroll: { mode: 'static' } };

const say = (
  { topic }: ForeignDevice,
  command: string,
  payload: object | null,
  retain = false,
): ForeignPublish => ({
  topic: `${topic}/cmd/${command}`,
  payload: payload === null ? '' : JSON.stringify(payload),
  retain,
});

/** @see https://blueforcer.github.io/awtrix-ng, reference: MQTT topics, App & notification payload */
export const awtrixNgBoard: BoardFamily = {
  usualProfile: { width: 7, characters: 'text' },
  show: (device, wanted) => [
    say(device, `apps/pushed/${name}`, { text: wanted.text, ...text }, true),
    say(device, 'apps/switch', { name, fast: true }),
    wanted.text !== '' && wanted.blinkMs > 0
      ? say(device, 'notify', {
          ...{ name, text: wanted.text, ...text, textBlinkMs: wanted.blinkMs },
          ...{ durationMs: Math.max(1000, wanted.blinkForMs), stack: false, wakeup: true },
        })
      : say(device, `notify/dismiss/${name}`, null),
  ],
  identify: (device) => [
    say(device, 'notify', {
      ...{ name, text: device.id, textColor: '#FF0000', textBlinkMs: 400 },
      ...{ durationMs: 8000, stack: false, wakeup: true },
    }),
  ],
};
