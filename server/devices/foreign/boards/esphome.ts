/** Boards of ESPHome: a `text` component of its own YAML, whose text the display shows. */
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../family.ts';

/** The component's name where the settings do not say another. */
const usualText = 'nomor';

/** A blank instead of nothing: an empty payload would take back the kept message and leave the last number on the board. */
function say({ topic, settings }: ForeignDevice, text: string, retain: boolean): ForeignPublish[] {
  const name = typeof settings.text === 'string' ? settings.text : usualText;
  return [{ topic: `${topic}/text/${name}/command`, payload: text === '' ? ' ' : text, retain }];
}

/** @see https://esphome.io/components/text and https://esphome.io/components/mqtt, command_topic */
export const esphomeBoard: BoardFamily = {
  usualProfile: { width: 4, characters: 'seven-segment' },
  show: (device, { text }) => say(device, text, true),
  blink: {
    off: (device) => say(device, '', false),
    on: (device, { text }) => say(device, text, false),
  },
  identify: (device) => say(device, '----', false),
};
