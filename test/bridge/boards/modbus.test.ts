/** Modbus boards with a clock of the test's own: turns, silence, exceptions, tries, and boards that are away. */
import { describe, expect, test } from 'vitest';
import { makeModbusLine } from '../../../counter-firmware-bridge/boards/modbus.ts';
import { underTest, wanted } from './line-under-test.ts';

const digits = { width: 3, characters: 'digits' };
const number = (address: number, more = {}) => ({
  ...{ address, id: `led-${address}`, counter: 3, board: digits },
  modbus: { as: 'number', ...more },
});
const bus = (...devices: object[]) =>
  underTest(makeModbusLine, { protocol: 'modbus', mode: 'bus', baud: 9600, devices });

/** Register 0 of board 1 is 12, 13; its answer is the same. */
const show12 = '01 06 00 00 00 0C 89 CF';
const show13 = '01 06 00 00 00 0D 48 0F';

describe('one board', () => {
  test('it is online when it answers, and shows when it has answered', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012', { rev: 5 }));
    pass(0);
    expect([wrote(), told('led-1')]).toEqual([[show12], { online: [], shown: [], wrong: [] }]);
    hears('01 06 00 00');
    expect(told('led-1').shown).toEqual([]);
    hears('00 0C 89 CF');
    expect(told('led-1')).toEqual({ online: [true], shown: ['5 "012" ok'], wrong: [] });
    pass(10_000);
    expect(wrote()).toEqual([]);
  });

  test('a flash register is set after the number, and taken back when it has blinked', () => {
    const { line, wrote, hears, pass } = bus(number(1, { flash: 3 }));
    line.opened();
    line.show('led-1', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
    pass(0);
    hears(show12);
    pass(10);
    expect(wrote()).toEqual([show12, '01 06 00 03 00 01 B8 0A']);
    hears('01 06 00 03 00 01 B8 0A');
    pass(5900);
    expect(wrote()).toEqual([]);
    pass(100);
    hears(show12);
    pass(10);
    expect(wrote()).toEqual([show12, '01 06 00 03 00 00 79 CA']);
  });

  test('a number has no blanks: without a flash register it does not blink', () => {
    const { line, wrote, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
    pass(0);
    hears(show12);
    pass(5000);
    expect(wrote()).toEqual([show12]);
  });

  test('between what was heard and what is sent there are 3.5 characters of silence', () => {
    const { line, wrote, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(0);
    hears(show12);
    line.show('led-1', wanted('A-013', { rev: 2 }));
    pass(4);
    expect(wrote()).toEqual([show12]);
    pass(1);
    expect(wrote()).toEqual([show13]);
  });

  test('an answer that was damaged is waited for no longer than it takes; the same is sent again', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(0);
    hears('01 06 00 00 00 0D 89 CF 55 AA');
    pass(400);
    expect(wrote()).toEqual([show12, show12]);
    hears(show12);
    expect(told('led-1')).toEqual({ online: [true], shown: ['1 "012" ok'], wrong: [] });
  });

  test('three tries, then it is away until it answers; then it is painted with what is wanted by then', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(2000);
    expect(wrote()).toEqual([show12, show12, show12]);
    expect(told('led-1')).toEqual({
      online: [false],
      shown: [],
      wrong: ['no answer to 01 06 00 00 00 0C 89 CF'],
    });
    pass(10_000);
    expect(wrote()).toEqual([show12, show12]);
    line.show('led-1', wanted('A-013', { rev: 2 }));
    pass(5);
    expect(wrote()).toEqual([show13]);
    hears(show13);
    expect(told('led-1')).toMatchObject({ online: [false, true], shown: ['2 "013" ok'] });
    pass(20_000);
    expect(wrote()).toEqual([]);
  });

  test('an exception is an answer: it is online, and does not show it', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(0);
    hears('01 86 02 C3 A1');
    pass(20_000);
    expect(wrote()).toEqual([show12]);
    expect(told('led-1')).toEqual({
      online: [true],
      shown: ['1 "" not'],
      wrong: ['Modbus exception 2: it has no such register'],
    });
  });

  test('a board that is busy is asked again', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(0);
    hears('01 86 06 C2 62');
    pass(10);
    hears(show12);
    expect(wrote()).toEqual([show12, show12]);
    expect(told('led-1').shown).toEqual(['1 "012" ok']);
  });

  test('nobody is called: 0, which is no number', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted(''));
    pass(0);
    expect(wrote()).toEqual(['01 06 00 00 00 00 89 CA']);
    hears('01 06 00 00 00 00 89 CA');
    expect(told('led-1').shown).toEqual(['1 "" ok']);
  });

  test('a port that goes in the middle of a question leaves nothing behind', () => {
    const { line, wrote, told, hears, pass } = bus(number(1));
    line.opened();
    line.show('led-1', wanted('A-012'));
    pass(0);
    line.closed();
    hears(show12);
    pass(120_000);
    expect([wrote(), told('led-1')]).toEqual([[show12], { online: [false], shown: [], wrong: [] }]);
    line.opened();
    pass(0);
    hears(show12);
    expect([wrote(), told('led-1').online]).toEqual([[show12], [false, true]]);
  });
});

test('one that is away does not hold up its neighbour for more than its tries', () => {
  const { line, wrote, told, hears, pass } = bus(number(1), number(2));
  line.opened();
  line.show('led-1', wanted('A-012', { blinkMs: 500, blinkForMs: 6000 }));
  line.show('led-2', wanted('A-012'));
  pass(1100);
  expect(wrote()).toEqual([show12, show12, show12, '02 06 00 00 00 0C 89 FC']);
  hears('02 06 00 00 00 0C 89 FC');
  expect([told('led-1').online, told('led-2').online]).toEqual([[false], [true]]);
  line.show('led-2', wanted('A-013', { rev: 2 }));
  pass(5);
  expect(wrote()).toEqual(['02 06 00 00 00 0D 48 3C']);
});
