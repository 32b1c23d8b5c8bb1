/**
 * The chain: every event has a link, a hash over itself and the link before it, so that no event can be changed,
 * added, dropped or exchanged without changing all links after it.
 *
 * Whoever can write to the file can also make all links anew. What shows that is a seal: the link of some event in
 * twenty letters, noted on paper or sent in a report. A link made anew no longer gives the noted seal.
 *
 * Streams hang together too. A day's first event follows the last event of the day begun before it, and the event
 * that the calendar ended with at that moment. So a day's seal vouches for all days before it, and for the calendar up
 * to that day's beginning; what the calendar was told later is vouched for by its own seal, and by the next day's.
 * Once a day has begun, the day before it takes no event any more.
 *
 * Personal parts are in no link, as they must be erasable.
 */
import { hash } from 'node:crypto';

/** SHA-256 in 64 lower-case hexadecimal digits; in the database, its 32 bytes. */
export type Link = string;

export interface LinkedEvent {
  readonly stream: string;
  readonly seq: number;
  readonly by: string;
  /** As it is stored, byte by byte. */
  readonly body: string;
}

/** What stands for the link of an event that is not there. */
export const noLink: Link = '0'.repeat(64);

/** What the first event of a day follows. @param calendar, day the links of their last events, null: of none */
export const beforeDay = (calendar: Link | null, day: Link | null): string =>
  (calendar ?? noLink) + (day ?? noLink);

/** What the first event of any other stream follows: nothing. */
export const beforeOther = '';

/**
 * SHA-256 of five netstrings (`<bytes in decimal>:<bytes>,`), all in UTF-8, one after the other:
 *
 * 1. what the event follows: the 64 digits of the link before it in the stream; for the
 *    first event of a day, 64 digits of the calendar's link and 64 of the day before (zeros where there is none);
 *    empty for the first event of any other stream
 * 2. the stream's name
 * 3. `seq` in decimal
 * 4. `by`
 * 5. the body as stored: JSON without what is personal
 *
 * As every part says its own length, no two different events have the same bytes.
 */
export function linkOf(before: string, { stream, seq, by, body }: LinkedEvent): Link {
  const bytes =
    netstring(before) + netstring(stream) + netstring(String(seq)) + netstring(by) + netstring(body);
  return hash('sha256', bytes);
}

const netstring = (text: string): string => `${Buffer.byteLength(text)}:${text},`;

/** Digits of a seal, after Crockford's base 32: none looks like another (no I, L, O, U). */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 100 bits of the link, in five groups of four: `7K2M-Q0XA-…`. */
export function sealOf(link: Link): string {
  const number = BigInt(`0x${link}`) >> 156n;
  const text = Array.from({ length: 20 }, (_, index) => {
    const digit = (number >> BigInt(5 * (19 - index))) & 31n;
    return digits[Number(digit)];
  }).join('');
  return text.replaceAll(/.{4}(?=.)/g, '$&-');
}

/** A seal as somebody wrote it down (small letters, other gaps, O for 0), as `sealOf` writes it; null when it is none. */
export function readSeal(text: string): string | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (plain.length !== 20 || [...plain].some((digit) => !digits.includes(digit))) return null;
  return plain.replaceAll(/.{4}(?=.)/g, '$&-');
}
