/** Devices that speak for themselves have topics of their own: none shows another's number or reads its messages. */
import { expect, test } from 'vitest';
import { sharesTopicsWith } from '../../server/devices/foreign/shared-topics.ts';

const device = (id: string, driver: string, settings: Record<string, unknown> = {}) => ({
  id,
  driver,
  settings,
});

test.each([
  ['two with one name', device('b', 'tasmota', { topic: 'meja' }), device('a', 'tasmota', { topic: 'meja' })],
  ['the commands of all', device('b', 'json', { topic: 'cmnd' }), device('a', 'tasmota')],
  ['an id that is a maker’s word', device('cmnd', 'awtrix-3'), device('a', 'tasmota')],
  ['below another one', device('b', 'wled', { topic: 'a/b' }), device('a', 'awtrix-ng')],
  ['above another one', device('a', 'awtrix-ng'), device('b', 'wled', { topic: 'a/b' })],
  ['the group of all boards', device('b', 'wled', { topic: 'wled/all' }), device('a', 'wled')],
  ['two remotes of one gateway that is not named', device('b', 'zigbee2mqtt'), device('a', 'zigbee2mqtt')],
  ['another maker’s scheme', device('b', 'json', { topic: 'shellies/a' }), device('a', 'shelly-1')],
])('%s: refused', (_what, added, there) => {
  expect(sharesTopicsWith(added, [there])).toBe(there.id);
});

test.each([
  ['itself as it was', device('a', 'tasmota'), device('a', 'tasmota')],
  ['two of a maker', device('a', 'tasmota'), device('b', 'tasmota')],
  ['a name that begins like another', device('led', 'awtrix-3'), device('led-2', 'awtrix-3')],
  ['two with the group of all', device('a', 'wled'), device('b', 'wled')],
  [
    'two remotes, each with its gateway',
    device('a', 'zigbee2mqtt'),
    device('b', 'zigbee2mqtt', { topic: 'zigbee2mqtt-2/b' }),
  ],
  ['the same words in another scheme', device('a', 'tasmota'), device('b', 'shelly-1', { topic: 'a' })],
  [
    'two keys of one box behind a gateway',
    device('a', 'tasmota', { topic: 'x', via: 'gw' }),
    device('b', 'tasmota', { topic: 'x', via: 'gw' }),
  ],
  ['boxes of ours', device('a', 'loket'), device('b', 'loket')],
])('%s: allowed', (_what, added, there) => {
  expect(sharesTopicsWith(added, [there])).toBeNull();
});
