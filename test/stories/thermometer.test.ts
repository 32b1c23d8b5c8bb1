/** A thermometer at the door over MQTT: fills in the door station, or admits by itself; each reading once. */
import { connectAsync, type MqttClient } from 'mqtt';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { ViewMessage } from '../../server/contract/socket.ts';
import type { DoorView } from '../../server/contract/views-door.ts';
import { startOffice } from './office.ts';

type Office = Awaited<ReturnType<typeof startOffice>>;

/** An office that measures, a thermometer, and the guard's screen. */
async function atDoor(thermometer: object) {
  const office = await startOffice();
  const { body: token } = await office.api('POST', '/tokens', { role: 'door', label: 'pintu' });
  const { body } = await office.api('POST', '/devices', {
    ...{ id: 'door-1', driver: 'loket' },
    settings: { thermometer },
  });
  const client = await connectAsync(`mqtt://127.0.0.1:${office.loket.mqttPort}`, {
    ...{ clientId: 'door-1', username: 'door-1', password: String(body.password) },
  });
  onTestFinished(() => client.endAsync(true));
  return { office, client, door: watchDoor(office, String(token.token)) };
}

function watchDoor({ loket }: Office, token: string) {
  const socket = io(`http://127.0.0.1:${loket.httpPort}`, { transports: ['websocket'], auth: { token } });
  onTestFinished(() => void socket.close());
  let view: DoorView | null = null;
  socket.on('view', (message: ViewMessage<DoorView>) => {
    view = message.view;
  });
  socket.on('connect', () => socket.emit('watch', 'door'));
  return () => view;
}

const measure = (client: MqttClient, seq: number, more: object = {}) =>
  client.publishAsync(
    'loket/v1/door-1/temperature',
    JSON.stringify({ seq, boot: '7F3A', object_c: 36.52, ambient_c: 27.1, kind: 'forehead', ...more }),
    { qos: 1 },
  );

test('a reading fills in the door station, and is kept nowhere', async () => {
  const { client, door, office } = await atDoor({ mode: 'fill' });
  await expect.poll(() => door()?.reading).toBeNull();
  await measure(client, 1);
  await expect
    .poll(() => door()?.reading)
    .toMatchObject({ device: 'door-1', celsius: 36.5, kind: 'forehead' });
  expect(door()?.inside ?? 0).toBe(0);
  const { body } = await office.api('GET', '/devices/door-1/messages');
  expect(JSON.stringify(body)).toContain('temperature');
  expect(JSON.stringify(body)).not.toContain('36.5');
});

test('a thermometer that admits by itself counts each reading once, also when it is sent again', async () => {
  const { client, door } = await atDoor({ mode: 'admit', use: 'body', offset: 0 });
  await measure(client, 1);
  await measure(client, 1);
  await expect.poll(() => door()?.inside).toBe(1);
  await measure(client, 2, { object_c: 33.2, body_c: 36.4 });
  await expect.poll(() => door()?.inside).toBe(2);
  await measure(client, 3, { object_c: 36.1, age_ms: 60_000 });
  await measure(client, 4, { object_c: 'warm' });
  await measure(client, 5, { object_c: 38.4 });
  await expect.poll(() => door()?.seated.length).toBe(1);
  expect(door()?.inside).toBe(2);
});
