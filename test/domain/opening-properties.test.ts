/** When numbers are given, compared with a slow walk from minute to minute that knows nothing of the code under test. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lane, Office, Service } from '../../server/contract/office.ts';
import { numbersAt, opensFrom } from '../../server/domain/hours/opens.ts';
import { instant } from '../../server/domain/instant.ts';
import { contoh } from './office.ts';

const minute = 60_000;
const hourMs = 60 * minute;
const dayMs = 24 * hourMs;
const walkedMinutes = 5 * 1440;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const timeZones = ['Asia/Jakarta', 'Asia/Jayapura', 'Europe/Warsaw', 'America/New_York', 'America/Santiago'];
/** Around ordinary days and changes of the clocks. */
const starts = [
  '2026-11-25',
  '2026-03-07',
  '2026-03-28',
  '2026-04-04',
  '2026-09-05',
  '2026-10-24',
  '2026-10-31',
];

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Up to three ranges in quarters of an hour, often early in the day, where the clocks are changed. */
const ranges = (atLeast: number) =>
  fc
    .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 96 })), {
      minLength: 2 * atLeast,
      maxLength: 6,
    })
    .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => clockTime(quarter * 15)))
    .map((times) =>
      times.flatMap((from, index) =>
        index % 2 === 0 && times[index + 1] ? [`${from}-${times[index + 1]}`] : [],
      ),
    );
const nearDate = (start: string) =>
  fc
    .integer({ min: 0, max: 5 })
    .map((days) => new Date(Date.parse(start) + days * dayMs).toISOString().slice(0, 10));

const asked = fc.constantFrom(...starts).chain((start) =>
  fc.record({
    office: fc
      .record({
        timeZone: fc.constantFrom(...timeZones),
        hours: fc.record(Object.fromEntries(weekdays.map((day) => [day, ranges(0)]))),
        holidays: fc.uniqueArray(nearDate(start), { maxLength: 2 }),
        openings: fc.array(fc.record({ date: nearDate(start), hours: ranges(0) }), { maxLength: 1 }),
        days: fc.option(fc.subarray([...weekdays], { minLength: 1 })),
        intake: fc.option(ranges(2)),
        outside: fc.constantFrom('reserve', 'refuse'),
      })
      .map(({ days, intake, outside, ...rest }) =>
        contoh({
          ...rest,
          services: [
            { id: 'passport', prefix: 'A', steps: ['documents', 'interview'], ...(days ? { days } : {}) },
          ],
          lanes: [{ id: 'regular', outside, ...(intake ? { intake } : {}) }],
        }),
      ),
    at: fc
      .integer({ min: 0, max: 3 * 1440 })
      .map((minutes) => instant(Date.parse(`${start}T00:00:00Z`) + minutes * minute)),
  }),
);

/** What a wall clock in the zone shows, as if it were UTC. These zones change their clocks at whole hours only. */
function wallClock(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offsets = new Map<number, number>();
  return (at) => {
    const hour = Math.floor(at / hourMs) * hourMs;
    const offset = offsets.get(hour) ?? Date.parse(`${format.format(hour).replace(' ', 'T')}Z`) - hour;
    offsets.set(hour, offset);
    return at + offset;
  };
}

/** Which of its dates' minutes are in hours, in the intake and in both; bounds are looked up on the wall clock. */
function walker(office: Office, service: Service, lane: Lane) {
  const wall = wallClock(office.timeZone);
  /** With the offset of the day before, else with that of the day after; a time in the gap keeps the one before. */
  const bound = (date: string, minutes: number) => {
    const shown = Date.parse(date) + minutes * minute;
    const offset = (around: number) => wall(around) - around;
    const before = shown - offset(Date.parse(date) - dayMs);
    const after = shown - offset(Date.parse(date) + 3 * dayMs);
    return wall(before) === shown || wall(after) !== shown ? before : after;
  };
  const bounds = (date: string, of: readonly { from: number; to: number }[]) =>
    of.map(({ from, to }) => [bound(date, from), bound(date, to)] as const);
  const isIn = (of: (readonly [number, number])[], at: number) => of.some(([a, b]) => a <= at && at < b);
  const known = new Map<number, ReturnType<typeof look>>();
  function look(date: string) {
    const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon';
    const opening = office.openings.find((each) => each.date === date);
    const usual = office.holidays.includes(date) ? [] : office.hours[weekday];
    const served = !service.days || service.days.includes(weekday);
    const hours = served ? (opening?.hours ?? usual) : [];
    return {
      served: hours.length > 0,
      hours: bounds(date, hours),
      intake: lane.intake ? bounds(date, lane.intake) : null,
    };
  }
  return (at: number) => {
    const date = Math.floor(wall(at) / dayMs);
    const day = known.get(date) ?? look(new Date(date * dayMs).toISOString().slice(0, 10));
    known.set(date, day);
    const takenIn = !day.intake || isIn(day.intake, at);
    return { date, served: day.served, takenIn, regular: takenIn && isIn(day.hours, at) };
  };
}

/** The first minute from `at` on, of this date or of any, at which a number is regularly given; null: none soon. */
function walk(see: ReturnType<typeof walker>, at: number, sameDate: boolean): number | null {
  const { date } = see(at);
  for (let minutes = 0; minutes < walkedMinutes; minutes += 1) {
    const seen = see(at + minutes * minute);
    if (sameDate && seen.date !== date) return null;
    if (seen.regular) return at + minutes * minute;
  }
  return null;
}

/** Checks a property of many offices at many minutes, and how often it said something. */
function always(title: string, seenAtLeast: number, check: (office: Office, at: number) => number) {
  test(title, () => {
    let seen = 0;
    const property = fc.property(asked, ({ office, at }) => {
      seen += check(office, at);
    });
    fc.assert(property, { numRuns: 300, seed: 20261126 });
    expect(seen).toBeGreaterThanOrEqual(seenAtLeast);
  });
}

const first = ({ services: [service], lanes: [lane] }: Office) => {
  if (!service || !lane) throw new Error('an office has a service and a lane');
  return { service, lane };
};

always('OH6 the next opening is the first minute at which a number is regularly given', 60, (office, at) => {
  const { service, lane } = first(office);
  const opensAt = opensFrom(office, service, lane, instant(at));
  const expected = walk(walker(office, service, lane), at, false);
  if (expected !== null) expect(opensAt).toBe(expected);
  else if (opensAt !== null) expect(opensAt).toBeGreaterThanOrEqual(at + walkedMinutes * minute);
  return expected !== null && expected > at ? 1 : 0;
});

always('OH3, OH4, OH5 a number is given, reserved or refused as the walk says', 50, (office, start) => {
  const { service, lane } = first(office);
  const see = walker(office, service, lane);
  let reservations = 0;
  for (let at = start; at < start + dayMs; at += 97 * minute) {
    const { regular, takenIn, served } = see(at);
    const opens = numbersAt(office, service, lane, instant(at));
    const reserved = !takenIn && lane.outside === 'reserve' ? walk(see, at, true) : null;
    if (regular) expect(opens).toEqual({ given: true, notBefore: null });
    else if (reserved !== null) expect(opens).toEqual({ given: true, notBefore: reserved });
    else {
      const intake = !takenIn && (served || lane.outside === 'refuse');
      expect(opens).toMatchObject({ given: false, code: intake ? 'intake-closed' : 'office-closed' });
    }
    if (reserved !== null) reservations += 1;
  }
  return reservations;
});
