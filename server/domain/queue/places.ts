/** FP2: by what a promised first place is found. FP3: the turn that it gives. FP4: until when it is kept. */
import type { Calendar, PromisedPlace } from '../calendar.ts';
import { daysBetween } from '../hours/hours.ts';
import { type Instant, later } from '../instant.ts';
import { byLink } from '../papers/paper.ts';
import type { Visit } from '../visit.ts';

/** FP4: days. */
const keptFor = 30;

/** FP3: milliseconds; more than anything that an office can promise, which is a year. */
const ahead = 400 * 24 * 3_600_000;

/** FP4: whether it can be taken up no more. */
export const isGivenUp = ({ date }: Pick<PromisedPlace, 'date'>, today: string): boolean =>
  daysBetween(date, today) > keptFor;

/** FP2: by the link of the earlier ticket, or by its short code in any case. Null: nothing is promised (any more). */
export function placeNamed({ places }: Calendar, name: string, today: string): PromisedPlace | null {
  const direct = byLink(places, name);
  const spoken = name.toUpperCase();
  const candidates = direct ? [direct] : [...places.values()].filter(({ shortCode }) => shortCode === spoken);
  return candidates.find((place) => !isGivenUp(place, today)) ?? null;
}

/**
 * FP3: before everybody who arrives on the day, whatever is promised to them; among those who were sent home in their
 * old order, the earlier day first. Who was sent home twice is before those who were sent home once.
 */
export const firstTurn = ({ turn }: Pick<PromisedPlace, 'turn'>): Instant => later(turn, -ahead);

/** FP3: whether a visit has such a turn: nobody else's is before the arrival. */
export const isFirstPlace = ({ turn, arrivedAt }: Pick<Visit, 'turn' | 'arrivedAt'>): boolean =>
  turn < arrivedAt;
