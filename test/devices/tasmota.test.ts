/** Tasmota: every form in which its builds say a press, with payloads as they were recorded. */
import { expect, test } from 'vitest';
import { hear, press } from './heard.ts';

const from = (topic: string, payload: string) => hear('tasmota', 'ctr03', { topic, payload });

test.each([
  ['as the firmware says it', 'stat/ctr03/RESULT', '{"Button1":{"Action":"SINGLE"}}', '1', 'single'],
  ['with SetOption4', 'stat/ctr03/BUTTON2', '{"Button2":{"Action":"DOUBLE"}}', '2', 'double'],
  ['as the documents and old builds say it', 'stat/ctr03/BUTTON1', '{"ACTION":"HOLD"}', '1', 'long'],
  ['three times', 'stat/ctr03/RESULT', '{"Button4":{"Action":"TRIPLE"}}', '4', 'triple'],
])('a press %s', (_, topic, payload, input, gesture) => {
  expect(from(topic, payload)).toEqual([press(input, gesture)]);
});

test.each([
  ['stat/ctr03/RESULT', '{"Switch1":{"Action":"ON"}}', true],
  ['stat/ctr03/SWITCH1', '{"Switch1":{"Action":"OFF"}}', false],
  ['tele/ctr03/SENSOR', '{"Time":"2026-11-26T08:05:00","Switch1":"ON"}', true],
])('a switch on %s says its state', (topic, payload, down) => {
  expect(from(topic, payload)).toEqual([{ kind: 'level', input: '1', down }]);
});

test('its last will, its battery and what its display shows', () => {
  expect(from('tele/ctr03/LWT', 'Online')).toEqual([{ kind: 'status', online: true }]);
  expect(from('tele/ctr03/LWT', 'Offline')).toEqual([{ kind: 'status', online: false }]);
  expect(from('tele/ctr03/STATE', '{"Time":"2026-11-26T08:05:00","BatteryPercentage":87}')).toEqual([
    { kind: 'battery', percent: 87 },
  ]);
  expect(from('stat/ctr03/RESULT', '{"DisplayText":"A-012"}')).toEqual([
    { kind: 'shown', text: 'A-012', ok: true },
  ]);
});

test.each([
  ['stat/ctr03/RESULT', '{"Button1":{"Action":"CLEAR"}}'],
  ['stat/ctr03/RESULT', '{"Button1":{"Action":"PENTA"}}'],
  ['stat/ctr03/RESULT', '{"Button1":{"Action":"constructor"}}'],
  ['stat/ctr03/RESULT', '{"POWER":"ON"}'],
  ['stat/ctr03/RESULT', '{"Button1":null}'],
  ['stat/ctr04/RESULT', '{"Button1":{"Action":"SINGLE"}}'],
  ['tele/ctr03/LWT', 'Perhaps'],
  ['stat/ctr03/RESULT', '['],
])('%s %s says nothing here', (topic, payload) => {
  expect(from(topic, payload)).toEqual([]);
});

test('a kept press is an old one where a bridge between brokers says it; the button itself says it now', () => {
  const told = { topic: 'stat/ctr03/RESULT', payload: '{"Button1":{"Action":"SINGLE"}}', retain: true };
  expect(hear('tasmota', 'ctr03', told, { via: 'bridge' })).toEqual([]);
  expect(hear('tasmota', 'ctr03', { ...told, retain: false }, { via: 'bridge' })).toEqual([
    press('1', 'single'),
  ]);
  expect(hear('tasmota', 'ctr03', told)).toEqual([press('1', 'single')]);
});
