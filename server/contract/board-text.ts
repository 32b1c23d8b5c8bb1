/** What a board of few places and few characters shows of a number: never less than tells it from another one, else nothing. */
import type { BoardProfile } from './device-settings.ts';

/**
 * Letters that no digit and no other letter looks like on seven segments, whoever drew the table of the board: B is 8 or 6
 * on some, D and O are 0, G is 6, I is 1, Q is 9, S is 5, Z is 2, V is U, and K, M, W, X have no shape.
 */
const shaped = 'ACEFHLPU';

export const readableOnSevenSegments = (prefix: string): boolean =>
  prefix !== '' && [...prefix].every((letter) => shaped.includes(letter));

/**
 * The longest form of a number that the board shows whole: `A-012`, `A012`, `012`, and `12` where there are but two places.
 * Digits are never cut (234 of `B-1234` is somebody else's number), nor one letter of several. Any other text is shown
 * whole or not at all. Empty: the board stays dark.
 */
export function fitText(text: string, { width, characters }: BoardProfile): string {
  return forms(text.trim()).find((form) => form.length <= width && shows(form, characters)) ?? '';
}

/** Whether the letters of a service's or lane's numbers are seen on the board. */
export const prefixIsShown = (prefix: string, profile: BoardProfile): boolean =>
  fitText(`${prefix}-888`, profile).startsWith(prefix);

function forms(text: string): readonly string[] {
  const [, letters, digits] = /^([A-Z]{1,3})-?(\d+)$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return [text];
  return [text, letters + digits, digits, digits.replace(/^0+(?=\d)/, '')];
}

function shows(form: string, characters: BoardProfile['characters']): boolean {
  if (characters === 'text') return true;
  const others = characters === 'digits' ? '' : `${shaped} -`;
  return [...form].every((character) => /\d/.test(character) || others.includes(character));
}
