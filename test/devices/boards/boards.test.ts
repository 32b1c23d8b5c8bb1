/** What boards of other makers are told, message by message, as their documents have it. */
import { describe, expect, test } from 'vitest';
import { awtrix3Board } from '../../../server/devices/foreign/boards/awtrix-3.ts';
import { awtrixNgBoard } from '../../../server/devices/foreign/boards/awtrix-ng.ts';
import { esphomeBoard } from '../../../server/devices/foreign/boards/esphome.ts';
import { tasmotaBoard } from '../../../server/devices/foreign/boards/tasmota.ts';
import { wledBoard } from '../../../server/devices/foreign/boards/wled.ts';
import type { BoardFamily, ForeignDevice, ForeignPublish } from '../../../server/devices/foreign/family.ts';

const device = (topic: string, settings = {}): ForeignDevice => ({ id: 'led-3', topic, settings });
const called = { text: 'A-012', counter: 3, blinkMs: 500, blinkForMs: 6000 };
const quiet = { ...called, blinkMs: 0, blinkForMs: 0 };
const nobody = { ...quiet, text: '' };

/** `topic payload`, with a `!` where it is kept. */
const said = (messages: readonly ForeignPublish[]) =>
  messages.map(({ topic, payload, retain }) => `${retain ? '!' : ''}${topic} ${payload}`);

test('Tasmota: a text that is kept; the hub blinks', () => {
  const board = device('tasmota_3');
  expect(said(tasmotaBoard.show(board, { ...called, text: 'A012' }))).toEqual([
    '!cmnd/tasmota_3/DisplayText A012',
  ]);
  expect(said(tasmotaBoard.show(board, nobody))).toEqual([
    '!cmnd/tasmota_3/DisplayText ',
    'cmnd/tasmota_3/DisplayClear ',
  ]);
  expect(said(tasmotaBoard.blink?.off(board, called) ?? [])).toEqual(['cmnd/tasmota_3/DisplayClear ']);
  expect(said(tasmotaBoard.blink?.on(board, called) ?? [])).toEqual(['cmnd/tasmota_3/DisplayText A-012']);
});

test('ESPHome: the command of its text, kept; a blank where nobody is called', () => {
  const board = device('papan-3', { text: 'papan' });
  expect(said(esphomeBoard.show(board, called))).toEqual(['!papan-3/text/papan/command A-012']);
  expect(said(esphomeBoard.show(device('papan-3'), nobody))).toEqual(['!papan-3/text/nomor/command  ']);
  expect(said(esphomeBoard.blink?.off(board, called) ?? [])).toEqual(['papan-3/text/papan/command  ']);
  expect(said(esphomeBoard.blink?.on(board, called) ?? [])).toEqual(['papan-3/text/papan/command A-012']);
});

test('AWTRIX 3: a page that is kept, and a notification that blinks as long as is said', () => {
  const board = device('awtrix_3');
  const page = '!awtrix_3/custom/loket {"text":"A-012","color":"#00FF00","noScroll":true}';
  const turned = 'awtrix_3/switch {"name":"loket","fast":true}';
  expect(awtrix3Board.blink).toBeUndefined();
  expect(said(awtrix3Board.show(board, called))).toEqual([
    page,
    turned,
    'awtrix_3/notify {"text":"A-012","color":"#00FF00","blinkText":500,"noScroll":true,"duration":6,"stack":false,"wakeup":true}',
  ]);
  expect(said(awtrix3Board.show(board, quiet))).toEqual([page, turned, 'awtrix_3/notify/dismiss ']);
  expect(said(awtrix3Board.show(board, nobody))).toEqual([
    '!awtrix_3/custom/loket {"text":"","color":"#00FF00","noScroll":true}',
    turned,
    'awtrix_3/notify/dismiss ',
  ]);
});

