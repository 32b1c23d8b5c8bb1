/** A press from the wire to the hub and back. */
import { expect, test } from 'vitest';
import { called } from './fake-hub.ts';
import { openOffice, press } from './office.ts';
import { ping, publishPacket, subscribe, type, type Wire } from './wire.ts';

const event = 'loket/v1/ctr-03/event';
const result = 'loket/v1/ctr-03/event/result';
const pubacks = ({ packets }: Wire) =>
  packets.filter((found) => found.type === type.puback).map(({ body }) => body.readUInt16BE(0));
const results = ({ messages }: Wire) =>
  messages.filter(({ topic }) => topic === result).map(({ payload }) => JSON.parse(payload));

test('a press is acknowledged only after it is recorded, and then answered', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.answerWith(null);
  wire.send(publishPacket(event, press(17), 5));
  await expect.poll(() => hub.submitted.length).toBe(1);
  await ping(wire);
  expect(pubacks(wire)).toEqual([]);
  expect(results(wire)).toEqual([]);

  hub.submitted[0]?.settle(called('A-013'));
  await wire.until('PUBACK and result', () => pubacks(wire).length === 1 && results(wire).length === 1);
  expect(pubacks(wire)).toEqual([5]);
  expect(results(wire)).toEqual([{ boot: '7F3A', seq: 17, ok: true, ticket: 'A-013', counter: 3 }]);
  expect(hub.submitted[0]?.command).toEqual({ type: 'CallNext', counter: 3 });
  expect(hub.submitted[0]?.from).toEqual({ account: 'device:ctr-03', key: '7F3A:17' });
});

test('a redelivery comes to the hub under the same name, and is answered again', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  wire.send(
    publishPacket(event, press(17), 5),
    publishPacket(event, press(17, 'next', { age_ms: 1000 }), 5, 10),
  );
  await wire.until('two results', () => results(wire).length === 2);
  expect(hub.submitted.map(({ from }) => from)).toEqual([
    { account: 'device:ctr-03', key: '7F3A:17' },
    { account: 'device:ctr-03', key: '7F3A:17' },
  ]);
  expect(results(wire)[1]).toEqual(results(wire)[0]);
  expect(pubacks(wire)).toEqual([5, 5]);
});

test('what a device publishes stays in order: nothing overtakes a press whose commit is under way', async () => {
  const { hub, box, integration } = await openOffice();
  const watcher = await integration('ha', { read: ['loket/v1/ctr-03/status', 'loket/v1/ctr-03/telemetry'] });
  const wire = await box();
  hub.answerWith(null);
  wire.send(
    publishPacket(event, press(1), 1),
    publishPacket('loket/v1/ctr-03/status', 'online', 2, 3),
    publishPacket(event, press(2), 3),
    publishPacket('loket/v1/ctr-03/telemetry', '{}'),
  );
  await expect.poll(() => hub.submitted.length).toBe(2);
  // The second commit is ready first, and still waits for its turn.
  hub.submitted[1]?.settle(called('A-002'));
  await ping(watcher);
  expect(pubacks(wire)).toEqual([]);
  expect(watcher.messages).toEqual([]);
  hub.submitted[0]?.settle(called('A-001'));
  await wire.until('results', () => results(wire).length === 2 && pubacks(wire).length === 3);
  expect(pubacks(wire)).toEqual([1, 2, 3]);
  expect(results(wire).map(({ ticket }) => ticket)).toEqual(['A-001', 'A-002']);
});

test('a press of quality of service 0 is taken as well', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  wire.send(publishPacket(event, press(1)));
  await wire.until('result', () => results(wire).length === 1);
  expect(hub.submitted).toHaveLength(1);
  expect(pubacks(wire)).toEqual([]);
});

test('a refusal is acknowledged: the result says no', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.answerWith(() => ({ ok: false, refusal: { code: 'nobody-waiting' } }));
  wire.send(publishPacket(event, press(3), 9));
  await wire.until('result', () => results(wire).length === 1 && pubacks(wire).length === 1);
  expect(results(wire)).toEqual([
    { boot: '7F3A', seq: 3, ok: false, error: { code: 'nobody-waiting', message: 'Nobody is waiting.' } },
  ]);
});

