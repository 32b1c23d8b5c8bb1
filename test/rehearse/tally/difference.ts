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

/** What a screen had to show from a moment on. */
export interface Shown {
  readonly text: string;
  readonly at: number;
}

/** What a screen that is told whole views may leave out. */
export interface Patience {
  /** When it was switched on. */
  readonly from: number;
  /** What lasted less than this may never have been shown, in milliseconds of the office's time. */
  readonly brief: number;
}

/** Whether a screen showed what was, in order and without leaving out what lasted, and ends with what is. */
export function skippingDifferenceOf(
  where: string,
  seen: readonly string[],
  journal: readonly Shown[],
  { from, brief }: Patience,
): Difference[] {
  const shown = withoutRepeats(journal, ({ text }) => text);
  const lasts = (place: number) => (shown[place + 1]?.at ?? Infinity) - Math.max(from, shown[place]?.at ?? 0);
  const texts = shown.map(({ text }) => text);
  const leads = (before: number, place: number): boolean =>
    before < place &&
    texts.every((_, skipped) => skipped <= before || skipped >= place || lasts(skipped) <= brief);
  /** Where it can be by now: the same may be shown twice, and what was brief may be missing. */
  let places = [-1];
  for (const one of withoutRepeats(seen, (text) => text)) {
    const latest = Math.max(...places);
    const found = texts.flatMap((text, place) =>
      text === one && places.some((before) => leads(before, place)) ? place : [],
    );
    if (found.length === 0) return [{ where, seen: one, journal: missedIn(texts, one, latest) }];
    // What stays on show while something brief is missed between is one and the same view.
    for (const before of found) {
      for (const [place, text] of texts.entries())
        if (text === one && !found.includes(place) && leads(before, place)) found.push(place);
    }
    places = found;
  }
  const end = texts.length - 1;
  const last = seen.at(-1) ?? 'nothing';
  const isAtEnd =
    places.includes(end) || (last === texts[end] && places.some((before) => leads(before, end)));
  if (isAtEnd || end < 0) return [];
  const missed = last === texts[end] ? missedIn(texts, last, Math.max(...places)) : (texts[end] ?? 'nothing');
  return [{ where: `${where}, at the end`, seen: last, journal: missed }];
}

function missedIn(texts: readonly string[], one: string, latest: number): string {
  if (!texts.includes(one, latest + 1)) return `never after ${texts[Math.max(0, latest)] ?? 'nothing'}`;
  return `${texts[latest + 1]} before it, for longer than a moment`;
}

export const withoutRepeats = <T>(list: readonly T[], textOf: (one: T) => string): T[] =>
  list.filter((one, place) => place === 0 || textOf(one) !== textOf(list[place - 1] as T));

export const one = (where: string, seen: string, journal: string): Difference[] =>
  seen === journal ? [] : [{ where, seen, journal }];

/** Whether something is recorded at a moment at which it can have happened. */
export function whenOf(where: string, { from, to }: Span, at: number, slack: number): Difference[] {
  if (at >= from - slack && at <= to + slack) return [];
  const [first, last, there] = [from, to, at].map((moment) => new Date(moment).toISOString());
  return [{ where: `${where}: time`, seen: `${first} to ${last}`, journal: there ?? '' }];
}
