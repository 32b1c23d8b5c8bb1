/** From the stream of a thermometer to one reading a person: the rule that `README.md` gives the guard, as a pure machine. */
import type { Measured } from './gy-frames.ts';

interface At {
  readonly measured: Measured;
  readonly at: number;
}

export interface Watch {
  /** The newest readings that are as good as the same. */
  readonly run: readonly At[];
  /** Whether the person in front of it has been measured already. */
  readonly given: boolean;
  /** Since when nobody is in front of it: cold, or as warm as the place. */
  readonly coldSince: number | null;
  readonly ambientSince: number | null;
}

export const nobody: Watch = { run: [], given: false, coldSince: null, ambientSince: null };

const [coldest, warmest] = [30, 45];
const steadyWithin = 0.3;
const steadyFrames = 3;
/** Fast modules send three frames while the hand still moves. */
const steadyMs = 400;
/** A wall on a hot day is as warm as a forehead may be; it is as warm as the place, too. */
const standsOut = 1;
const coldMs = 500;
const ambientMs = 1000;
/** Readings further apart are not one look at somebody. */
const pauseMs = 2000;
const runMost = 500;

/** @returns what it knows then, and the reading where one is due */
export function watch(
  state: Watch,
  measured: Measured,
  at: number,
): { watch: Watch; reading: Measured | null } {
  const { object, ambient } = measured;
  const cold = object < coldest;
  const likeAmbient = Math.abs(object - ambient) < standsOut;
  const coldSince = cold ? (state.coldSince ?? at) : null;
  const ambientSince = likeAmbient ? (state.ambientSince ?? at) : null;
  const left =
    (coldSince !== null && at - coldSince >= coldMs) ||
    (ambientSince !== null && at - ambientSince >= ambientMs);
  const given = state.given && !left;
  const isBody = !cold && !likeAmbient && object <= warmest;
  const run = isBody ? longest([...state.run, { measured, at }]) : [];
  const steady = run.length >= steadyFrames && at - (run[0]?.at ?? at) >= steadyMs;
  const due = steady && !given;
  const next = { run, given: given || due, coldSince, ambientSince };
  return { watch: next, reading: due ? middle(run) : null };
}

/** The longest end of it within the bounds. */
function longest(all: readonly At[]): readonly At[] {
  let from = all.length - 1;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = all.length - 1; place >= 0 && all.length - place <= runMost; place--) {
    const one = all[place];
    const later = all[place + 1];
    if (one === undefined || (later !== undefined && later.at - one.at > pauseMs)) break;
    [low, high] = [Math.min(low, one.measured.object), Math.max(high, one.measured.object)];
    // Hundredths: 36.6 and 36.3 are no more than 0.3 apart.
    if (Math.round((high - low) * 100) > steadyWithin * 100) break;
    from = place;
  }
  return all.slice(from);
}

/** The one in the middle, as it was measured. */
function middle(run: readonly At[]): Measured | null {
  const sorted = run.map(({ measured }) => measured).sort((one, other) => one.object - other.object);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
