/**
 * What a scanner types that presents itself as a keyboard: quick strokes that an Enter or a Tab ends. Most of them press
 * the keys of an American keyboard, whatever layout the machine has, so each text is read in both ways.
 */

export interface Stroke {
  readonly key: string;
  /** Which key it is by its place, whatever is printed on it. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly timeStamp: number;
  readonly capsLock: boolean;
}

/** A longer pause ends what was typed: the rest of a broken scan, or the strokes of a person. */
export const scanGapMs = 100;
const shortest = 6;

/** By its place on an American keyboard: without and with Shift. */
const american: Readonly<Record<string, string>> = {
  ...{ Minus: '-_', Equal: '=+', Slash: '/?', Period: '.>', Comma: ',<', Semicolon: ';:', Quote: `'"` },
  ...{ BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|', Backquote: '`~', Space: '  ' },
  ...{ NumpadDecimal: '..', NumpadSubtract: '--', NumpadDivide: '//', NumpadAdd: '++' },
};
const overDigits = ')!@#$%^&*(';

function americanSign({ code, shiftKey }: Stroke): string {
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const [, place, digit] = /^(Digit|Numpad)(\d)$/.exec(code) ?? [];
  if (digit) return shiftKey && place === 'Digit' ? (overDigits[Number(digit)] ?? '') : digit;
  return american[code]?.[shiftKey ? 1 : 0] ?? '';
}

/**
 * Answers each stroke: at the end of a scan with its readings, the likelier first; with null otherwise. What a person
 * types is too slow to be one text.
 */
export function createScan(): (stroke: Stroke) => readonly string[] | null {
  let asShown = '';
  let asAmerican = '';
  let last = Number.NEGATIVE_INFINITY;
  return (stroke) => {
    const { key, timeStamp, capsLock } = stroke;
    const ends = key === 'Enter' || key === 'Tab';
    // A scanner presses Shift before a capital letter. A dead key waits for the next one, and shows nothing itself.
    if (!ends && key.length !== 1 && key !== 'Dead') return null;
    if (timeStamp - last > scanGapMs) asShown = asAmerican = '';
    last = timeStamp;
    if (!ends) {
      asShown += key === 'Dead' ? '' : key;
      asAmerican += americanSign(stroke);
      return null;
    }
    // With Caps Lock on, small letters come as capitals, and it is the places that tell.
    const readings = capsLock ? [asAmerican, asShown] : [asShown, asAmerican];
    asShown = asAmerican = '';
    const whole = [...new Set(readings)].filter(({ length }) => length >= shortest);
    return whole.length === 0 ? null : whole;
  };
}
