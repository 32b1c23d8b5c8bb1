/**
 * Codes as people type them and scanners read them. A short code is of Crockford's 32 signs
 * (https://www.crockford.com/base32.html): when read, O is 0, I and L are 1, and case does not matter.
 */

/** A scanner that types is faster than this from sign to sign. */
const scanGapMs = 400;
const shortest = 6;
const longest = 10;

/** The sign that was meant; null for what is in no code. */
export function signOf(typed: string): string | null {
  const sign = typed.toUpperCase().replace('O', '0').replace(/[IL]/, '1');
  return /^[0-9A-HJKMNP-TV-Z]$/.test(sign) ? sign : null;
}

export const mayGrow = (code: string): boolean => code.length < longest;
export const isShortCode = (code: string): boolean => code.length >= shortest && code.length <= longest;

/** The code of a ticket or a booking, from its link or by itself. */
export function codeIn(scanned: string): string | null {
  return /^(?:.*\/(?:t|b|slip)\/)?([A-Za-z0-9_-]{22})\/?$/.exec(scanned)?.[1] ?? null;
}

/** A short code as it was scanned or typed; hyphens and spaces do not count. */
export function shortCodeIn(scanned: string): string | null {
  const signs = [...scanned.replace(/[-\s]/g, '')].map(signOf);
  const code = signs.join('');
  return signs.includes(null) || !isShortCode(code) ? null : code;
}

/**
 * Gathers what a scanner types. Answers each key: with the text that an Enter ends, with null otherwise. What a person
 * types is too slow to be one text.
 */
export function createScan(): (key: string, at: number) => string | null {
  let text = '';
  let last = Number.NEGATIVE_INFINITY;
  return (key, at) => {
    // A scanner presses Shift before a capital letter.
    if (key !== 'Enter' && key.length !== 1) return null;
    if (at - last > scanGapMs) text = '';
    last = at;
    if (key !== 'Enter') {
      text += key;
      return null;
    }
    const whole = text;
    text = '';
    return whole.length < shortest ? null : whole;
  };
}
