/** Phone numbers as people write them, read as E.164; where no country is given, Indonesia is meant. */

/** Dropped: what is written between the groups of a number. */
const between = /[\s().\-\u2010-\u2015]/g;
const longest = 40;

/**
 * `0812-3456-7890`, `62 812 3456 7890`, `+62 (0)812 3456 7890` and `812 3456 7890` are all `+6281234567890`: spreadsheets drop the
 * leading zero, and the country code is often written without its plus. Any other country needs its `+` or `00`, and has 8 to 15 digits.
 * Null: not a phone number, or one with too few or too many digits.
 */
export function readPhone(text: string): string | null {
  if (text.length > longest) return null;
  const compact = text.normalize('NFKC').replace(between, '');
  if (!/^\+?[0-9]+$/.test(compact)) return null;
  const digits = compact.replace(/^\+|^00/, '');
  if (digits.startsWith('62')) return ofIndonesia(digits.slice(2).replace(/^0/, ''));
  if (digits !== compact) return /^[1-9][0-9]{7,14}$/.test(digits) ? `+${digits}` : null;
  if (digits.startsWith('0')) return ofIndonesia(digits.slice(1));
  return digits.startsWith('8') ? ofIndonesia(digits) : null;
}

/** Without the zero in front: 9 to 12 digits of a mobile phone, 8 to 11 of a line on land. */
function ofIndonesia(digits: string): string | null {
  return /^(?:8[1-9][0-9]{7,10}|[2-79][0-9]{7,10})$/.test(digits) ? `+62${digits}` : null;
}
