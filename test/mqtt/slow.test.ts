/** Limits: of a payload, of a subscriber that does not read, of what waits for who is away. */
import { expect, test } from 'vitest';
import { openOffice, press } from './office.ts';
import { ping, publishPacket, subscribe, type, type Wire } from './wire.ts';

const event = 'loket/v1/ctr-03/event';
const results = ({ messages }: Wire) => messages.filter(({ topic }) => topic.endsWith('/result')).length;

test('a subscriber that does not read is cut off, and holds up nobody for 2 s', async () => {
  const { mqtt, integration, box } = await openOffice();
  const frozen = await integration('frozen', { read: ['flood', 'loket/v1/+/event'] });
  frozen.socket.pause();
  const writer = await integration('writer', { write: ['flood'] });
  const wire = await box();
  let slowest = 0;
  let seq = 0;
  const large = 'x'.repeat(4000);
  while (mqtt.presence().get('frozen')?.online) {
    for (let count = 0; count < 200; count += 1) writer.send(publishPacket('flood', large));
    await ping(writer);
    seq += 1;
    const began = performance.now();
    wire.send(publishPacket(event, press(seq), 1));
    await wire.until('result', () => results(wire) === seq);
    slowest = Math.max(slowest, performance.now() - began);
  }
  expect(slowest).toBeLessThan(2000);
  await ping(wire);
});

test('messages for a persistent session whose client is away are kept up to a bound', async () => {
  const { hub, mqtt, integration, signIn } = await openOffice();
  hub.add({ id: 'away', driver: 'integration', counter: null, read: ['a'] });
  const first = await signIn('away', { clean: false });
  await subscribe(first, 'a');
  first.end();
  await expect.poll(() => mqtt.presence().get('away')?.online).toBe(false);
  const writer = await integration('writer', { write: ['a'] });
  for (let count = 1; count <= 1200; count += 1) writer.send(publishPacket('a', String(count), count));
  await expect.poll(() => mqtt.counts().get('too-many')).toBe(200);
  const second = await signIn('away', { clean: false });
  await second.until('all that is kept', () => second.messages.length === 1000);
  expect(second.messages.at(-1)?.payload).toBe('1000');
});

test('an account has some persistent sessions, and no more', async () => {
  const { hub, signIn } = await openOffice();
  hub.add({ id: 'many', driver: 'integration', counter: null });
  const account = { username: 'many', password: 'many', clean: false };
  for (let count = 1; count <= 16; count += 1) await signIn(`client-${count}`, account);
  await expect(signIn('client-17', account)).rejects.toThrow('code 2');
  await signIn('client-16', account);
});

test('a payload of 4 KB is taken, one byte more is not', async () => {
  const { box } = await openOffice();
  const wire = await box();
  wire.send(publishPacket('loket/v1/ctr-03/telemetry', 'x'.repeat(4096), 1));
  await wire.until('PUBACK', () => wire.packets.some((found) => found.type === type.puback));
  wire.send(publishPacket('loket/v1/ctr-03/telemetry', 'x'.repeat(4097), 2));
  await wire.closed;
});
