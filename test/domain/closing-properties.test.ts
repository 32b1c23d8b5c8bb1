/** What holds on every day that is closed, interrupted or put right, whatever people do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { randomClosingDay } from './random-closing-days.ts';
import { type Played, play } from './random-days.ts';

/** How often something was seen, so that no property holds for want of cases. */
const always = (title: string, seenAtLeast: number, check: (played: Played) => number) =>
  test(title, () => {
    let seen = 0;
    const property = fc.property(randomClosingDay, (day) => {
      const played = play(day);
      seen += check(played);
      goHomeAndComeBack(played);
      seen += check(played);
    });
    fc.assert(property, { numRuns: 200, seed: 20261126 });
    expect(seen).toBeGreaterThanOrEqual(seenAtLeast);
  });

/** All who wait are sent home, and take up their places on the next day, among others; some of them twice. */
function goHomeAndComeBack({ state, does }: Played): void {
  const waiting = [...state.day.waiting];
  does({ type: 'CloseDay', tomorrow: waiting }, 1000);
  does({ type: 'TakeTicket', service: 'passport', lane: 'priority' }, 86_400_000);
  for (const code of [...waiting.toReversed(), ...waiting]) does({ type: 'ClaimPlace', code }, 1000);
}

function only<T extends DomainEvent['type']>(events: readonly DomainEvent[], type: T) {
  return events.filter((event): event is Extract<DomainEvent, { type: T }> => event.type === type);
}

always(
  'nobody is lost: who waits is in the queue, and who is at a counter is at one',
  1000,
  ({ state: { day } }) => {
    for (const visit of day.visits.values()) {
      expect(day.waiting.has(visit.code)).toBe(visit.state === 'waiting');
      const at = [...day.counters.values()].filter(({ current }) => current === visit.code);
      expect(at.length).toBe(visit.state === 'called' || visit.state === 'serving' ? 1 : 0);
    }
    return day.visits.size;
  },
);

always('NU3 no number is given twice in a day, on paper or not', 1000, ({ state: { day } }) => {
  const numbers = [...day.visits.values()].map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  return numbers.length;
});

always(
  'RE1 replay equals the live state: days, places, and what was out of turn',
  50,
  ({ state, events }) => {
    const again = emptyState();
    for (const event of events) apply(again, event);
    expect(again.day).toEqual(state.day);
    expect(again.calendar.places).toEqual(state.calendar.places);
    return only(events, 'PlacePromised').length;
  },
);

always('CD1 while the day is closed no number is given but those on paper', 20, ({ events }) => {
  let isClosed = false;
  let closings = 0;
  for (const event of events) {
    if (event.type === 'DayClosed') closings += 1;
    if (event.type === 'DayClosed' || event.type === 'DayReopened' || event.type === 'DayBegan')
      isClosed = event.type === 'DayClosed';
    if (event.type === 'TicketTaken' && isClosed) expect(event.paper).toBe(true);
  }
  return closings;
});

always('FP2 a first place is promised before it is taken up, and taken up once', 500, ({ events }) => {
  const promised = new Set<string>();
  for (const event of events) {
    if (event.type === 'PlacePromised') promised.add(event.code);
    if (event.type === 'PlaceClaimed') expect(promised.delete(event.code)).toBe(true);
  }
  return only(events, 'PlaceClaimed').length;
});

always(
  'FP3 the turn of a first place is before all turns of those who came without one',
  500,
  ({ events }) => {
    const taken = only(events, 'TicketTaken');
    const earliest = Math.min(...taken.filter(({ place }) => place === undefined).map(({ turn }) => turn));
    const first = taken.filter(({ place }) => place !== undefined);
    for (const { turn } of first) expect(turn).toBeLessThan(earliest);
    return first.length;
  },
);

always('AO2 a promise is broken before the visit was settled as done, or never', 20, ({ events }) => {
  const settled = new Set<string>();
  for (const event of events) {
    if (event.type === 'TicketCalled') settled.delete(event.code);
    if (event.type === 'VisitSettled' && event.as === 'done') settled.add(event.code);
    if (event.type === 'PromiseBroken') expect(settled.has(event.code)).toBe(false);
  }
  return settled.size;
});
