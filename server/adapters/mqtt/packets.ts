/** What a packet of a client may look like (MQTT 3.1.1, section 3), where the parser is too forgiving. */
import { isUtf8 } from 'node:buffer';
import type { Dropped } from './guard.ts';

export const usualPayload = 4096;
/** Control characters of the upper half and code points that are no characters (section 1.5.3). */
const unwanted = /[\u0080-\u009f\ufdd0-\ufdef\ufffe\uffff]/;

/** The bytes of a text, after its two bytes of length; null where the packet is too short for it. */
function textAt(body: Buffer, at: number): Buffer | null {
  if (at + 2 > body.length) return null;
  const end = at + 2 + body.readUInt16BE(at);
  return end > body.length ? null : body.subarray(at + 2, end);
}

function isGoodText(text: Buffer): boolean {
  let ascii = true;
  for (const byte of text) {
    if (byte < 0x20 || byte === 0x7f) return false;
    if (byte > 0x7f) ascii = false;
  }
  return ascii || (isUtf8(text) && !unwanted.test(text.toString()));
}

/** @returns what is wrong with the packet; null if the parser may have it. */
export function checkPacket(
  type: number,
  flags: number,
  body: Buffer,
  mostPayload = usualPayload,
): Dropped | null {
  switch (type) {
    case 1:
      return checkConnect(body);
    case 3:
      return checkPublish(flags, body, mostPayload);
    case 8:
      return checkFilters(body, 1);
    case 10:
      return checkFilters(body, 0);
    case 4:
    case 5:
    case 6:
    case 7:
      return body.length === 2 ? null : 'malformed-packet';
    case 12:
    case 14:
      return body.length === 0 ? null : 'malformed-packet';
    default:
      return 'malformed-packet';
  }
}

function checkConnect(body: Buffer): Dropped | null {
  const protocol = textAt(body, 0)?.toString('latin1');
  if (protocol !== 'MQTT' && protocol !== 'MQIsdp') return 'malformed-packet';
  const at = 2 + protocol.length;
  const level = body[at];
  const flags = body[at + 1];
  if (level === undefined || flags === undefined) return 'malformed-packet';
  // [MQTT-3.1.2-2]: answered with return code 1. MQTT 5, and the bridge bit of some brokers, end here.
  if (level !== 4 && level !== 3) return 'bad-version';
  const will = (flags & 4) !== 0;
  if ((flags & 0x18) === 0x18 || (!will && (flags & 0x38) !== 0)) return 'malformed-packet';
  // [MQTT-3.1.2-22]: no password without a user name.
  if ((flags & 0xc0) === 0x40) return 'malformed-packet';
  const texts = [
    true,
    ...(will ? [true, false] : []),
    ...(flags & 0x80 ? [true] : []),
    ...(flags & 0x40 ? [false] : []),
  ];
  return checkTexts(body, at + 4, texts);
}

/** @param kinds for each field that must follow, whether it is a text (or bytes). */
function checkTexts(body: Buffer, start: number, kinds: readonly boolean[]): Dropped | null {
  let at = start;
  for (const isText of kinds) {
    const field = textAt(body, at);
    if (field === null) return 'malformed-packet';
    if (isText && !isGoodText(field)) return 'bad-text';
    if (field.length > usualPayload) return 'too-large';
    at += 2 + field.length;
  }
  return at === body.length ? null : 'malformed-packet';
}

function checkPublish(flags: number, body: Buffer, mostPayload: number): Dropped | null {
  const topic = textAt(body, 0);
  if (topic === null || topic.length === 0) return 'malformed-packet';
  if (!isGoodText(topic)) return 'bad-text';
  const id = 2 + topic.length;
  if ((flags & 6) === 0) return body.length - id > mostPayload ? 'too-large' : null;
  if (!hasId(body, id)) return 'malformed-packet';
  return body.length - id - 2 > mostPayload ? 'too-large' : null;
}

/** [MQTT-2.3.1-1]: a packet id is never zero. */
const hasId = (body: Buffer, at: number): boolean => at + 2 <= body.length && body.readUInt16BE(at) !== 0;

/** @param more bytes that follow each filter. */
function checkFilters(body: Buffer, more: number): Dropped | null {
  let at = 2;
  // [MQTT-3.8.3-3]: at least one filter.
  if (!hasId(body, 0) || body.length <= at) return 'malformed-packet';
  while (at < body.length) {
    const filter = textAt(body, at);
    if (filter === null || filter.length === 0) return 'malformed-packet';
    if (!isGoodText(filter)) return 'bad-text';
    at += 2 + filter.length + more;
  }
  return at === body.length ? null : 'malformed-packet';
}
