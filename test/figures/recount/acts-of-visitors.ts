/** What visitors of the lively office may do: come, book, come again. */
import type { Acts } from './acts.ts';
import { dateAfter, people } from './acts.ts';

export const entrance: Acts = [
  [
    14,
    ({ chance }) => ({
      ...{ type: 'TakeTicket', people: 1 + chance.below(3), atDoor: chance.is(0.2) },
      service: chance.of(['passport', 'passport', 'question', 'collection']) ?? '',
      lane: chance.of(['regular', 'regular', 'priority']) ?? '',
    }),
  ],
  [5, ({ chance }) => ({ type: 'ScreenVisitor', celsius: chance.of([20, 36.5, 37.2, 38, 38.5]) ?? 36 })],
  [
    3,
    ({ state, chance }) => {
      const screening = chance.of(state.day.door.seated);
      return screening === null
        ? null
        : { type: 'ReadAgain', screening, celsius: chance.of([36.5, 38.5]) ?? 36 };
    },
  ],
  [
    2,
    ({ state, chance }) => {
      const former = chance.of([
        ...state.calendar.comebacks.keys(),
        ...[...state.day.visits.values()].flatMap(({ collect, code }) => (collect ? [code] : [])),
      ]);
      return former === null ? null : { type: 'TakeTicket', booking: former };
    },
  ],
  [
    2,
    ({ state, chance }) => {
      const code = chance.of(state.calendar.places.keys());
      return code === null ? null : { type: 'ClaimPlace', code };
    },
  ],
  [1, ({ chance }) => ({ type: 'TakeTicket', service: 'passport', proof: `R-${chance.below(6)}` })],
];

export const bookings: Acts = [
  [
    12,
    ({ state, chance }) => ({
      ...{ type: 'Book', service: 'passport', people: people(1 + chance.below(3)) },
      date: dateAfter(state.day.date, chance.below(3)),
      source: chance.of(['integration', 'kiosk', 'desk', 'supervisor', 'whatsapp'] as const) ?? 'desk',
      ...(chance.is(0.6) ? { orWait: true, waitUntil: dateAfter(state.day.date, 3) } : {}),
    }),
  ],
  [
    2,
    ({ state, chance }) => {
      const booking = chance.of(state.calendar.bookings.all.keys());
      const date = dateAfter(state.day.date, chance.below(4));
      return booking === null ? null : { type: 'MoveBooking', booking, date };
    },
  ],
  [
    2,
    ({ state, chance }) => {
      const booking = chance.of(state.calendar.bookings.all.keys());
      return booking === null ? null : { type: 'CancelBooking', booking };
    },
  ],
  [
    7,
    ({ state, chance }) => {
      const { all, byDate } = state.calendar.bookings;
      const today = [...(byDate.get(state.day.date) ?? [])];
      const booking = chance.of(today.filter((code) => all.get(code)?.state === 'live'));
      const more = chance.is(0.2) ? { lane: 'priority' } : {};
      return booking === null ? null : { type: 'TakeTicket', booking, ...more };
    },
  ],
  [
    1,
    ({ state, chance, count }) => ({
      ...{ type: 'ImportBookings', atomic: false, dryRun: false, overbook: chance.is(0.5), by: 'supervisor' },
      lines: [0, 1, 2].map((line) => ({
        ...{ line, reference: `R-${chance.below(6)}`, service: null, lane: null, time: null, phone: null },
        ...{ date: dateAfter(state.day.date, chance.below(2)), people: people(1), details: null },
        ...{
          id: `line-${String(count * 10 + line).padStart(17, '0')}`,
          spoken: `L${count}${line}`.padEnd(10, '0'),
        },
      })),
    }),
  ],
  [
    1,
    ({ state, chance }) => ({
      ...{ type: 'ReleasePlaces', quota: 'passport', places: 1 + chance.below(3), reason: 'x' },
      ...{ date: dateAfter(state.day.date, chance.below(2)), by: 'supervisor' },
    }),
  ],
];
