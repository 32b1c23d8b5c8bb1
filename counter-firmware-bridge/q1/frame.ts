/** One Q1 frame, between its text on the line and what it says (`Q1.md`, the grammar). */
import { crcText } from './crc.ts';

export interface Frame {
  /** Of the device, in both directions; 0: all of them. */
  readonly address: number;
  /** The sender's counter; 0: no acknowledgement wanted. */
  readonly seq: number;
  readonly type: string;
  readonly fields: readonly string[];
}

/** Why a line is no frame. `cut`: another one began inside it. `arg`: whole, and a field is not as fields are. */
export type Damage = 'crc' | 'version' | 'too-long' | 'grammar' | 'arg' | 'cut';

/** What was read. Of a damaged one, the address and number where they could be read. */
export type Heard =
  | { readonly kind: 'frame'; readonly frame: Frame; readonly text: string }
  | {
      readonly kind: 'damaged';
      readonly why: Damage;
      readonly address: number | null;
      readonly seq: number | null;
      readonly text: string;
    };

/** From `$` to the check sum. */
export const frameMost = 120;

const plain = /^[\x21-\x7e]$/;
const reserved = '$*,%';

/** From `$` to the check sum, without the end of the line; undefined where it would be longer than a frame may be. */
export function frameText({ address, seq, type, fields }: Frame): string | undefined {
  const body = ['Q1', String(address).padStart(2, '0'), seq, type, ...fields.map(escaped)].join(',');
  const text = `$${body}*${crcText(Buffer.from(body, 'latin1'))}`;
  return text.length <= frameMost ? text : undefined;
}

/** The bytes of a frame, CR and LF with it. */
export function encode(frame: Frame): Uint8Array | undefined {
  const text = frameText(frame);
  return text === undefined ? undefined : Buffer.from(`${text}\r\n`, 'latin1');
}

function escaped(field: string): string {
  let text = '';
  for (const byte of Buffer.from(field, 'utf8')) {
    const sign = String.fromCharCode(byte);
    const stands = plain.test(sign) && !reserved.includes(sign);
    text += stands ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}

/** @param text from `$` to the end of the line, without it; each character is one byte */
export function decode(text: string): Heard {
  const named = /^\$Q1,(\d\d),(\d{1,5}),/.exec(text);
  const address = named?.[1] === undefined ? null : Number(named[1]);
  const seq = named?.[2] === undefined ? null : Number(named[2]);
  const damaged = (why: Damage): Heard => ({ kind: 'damaged', why, address, seq, text });
  const [, body, sum] = /^\$([^$*]*)\*([0-9A-Fa-f]{4})$/.exec(text) ?? [];
  if (body === undefined || sum === undefined) return damaged('grammar');
  if (crcText(Buffer.from(body, 'latin1')) !== sum.toUpperCase()) return damaged('crc');
  const [version = '', ...rest] = body.split(',');
  if (version !== 'Q1') return /^Q\d+$/.test(version) ? otherVersion(text) : damaged('grammar');
  const [, , type = '', ...raw] = rest;
  if (address === null || seq === null || seq > 65_535 || !/^[A-Z?]{1,8}$/.test(type))
    return damaged('grammar');
  const fields = raw.map(unescaped);
  if (!fields.every((field) => field !== undefined)) return damaged('arg');
  return { kind: 'frame', frame: { address, seq, type, fields }, text };
}

/** Whole, and not ours to read: it is told apart by its first field, the address and the number stand where ours do. */
function otherVersion(text: string): Heard {
  const [, address, seq] = /^\$Q\d+,(\d\d),(\d{1,5})[,*]/.exec(text) ?? [];
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return { kind: 'damaged', why: 'version', address: number(address), seq: number(seq), text };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined: a sign that may not stand there, or percent signs that are no UTF-8. */
function unescaped(field: string): string | undefined {
  if (!/^(?:[\x21-\x7e])*$/.test(field) || /%(?![0-9A-Fa-f]{2})/.test(field)) return undefined;
  const text = field.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return utf8.decode(Buffer.from(text, 'latin1'));
  } catch {
    return undefined;
  }
}
