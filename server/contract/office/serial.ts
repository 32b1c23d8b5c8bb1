/** The serial lines that the bridge joins: which protocol is spoken on each, and which boxes, boards and thermometers are on it. */
import { z } from 'zod';
import { expected } from './expected.ts';
import { readTemplate } from './frame-template.ts';
import { group, list, oneOf, pattern, whole } from './shapes.ts';
import { shownText } from './values.ts';

const deviceText = pattern(/^[a-z0-9-]{1,23}$/, 'a device id of 1 to 23 characters of a-z, 0-9 and -');

/** `q1`: boxes and boards of ours; `modbus`, `ascii`, `alpha`: boards; `gy-…`: thermometers. */
export const serialProtocols = ['q1', 'modbus', 'ascii', 'alpha', 'gy-mcu90615', 'gy-614'] as const;

const degrees = expected('a number from -5 to 5');

/** What a board can show: `digits` 0 to 9, `seven-segment` also the letters that have a shape of their own, `text` all. */
const board = group({
  width: whole(1, 32),
  characters: oneOf(['digits', 'seven-segment', 'text']),
});

/** Modbus RTU: one register a digit (ASCII codes), two characters a register (`pairs`), or one register with the whole number. */
const modbus = group({
  as: oneOf(['digits', 'pairs', 'number']).default('digits'),
  register: whole(0, 65_535).default(0),
  /** The register that makes the number flash: 1 on, 0 off. Absent: the bridge blinks by writing, but for a whole number, which has no blanks. */
  flash: whole(0, 65_535).exactOptional(),
});

const thermometer = group({
  /** `fill`: fills in the door station; `admit`: admits by itself. */
  mode: oneOf(['fill', 'admit']).default('fill'),
  /** `object`: as measured; `body`: the sensor's own estimate where it gives one. */
  use: oneOf(['object', 'body']).default('object'),
  /** Added to what was measured, °C. */
  offset: z.number({ error: degrees }).min(-5, { error: degrees }).max(5, { error: degrees }).default(0),
});

const device = group({
  address: whole(1, 99),
  id: deviceText,
  counter: whole(1, 999).exactOptional(),
  board: board.exactOptional(),
  modbus: modbus.exactOptional(),
  thermometer: thermometer.exactOptional(),
});

const template = pattern(
  /^.{1,200}$/s,
  'a template with {text}, such as "\\x02{addr:02}{text:6}\\x03"',
).superRefine((text, context) => {
  const read = readTemplate(text);
  if (!read.ok) context.addIssue({ code: 'custom', message: read.message });
});

/**
 * How a board of an unknown maker wants its frame, as its manual shows it. In the template `\xHH` is a byte; `{addr:02}` the
 * address, `{text:6}` the text in so many characters (`{text:>6}` on the right, `{text:word}` the number in two bytes),
 * `{counter:02}` the counter's number, `{addr:byte}` one byte, `{check}` the check sum.
 */
const ascii = group({
  template,
  check: oneOf(['none', 'sum8', 'xor8', 'crc16-modbus', 'crc16-ibm3740']).default('none'),
  /** What the check sum is made over: all bytes before it, or those after the first. */
  checkOver: oneOf(['all', 'after-first']).default('all'),
  /** How it is written: bytes (`le`: low byte first), or hexadecimal characters. */
  checkAs: oneOf(['bytes', 'bytes-le', 'hex']).default('bytes'),
});

export const serialLine = group({
  port: shownText,
  protocol: oneOf(serialProtocols),
  mode: oneOf(['p2p', 'bus']).default('p2p'),
  baud: whole(300, 1_000_000).default(115_200),
  /** Data bits, parity, stop bits. Absent: 8N1. */
  frame: oneOf(['8N1', '8E1', '8O1', '8N2', '7E1', '7O1', '7E2']).exactOptional(),
  /** Of protocol `ascii`. */
  ascii: ascii.exactOptional(),
  devices: list(device, 'devices such as { address: 3, id: ser-3, counter: 3 }', 1, 99),
});

export const serial = list(serialLine, 'serial lines', 0, 16);
