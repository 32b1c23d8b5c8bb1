/** The broker on the real hub: what is on disk, and what a box is told of it. */
import { expect, onTestFinished, test } from 'vitest';
import { createMqtt, type Mqtt } from '../../server/adapters/mqtt/broker.ts';
import { toCommand } from '../../server/devices/loket.ts';
import type { Hub } from '../../server/hub.ts';
import { silent } from '../../server/log.ts';
import { openHub } from '../hub/stage.ts';
import { hashOf, verify } from './fake-hub.ts';
import { press } from './office.ts';
import { publishPacket, signIn, subscribe, type, type Wire } from './wire.ts';

const device = { driver: 'loket', counter: 1, label: null, hash: hashOf('ctr-01'), read: [], write: [] };
const event = 'loket/v1/ctr-01/event';
const on = ({ messages }: Wire, last: string) =>
  messages.filter(({ topic }) => topic.endsWith(last)).map(({ payload }) => JSON.parse(payload));
const pubacks = ({ packets }: Wire) => packets.filter((found) => found.type === type.puback).length;

async function openBroker(hub: Hub): Promise<Mqtt> {
  const mqtt = await createMqtt({
    hub,
    log: silent,
    listen: { host: '127.0.0.1', port: 0 },
    verify,
    toCommand,
  });
  onTestFinished(() => mqtt.close());
  return mqtt;
}

async function openBox({ port }: Mqtt): Promise<Wire> {
  const wire = await signIn(port, 'ctr-01');
  onTestFinished(() => wire.end());
  await subscribe(wire, 'loket/v1/ctr-01/#');
  return wire;
}

async function openOffice() {
  const stage = await openHub();
  await stage.hub.submit({ type: 'AddDevice', id: 'ctr-01', ...device }, { account: 'supervisor' });
  for (let count = 0; count < 3; count += 1) {
    await stage.hub.submit({ type: 'TakeTicket', service: 'passport' }, { account: 'kiosk' });
  }
  return stage;
}

test('a press calls, lights the board and is answered; sent again, to another broker too, it calls nobody', async () => {
  const { hub } = await openOffice();
  const first = await openBroker(hub);
  const wire = await openBox(first);
  wire.send(publishPacket(event, press(1), 1));
  await wire.until(
    'result and text',
    () => on(wire, '/result').length === 1 && on(wire, '/set').length === 2,
  );
  const answered = { boot: '7F3A', seq: 1, ok: true, ticket: 'A-001', counter: 1 };
  expect(on(wire, '/result')).toEqual([answered]);
  expect(on(wire, '/set').map(({ text }) => text)).toEqual(['', 'A-001']);
  await first.close();

  const again = await openBox(await openBroker(hub));
  again.send(publishPacket(event, press(1), 1, 10));
  await again.until('result', () => on(again, '/result').length === 1);
  expect(on(again, '/result')).toEqual([answered]);
  expect(on(again, '/set')).toEqual(on(wire, '/set').slice(1));
  expect(hub.state.day.waiting.size).toBe(2);
});

test('with a full disk a press is not acknowledged; sent again when there is room, it calls once', async () => {
  const stage = await openOffice();
  const mqtt = await openBroker(stage.hub);
  const wire = await openBox(mqtt);
  stage.disk = 'full';
  wire.send(publishPacket(event, press(1), 1));
  await wire.closed;
  expect(pubacks(wire)).toBe(0);
  expect(on(wire, '/result')).toMatchObject([{ seq: 1, ok: false, error: { code: 'storage' } }]);

  stage.disk = 'well';
  const again = await openBox(mqtt);
  again.send(publishPacket(event, press(1), 1, 10), publishPacket(event, press(1), 1, 10));
  await again.until('results', () => on(again, '/result').length === 2 && pubacks(again) === 2);
  expect(on(again, '/result').map(({ ticket }) => ticket)).toEqual(['A-001', 'A-001']);
  expect(stage.hub.state.day.waiting.size).toBe(2);
});

test('many boxes press in one turn: each has its own result', async () => {
  const { hub } = await openOffice();
  await hub.submit(
    { type: 'AddDevice', id: 'ctr-02', ...device, counter: 2, hash: hashOf('ctr-02') },
    { account: 's' },
  );
  const { port } = await openBroker(hub);
  const boxes = await Promise.all(['ctr-01', 'ctr-02'].map((id) => signIn(port, id)));
  for (const [index, box] of boxes.entries()) {
    onTestFinished(() => box.end());
    await subscribe(box, `loket/v1/ctr-0${index + 1}/event/result`);
  }
  for (const [index, box] of boxes.entries())
    box.send(publishPacket(`loket/v1/ctr-0${index + 1}/event`, press(1), 1));
  await Promise.all(boxes.map((box) => box.until('result', () => on(box, '/result').length === 1)));
  const tickets = boxes.flatMap((box) => on(box, '/result').map(({ ticket }) => ticket));
  expect(tickets.sort()).toEqual(['A-001', 'A-002']);
});