describe('AWTRIX NG', () => {
  const board = device('awtrix/ng');

  test('a pushed app that is kept, and a notification that blinks as long as is said', () => {
    const page =
      '!awtrix/ng/cmd/apps/pushed/loket {"text":"A-012","textColor":"#00FF00","scroll":{"mode":"static"}}';
    const turned = 'awtrix/ng/cmd/apps/switch {"name":"loket","fast":true}';
    expect(said(awtrixNgBoard.show(board, called))).toEqual([
      page,
      turned,
      'awtrix/ng/cmd/notify {"name":"loket","text":"A-012","textColor":"#00FF00","scroll":{"mode":"static"},"textBlinkMs":500,"durationMs":6000,"stack":false,"wakeup":true}',
    ]);
    expect(said(awtrixNgBoard.show(board, quiet))).toEqual([
      page,
      turned,
      'awtrix/ng/cmd/notify/dismiss/loket ',
    ]);
    expect(said(awtrixNgBoard.show(board, nobody))[0]).toBe(
      '!awtrix/ng/cmd/apps/pushed/loket {"text":"","textColor":"#00FF00","scroll":{"mode":"static"}}',
    );
  });

  test('no key that it does not know: it would refuse the whole message', () => {
    const app = ['text', 'textColor', 'textBlinkMs', 'scroll', 'durationMs'];
    const notification = [...app, 'name', 'hold', 'stack', 'wakeup'];
    const messages = [...awtrixNgBoard.show(board, called), ...(awtrixNgBoard.identify?.(board) ?? [])];
    for (const { topic, payload } of messages.filter(({ topic }) => /pushed|notify/.test(topic))) {
      const known = topic.includes('pushed') ? app : notification;
      expect(Object.keys(JSON.parse(payload)).filter((key) => !known.includes(key))).toEqual([]);
    }
  });
});

test('WLED: the text is the name of the segment; the hub blinks', () => {
  const board = device('wled/papan3');
  const text = '{"on":true,"tt":0,"seg":[{"id":0,"on":true,"fx":122,"sx":0,"n":"A-012"}]}';
  const dark = '{"on":true,"tt":0,"seg":[{"id":0,"on":false}]}';
  const light = '{"on":true,"tt":0,"seg":[{"id":0,"on":true}]}';
  expect(said(wledBoard.show(board, called))).toEqual([`!wled/papan3/api ${text}`]);
  expect(said(wledBoard.show(board, nobody))).toEqual([`!wled/papan3/api ${dark}`]);
  expect(said(wledBoard.blink?.off(board, called) ?? [])).toEqual([`wled/papan3/api ${dark}`]);
  expect(said(wledBoard.blink?.on(board, called) ?? [])).toEqual([`wled/papan3/api ${light}`]);
});

test.each<[string, BoardFamily, string[]]>([
  [
    'Tasmota',
    tasmotaBoard,
    [
      'cmnd/b3/Backlog DisplayText ----; Delay 8; DisplayClear; Delay 4; DisplayText ----; Delay 8; DisplayClear; Delay 4; DisplayText ----; Delay 8; DisplayClear; Delay 4; DisplayText ----; Delay 8; DisplayClear; Delay 4',
    ],
  ],
  ['ESPHome', esphomeBoard, ['b3/text/nomor/command ----']],
  [
    'AWTRIX 3',
    awtrix3Board,
    ['b3/notify {"text":"led-3","rainbow":true,"duration":8,"stack":false,"wakeup":true}'],
  ],
  [
    'AWTRIX NG',
    awtrixNgBoard,
    [
      'b3/cmd/notify {"name":"loket","text":"led-3","textColor":"#FF0000","textBlinkMs":400,"durationMs":8000,"stack":false,"wakeup":true}',
    ],
  ],
  ['WLED', wledBoard, ['b3/api {"on":true,"tt":0,"seg":[{"id":0,"on":true,"fx":1,"sx":200}]}']],
])('%s shows itself, and nothing of it is kept', (_, family, messages) => {
  expect(said(family.identify?.(device('b3')) ?? [])).toEqual(messages);
});
