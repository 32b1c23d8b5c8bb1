/**
 * Moments at which boards and kiosks change though nothing is recorded: the hours open or close, an intake begins, numbers stop.
 * They are looked for once a second at most, so that they cost a press nothing.
 */
import { nextShift } from '../../domain/views/shifts.ts';
import type { Hub } from '../../hub.ts';

export interface Shifts {
  /** Something was recorded: views are new as of now, and the next moment may be another. */
  told(): void;
  /** Whether one has passed since views were new. */
  passed(): boolean;
}

export function createShifts(hub: Pick<Hub, 'state' | 'now'>): Shifts {
  let since = hub.now();
  let next: number | null | undefined;
  const renew = (): void => {
    since = hub.now();
    next = undefined;
  };
  return {
    told: renew,
    passed() {
      if (next === undefined) next = nextShift(hub.state, since);
      if (next === null || next > hub.now()) return false;
      renew();
      return true;
    },
  };
}
