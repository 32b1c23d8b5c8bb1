/**
 * How wide a range must be so that four of five calls fall into it. FC7: it is learned as the day goes on, apart for short and
 * long waits: on a day unlike all others ranges become wider after the first misses, and narrower again after many hits.
 */

export interface Trust {
  /** The share of what came of moments like this one that the range must hold. */
  share(minutes: number, isRevision: boolean): number;
  /** What came of a range that was told. */
  note(minutes: number, isRevision: boolean, isWithin: boolean): void;
}

/** FC3: of told ranges. */
export const promised = 0.8;

const lengths = [5, 15, 45, 90, Number.POSITIVE_INFINITY];
/** By so much of what was missed: some fifty ranges make a difference that is seen. */
const pace = 0.02;
const [narrowest, widest] = [0.55, 0.97];
/**
 * What is told anew is told because it went otherwise than it was thought: it must hold more from the beginning. So must what is
 * told of a long wait: all that is known of those comes from a few hours of a few days.
 */
const atFirst = {
  told: [0.78, 0.78, 0.78, 0.82, 0.9],
  revised: [0.86, 0.86, 0.86, 0.88, 0.94],
} as const;

export function createTrust(): Trust {
  const told: number[] = [...atFirst.told];
  const revised: number[] = [...atFirst.revised];
  const kindOf = (minutes: number): number => lengths.findIndex((length) => minutes < length);
  return {
    share: (minutes, isRevision) => (isRevision ? revised : told)[kindOf(minutes)] ?? promised,
    note(minutes, isRevision, isWithin) {
      const shares = isRevision ? revised : told;
      const kind = kindOf(minutes);
      const next = (shares[kind] ?? promised) + pace * (promised - (isWithin ? 1 : 0));
      shares[kind] = Math.max(narrowest, Math.min(widest, next));
    },
  };
}
