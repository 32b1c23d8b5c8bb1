/** What the hub publishes: LED boards, calls, public state. */
import { expect, test } from 'vitest';
import { createMqtt } from '../../server/adapters/mqtt/broker.ts';
import { toCommand } from '../../server/devices/loket.ts';
import { silent } from '../../server/log.ts';
import { called, createFakeHub, verify } from './fake-hub.ts';
import { openOffice, press } from './office.ts';
import { ping, publishPacket, signIn, subscribe, type Wire } from './wire.ts';

const set = 'loket/v1/ctr-03/display/set';
const on = ({ messages }: Wire, topic: string) =>
  messages.filter((message) => message.topic === topic).map(({ payload }) => JSON.parse(payload));

test('a call lights the board, a recall blinks again, nobody there leaves it blank', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.calls(3, 'A-012');
  hub.calls(3, 'A-012', 2);
  hub.calls(4, 'B-001');
  hub.closes(3);
  await wire.until('four texts', () => on(wire, set).length === 4);
  const [first, second, third, last] = on(wire, set);
  expect(first).toMatchObject({ text: '', counter: 3 });
  const lit = { text: 'A-012', counter: 3, blink_ms: 500, blink_for_ms: 6000 };
  expect(second).toEqual({ rev: expect.any(Number), ...lit });
  expect(third).toEqual({ rev: expect.any(Number), ...lit });
  expect(last).toMatchObject({ text: '', counter: 3, blink_ms: 0 });
  expect(second.rev).not.toBe(third.rev);
  expect(new Set([first.rev, second.rev, third.rev]).size).toBe(3);
});

test('the text is there for who subscribes later, and is not told twice', async () => {
  const { hub, box, signIn } = await openOffice();
  hub.calls(3, 'A-012');
  const wire = await box();
  await ping(wire);
  expect(wire.messages).toMatchObject([{ topic: set, retain: true, qos: 1 }]);
  expect(on(wire, set)).toMatchObject([{ text: 'A-012' }]);
  hub.waits('A-013', 'passport');
  await ping(wire);
  expect(on(wire, set)).toHaveLength(1);
  // Another device at the same counter has its own board.
  hub.add({ id: 'led-03' });
  const led = await signIn('led-03');
  await subscribe(led, 'loket/v1/led-03/display/set');
  await led.until('text', () => led.messages.length === 1);
  expect(on(led, 'loket/v1/led-03/display/set')).toMatchObject([{ text: 'A-012' }]);
});

test('a LED text is not lost when other messages to the box follow in the same turn', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.answerWith(() => {
    hub.calls(3, 'A-001');
    return called('A-001');
  });
  wire.send(publishPacket('loket/v1/ctr-03/event', press(1), 1));
  await wire.until('result', () => on(wire, 'loket/v1/ctr-03/event/result').length === 1);
  await ping(wire);
  expect(on(wire, set).map(({ text }) => text)).toEqual(['', 'A-001']);
});

test('who subscribes while somebody is called never ends with the text of before', async () => {
  const { hub, integration } = await openOffice();
  for (let counter = 10; counter < 22; counter += 1) hub.add({ id: `led-${counter}`, counter });
  const wire = await integration('ha', { read: ['loket/v1/+/display/set'] });
  // All thirteen texts have been fetched, and the last is not yet delivered.
  await wire.until('the first text', () => wire.messages.length > 0);
  hub.calls(21, 'A-001');
  await wire.until('all and the call', () => wire.messages.length >= 14);
  await ping(wire);
  expect(on(wire, 'loket/v1/led-21/display/set').map(({ text }) => text)).toContain('A-001');
  expect(on(wire, 'loket/v1/led-21/display/set').at(-1)).toMatchObject({ text: 'A-001' });
});

test('what an integration reads is not lost either: a retained message before one that is not', async () => {
  const { box, integration } = await openOffice();
  const watcher = await integration('ha', { read: ['loket/v1/ctr-03/#'] });
  const wire = await box();
  wire.send(
    publishPacket('loket/v1/ctr-03/status', 'online', 1, 3),
    publishPacket('loket/v1/ctr-03/info', 'anything', 0, 1),
    publishPacket('loket/v1/ctr-03/telemetry', '{}'),
  );
  await watcher.until('telemetry', () => watcher.messages.some(({ topic }) => topic.endsWith('/telemetry')));
  await watcher.until('status', () => watcher.messages.some(({ topic }) => topic.endsWith('/status')));
  await watcher.until('info', () => watcher.messages.some(({ topic }) => topic.endsWith('/info')));
});

