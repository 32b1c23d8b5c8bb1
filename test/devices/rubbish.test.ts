/** Whatever a device sends, its family does not stumble and presses nothing that was not pressed. */
import { expect, test } from 'vitest';
import { settingsOf, usualKeys } from '../../server/contract/device-settings.ts';
import { familyOf } from '../../server/devices/foreign/families.ts';
import { actionOf } from '../../server/devices/foreign/keys.ts';
import { hear } from './heard.ts';

const drivers = Object.keys(settingsOf).filter((driver) => familyOf(driver) !== undefined);
const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
const rubbish = [
  ...['', 'null', '[]', '{}', '0', '-1', '1e999', 'true', '"', '{', deep, '\u0000\uffff'],
  ...[
    '{"__proto__":{"Action":"SINGLE"}}',
    '{"constructor":1}',
    '{"event":{},"event_cnt":"x"}',
    '{"event_cnt":-1}',
  ],
  ...['{"params":{"events":{"length":1e9}}}', '{"params":[]}', '{"action":{}}', '{"action":"__proto__"}'],
  ...['{"button":"toString"}', '{"button":[[[]]]}', '{"data":{"button":null}}'],
];
const topicsOf = (name: string) => [
  ...['stat/x/RESULT', 'stat/x/BUTTON1', 'tele/x/SENSOR', 'tele/x/STATE', 'shellies/x/input_event/0'],
  ...['shellies/x/sensor/battery', 'x/events/rpc', 'x/online', 'x/event/a/state', 'x/sensor/battery/state'],
  ...['zigbee2mqtt/x', 'zigbee2mqtt/x/availability', name, 'x/stats', 'x/state/device'],
];

test('the families of all makers that have one are there', () => {
  expect(drivers).toEqual([
    ...[
      'tasmota',
      'shelly-1',
      'shelly-2',
      'esphome',
      'zigbee2mqtt',
      'bthome',
      'json',
      'awtrix-3',
      'awtrix-ng',
    ],
    'wled',
  ]);
  expect(familyOf('constructor')).toBeUndefined();
  expect(familyOf('loket')).toBeUndefined();
});

test.each(drivers)('%s: rubbish presses nothing', (driver) => {
  const pressed = topicsOf('x').flatMap((topic) =>
    rubbish.flatMap((payload) =>
      hear(driver, 'x', { topic, payload }).filter(({ kind }) => kind === 'press'),
    ),
  );
  expect(pressed).toEqual([]);
});

test('what a gesture does: the input’s own entry first, then the gesture’s; without settings what is usual', () => {
  const keys = { '2:single': { key: 'call', arg: 'A-012' }, single: { key: 'done' } };
  expect(actionOf({ keys }, '2', 'single')).toEqual({ key: 'call', arg: 'A-012' });
  expect(actionOf({ keys }, '1', 'single')).toEqual({ key: 'done' });
  expect(actionOf({ keys }, '1', 'long')).toBeUndefined();
  expect(actionOf({}, '1', 'long')).toEqual(usualKeys.long);
  expect(actionOf({}, '1', 'triple')).toBeUndefined();
  expect(actionOf({ keys: { single: { key: 'explode' } } }, '', 'single')).toBeUndefined();
});
