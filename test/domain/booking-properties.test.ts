/** What holds of bookings on every day, whatever people do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import { offersOnAll } from '../../server/domain/booking/waiting-list.ts';
import { emptyState } from '../../server/hub/replay.ts';
import type { BookingDay } from './booking-day.ts';
import { clock } from './morning.ts';
import { days, perDay, perSlot, play } from './random-booking-days.ts';

const always = (look: (day: BookingDay) => void) =>
  fc.assert(
    fc.property(days, (steps) => {
      play(steps, look);
    }),
    { numRuns: 200 },
  );

/** By date and by slot: the people of those who have a place there. */
function people({ state }: BookingDay): Map<string | number, number> {
  const sums = new Map<string | number, number>();
  const add = (key: string | number, count: number) => sums.set(key, (sums.get(key) ?? 0) + count);
  for (const booking of state.calendar.bookings.all.values()) {
    if (booking.state !== 'live' && booking.state !== 'used') continue;
    add(booking.date, booking.people);
    add(Number(booking.slot), booking.people);
  }
  return sums;
}

test('BK6 no date has more places taken than there are, held back ones included, and they are counted right', () => {
  let full = 0;
  let held = 0;
  always((day) => {
    const { taken, heldBack } = day.state.calendar.bookings;
    const counted = people(day);
    for (const one of heldBack.values()) counted.set(one.date, (counted.get(one.date) ?? 0) + one.people);
    held += heldBack.size;
    for (const [date, ofDate] of taken) {
      const sum = ofDate.get('passport regular') ?? 0;
      expect(sum).toBe(counted.get(date) ?? 0);
      expect(sum).toBeLessThanOrEqual(perDay);
      if (sum === perDay) full += 1;
    }
  });
  expect(full).toBeGreaterThan(200);
  expect(held).toBeGreaterThan(200);
});

test('BK7 the people of each slot are counted as they come and go', () => {
  let counted = 0;
  always((day) => {
    const { all, heldBack, coming } = day.state.calendar.bookings;
    const sums = new Map<string, Map<number, number>>();
    const there = [...all.values()].filter(
      ({ state, cancelledAt }) => state === 'live' || (state === 'used' && cancelledAt === null),
    );
    for (const { date, slot, people } of [...there, ...heldBack.values()]) {
      if (slot === null) continue;
      const ofDate = sums.get(date) ?? new Map<number, number>();
      sums.set(date, ofDate.set(slot, (ofDate.get(slot) ?? 0) + people));
    }
    expect(coming).toEqual(sums);
    counted += sums.size;
  });
  expect(counted).toBeGreaterThan(200);
});

test('BK7 no slot has more people than it takes, unless a single party', () => {
  let parties = 0;
  always((day) => {
    const { all } = day.state.calendar.bookings;
    for (const [slot, sum] of people(day)) {
      if (typeof slot === 'string' || sum <= perSlot) continue;
      const there = [...all.values()].filter(
        (each) => each.slot === slot && (each.state === 'live' || each.state === 'used'),
      );
      // Who had expired and came all the same is by arrival, and has no slot of its own.
      const again = day.events.some((event) => event.type === 'BookingUsed' && event.again);
      if (!again) expect(there).toHaveLength(1);
      parties += 1;
    }
  });
  expect(parties).toBeGreaterThan(100);
});

test('WL2 whenever somebody waits, nothing that is free would do', () => {
  let waiting = 0;
  always((day) => {
    waiting += day.state.calendar.bookings.waiting.size;
    const now = day.last().at(-1)?.at;
    if (now !== undefined) expect(offersOnAll(day.state, now, [])).toEqual([]);
  });
  expect(waiting).toBeGreaterThan(200);
});

test('WL2 nobody is passed over by somebody of the same wish who came later', () => {
  let placed = 0;
  always((day) => {
    const { all, waiting } = day.state.calendar.bookings;
    for (const event of day.last()) {
      if (event.type !== 'BookingPlaced') continue;
      placed += 1;
      const lucky = all.get(event.code);
      for (const code of waiting) {
        const other = all.get(code);
        if (!lucky || !other || other.people > lucky.people) continue;
        const wouldDo = other.date <= event.date && event.date <= (other.waitUntil ?? other.date);
        // In the order in which they were made, which is that of their codes.
        if (wouldDo) expect(other.code > lucky.code).toBe(true);
      }
    }
  });
  expect(placed).toBeGreaterThan(50);
});

test('RE1 RE2 bookings made again from their events are the same, without names but for the names', () => {
  const withoutNames = (events: BookingDay['events']) =>
    events.map((event) => {
      const { personal: _, ...rest } = event as { personal?: object };
      return rest as (typeof events)[number];
    });
  const bookingsAfter = (events: BookingDay['events']) => {
    const state = emptyState();
    for (const event of events) apply(state, JSON.parse(JSON.stringify(event)));
    return state.calendar.bookings;
  };
  fc.assert(
    fc.property(days, (steps) => {
      const day = play(steps, () => undefined);
      const live = day.state.calendar.bookings;
      expect(bookingsAfter(day.events)).toEqual(live);
      const all = new Map([...live.all].map(([code, booking]) => [code, { ...booking, personal: null }]));
      expect(bookingsAfter(withoutNames(day.events))).toEqual({ ...live, all });
    }),
    { numRuns: 100 },
  );
});

test('BK12 WL3 two months later nothing is left of it, but what was held for nobody', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const day = play(steps, () => undefined);
      for (const time of ['2026-12-05 08:00', '2027-02-01 08:00', '2027-02-01 08:00']) day.passes(time);
      const { all, byShortCode, byDate, live, byLastDate, waiting, heldBack, coming } =
        day.state.calendar.bookings;
      const maps = [all, byShortCode, byDate, live, byLastDate, waiting, heldBack, coming];
      expect(maps.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
      expect(clock('2027-02-01 08:00')).toBeGreaterThan(day.state.day.beganAt);
    }),
    { numRuns: 50 },
  );
});
