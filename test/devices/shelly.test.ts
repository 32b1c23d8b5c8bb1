/** Shelly of both kinds, and the BLU buttons behind them: payloads as their documents and users recorded them. */
import { expect, test } from 'vitest';
import { counted, hear, press } from './heard.ts';

const button1 = 'shellybutton1-A4CF12F45301';
const old = (rest: string, payload: string) =>
  hear('shelly-1', button1, { topic: `shellies/${button1}/${rest}`, payload });

test.each([
  ['S', 'single'],
  ['SS', 'double'],
  ['SSS', 'triple'],
  ['L', 'long'],
])('first generation: %s is a %s press, told apart by its count', (event, gesture) => {
  expect(old('input_event/0', `{"event":"${event}","event_cnt":2}`)).toEqual([
    press('0', gesture, counted('2')),
  ]);
});

test('first generation: after a start, and after a gesture without a meaning, only the count is told', () => {
  expect(old('input_event/0', '{"event":"","event_cnt":0}')).toEqual([
    { kind: 'count', input: '0', text: '0' },
  ]);
  expect(old('input_event/1', '{"event":"SL","event_cnt":7}')).toEqual([
    { kind: 'count', input: '1', text: '7' },
  ]);
});

test('first generation: battery and presence; the prefix may be part of its name', () => {
  expect(old('sensor/battery', '96')).toEqual([{ kind: 'battery', percent: 96 }]);
  expect(old('online', 'true')).toEqual([{ kind: 'status', online: true }]);
  const told = { topic: 'shellies/i3/input_event/2', payload: '{"event":"S","event_cnt":1}' };
  expect(hear('shelly-1', 'shellies/i3', told)).toEqual([press('2', 'single', counted('1'))]);
});

const i4 = 'shellyplusi4-a8032ab0c018';
const rpc = (payload: object) =>
  hear('shelly-2', 'ctr-3', { topic: 'ctr-3/events/rpc', payload: JSON.stringify(payload) });
const notify = (events: unknown) => ({
  src: i4,
  dst: `${i4}/events`,
  method: 'NotifyEvent',
  params: { ts: 1678882095.02, events },
});

test('second generation: each push of the list is a press, told apart by its time', () => {
  const found = rpc(
    notify([
      { component: 'input:2', id: 2, event: 'btn_down', ts: 1678882095.02 },
      { component: 'input:2', id: 2, event: 'single_push', ts: 1678882095.31 },
      { component: 'input:0', id: 0, event: 'long_push', ts: 1678882095.02 },
    ]),
  );
  expect(found).toEqual([
    press('2', 'single', { kind: 'once', text: `${i4} input:2 2 single 1678882095.31` }),
    press('0', 'long', { kind: 'once', text: `${i4} input:0 0 long 1678882095.02` }),
  ]);
});

test('a BLU button behind it, one with four keys too', () => {
  const event = { component: 'bthomedevice:202', id: 202, event: 'single_push', idx: 1, ts: 1731931521.19 };
  expect(rpc(notify([event]))).toEqual([
    press('202.1', 'single', { kind: 'once', text: `${i4} bthomedevice:202 202.1 single 1731931521.19` }),
  ]);
  expect(
    rpc({ method: 'NotifyStatus', params: { 'bthomedevice:202': { battery: 64, packet_id: 9 } } }),
  ).toEqual([{ kind: 'battery', percent: 64 }]);
});

test('a Shelly whose clock is not set has no mark', () => {
  expect(
    rpc({
      src: i4,
      method: 'NotifyEvent',
      params: { events: [{ component: 'input:0', event: 'single_push' }] },
    }),
  ).toEqual([press('0', 'single')]);
});

test.each([
  notify([{ component: 'input:2', event: 'btn_up', ts: 1 }]),
  notify([{ component: 'sys', event: 'scheduled_restart', ts: 1 }]),
  notify('single_push'),
  notify([null, 3, 'x', []]),
  { method: 'NotifyEvent' },
])('second generation: nothing is pressed by %j', (payload) => {
  expect(rpc(payload)).toEqual([]);
});
