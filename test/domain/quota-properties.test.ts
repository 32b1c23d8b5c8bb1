/** What holds of quotas on every day, whatever people do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leftOf, usedOf } from '../../server/domain/booking/quotas.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { State } from '../../server/domain/decision.ts';
import { morning } from './morning.ts';
import { contoh } from './office.ts';

const quotas = [
  {
    id: 'regular',
    services: ['passport'],
    lanes: ['regular'],
    perDay: 6,
    upTo: 9,
    share: { booking: 2, walkIn: 1 },
  },
  { id: 'priority', lanes: ['priority'], perDay: 3, whenFull: 'regular' },
  { id: 'all', perDay: 8 },
];
const office = contoh({
  quotas,
  booking: { service: 'passport', holdBack: 'PT10M', horizon: 'P7D', expire: 'PT1H', checkInFrom: 'PT8H' },
  calling: { noShowAfter: 1, noShowWait: 'PT0S', refractory: 'PT0S' },
});

const lane = fc.constantFrom('regular', 'priority');
const service = fc.constantFrom('passport', 'question');
const people = fc.integer({ min: 1, max: 3 });
/** `nth`: which of the codes that there are. */
type Deed = Command | { type: 'Cancel' | 'CheckIn' | 'Drop' | 'Lane'; nth: number };
const on = (type: 'Cancel' | 'CheckIn' | 'Drop' | 'Lane') =>
  fc.record({ type: fc.constant(type), nth: fc.nat({ max: 40 }) });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('TakeTicket' as const), service, lane, people }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('Book' as const),
      service: fc.constant('passport'),
      lane,
      date: fc.constantFrom('2026-11-26', '2026-11-27'),
      people: fc.array(fc.constant({ name: 'Siti', birthDate: '1990-01-01' }), {
        minLength: 1,
        maxLength: 2,
      }),
      source: fc.constant('kiosk' as const),
    }),
  },
  { weight: 3, arbitrary: on('Cancel') },
  { weight: 2, arbitrary: on('CheckIn') },
  { weight: 1, arbitrary: on('Drop') },
  { weight: 1, arbitrary: on('Lane') },
  { weight: 2, arbitrary: fc.constant({ type: 'CallNext', counter: 4 } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'HoldVisit', counter: 4 } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'UndoAction', counter: 4 } as const) },
  {
    weight: 1,
    arbitrary: fc.constant({
      type: 'ReleasePlaces',
      quota: 'regular',
      places: 1,
      reason: 'x',
      by: 'head',
    } as const),
  },
);

const minutes = fc.oneof(fc.constant(0), fc.constant(11), fc.integer({ min: 0, max: 400 }));
const day = fc.array(fc.record({ deed, after: minutes }), { minLength: 10, maxLength: 60 });

function commandOf({ calendar, day }: State, asked: Deed): Command | null {
  if (!('nth' in asked)) return asked;
  const codes = [
    ...(asked.type === 'CheckIn' || asked.type === 'Drop' ? calendar.bookings.all : day.visits).keys(),
  ];
  const code = codes[asked.nth % Math.max(1, codes.length)];
  if (code === undefined) return null;
  if (asked.type === 'Cancel') return { type: 'CancelTicket', ticket: code };
  if (asked.type === 'CheckIn') return { type: 'TakeTicket', booking: code };
  if (asked.type === 'Drop') return { type: 'CancelBooking', booking: code };
  return { type: 'ChangeLane', ticket: code, lane: 'priority', reason: 'asked' };
}

/** Counted anew from every visit, by what is told of each: who came without a booking, but for places that were freed. */
function walkInsOf(
  { day }: State,
  freed: ReadonlySet<string>,
  services: readonly string[],
  lanes: readonly string[],
) {
  let sum = 0;
  for (const visit of day.visits.values())
    if (
      visit.booking === null &&
      !freed.has(visit.code) &&
      services.includes(visit.service) &&
      lanes.includes(visit.lane)
    )
      sum += visit.people;
  return sum;
}

test('QU1 QU5 what is used is what a slow count of all visits says, and walk-ins never exceed what there is', () => {
  let [full, freedPlaces, midnights] = [0, 0, 0];
  const property = fc.property(day, (deeds) => {
    const played = morning(office);
    played.opens(4);
    const freed = new Set<string>();
    let minute = 480;
    for (const { deed: asked, after } of deeds) {
      minute += after;
      const time = Temporal.PlainDateTime.from('2026-11-26T00:00').add({ minutes: minute });
      const command = commandOf(played.state, asked);
      if (!command) continue;
      const before = played.events.length;
      const answer = played.does(command, time.toString().replace('T', ' '));
      if (answer.refused === 'quota-full') full += 1;
      for (const event of played.events.slice(before)) {
        if (event.type === 'PlaceFreed') freed.add(event.code);
        if (event.type === 'DayBegan') midnights += 1;
      }
      freedPlaces = Math.max(freedPlaces, freed.size);
      const { date } = played.state.day;
      for (const quota of played.state.calendar.office?.quotas ?? []) {
        const used = usedOf(played.state, quota, date);
        expect(used.walkIn).toBe(walkInsOf(played.state, freed, quota.services, quota.lanes));
        const released = played.state.calendar.bookings.released.get(date)?.get(quota.id) ?? 0;
        const taken = played
          .last()
          .find((event) => event.type === 'TicketTaken' && event.booking === undefined);
        if (
          taken?.type === 'TicketTaken' &&
          quota.services.includes(taken.service) &&
          quota.lanes.includes(taken.lane)
        )
          expect(used.booking + used.walkIn).toBeLessThanOrEqual(quota.perDay + released);
        const left = leftOf(played.state, quota, date);
        expect(left.walkIn).toBeLessThanOrEqual(
          Math.max(0, quota.perDay + released - used.booking - used.walkIn),
        );
      }
    }
  });
  fc.assert(property, { numRuns: 150, seed: 20261126 });
  expect([full > 50, freedPlaces > 2, midnights > 50]).toEqual([true, true, true]);
});

test('SN3 who still needs a step is counted as a slow count would', () => {
  const property = fc.property(day, (deeds) => {
    const played = morning(office);
    played.opens(4);
    for (const [index, { deed: asked }] of deeds.entries()) {
      const command = commandOf(played.state, asked);
      if (command) played.does(command, `08:${String(index % 60).padStart(2, '0')}`);
      const slow = new Map<string, number>();
      for (const { state, step, todo, lane } of played.state.day.visits.values())
        if (['waiting', 'called', 'serving'].includes(state))
          for (const each of [step, ...todo])
            slow.set(`${each} ${lane}`, (slow.get(`${each} ${lane}`) ?? 0) + 1);
      expect(played.state.day.pace.needing).toEqual(slow);
    }
  });
  fc.assert(property, { numRuns: 50, seed: 20261126 });
});
