/**
 * Codes as people type them and scanners read them. A short code is of Crockford's 32 signs
 * (https://www.crockford.com/base32.html): when read, O is 0, I and L are 1, and case does not matter.
 */

const shortest = 6;
const longest = 10;

/** The sign that was meant; null for what is in no code. */
export function signOf(typed: string): string | null {
  const sign = typed.toUpperCase().replace('O', '0').replace(/[IL]/, '1');
  return /^[0-9A-HJKMNP-TV-Z]$/.test(sign) ? sign : null;
}

export const mayGrow = (code: string): boolean => code.length < longest;
export const isShortCode = (code: string): boolean => code.length >= shortest && code.length <= longest;

/** Some scanners say first what kind of symbol they read: `]Q1`, the identifier of ISO/IEC 15424. */
const plain = (scanned: string): string => scanned.trim().replace(/^\][A-Za-z]\d/, '');

/** The code of a ticket or a booking, from its link or by itself. */
export function codeIn(scanned: string): string | null {
  return /^(?:.*\/(?:t|b|slip)\/)?([A-Za-z0-9_-]{22})\/?(?:[?#].*)?$/.exec(plain(scanned))?.[1] ?? null;
}

/** A short code as it was scanned or typed; hyphens and spaces do not count. */
export function shortCodeIn(scanned: string): string | null {
  const signs = [...plain(scanned).replace(/[-\s]/g, '')].map(signOf);
  const code = signs.join('');
  return signs.includes(null) || !isShortCode(code) ? null : code;
}
