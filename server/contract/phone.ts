/** Telephone numbers as people write them, read as E.164. */

/** `+6281234567890`, or null where it is none. */
export function readPhone(text: string): string | null {
  const digits = text.replaceAll(/[\s().-]/g, '');
  if (/^\+\d{8,15}$/.test(digits)) return digits;
  if (/^0\d{8,13}$/.test(digits)) return `+62${digits.slice(1)}`;
  return /^62\d{8,13}$/.test(digits) ? `+${digits}` : null;
}