test('a message comes once over two subscriptions of a device', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  await subscribe(wire, set);
  await ping(wire);
  const before = on(wire, set).length;
  hub.calls(3, 'A-001');
  await wire.until('text', () => on(wire, set).length > before);
  await ping(wire);
  expect(on(wire, set)).toHaveLength(before + 1);
});

test('after a restart everything is there again before anybody can connect, with the same revision', async () => {
  const hub = createFakeHub();
  hub.add({ id: 'ctr-03' });
  const order = { hub, log: silent, listen: { host: '127.0.0.1', port: 0 }, verify, toCommand };
  const before = await createMqtt(order);
  hub.calls(3, 'A-012');
  const first = await signIn(before.port, 'ctr-03');
  await subscribe(first, set, 'loket/v1/hub/status');
  await first.until('text', () => on(first, set).length === 1);
  await before.close();
  await first.closed;
  expect(first.messages.at(-1)).toMatchObject({ topic: 'loket/v1/hub/status', payload: 'offline' });

  const { box } = await openOffice(hub);
  const wire = await box();
  await subscribe(wire, 'loket/v1/hub/status');
  await wire.until('status', () => wire.messages.some(({ payload }) => payload === 'online'));
  expect(on(wire, set)).toEqual(on(first, set));
  hub.calls(3, 'A-013');
  await wire.until('text', () => on(wire, set).length === 2);
  expect(on(wire, set)[1].rev).not.toBe(on(wire, set)[0].rev);
});

test('at midnight the boards go blank', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.calls(3, 'A-012');
  hub.midnight();
  await wire.until('blank', () => on(wire, set).at(-1)?.text === '' && on(wire, set).length === 3);
});

test('integrators are told each announcement, and find the state of counters and services', async () => {
  const { hub, integration } = await openOffice();
  const counters = [{ number: 3 }, { number: 4 }];
  hub.configure({ counters, services: [{ id: 'passport' }] });
  const watcher = await integration('ha', {
    read: ['loket/v1/call', 'loket/v1/counter/+/state', 'loket/v1/service/#'],
  });
  hub.waits('A-013', 'passport');
  hub.calls(3, 'A-012');
  hub.calls(3, 'A-012', 2);
  await watcher.until('calls', () => on(watcher, 'loket/v1/call').length === 2);
  const call = { event_type: 'called', ticket: 'A-012', counter: 3, call_id: 'call of A-012' };
  expect(on(watcher, 'loket/v1/call')).toEqual([
    { ...call, times: 1 },
    { ...call, times: 2 },
  ]);
  await watcher.until('state', () => on(watcher, 'loket/v1/counter/3/state').at(-1)?.ticket === 'A-012');
  expect(on(watcher, 'loket/v1/counter/3/state').at(-1)).toEqual({
    counter: 3,
    state: 'open',
    ticket: 'A-012',
    called_at: '2026-11-26T01:00:02.000Z',
  });
  await watcher.until('the other counter', () => on(watcher, 'loket/v1/counter/4/state').length === 1);
  expect(on(watcher, 'loket/v1/counter/4/state')).toEqual([
    { counter: 4, state: 'closed', ticket: null, called_at: null },
  ]);
  expect(on(watcher, 'loket/v1/service/passport/state').at(-1)).toEqual({ service: 'passport', waiting: 1 });

  hub.configure({ counters: [{ number: 3 }], services: [] });
  await ping(watcher);
  const late = await integration('late', { read: ['loket/v1/#'] });
  await late.until('what is retained', () => late.messages.length === 3);
  await ping(late);
  expect(late.messages.map(({ topic }) => topic).sort()).toEqual([
    'loket/v1/counter/3/state',
    'loket/v1/ctr-03/display/set',
    'loket/v1/hub/status',
  ]);
});
