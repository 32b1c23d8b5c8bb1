/** A numeric keypad at the door: digits are the reading, and the digit after it the service. */

export type Intent =
  | { readonly do: 'digit'; readonly digit: string }
  /** 0: without a number. */
  | { readonly do: 'choose'; readonly digit: number }
  | {
      readonly do:
        | 'erase'
        | 'more-people'
        | 'one-left'
        | 'next-seated'
        | 'arm'
        | 'count'
        | 'call-in'
        | 'nothing';
    };

export interface Pad {
  /** Digits are a reading until it is whole. */
  readonly measuring: boolean;
  readonly whole: boolean;
  /** `/` was pressed: the next key is a service without a reading, or something rarer. */
  readonly armed: boolean;
}

const signs: Readonly<Record<string, Intent>> = {
  '+': { do: 'more-people' },
  '-': { do: 'one-left' },
  '*': { do: 'next-seated' },
  '/': { do: 'arm' },
  // The sign of a reading is where it always is: typing it changes nothing.
  ',': { do: 'nothing' },
  '.': { do: 'nothing' },
  Backspace: { do: 'erase' },
  Delete: { do: 'erase' },
  Escape: { do: 'erase' },
};

const armedSigns: Readonly<Record<string, Intent>> = { '+': { do: 'call-in' }, '-': { do: 'count' } };

/** What a key means; null: nothing here. Enter is the first service. */
export function meaningOf(key: string, { measuring, whole, armed }: Pad): Intent | null {
  if (/^\d$/.test(key)) {
    const chooses = armed || !measuring || whole;
    return chooses ? { do: 'choose', digit: Number(key) } : { do: 'digit', digit: key };
  }
  if (key === 'Enter') return { do: 'choose', digit: 1 };
  return (armed ? armedSigns[key] : undefined) ?? signs[key] ?? null;
}

const doubleMs = 500;
const bounceMs = 150;

/**
 * Tells of a key or finger that came down twice: what would count a person, with the same key as just before. After a
 * digit of the reading only a bouncing contact is so quick; `3811` is typed on purpose. Times in milliseconds.
 */
export function createBounce(): (key: string, at: number, counts: boolean) => boolean {
  let last = { key: '', at: Number.NEGATIVE_INFINITY, counts: false };
  return (key, at, counts) => {
    const again = counts && key === last.key && at - last.at < (last.counts ? doubleMs : bounceMs);
    last = { key, at, counts };
    return again;
  };
}
