/** Compares what was done and seen with the journal, number by number, counter by counter, screen by screen. */

import { type JudgedBeside, judgeBeside, type RecordedBeside, type SeenBeside } from './compare-affairs.ts';
import { compareComebacks } from './compare-comebacks.ts';
import { compareOutcomes } from './compare-outcomes.ts';
import { compareScreens, type SeenScreens } from './compare-screens.ts';
import { type Difference, differenceOf, whenOf } from './difference.ts';
import { compareDoor, type DoorTally } from './door.ts';
import type { Recorded } from './recorded.ts';
import type { SeenCall } from './seen.ts';
import type { Tally } from './tally.ts';

export interface Seen {
  readonly tally: Tally;
  readonly screens: SeenScreens;
  readonly door: DoorTally;
  /** Lines that were cut and answers that broke a rule, in words. */
  readonly faults: readonly string[];
  /** How far our clock may be from the hub's, in milliseconds of the office's time. */
  readonly slack: number;
  /** What lasted less than this may never have been on a screen, in milliseconds of the office's time. */
  readonly brief: number;
  /** Null: nothing was played beside the queue. */
  readonly beside: SeenBeside | null;
}

export interface Judged {
  readonly differences: Difference[];
  readonly judged: JudgedBeside | null;
}

export function compareAll(seen: Seen, recorded: Recorded, beside: RecordedBeside): Judged {
  const judged = seen.beside && judgeBeside(seen.beside, seen.tally, beside, seen.slack);
  const comebacks = seen.beside
    ? compareComebacks(seen.beside.day, seen.tally, seen.screens.phones, recorded)
    : [];
  const differences = [...compare(seen, recorded), ...comebacks, ...(judged?.differences ?? [])];
  return { judged, differences };
}

/** The queue alone. */
export function compare(seen: Seen, recorded: Recorded): Difference[] {
  const { tally, screens, door, faults, slack, brief } = seen;
  return [
    ...faults.map((fault) => ({ where: 'players', seen: fault, journal: '' })),
    ...tally
      .waiting()
      .map((what) => ({ where: 'an answer that does not fit the others', seen: what, journal: '' })),
    ...compareCalls(tally, recorded, slack),
    ...compareOutcomes(tally, recorded, slack),
    ...compareScreens(screens, recorded, brief),
    ...compareDoor(door, screens.lobbies, recorded),
  ];
}

/** Every call: number, times, order per counter, and when. */
function compareCalls({ calls }: Tally, recorded: Recorded, slack: number): Difference[] {
  const numbers = new Set([...calls.keys(), ...recorded.calls.map(({ counter }) => counter)]);
  return [...numbers].flatMap((counter) => {
    const own = calls.get(counter) ?? [];
    const theirs = recorded.calls.filter((call) => call.counter === counter);
    const differences = differenceOf(`calls at counter ${counter}`, own.map(inWords), theirs.map(inWords));
    if (differences.length > 0) return differences;
    return own.flatMap(({ number, span }, index) =>
      whenOf(`call of ${number} at counter ${counter}`, span, theirs[index]?.at ?? 0, slack),
    );
  });
}

const inWords = ({ number, times, undone }: Pick<SeenCall, 'number' | 'times' | 'undone'>): string =>
  `${number}${times > 1 ? `, ${times} times` : ''}${undone ? ', taken back' : ''}`;
