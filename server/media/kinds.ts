/** What a picture or video file is: by its first bytes, never by what somebody says of it. */

export const endings = ['png', 'jpg', 'webp', 'mp4', 'webm'] as const;
export type Ending = (typeof endings)[number];

export const contentTypes: Readonly<Record<Ending, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

export const kindOf = (ending: Ending): 'picture' | 'video' =>
  ending === 'mp4' || ending === 'webm' ? 'video' : 'picture';

/** Enough for the first bytes of every kind. */
export const tellingBytes = 64;

/** The one pattern for names: of the office file, of the address, and of what is looked at in the folder. */
const named = /^[a-z0-9][a-z0-9._-]{0,79}\.(png|jpg|webp|mp4|webm)$/;

/** Null: no name that a file may have. */
export const endingOf = (name: string): Ending | null =>
  (named.exec(name)?.[1] as Ending | undefined) ?? null;

/** Null: none of these kinds, whatever it is called. */
export function told(bytes: Buffer): Ending | null {
  if (starts(bytes, '89504e470d0a1a0a')) return 'png';
  if (starts(bytes, 'ffd8ff')) return 'jpg';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  // ISO/IEC 14496-12: the brand after `ftyp`. Apple's own (`qt  `) and pictures in such a box (HEIC, AVIF) are others.
  if (latin(bytes, 4, 8) === 'ftyp')
    return /^(?:isom|iso\d|mp4[12]|avc1|M4V|dash|MSNV|f4v|mmp4|3gp)/.test(latin(bytes, 8, 12)) ? 'mp4' : null;
  // Matroska names its own kind in its head (RFC 8794).
  if (starts(bytes, '1a45dfa3')) return bytes.includes('webm') ? 'webm' : null;
  return null;
}

const starts = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;
const latin = (bytes: Buffer, from: number, to: number): string =>
  bytes.subarray(from, to).toString('latin1');
