/** Devices whose names or topics would let them speak for others are not made, nor made of good ones. */
import { expect, test } from 'vitest';
import { sharesTopicsWith } from '../../server/devices/foreign/shared-topics.ts';
import { startStage, told } from './stage.ts';

async function office() {
  const nothing = { messages: () => [], trouble: () => null, battery: () => null, board: () => null };
  const stage = await startStage({
    devices: {
      ...nothing,
      ...{ printer: () => null, knocks: () => [], setUp: () => [], identify: () => false },
      address: () => ({ host: '192.0.2.7', httpPort: 80, mqttPort: 1883 }),
      commandOf: () => undefined,
      sharesTopicsWith: (device) => sharesTopicsWith(device, stage.hub.state.calendar.devices.values()),
    },
  });
  const as = await stage.token('supervisor');
  const add = (id: string, driver: string, settings: object = {}) =>
    stage.send('POST /devices', { as, json: { id, driver, settings } });
  return { stage, as, add };
}

test.each(['loket', 'hub', 'counter', 'service', 'call'])(
  'no device is called %s, as the hub’s own topics begin so',
  async (id) => {
    const { stage, add } = await office();
    expect(told(await add(id, 'awtrix-3'))).toEqual([400, 'malformed']);
    expect(stage.hub.state.calendar.devices.size).toBe(0);
  },
);

test('topics of another device are refused with its name, also in a change', async () => {
  const { stage, as, add } = await office();
  expect((await add('btn-1', 'tasmota', { topic: 'meja' })).status).toBe(201);
  const refused = await add('btn-2', 'tasmota', { topic: 'meja' });
  expect(told(refused)).toEqual([400, 'malformed']);
  expect(refused.json.fields).toMatchObject([
    { path: 'settings.topic', message: expect.stringContaining('btn-1') },
  ]);
  expect((await add('btn-2', 'tasmota')).status).toBe(201);
  const change = (id: string, topic: string) =>
    stage.send(`PATCH /devices/${id}`, { as, json: { settings: { topic } } });
  expect(told(await change('btn-2', 'meja'))).toEqual([400, 'malformed']);
  expect((await change('btn-1', 'meja')).status).toBe(204);
  expect((await change('btn-2', 'meja-2')).status).toBe(204);
});
