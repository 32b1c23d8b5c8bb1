/** What the officers of an invented day do: when they open, pause at noon, and what else they are up to. */
import type { Office } from '../../../server/contract/office.ts';
import type { Chance } from './chance.ts';
import type { Moment, OfficerPlan, Whim } from './plan.ts';

const minute = 60_000;
const whimsADay = 200;

const weights: readonly (readonly [Whim, number])[] = [
  ['none', 70],
  ['twice', 5],
  ['redeliver', 5],
  ['recall', 6],
  ['undo', 3],
  ['by-number', 3],
  ['done-first', 8],
  ['no-start', 6],
];

/** @param noon the middle of the pauses, which follow one another; null: nobody pauses */
export function planOfficers(
  office: Office,
  from: Moment,
  noon: Moment | null,
  chance: Chance,
): OfficerPlan[] {
  return office.counters.map(({ number, steps }, index) => {
    const starts = noon === null ? null : noon + (index - office.counters.length / 2) * 15 * minute;
    // Two steps of one visit at one counter: after a second press it could not be told what the first one did.
    const mayPressTwice = !office.services.some(
      (service) => service.steps.filter((step) => steps.includes(step)).length > 1,
    );
    const whims = Array.from({ length: whimsADay }, () => chance.weighted(weights)).map((whim) =>
      whim === 'twice' && !mayPressTwice ? 'none' : whim,
    );
    // Somebody's line is lost once a day: at the third box, or the only one.
    if (index === Math.min(2, office.counters.length - 1)) whims[2] = 'lose-line';
    return {
      counter: number,
      opensAt: from + chance.between(-5, 10) * minute,
      pauses: starts === null ? [] : [{ from: starts, to: starts + chance.between(20, 40) * minute }],
      whims,
    };
  });
}