test('what could not be recorded is answered but not acknowledged; sent again, its age is known', async () => {
  const { hub, box } = await openOffice();
  const wire = await box();
  hub.answerWith(() => ({ ok: false, refusal: { code: 'storage' } }));
  wire.send(publishPacket(event, press(4, 'next', { age_ms: 100 }), 9));
  await wire.closed;
  expect(pubacks(wire)).toEqual([]);
  expect(results(wire)).toMatchObject([{ seq: 4, ok: false, error: { code: 'storage' } }]);

  hub.answerWith(() => called('A-001'));
  const again = await box();
  again.send(publishPacket(event, press(4, 'next', { age_ms: 100 }), 1, 10));
  await again.until('PUBACK', () => pubacks(again).length === 1);
  const [first, second] = hub.submitted.map(({ command }) => command);
  expect(first).toEqual({ type: 'CallNext', counter: 3, ageMs: 100 });
  expect(second).toMatchObject({ type: 'CallNext', counter: 3 });
  expect((second as { ageMs: number }).ageMs).toBeGreaterThan(100);
});

test.each([
  ['no JSON', '{"event_type"', null, null],
  ['no object', '"next"', null, null],
  ['no sequence', '{"event_type":"next","boot":"7F3A"}', '7F3A', null],
  ['a boot of the wrong form', '{"event_type":"next","seq":17,"boot":"!"}', null, 17],
  ['a name of Object.prototype', '{"__proto__":{"event_type":"next"},"seq":1,"boot":"a"}', 'a', 1],
])(
  'a message that is no press (%s) is answered with what could be read of it',
  async (_, payload, boot, seq) => {
    const { hub, box, mqtt } = await openOffice();
    const wire = await box();
    wire.send(publishPacket(event, payload, 1));
    await wire.until('result', () => results(wire).length === 1 && pubacks(wire).length === 1);
    expect(results(wire)).toEqual([
      { boot, seq, ok: false, error: { code: 'malformed', message: 'The message is malformed.' } },
    ]);
    expect(hub.submitted).toEqual([]);
    expect(mqtt.counts().get('malformed-event')).toBe(1);
  },
);

test('a box without a counter calls nobody', async () => {
  const { hub, signIn } = await openOffice();
  hub.add({ id: 'spare', counter: null });
  const wire = await signIn('spare');
  await subscribe(wire, 'loket/v1/spare/event/result');
  wire.send(publishPacket('loket/v1/spare/event', press(1), 1));
  await wire.until('result', () => wire.messages.length === 1);
  expect(JSON.parse(wire.messages[0]?.payload ?? '')).toMatchObject({
    ok: false,
    error: { code: 'unknown-counter' },
  });
  expect(hub.submitted).toEqual([]);
});

test.each([
  ['next', null, { type: 'CallNext', counter: 3 }],
  ['recall', null, { type: 'RecallTicket', counter: 3 }],
  ['start', null, { type: 'StartVisit', counter: 3 }],
  ['done', null, { type: 'FinishStep', counter: 3 }],
  ['done', 'passport-24', { type: 'FinishStep', outcome: 'passport-24', counter: 3 }],
  ['no_show', null, { type: 'MarkNoShow', counter: 3 }],
  ['hold', null, { type: 'HoldVisit', counter: 3 }],
  ['transfer', 5, { type: 'TransferVisit', to: { counter: 5 }, counter: 3 }],
  ['transfer', '12', { type: 'TransferVisit', to: { counter: 12 }, counter: 3 }],
  ['transfer', 'interview', { type: 'TransferVisit', to: { step: 'interview' }, counter: 3 }],
  ['pause', null, { type: 'PauseCounter', counter: 3 }],
  ['open', null, { type: 'OpenCounter', counter: 3 }],
  ['close', null, { type: 'CloseCounter', confirm: false, counter: 3 }],
  ['close', 'confirm', { type: 'CloseCounter', confirm: true, counter: 3 }],
  ['call', 'A012', { type: 'CallTicket', ticket: 'A012', counter: 3 }],
  ['undo', null, { type: 'UndoAction', counter: 3 }],
  ['dance', null, { type: 'PressUnknownKey', key: 'dance', counter: 3 }],
])('the key %s with %s is the command %o', async (key, arg, command) => {
  const { hub, box } = await openOffice();
  const wire = await box();
  wire.send(publishPacket(event, press(1, key, { arg }), 1));
  await wire.until('result', () => results(wire).length === 1);
  expect(hub.submitted.map((each) => each.command)).toEqual([command]);
});
