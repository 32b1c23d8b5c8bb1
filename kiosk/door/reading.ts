/** A temperature as it is typed: three digits, `365` for 36.5 °C. The sign between them is never typed. */

const digits = 3;

/** One more digit; a reading that is whole takes no more. */
export function typeDigit(typed: string, digit: string): string {
  return /^\d$/.test(digit) && typed.length < digits ? typed + digit : typed;
}

export const isWhole = (typed: string): boolean => typed.length === digits;

/** Degrees Celsius; null while digits are missing. */
export function celsiusOf(typed: string): number | null {
  return isWhole(typed) ? Number(typed) / 10 : null;
}

/** What would have been typed for this reading. One that no three digits say is left to be typed: `''`. */
export function digitsOf(celsius: number): string {
  const tenths = Math.round(celsius * 10);
  return tenths >= 100 && tenths <= 999 ? String(tenths) : '';
}

/** The places of the display, `–` where a digit is missing. */
export function placesOf(typed: string, sign: string): readonly string[] {
  const [tens = '–', ones = '–', tenths = '–'] = typed;
  return [tens, ones, sign, tenths];
}
