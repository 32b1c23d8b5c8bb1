/** Modbus RTU at the byte: what is written to a board, and what its answer says (Modbus over Serial Line V1.02, 2.5.1). */
import { crc16Modbus } from './checks.ts';

const writeOne = 0x06;
const writeSeveral = 0x10;
const failed = 0x80;

/** @see Modbus Application Protocol V1.1b3, 6.6 */
export const writeRegister = (address: number, register: number, value: number): Uint8Array =>
  framed([address, writeOne, ...word(register), ...word(value)]);

/** @see Modbus Application Protocol V1.1b3, 6.12 */
export const writeRegisters = (address: number, register: number, values: readonly number[]): Uint8Array =>
  framed([
    ...[address, writeSeveral, ...word(register), ...word(values.length), values.length * 2],
    ...values.flatMap(word),
  ]);

export type Answer =
  /** Not all of it is here, or none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'done' }
  | { readonly kind: 'exception'; readonly code: number };

/** What was heard since the request was sent; damaged bytes and answers to something else are passed over. */
export function answerTo(request: Uint8Array, heard: Uint8Array): Answer {
  // The first six bytes of a write come back: address, function, register, and the value or how many.
  const echoed = request.subarray(0, 6);
  for (let at = 0; at < heard.length; at++) {
    const good = heard.subarray(at, at + 8);
    if (good.length === 8 && isWhole(good) && echoed.every((byte, index) => good[index] === byte))
      return { kind: 'done' };
    const bad = heard.subarray(at, at + 5);
    const isMine = bad[0] === request[0] && bad[1] === ((request[1] ?? 0) | failed);
    if (bad.length === 5 && isMine && isWhole(bad)) return { kind: 'exception', code: bad[2] ?? 0 };
  }
  return { kind: 'none' };
}

export function exceptionText(code: number): string {
  const known = [
    '',
    'it does not know the function',
    'it has no such register',
    'it does not take such a value',
    'it failed',
  ];
  return `Modbus exception ${code}${known[code] ? `: ${known[code]}` : ''}`;
}

/** Busy, or at work: the same request may be sent again. */
export const isPassing = (code: number): boolean => code === 5 || code === 6;

/** Silence between two frames: 3.5 characters of eleven bits, and never less than 1.75 ms (2.5.1.1). */
export const silenceMs = (baud: number): number => Math.max(1.75, 38_500 / baud);

const word = (value: number): [number, number] => [(value >> 8) & 0xff, value & 0xff];

function framed(bytes: readonly number[]): Uint8Array {
  const crc = crc16Modbus(Uint8Array.from(bytes));
  return Uint8Array.from([...bytes, crc & 0xff, crc >> 8]);
}

/** With its check sum in it, the check sum of a frame is 0. */
const isWhole = (frame: Uint8Array): boolean => crc16Modbus(frame) === 0;
