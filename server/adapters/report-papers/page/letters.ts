/**
 * What the fonts that every reader of PDF has can write (WinAnsi: Latin letters of the west). A font of our own cannot be put into
 * the file: the pages' font is a WOFF2, of which the library makes no part.
 */
import { oneLine } from '../reading.ts';

const written = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/u;
const marks = /\p{M}+/gu;
const alike: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  ʼ: '’',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/** Other letters become their nearest, or `?`, so that it is seen that something stands there. */
export const letters = (text: string): string =>
  [...oneLine(text.normalize('NFC'))].map((sign) => (written.test(sign) ? sign : nearest(sign))).join('');

function nearest(sign: string): string {
  const plain = alike[sign] ?? sign.normalize('NFKD').replace(marks, '');
  return [...plain].every((letter) => written.test(letter)) ? plain : '?';
}
