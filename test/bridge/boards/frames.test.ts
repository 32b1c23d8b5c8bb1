/** Frames of serial boards, byte by byte, as the manuals and captures of the makers have them. */
import { describe, expect, test } from 'vitest';
import { alphaFrame } from '../../../counter-firmware-bridge/boards/alpha-frame.ts';
import { type AsciiFrame, asciiFrame } from '../../../counter-firmware-bridge/boards/ascii-frame.ts';
import { crc16Ibm3740, crc16Modbus, sum8, xor8 } from '../../../counter-firmware-bridge/boards/checks.ts';
import { hex } from '../../../counter-firmware-bridge/boards/hex.ts';
import { requestsFor } from '../../../counter-firmware-bridge/boards/modbus.ts';
import {
  answerTo,
  silenceMs,
  writeRegister,
  writeRegisters,
} from '../../../counter-firmware-bridge/boards/modbus-frame.ts';

const bytes = (text: string) =>
  Uint8Array.from(text.split(' ').filter(Boolean), (byte) => Number.parseInt(byte, 16));

test('the check sums of "123456789"', () => {
  const nine = Buffer.from('123456789');
  expect([sum8(nine), xor8(nine), crc16Modbus(nine), crc16Ibm3740(nine)]).toEqual([
    0xdd, 0x31, 0x4b37, 0x29b1,
  ]);
});

describe('Modbus RTU', () => {
  const board = (modbus: object, width = 6) =>
    ({ address: 1, id: 'led-1', board: { width, characters: 'seven-segment' }, modbus }) as never;
  const steady = (text: string) => ({ rev: 1, text, flash: false, unfit: false });

  test('a register a digit (DM36): A-012 on six digits', () => {
    const [frame, ...more] = requestsFor(board({ as: 'digits', register: 0 }), steady('A-012'));
    expect(hex(frame ?? bytes(''))).toBe('01 10 00 00 00 06 0C 00 41 00 2D 00 30 00 31 00 32 00 20 77 6B');
    expect(more).toEqual([]);
  });

  test('one register with the number (TM1650), and its flash register', () => {
    expect(hex(writeRegister(1, 0, 1234))).toBe('01 06 00 00 04 D2 0B 57');
    const device = board({ as: 'number', register: 0, flash: 3 }, 4);
    expect(requestsFor(device, { ...steady('012'), flash: true }).map(hex)).toEqual([
      '01 06 00 00 00 0C 89 CF',
      '01 06 00 03 00 01 B8 0A',
    ]);
    expect(requestsFor(device, steady('')).map(hex)).toEqual([
      '01 06 00 00 00 00 89 CA',
      '01 06 00 03 00 00 79 CA',
    ]);
  });

  test('two characters a register (text card)', () => {
    expect(hex(writeRegisters(1, 1000, [0x412d, 0x3031, 0x3220, 0x3320]))).toBe(
      '01 10 03 E8 00 04 08 41 2D 30 31 32 20 33 20 8A 08',
    );
    const [frame] = requestsFor(board({ as: 'pairs', register: 1000 }, 7), steady('A-012'));
    expect(hex(frame ?? bytes('')).slice(0, 44)).toBe('01 10 03 E8 00 04 08 41 2D 30 31 32 20 20 20');
  });

  test.each([
    ['01 06 00 00 04 D2 0B 57', '01 06 00 00 04 D2 0B 57', { kind: 'done' }],
    ['01 10 00 00 00 02 04 00 41 00 42 00 00', '01 10 00 00 00 02 41 C8', { kind: 'done' }],
    // After noise, and before more of it.
    ['01 06 00 00 04 D2 0B 57', 'FF 00 01 06 00 00 04 D2 0B 57 FF', { kind: 'done' }],
    ['01 06 00 00 04 D2 0B 57', '01 86 02 C3 A1', { kind: 'exception', code: 2 }],
    // Not whole yet, damaged, of another board, to another request.
    ['01 06 00 00 04 D2 0B 57', '01 06 00 00 04 D2 0B', { kind: 'none' }],
    ['01 06 00 00 04 D2 0B 57', '01 06 00 00 04 D3 0B 57', { kind: 'none' }],
    ['01 06 00 00 04 D2 0B 57', '02 06 00 00 04 D2 0B 64', { kind: 'none' }],
    ['01 06 00 00 04 D2 0B 57', '01 06 00 00 00 0C 89 CF', { kind: 'none' }],
    ['01 06 00 00 04 D2 0B 57', '01 86 02 C3 A0', { kind: 'none' }],
    ['01 06 00 00 04 D2 0B 57', '', { kind: 'none' }],
  ] as const)('to %s the answer %s is %j', (request, heard, answer) => {
    expect(answerTo(bytes(request), bytes(heard))).toEqual(answer);
  });

  test('the silence between frames is 3.5 characters', () => {
    expect(silenceMs(9600)).toBeCloseTo(4.01, 2);
    expect(silenceMs(115_200)).toBe(1.75);
  });
});

