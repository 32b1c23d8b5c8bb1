/** When somebody with a booking comes, far enough from each deadline, and what became of the booking before. */
import type { Later, PlannedCheckIn } from './affairs.ts';
import { type Day, otherDates } from './booked-day.ts';
import type { Moment } from './plan.ts';

const minute = 60_000;

/** All kinds of coming, most of them in time; so that a small day has each of them. */
const kinds = [
  ...['in-time', 'late', 'early', 'expired', 'in-time', 'other-day', 'cancelled'],
  ...['in-time', 'in-time', 'in-time', 'in-time'],
] as const satisfies readonly PlannedCheckIn['comes'][];

export const kindAt = (place: number): PlannedCheckIn['comes'] => kinds[place % kinds.length] ?? 'in-time';

/** Far enough from each deadline that it can be told what must be answered. */
const clear = 6 * minute;

interface Found {
  readonly date: string;
  readonly slot: Moment;
}

export function slotFor(comes: PlannedCheckIn['comes'], at: Moment, day: Day): Found | null {
  const { rules, slots, date, chance } = day;
  const { checkInFrom, grace, expire } = rules;
  const on = (fits: (slot: Moment) => boolean): Found | null => {
    const fitting = slots.filter(fits);
    return fitting.length === 0 ? null : { date, slot: chance.pick(fitting) };
  };
  switch (comes) {
    case 'in-time':
      return on(
        (slot) => slot - Math.min(checkInFrom, 40 * minute) + clear <= at && at <= slot + grace - clear,
      );
    case 'early':
      return on((slot) => slot - checkInFrom - 40 * minute <= at && at <= slot - checkInFrom - clear);
    case 'late':
      return on((slot) => slot + grace + clear <= at && at <= slot + expire - clear);
    case 'expired':
      return on((slot) => slot + expire + clear <= at && at <= slot + expire + 90 * minute);
    case 'cancelled':
      return on((slot) => slot > at);
    case 'other-day': {
      const other = otherDates(day)[1];
      return other ? { date: other.date, slot: chance.pick(other.slots) } : null;
    }
  }
}

/** Most are made on the day before, some on the day itself while there is time. */
export function madeBefore(arrivesAt: Moment, slot: Moment, { from, chance }: Day): Moment | null {
  const last = Math.min(arrivesAt, slot) - 15 * minute;
  return last > from && chance.happens(0.3) ? chance.between(from, last) : null;
}

interface LaterOf {
  readonly later: Later | null;
  /** Where it was at first. */
  readonly from?: Found;
}

export function laterOf(comes: PlannedCheckIn['comes'], { date, slot }: Found, day: Day): LaterOf {
  const { chance, slots } = day;
  if (comes === 'cancelled') return { later: { what: 'cancelled', at: null } };
  if (comes !== 'in-time' || !chance.happens(0.25)) return { later: null };
  const [, , third] = otherDates(day);
  const from = chance.happens(0.5) && third ? { date: third.date, slot: chance.pick(third.slots) } : null;
  return {
    later: { what: 'moved', at: null, date, slot },
    from: from ?? { date, slot: chance.pick(slots.filter((at) => at > day.from)) },
  };
}
