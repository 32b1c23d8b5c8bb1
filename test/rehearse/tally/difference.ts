/** A difference between what was seen and what the journal says. There must be none. */
import type { Span } from './seen.ts';

export interface Difference {
  /** What was compared: `board 3`, `lobby display 1`, `number A-012`. */
  readonly where: string;
  readonly seen: string;
  readonly journal: string;
}

/** The first place at which two sequences differ, if any. */
export function differenceOf(
  where: string,
  seen: readonly string[],
  journal: readonly string[],
): Difference[] {
  const length = Math.max(seen.length, journal.length);
  for (let place = 0; place < length; place += 1) {
    if (seen[place] === journal[place]) continue;
    const at = `${where}, ${place + 1}. of ${journal.length}`;
    return [{ where: at, seen: seen[place] ?? 'nothing', journal: journal[place] ?? 'nothing' }];
  }
  return [];
}

/**
 * Whether a screen that is told whole views, and so may leave out what lasted a moment, showed what was, in order,
 * and ends with what is.
 */
export function skippingDifferenceOf(
  where: string,
  seen: readonly string[],
  journal: readonly string[],
): Difference[] {
  let place = -1;
  for (const one of seen) {
    const found = journal.indexOf(one, place + 1);
    if (found === -1)
      return [{ where, seen: one, journal: `never after ${journal[Math.max(0, place)] ?? 'nothing'}` }];
    place = found;
  }
  const [last = 'nothing', end = 'nothing'] = [seen.at(-1), journal.at(-1)];
  return last === end ? [] : [{ where: `${where}, at the end`, seen: last, journal: end }];
}

export const one = (where: string, seen: string, journal: string): Difference[] =>
  seen === journal ? [] : [{ where, seen, journal }];

/** Whether something is recorded at a moment at which it can have happened. */
export function whenOf(where: string, { from, to }: Span, at: number, slack: number): Difference[] {
  if (at >= from - slack && at <= to + slack) return [];
  const [first, last, there] = [from, to, at].map((moment) => new Date(moment).toISOString());
  return [{ where: `${where}: time`, seen: `${first} to ${last}`, journal: there ?? '' }];
}