describe('a template', () => {
  const how = (template: string, more: Partial<AsciiFrame> = {}): AsciiFrame => ({
    ...{ template, check: 'none', checkOver: 'all', checkAs: 'bytes' },
    ...more,
  });
  const made = (frame: AsciiFrame, text: string, addr = 3, width = 4) =>
    hex(asciiFrame(frame, { addr, counter: 7, text, width }));

  test.each([
    [
      'STX, address, digits on the right, ETX (EDI)',
      how('\\x02{addr:02}{text:>4}\\x03'),
      '12',
      '02 30 33 20 20 31 32 03',
    ],
    [
      'with a BCC over what follows STX',
      how('\\x02{addr:02}{text:4}B\\x03{check}', { check: 'xor8', checkOver: 'after-first' }),
      'A012',
      '02 30 33 41 30 31 32 42 03 30',
    ],
    ['the text in the width of the board', how('{text}\\r\\n'), '12', '31 32 20 20 0D 0A'],
    ['dark', how('\\x02{text:4}\\x03'), '', '02 20 20 20 20 03'],
    ['the counter, and a backslash', how('\\\\{counter:02}:{text:3}'), '012', '5C 30 37 3A 30 31 32'],
    ['the address as it is', how('{addr}{addr:byte}{text:3}'), '012', '33 03 30 31 32'],
    [
      'a sum in hexadecimal',
      how('{text:4}{check}', { check: 'sum8', checkAs: 'hex' }),
      'A012',
      '41 30 31 32 44 34',
    ],
    [
      'CRC-16/MODBUS, high byte first',
      how('{text:9}{check}', { check: 'crc16-modbus' }),
      '123456789',
      '31 32 33 34 35 36 37 38 39 4B 37',
    ],
    [
      'the same, low byte first',
      how('{text:9}{check}', { check: 'crc16-modbus', checkAs: 'bytes-le' }),
      '123456789',
      '31 32 33 34 35 36 37 38 39 37 4B',
    ],
    [
      'CRC-16/IBM-3740 in hexadecimal',
      how('{text:9}{check}', { check: 'crc16-ibm3740', checkAs: 'hex' }),
      '123456789',
      '31 32 33 34 35 36 37 38 39 32 39 42 31',
    ],
  ] as const)('%s', (_, frame, text, expected) => expect(made(frame, text)).toBe(expected));

  test('four bytes with a sum: 999 on board 5', () => {
    expect(made(how('{addr:byte}{text:word}{check}', { check: 'sum8' }), '999', 5)).toBe('05 03 E7 EF');
  });
});

describe('Alpha', () => {
  test('"A-012 -> 3" that flashes', () => {
    expect(hex(alphaFrame({ address: '00', text: 'A-012 -> 3', flash: true }))).toBe(
      '00 00 00 00 00 01 5A 30 30 02 41 41 1B 30 63 07 31 41 2D 30 31 32 20 2D 3E 20 33 07 30 03 30 33 38 33 04',
    );
  });

  test('A-012, held, for one sign of several', () => {
    expect(hex(alphaFrame({ address: '0A', text: 'A-012', flash: false }))).toBe(
      '00 00 00 00 00 01 5A 30 41 02 41 41 1B 30 62 41 2D 30 31 32 03 30 32 33 35 04',
    );
  });
});
