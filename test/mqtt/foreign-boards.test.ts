/** Boards of other makers: their text in their own words, blinking, coming back, and made to be seen. */
import { expect, test, vi } from 'vitest';
import { createForeignBoards } from '../../server/adapters/mqtt/foreign-boards.ts';
import { createForeign } from '../../server/adapters/mqtt/makers.ts';
import { foreignDevice } from '../../server/devices/foreign/device.ts';
import type { BoardFamily, DeviceFamily, Wanted } from '../../server/devices/foreign/family.ts';
import { createFakeHub } from './fake-hub.ts';
import { openOffice } from './office.ts';
import { ping, publishPacket, subscribe, type, type Wire } from './wire.ts';

const say =
  (what: string) =>
  (_: unknown, { text }: Wanted) => [{ topic: 'b/set', payload: `${what} ${text}`, retain: false }];

/** A board whose messages are plain words, driven by the hub's told batches. */
function boardOn(board: BoardFamily, settings = {}) {
  vi.useFakeTimers();
  const hub = createFakeHub();
  const family: DeviceFamily = { publishes: () => [], reads: () => [], hear: () => [], board };
  const foreign = createForeign({
    familyOf: () => family,
    deviceOf: foreignDevice,
    actionOf: () => undefined,
  });
  hub.add({ id: 'led-3', driver: 'any', counter: 3, settings });
  foreign.take(hub.state);
  const said: string[] = [];
  const note = (_: string, message: object | string) => void said.push(String(message));
  const publisher = { send: () => {}, sendText: note, keep: note, clear: () => {} };
  const around = { foreign, publisher, state: () => hub.state, now: () => hub.now(), onChange: () => {} };
  const boards = createForeignBoards(around);
  hub.onTold(boards.told);
  boards.all();
  return { hub, boards, said, taken: () => said.splice(0) };
}

test('the hub blinks a board that cannot, then it is steady; a newer text comes at once', () => {
  const blinking = {
    usualProfile: { width: 4, characters: 'digits' } as const,
    show: say('show'),
    blink: { off: say('off'), on: say('on') },
  };
  const { hub, taken, boards } = boardOn(blinking);
  expect(taken()).toEqual(['show ']);
  hub.calls(3, 'A-012');
  vi.advanceTimersByTime(1000);
  expect(taken()).toEqual(['show 012', 'off 012', 'on 012']);
  hub.calls(3, 'A-013');
  expect(taken()).toEqual(['show 013']);
  vi.advanceTimersByTime(6000);
  expect(taken().at(-1)).toBe('show 013');
  vi.advanceTimersByTime(60_000);
  expect(taken()).toEqual([]);
  boards.stop();
  vi.useRealTimers();
});

test('a board that blinks by itself is told to be steady afterwards; other counters leave it in peace', () => {
  const { hub, taken } = boardOn({ usualProfile: { width: 8, characters: 'text' }, show: say('show') });
  hub.calls(4, 'B-001');
  expect(taken()).toEqual(['show ']);
  hub.calls(3, 'A-012');
  vi.advanceTimersByTime(5999);
  expect(taken()).toEqual(['show A-012']);
  vi.advanceTimersByTime(1);
  expect(taken()).toEqual(['show A-012']);
  vi.useRealTimers();
});

test('identify: its id for five seconds, then the right text; where the id does not fit, all segments', () => {
  const show = { usualProfile: { width: 6, characters: 'text' } as const, show: say('show') };
  const { hub, boards, taken } = boardOn(show);
  hub.calls(3, 'A-012');
  vi.advanceTimersByTime(6000);
  taken();
  expect(boards.identify('led-3')).toBe(true);
  vi.advanceTimersByTime(5000);
  expect(taken()).toEqual(['show led-3', 'show A-012']);
  expect(boards.identify('led-9')).toBe(false);
  const small = boardOn(show, { board: { width: 4, characters: 'digits' } });
  small.taken();
  small.boards.identify('led-3');
  expect(small.taken()).toEqual(['show 8888']);
  vi.useRealTimers();
});

const display = 'cmnd/led-3/DisplayText';
const textsOn = ({ messages }: Wire, topic: string) =>
  messages.filter((message) => message.topic === topic).map(({ payload }) => payload);

test('a Tasmota display has its number when it comes, at each call, and says what it shows', async () => {
  const { hub, mqtt, signIn } = await openOffice();
  hub.add({
    id: 'led-3',
    driver: 'tasmota',
    counter: 3,
    settings: { board: { width: 5, characters: 'text' } },
  });
  hub.calls(3, 'A-012');
  const wire = await signIn('led-3', { id: 'DVES_77' });
  await subscribe(wire, 'cmnd/led-3/#', 'cmnd/tasmotas/#');
  await wire.until('the number', () => textsOn(wire, display).at(-1) === 'A-012');
  hub.calls(3, 'A-013');
  await wire.until('the next number', () => textsOn(wire, display).at(-1) === 'A-013');
  expect(mqtt.board('led-3')).toEqual({ wanted: 'A-013', shown: null, ok: null });
  wire.send(publishPacket('stat/led-3/RESULT', '{"DisplayText":"A-013"}', 1));
  await wire.until('PUBACK', () => wire.packets.some((found) => found.type === type.puback));
  expect(mqtt.board('led-3')).toEqual({ wanted: 'A-013', shown: 'A-013', ok: true });
  expect(textsOn(wire, 'loket/v1/led-3/display/set')).toEqual([]);
});

test('a board that was removed leaves nothing behind on the broker', async () => {
  const { hub, integration, mqtt } = await openOffice();
  hub.add({ id: 'led-3', driver: 'tasmota', counter: 3 });
  hub.calls(3, 'A-012');
  hub.remove('led-3');
  const late = await integration('ha', { read: ['cmnd/#'] });
  await ping(late);
  expect(late.messages).toEqual([]);
  expect(mqtt.board('led-3')).toBeNull();
});

test('identify: a box of ours is told, if it is there', async () => {
  const { mqtt, box } = await openOffice();
  expect(mqtt.identify('ctr-03')).toBe(false);
  const wire = await box();
  expect(mqtt.identify('ctr-03')).toBe(true);
  await wire.until('identify', () => textsOn(wire, 'loket/v1/ctr-03/cmd/identify').length === 1);
  expect(wire.messages.at(-1)).toMatchObject({
    topic: 'loket/v1/ctr-03/cmd/identify',
    qos: 1,
    retain: false,
  });
});
