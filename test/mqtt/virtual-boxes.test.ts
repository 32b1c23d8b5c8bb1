/** The virtual counter box of the start page: a real client over TCP. */
import { expect, onTestFinished, test } from 'vitest';
import { createVirtualBoxes } from '../../server/adapters/virtual-boxes.ts';
import { silent } from '../../server/log.ts';
import { called, hashOf } from './fake-hub.ts';
import { openOffice } from './office.ts';

async function openBoxes() {
  const office = await openOffice();
  const { hub, port } = office;
  hub.configure({ counters: [{ number: 3 }, { number: 4 }], services: [] });
  let secrets = 0;
  const makeSecret = () => {
    secrets += 1;
    return `secret ${secrets}`;
  };
  const hash = (secret: string) => Promise.resolve(hashOf(secret));
  const boxes = createVirtualBoxes({ hub, log: silent, mqttPort: () => port, makeSecret, hash });
  onTestFinished(() => boxes.close());
  return { ...office, boxes };
}

test('a press calls over MQTT, and the box shows the LED text and the result', async () => {
  const { hub, boxes, mqtt } = await openBoxes();
  expect(boxes.view(3)).toBe(null);
  hub.answerWith((command) => {
    if (command.type !== 'CallNext') return { ok: true, answer: {} };
    hub.calls(3, 'A-001');
    return called('A-001');
  });
  const changes: number[] = [];
  boxes.onChange((counter) => changes.push(counter));
  const result = await boxes.press(3, 'next');
  expect(result).toEqual({
    boot: expect.stringMatching(/^[0-9a-f]{8}$/),
    seq: 1,
    ok: true,
    ticket: 'A-001',
    counter: 3,
  });
  await expect
    .poll(() => boxes.view(3))
    .toEqual({
      counter: 3,
      connected: true,
      blinkMs: 500,
      led: 'A-001',
      lastResult: { ok: true, ticket: 'A-001', code: null },
    });
  expect(changes).toContain(3);
  expect(boxes.view(4)).toBe(null);
  expect(hub.submitted.map(({ command, from }) => [command.type, from.account])).toEqual([
    ['AddDevice', 'virtual-boxes'],
    ['CallNext', 'device:virtual-3'],
  ]);
  await expect.poll(() => mqtt.presence().get('virtual-3')?.display?.text).toBe('A-001');
  expect(mqtt.presence().get('virtual-3')).toMatchObject({ online: true, info: { model: 'virtual' } });
});

test('each press has its own number; a refusal is shown with its code', async () => {
  const { hub, boxes } = await openBoxes();
  hub.answerWith((command) =>
    command.type === 'AddDevice'
      ? { ok: true, answer: {} }
      : { ok: false, refusal: { code: 'nobody-waiting' } },
  );
  const results = await Promise.all([boxes.press(3, 'next'), boxes.press(3, 'call', 'A-012')]);
  expect(results.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(results).toMatchObject([
    { error: { code: 'nobody-waiting' } },
    { error: { code: 'nobody-waiting' } },
  ]);
  expect(boxes.view(3)?.lastResult).toEqual({ ok: false, ticket: null, code: 'nobody-waiting' });
  expect(hub.submitted.filter(({ command }) => command.type === 'AddDevice')).toHaveLength(1);
  expect(hub.submitted.at(-1)?.command).toMatchObject({ type: 'CallTicket', ticket: 'A-012', counter: 3 });
});

test('an account left by the last start is replaced', async () => {
  const { hub, boxes } = await openBoxes();
  hub.add({ id: 'virtual-4', driver: 'virtual', counter: 4, hash: 'of a secret nobody knows' });
  await boxes.press(4, 'recall');
  expect(hub.submitted.map(({ command }) => command.type)).toEqual([
    'RemoveDevice',
    'AddDevice',
    'RecallTicket',
  ]);
});

test('a box whose account is removed goes away, and the next press makes another one', async () => {
  const { hub, boxes } = await openBoxes();
  await boxes.press(3, 'next');
  hub.remove('virtual-3');
  expect(boxes.view(3)).toBe(null);
  expect(await boxes.press(3, 'next')).toMatchObject({ ok: true, seq: 1 });
});

test('there is no box where the office has no counter', async () => {
  const { hub, boxes } = await openBoxes();
  expect(await boxes.press(9, 'next')).toMatchObject({ ok: false, error: { code: 'unknown-counter' } });
  expect(hub.submitted).toEqual([]);
});
