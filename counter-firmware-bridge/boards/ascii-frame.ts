/** A frame made by a technician's template: `\x02{addr:02}{text:6}\x03`, with the check sum that the board wants. */
import type { BoardProfile } from '../../server/contract/device-settings.ts';
import { readTemplate, type TemplatePart } from '../../server/contract/office/frame-template.ts';
import type { SerialLine } from '../../server/contract/office.ts';
import { crc16Ibm3740, crc16Modbus, sum8, xor8 } from './checks.ts';

export type AsciiFrame = NonNullable<SerialLine['ascii']>;

export interface FrameValues {
  readonly addr: number;
  readonly counter: number;
  /** Not longer than the board is wide. */
  readonly text: string;
  readonly width: number;
}

/** The template was read with the office file; one that is wrong makes no bytes. */
export function asciiFrame(how: AsciiFrame, values: FrameValues): Uint8Array {
  const read = readTemplate(how.template);
  const bytes: number[] = [];
  for (const part of read.ok ? read.parts : []) bytes.push(...bytesOf(part, values, how, bytes));
  return Uint8Array.from(bytes);
}

/** What of the board's places the template has room for. */
export function templateProfile({ template }: AsciiFrame, board: BoardProfile): BoardProfile {
  const read = readTemplate(template);
  const parts = read.ok ? read.parts : [];
  // Two bytes hold five digits, but not all of them.
  if (isNumber(template)) return { width: Math.min(board.width, 4), characters: 'digits' };
  const text = parts.find((part) => part.kind === 'text');
  return { ...board, width: Math.min(board.width, text?.width ?? board.width) };
}

/** The board is sent a number, which has no blanks. */
export const isNumber = (template: string): boolean => template.includes('{text:word}');

function bytesOf(part: TemplatePart, values: FrameValues, how: AsciiFrame, before: number[]): number[] {
  switch (part.kind) {
    case 'byte':
      return [part.byte];
    case 'addr':
    case 'counter':
      return part.digits === 0
        ? [values[part.kind] & 0xff]
        : codes(String(values[part.kind]).padStart(part.digits, '0'));
    case 'text': {
      const width = part.width ?? values.width;
      return codes(part.right ? values.text.padStart(width) : values.text.padEnd(width));
    }
    case 'number': {
      const number = Number(values.text);
      return [(number >> 8) & 0xff, number & 0xff];
    }
    case 'check':
      return check(how, Uint8Array.from(how.checkOver === 'after-first' ? before.slice(1) : before));
  }
}

function check({ check, checkAs }: AsciiFrame, over: Uint8Array): number[] {
  if (check === 'none') return [];
  const short = check === 'sum8' || check === 'xor8';
  const sum = { sum8, xor8, 'crc16-modbus': crc16Modbus, 'crc16-ibm3740': crc16Ibm3740 }[check](over);
  if (checkAs === 'hex')
    return codes(
      sum
        .toString(16)
        .toUpperCase()
        .padStart(short ? 2 : 4, '0'),
    );
  if (short) return [sum];
  return checkAs === 'bytes-le' ? [sum & 0xff, sum >> 8] : [sum >> 8, sum & 0xff];
}

/** One byte a character; what has none is a question mark. */
const codes = (text: string): number[] =>
  [...text].map((character) => {
    const code = character.codePointAt(0) ?? 63;
    return code < 256 ? code : 63;
  });
