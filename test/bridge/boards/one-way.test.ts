/** Boards that say nothing: frames by a template, and Alpha signs; their blinking, and what they are painted again. */
import { expect, test } from 'vitest';
import { makeAlphaLine } from '../../../counter-firmware-bridge/boards/alpha.ts';
import { makeAsciiLine } from '../../../counter-firmware-bridge/boards/ascii.ts';
import { underTest, wanted } from './line-under-test.ts';

const board = { width: 4, characters: 'seven-segment' };
const ascii = (devices: object[] = [{ address: 3, id: 'led-3', counter: 3, board }], more = {}) =>
  underTest(makeAsciiLine, {
    ...{ protocol: 'ascii', mode: 'bus', baud: 9600 },
    ascii: { template: '\\x02{addr:02}{text:4}\\x03' },
    ...{ devices, ...more },
  });
const a012 = '02 30 33 41 30 31 32 03';
const dark = '02 30 33 20 20 20 20 03';

test('a text is written at once, and told as shown when its bytes have left', () => {
  const { line, wrote, told, pass } = ascii();
  line.opened();
  expect([wrote(), told('led-3').online]).toEqual([[], [true]]);
  line.show('led-3', wanted('A-012', { rev: 7 }));
  expect([wrote(), told('led-3').shown]).toEqual([[a012], []]);
  pass(10);
  expect(told('led-3').shown).toEqual(['7 "A012" ok']);
});

test('it blinks by writing text and blanks, and ends with the text', () => {
  const { line, wrote, told, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012', { blinkMs: 500, blinkForMs: 2400 }));
  pass(10_000);
  expect(wrote()).toEqual([a012, dark, a012, dark, a012, a012]);
  expect(told('led-3').shown).toEqual(['1 "A012" ok']);
});

test('a newer text comes at once, in the middle of blinking', () => {
  const { line, wrote, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
  pass(600);
  expect(wrote()).toEqual([a012, dark]);
  line.show('led-3', wanted('C-001', { rev: 2 }));
  expect(wrote()).toEqual(['02 30 33 43 30 30 31 03']);
  pass(20_000);
  expect(wrote()).toEqual([]);
});

test('what does not fit leaves the board dark, and is told', () => {
  const { line, wrote, told, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-12345'));
  pass(10);
  expect(wrote()).toEqual([dark]);
  expect(told('led-3').shown).toEqual(['1 "" not']);
});

test('boards that lost power are painted every minute, and all when the port opens again', () => {
  const { line, wrote, told, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012'));
  pass(60_000);
  expect(wrote()).toEqual([a012, a012]);
  line.closed();
  line.show('led-3', wanted('C-001', { rev: 2 }));
  pass(120_000);
  expect(wrote()).toEqual([]);
  line.opened();
  pass(10);
  expect(wrote()).toEqual(['02 30 33 43 30 30 31 03']);
  expect(told('led-3')).toMatchObject({
    online: [true, false, true],
    shown: ['1 "A012" ok', '2 "C001" ok'],
  });
});

test('several boards of a slow line have their turns; of what is old by then nothing is written', () => {
  const devices = [3, 4].map((address) => ({ address, id: `led-${address}`, counter: 3, board }));
  const { line, wrote, pass } = ascii(devices, { baud: 300 });
  line.opened();
  line.show('led-3', wanted('A-012'));
  line.show('led-4', wanted('A-013'));
  line.show('led-4', wanted('A-014'));
  expect(wrote()).toEqual([a012]);
  pass(293);
  expect(wrote()).toEqual([]);
  pass(1);
  expect(wrote()).toEqual(['02 30 34 41 30 31 34 03']);
});

test('a board shows its address when it is to show itself, then what it showed', () => {
  const { line, wrote, told, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012'));
  pass(100);
  wrote();
  line.identify('led-3');
  expect(wrote()).toEqual(['02 30 33 33 20 20 20 03']);
  pass(400);
  expect(wrote()).toEqual([dark]);
  pass(5000);
  expect(wrote().at(-1)).toBe(a012);
  expect(told('led-3').shown).toEqual(['1 "A012" ok']);
});

test('the same said again does not blink again', () => {
  const { line, wrote, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012', { blinkMs: 500, blinkForMs: 1000 }));
  pass(2000);
  wrote();
  line.show('led-3', wanted('A-012', { blinkMs: 500, blinkForMs: 1000 }));
  expect(wrote()).toEqual([]);
  line.show('led-3', wanted('A-012', { rev: 2, blinkMs: 500, blinkForMs: 1000 }));
  pass(2000);
  expect(wrote()).toEqual([a012, dark, a012]);
});

test('nothing is written before anything is known', () => {
  const { line, wrote, pass } = ascii();
  line.opened();
  pass(120_000);
  expect(wrote()).toEqual([]);
});

test('nothing happens after the stop', () => {
  const { line, wrote, pass } = ascii();
  line.opened();
  line.show('led-3', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
  line.stop();
  wrote();
  pass(120_000);
  expect(wrote()).toEqual([]);
});

test('an Alpha sign flashes by itself until it is told to hold', () => {
  const { line, wrote, pass } = underTest(makeAlphaLine, {
    ...{ protocol: 'alpha', baud: 9600, frame: '7E2' },
    devices: [{ address: 1, id: 'sign', counter: 3 }],
  });
  line.opened();
  line.show('sign', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
  expect(wrote()).toEqual([
    '00 00 00 00 00 01 5A 30 30 02 41 41 1B 30 63 07 31 41 2D 30 31 32 07 30 03 30 32 41 35 04',
  ]);
  pass(5999);
  expect(wrote()).toEqual([]);
  pass(1);
  expect(wrote()).toEqual(['00 00 00 00 00 01 5A 30 30 02 41 41 1B 30 62 41 2D 30 31 32 03 30 32 33 35 04']);
});
