/** Cuts the bytes of one connection into whole packets and checks them before the parser sees any of it. */
import type { Dropped } from './guard.ts';
import { checkPacket, usualPayload } from './packets.ts';

/** Of a packet beside its payload: a topic, or some hundred topic filters. */
const mostBesides = 4096;
const connect = 1;

export interface Taken {
  /** Whole packets, good ones, for the parser. */
  readonly good: Buffer;
  /** Why the connection must be closed after them. */
  readonly wrong: Dropped | null;
}

interface Header {
  readonly type: number;
  readonly flags: number;
  readonly start: number;
  readonly end: number;
}

/** Section 2.2: type and flags in one byte, then the length in one to four bytes of seven bits. */
function headerAt(bytes: Buffer, at: number): Header | 'more' | 'wrong' {
  const first = bytes[at];
  if (first === undefined) return 'more';
  let length = 0;
  for (let place = 0; place < 4; place += 1) {
    const byte = bytes[at + 1 + place];
    if (byte === undefined) return 'more';
    length |= (byte & 127) << (7 * place);
    if (byte < 128) {
      const start = at + 2 + place;
      return { type: first >> 4, flags: first & 15, start, end: start + length };
    }
  }
  return 'wrong';
}

/**
 * At most one unfinished packet is kept, so nobody can fill the memory.
 * @param mostPayload bytes that the client may send at once, as far as it is known by now
 */
export function createFrames(mostPayload: () => number = () => usualPayload): { take(chunk: Buffer): Taken } {
  let rest: Buffer = Buffer.alloc(0);
  let connected = false;

  function check(header: Header, bytes: Buffer): Dropped | null {
    const { type, flags, start, end } = header;
    if (!connected && type !== connect) return 'not-connect-first';
    if (end - start > mostPayload() + mostBesides) return 'too-large';
    if (end > bytes.length) return null;
    connected = true;
    return checkPacket(type, flags, bytes.subarray(start, end), mostPayload());
  }

  return {
    take(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      for (;;) {
        const header = headerAt(bytes, at);
        const wrong =
          header === 'wrong' ? 'malformed-packet' : header === 'more' ? null : check(header, bytes);
        const whole = typeof header === 'object' && header.end <= bytes.length;
        if (wrong !== null || !whole) {
          rest = bytes.subarray(at);
          return { good: bytes.subarray(0, at), wrong };
        }
        at = header.end;
      }
    },
  };
}
