/** The guard: nothing that a client sends can end the hub, and a normal client works on meanwhile. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Office, openOffice, press } from './office.ts';
import {
  connectPacket,
  openWire,
  packet,
  publishPacket,
  subscribePacket,
  text,
  type Wire,
  word,
} from './wire.ts';

const right = { id: 'fuzz', username: 'fuzz', password: 'fuzz' };
const bytes = fc.uint8Array({ maxLength: 300 }).map((found) => Buffer.from(found));
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('loket/v1/fuzz/event', '#', '$SYS/a'),
);
const header = fc.integer({ min: 0, max: 255 });
const aPacket = fc.oneof(
  fc.tuple(header, bytes).map(([first, body]) => packet(first, body)),
  fc.tuple(name, bytes, header).map(([topic, payload, id]) => publishPacket(topic, payload, id)),
  fc.tuple(name, bytes).map(([topic, payload]) => publishPacket(topic, payload, 7, 4)),
  fc.array(name, { minLength: 1, maxLength: 4 }).map((filters) => subscribePacket(3, filters, 2)),
  name.map((filter) => packet(0xa2, word(3), text(filter))),
  fc.integer({ min: 0, max: 65_535 }).map((id) => packet(0x62, word(id))),
  bytes,
);

/** Sends it all, and waits until the hub has read it or has hung up. */
async function say(wire: Wire, parts: readonly Buffer[]): Promise<void> {
  wire.send(...parts, Buffer.from([0xc0, 0]));
  wire.socket.end();
  await wire.closed;
}

async function stillWorks({ hub }: Office, box: Wire): Promise<void> {
  const seq = hub.submitted.length + 1;
  const results = () =>
    box.messages
      .filter(({ topic }) => topic === 'loket/v1/ctr-03/event/result')
      .map(({ payload }) => JSON.parse(payload));
  box.send(publishPacket('loket/v1/ctr-03/event', press(seq), 1));
  await box.until('result', () => results().some((result) => result.ok && result.seq === seq));
}

async function withFuzz(): Promise<[Office, Wire]> {
  const office = await openOffice();
  office.hub.add({ id: 'fuzz', counter: 4 });
  const box = await office.box();
  await box.until('the board', () => box.messages.length === 1);
  return [office, box];
}

test('random bytes before CONNECT', async () => {
  const [office, box] = await withFuzz();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(bytes, aPacket), { minLength: 1, maxLength: 5 }), (parts) =>
      say(openWire(office.port), parts),
    ),
    { numRuns: 200 },
  );
  await stillWorks(office, box);
});

test('a CONNECT with some bytes changed', async () => {
  const [office, box] = await withFuzz();
  const good = connectPacket({ ...right, will: { topic: 'loket/v1/fuzz/status', payload: 'offline' } });
  const change = fc.tuple(fc.integer({ min: 1, max: good.length - 1 }), header);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const changed = Buffer.from(good);
      for (const [at, value] of changes) changed[at] = value;
      return say(openWire(office.port), [changed]);
    }),
    { numRuns: 200 },
  );
  await stillWorks(office, box);
});

test('random packets of somebody with the right password', async () => {
  const [office, box] = await withFuzz();
  await fc.assert(
    fc.asyncProperty(fc.array(aPacket, { minLength: 1, maxLength: 8 }), (parts) =>
      say(openWire(office.port), [connectPacket(right), ...parts]),
    ),
    { numRuns: 300 },
  );
  await stillWorks(office, box);
});

test('random packets of an integration that may do anything', async () => {
  const [office, box] = await withFuzz();
  office.hub.add({ id: 'any', driver: 'integration', counter: null, read: ['#'], write: ['#'] });
  const connects = fc
    .boolean()
    .map((clean) => connectPacket({ id: 'any', username: 'any', password: 'any', clean }));
  await fc.assert(
    fc.asyncProperty(connects, fc.array(aPacket, { minLength: 1, maxLength: 8 }), (connect, parts) =>
      say(openWire(office.port), [connect, ...parts]),
    ),
    { numRuns: 300 },
  );
  await stillWorks(office, box);
});

test('random JSON as event, information and state', async () => {
  const [office, box] = await withFuzz();
  const likely = fc.record(
    {
      event_type: fc.jsonValue(),
      seq: fc.jsonValue(),
      boot: fc.jsonValue(),
      arg: fc.jsonValue(),
      age_ms: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const payload = fc.oneof(
    fc.json(),
    likely.map((value) => JSON.stringify(value)),
  );
  const topic = fc
    .constantFrom('event', 'info', 'display/state', 'status')
    .map((last) => `loket/v1/fuzz/${last}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(topic, payload), { minLength: 1, maxLength: 5 }), (said) =>
      say(openWire(office.port), [
        connectPacket(right),
        ...said.map(([on, what]) => publishPacket(on, Buffer.from(what).subarray(0, 4096), 1)),
      ]),
    ),
    { numRuns: 200 },
  );
  await stillWorks(office, box);
});

test('a fault inside the hub is the hub’s: the press is not acknowledged, and the next one is', async () => {
  const [office, box] = await withFuzz();
  office.hub.answerWith(() => {
    throw new Error('a bug');
  });
  box.send(publishPacket('loket/v1/ctr-03/event', press(1), 1));
  await box.closed;
  expect(office.mqtt.counts().get('fault')).toBe(1);
  office.hub.answerWith(() => ({ ok: true, answer: { counter: 3, ticket: 'A-001' } }));
  await stillWorks(office, await office.box());
});
