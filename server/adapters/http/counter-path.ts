/** The counter that a path names. */
import { counterNumber } from '../../contract/values.ts';
import type { Call, Context } from './route.ts';

/** Null: no number that a counter can have. */
export function counterIn({ params }: Pick<Call, 'params'>): number | null {
  const { n = '' } = params;
  return /^[1-9]\d*$/.test(n) && counterNumber.safeParse(Number(n)).success ? Number(n) : null;
}

export const isThere = ({ hub }: Context, counter: number): boolean =>
  hub.state.calendar.office?.counters.some(({ number }) => number === counter) ?? false;
