/** Chance, which the domain does not have: ids and spoken codes. */
import { randomBytes } from 'node:crypto';
import type { Fresh } from '../domain/decision.ts';

/** Crockford's 32 signs: none is mistaken for another when read aloud or written by hand. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function freshIds(): Fresh {
  const bytes = randomBytes(26);
  let spoken = '';
  for (const byte of bytes.subarray(16)) spoken += signs.charAt(byte & 31);
  return { id: bytes.toString('base64url', 0, 16), spoken };
}
