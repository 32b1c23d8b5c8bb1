/** Counts are added without loss: of many dates as of one, as bytes and back, and percentiles of every single time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDay } from '../../server/figures/count-day.ts';
import { countsVersion, decodeCounts, encodeCounts } from '../../server/figures/encode-counts.ts';
import { decodeMonth, encodeMonth } from '../../server/figures/encode-month.ts';
import type { DayFacts } from '../../server/figures/facts.ts';
import { addCounts, emptyRange, monthCounts } from '../../server/figures/sum.ts';
import {
  addOccurrences,
  addTimes,
  emptyTally,
  nearestRank,
  occurrencesOf,
} from '../../server/figures/tally.ts';
import { clock, date, facts, step, ticket } from './facts.ts';
import { randomFacts } from './random-facts.ts';
import { reportOf } from './reading.ts';

const zone = 'Asia/Makassar';

test('percentiles are by nearest rank, as sorting all times finds them', () => {
  const times = fc.array(fc.array(fc.oneof(fc.nat(40), fc.nat(5000), fc.nat(300_000))), { maxLength: 6 });
  fc.assert(
    fc.property(times, fc.constantFrom(50, 90), (groups, percent) => {
      const tally = emptyTally();
      for (const group of groups) addTimes(tally, Uint32Array.from(group).sort());
      const sorted = groups.flat().toSorted((one, other) => one - other);
      const enough = sorted.find((_, at) => (at + 1) * 100 >= percent * sorted.length) ?? null;
      expect(nearestRank(tally, percent)).toBe(enough);
    }),
  );
});

test.each([
  [[7], 7, 7],
  [[1, 2], 1, 2],
  [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 50, 90],
  [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], 60, 100],
])('of %j the median is %i and the 90th percentile %i', (times, median, p90) => {
  const tally = emptyTally();
  addTimes(tally, Uint32Array.from(times));
  expect([nearestRank(tally, 50), nearestRank(tally, 90)]).toEqual([median, p90]);
});

test('a median of two dates is of all their times, not of their medians', () => {
  const waits = (on: string, ...minutes: string[]): DayFacts =>
    facts({
      date: on,
      steps: minutes.map((time) => step({ waitedFrom: clock('08:00', on), calledAt: clock(time, on) })),
    });
  const days = [waits(date, '08:01', '08:02', '08:09'), waits('2026-11-27', '08:30')];
  const report = reportOf({ days, range: { from: date, to: '2026-11-27' } });
  const waitsRow = report.sections.find(({ id }) => id === 'waits')?.rows.at(-1);
  expect(waitsRow?.figures.map(({ now }) => now)).toEqual([4, 120, 1800]);
});

test('dates that are counted one by one and added are the same as all of it counted at once', () => {
  const other = '2026-11-25';
  fc.assert(
    fc.property(randomFacts(date), randomFacts(other), (one, two) => {
      const together: DayFacts = {
        date,
        tickets: [...one.tickets, ...two.tickets],
        steps: [...one.steps, ...two.steps],
        bookings: [...one.bookings, ...two.bookings],
        quotas: [],
        claims: [...one.claims, ...two.claims],
        requests: [...one.requests, ...two.requests],
        trips: [...one.trips, ...two.trips],
        screenings: Object.fromEntries(
          [...new Set([...Object.keys(one.screenings), ...Object.keys(two.screenings)])].map((verdict) => [
            verdict,
            (one.screenings[verdict] ?? 0) + (two.screenings[verdict] ?? 0),
          ]),
        ),
      };
      const apart = [
        { ...one, quotas: [] },
        { ...two, quotas: [] },
      ];
      const range = { from: other, to: date };
      const [added, atOnce] = [reportOf({ days: apart, range }), reportOf({ days: [together], range })];
      const withoutDays = ({ id }: { id: string }) => id !== 'days';
      expect(added.sections.filter(withoutDays)).toEqual(atOnce.sections.filter(withoutDays));
    }),
    { numRuns: 30 },
  );
});

test('counts that were kept are the same as before', () => {
  fc.assert(
    fc.property(randomFacts(date), (day) => {
      const counts = countDay(day, zone);
      expect(decodeCounts(encodeCounts(counts))).toEqual(counts);
    }),
    { numRuns: 30 },
  );
});

const monthOfDays = (days: readonly DayFacts[]) => {
  const sum = emptyRange();
  for (const day of days) addCounts(sum, countDay(day, zone));
  return monthCounts({ month: '2026-11', timeZone: zone }, sum);
};

test('a month that was kept is the same as before', () => {
  fc.assert(
    fc.property(randomFacts(date), randomFacts('2026-11-25'), (one, other) => {
      const month = monthOfDays([one, other]);
      expect(decodeMonth(encodeMonth(month))).toEqual(month);
    }),
    { numRuns: 30 },
  );
});

test('many times as the seconds that occur and how often are the same times', () => {
  const times = fc.array(fc.oneof(fc.nat(40), fc.nat(5000), fc.nat(300_000)), { maxLength: 300 });
  fc.assert(
    fc.property(times, (all) => {
      const [tally, again] = [emptyTally(), emptyTally()];
      addTimes(tally, Uint32Array.from(all).sort());
      const { seconds, counts } = occurrencesOf(tally);
      expect([...seconds].flatMap((second, at) => Array(counts[at]).fill(second))).toEqual(
        all.toSorted((one, other) => one - other),
      );
      addOccurrences(again, { seconds, counts });
      expect(again).toEqual(tally);
    }),
  );
});

test('the longest time and one that occurs very often come back from a kept month', () => {
  const [seconds, counts] = [
    Uint32Array.of(0, 1, 63, 64, 2 ** 28 - 1),
    Uint32Array.of(1, 3_000_000, 2, 129, 5),
  ];
  const month = {
    ...monthOfDays([]),
    times: new Map([['waits/wait', new Map([['documents', { seconds, counts }]])]]),
  };
  expect(decodeMonth(encodeMonth(month))).toEqual(month);
});

test('bytes of another version, damaged or foreign ones are no month', () => {
  const bytes = encodeMonth(monthOfDays([facts({ tickets: [ticket()], steps: [step()] })]));
  expect([...bytes.subarray(0, 4)]).toEqual([0x4c, 0x4b, 0x4d, countsVersion]);
  const changed = (at: number, to: number) => bytes.with(at, to);
  const longer = new Uint8Array([...bytes, 0]);
  const wrong = [changed(3, countsVersion - 1), changed(4, 0), changed(9, 0), longer, bytes.subarray(0, -1)];
  for (const one of [...wrong, bytes.subarray(0, 20), new Uint8Array()]) expect(decodeMonth(one)).toBeNull();
  expect(decodeMonth(encodeCounts(countDay(facts({}), zone)))).toBeNull();
});

test('bytes of another version, damaged or foreign ones are no counts', () => {
  const bytes = encodeCounts(countDay(facts({ tickets: [ticket()], steps: [step()] }), zone));
  expect([...bytes.subarray(0, 4)]).toEqual([0x4c, 0x4b, 0x43, countsVersion]);
  const older = bytes.slice();
  older[3] = countsVersion - 1;
  const damaged = bytes.slice();
  damaged[8] = 0;
  const longer = new Uint8Array([...bytes, 0]);
  for (const wrong of [
    older,
    damaged,
    longer,
    bytes.subarray(0, -1),
    bytes.subarray(0, 20),
    new Uint8Array(),
  ])
    expect(decodeCounts(wrong)).toBeNull();
  expect(decodeCounts(new TextEncoder().encode('{"date":"2026-11-26"}'))).toBeNull();
});

test('bytes within others are read from where they begin', () => {
  const counts = countDay(facts({ steps: [step()] }), zone);
  const bytes = encodeCounts(counts);
  const around = new Uint8Array(bytes.length + 7);
  around.set(bytes, 5);
  expect(decodeCounts(around.subarray(5, 5 + bytes.length))).toEqual(counts);
});
