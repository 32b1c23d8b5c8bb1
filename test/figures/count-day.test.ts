/** What one date counts, by hand. */
import { expect, test } from 'vitest';
import type { DayFacts } from '../../server/figures/facts.ts';
import { booking, claim, clock, date, facts, quota, step, ticket } from './facts.ts';
import { reportOf, rowsOf, totalsOf } from './reading.ts';

const of = (changes: Partial<DayFacts>) =>
  reportOf({ days: [facts(changes)], range: { from: date, to: date } });

test('one visit through two steps is in every section that it belongs to', () => {
  const report = of({
    tickets: [
      ticket({
        people: 2,
        told: { from: clock('08:05'), to: clock('08:10') },
        rating: 'good',
        choices: { purposes: 'work' },
      }),
    ],
    steps: [
      step(),
      step({
        ...{ n: 2, step: 'interview', counter: 3, officer: null, outcome: 'passport-24' },
        ...{
          waitedFrom: clock('08:15:20'),
          calledAt: clock('09:00'),
          startedAt: null,
          endedAt: clock('09:04'),
        },
      }),
    ],
  });
  expect(totalsOf(report)).toEqual({
    ...{ issued: 1, people: 2, served: 1, promiseKept: 1, promiseShare: 1, toldKept: 1, toldShare: 1 },
    ...{ waits: 2, waitMedian: 600, waitP90: 2680, services: 2, serviceMedian: 240, serviceP90: 300 },
    ...{ stays: 1, stayMedian: 1800, stayP90: 1800, walks: 1, walkMedian: 20, walkP90: 20 },
    ...{ rated: 1, satisfiedShare: 1 },
  });
  expect(rowsOf(report, 'days')).toEqual({
    [date]: { issued: 1, served: 1, waits: 2, waitMedian: 600, waitP90: 2680, promiseKept: 1 },
  });
  expect(rowsOf(report, 'hours')).toEqual({
    '08': { issued: 1, called: 1, served: 1, waits: 1, waitMedian: 600, waitP90: 600 },
    '09': { called: 1, waits: 1, waitMedian: 2680, waitP90: 2680 },
  });
  expect(rowsOf(report, 'visits')).toEqual({
    'passport regular': { issued: 1, people: 2, served: 1, promiseKept: 1 },
  });
  expect(rowsOf(report, 'waits')).toEqual({
    'documents 08': { waits: 1, waitMedian: 600, waitP90: 600 },
    'documents ': { waits: 1, waitMedian: 600, waitP90: 600 },
    'interview 09': { waits: 1, waitMedian: 2680, waitP90: 2680 },
    'interview ': { waits: 1, waitMedian: 2680, waitP90: 2680 },
  });
  expect(rowsOf(report, 'walks')).toEqual({ 1: { walks: 1, walkMedian: 20, walkP90: 20 } });
  expect(rowsOf(report, 'counters')).toEqual({
    1: { calls: 1, served: 1, services: 1, serviceMedian: 300, serviceP90: 300 },
    3: { calls: 1, served: 1, services: 1, serviceMedian: 240, serviceP90: 240 },
  });
  expect(rowsOf(report, 'officers')).toEqual({
    ayu: { calls: 1, served: 1, services: 1, serviceMedian: 300, serviceP90: 300 },
    '': { calls: 1, served: 1, services: 1, serviceMedian: 240, serviceP90: 240 },
  });
  expect(rowsOf(report, 'outcomes')).toEqual({ 'interview passport-24': { count: 1 } });
  expect(rowsOf(report, 'choices')).toEqual({ 'purposes work': { count: 1 } });
  expect(rowsOf(report, 'satisfaction')).toEqual({ passport: { good: 1, satisfiedShare: 1 } });
  expect(rowsOf(report, 'channels')).toEqual({ 'walk-in': { booked: 1, people: 2, came: 1 } });
});

test('each way to end is counted apart, and whoever is still here is only issued', () => {
  const states = ['done', 'no-show', 'no-show', 'incomplete', 'cancelled', 'unfinished', 'waiting', 'held'];
  const report = of({ tickets: states.map((state) => ticket({ state, promise: null, endedAt: null })) });
  expect(rowsOf(report, 'visits')).toEqual({
    'passport regular': {
      ...{ issued: 8, people: 8, served: 1, noShow: 2, incomplete: 1, cancelled: 1, unfinished: 1 },
    },
  });
});

test('a share is kept of kept and broken; lapsed promises are in neither, and outages are named', () => {
  const report = of({
    tickets: [
      ...[ticket(), ticket(), ticket({ promise: 'lapsed' })],
      ...[ticket({ promise: 'broken', outageMinutes: 4 }), ticket({ promise: 'broken' })],
    ],
  });
  expect(totalsOf(report)).toMatchObject({
    ...{ promiseKept: 2, promiseBroken: 2, promiseLapsed: 1, promiseShare: 0.5, brokenInOutage: 1 },
  });
});

test('told is kept from its first to its last instant, and nothing is known of who was never called', () => {
  const told = { from: clock('08:10'), to: clock('08:20') };
  const calledAt = ['08:09:59', '08:10', '08:20', '08:20:01'];
  const report = of({
    tickets: [
      ...calledAt.map((time) => ticket({ told, firstCalledAt: clock(time) })),
      ticket({ told, firstCalledAt: null, state: 'cancelled' }),
    ],
  });
  expect(totalsOf(report)).toMatchObject({ toldKept: 2, toldMissed: 2, toldShare: 0.5 });
});

test('who is held or never comes has a walk, but no service; without a start it is from the call', () => {
  const report = of({
    steps: [
      step({ ended: 'held' }),
      step({ ended: 'no-show', startedAt: null }),
      step({ ended: 'transferred', startedAt: null, endedAt: clock('08:11') }),
      step({ ended: 'incomplete', reasons: ['missing', 'wrong'], endedAt: clock('08:12:20') }),
      step({ ended: null, endedAt: null, waitedFrom: null }),
    ],
  });
  expect(rowsOf(report, 'counters')[1]).toEqual({
    ...{ calls: 5, noShow: 1, services: 2, serviceMedian: 60, serviceP90: 120 },
  });
  expect(totalsOf(report)).toMatchObject({ waits: 4, walks: 3 });
  expect(rowsOf(report, 'incomplete')).toEqual({
    'documents missing': { count: 1 },
    'documents wrong': { count: 1 },
  });
});

test('outside the office nobody waits: the visits, and what came of them', () => {
  const outside = { service: 'home-visit', offsite: true, channel: 'walk-in', takesPlace: false } as const;
  const report = of({
    tickets: [ticket({ ...outside, promise: null }), ticket({ ...outside, state: 'no-show', promise: null })],
    steps: [
      step({
        ...{ service: 'home-visit', step: 'interview', counter: 0, waitedFrom: null },
        outcome: 'passport-48',
      }),
    ],
    requests: [
      { service: 'home-visit', people: 2, state: 'accepted' },
      { service: 'home-visit', people: 1, state: 'refused' },
      { service: 'home-visit', people: 1, state: 'open' },
    ],
    trips: [
      { state: 'planned', visits: 2 },
      { state: 'cancelled', visits: 0 },
    ],
  });
  expect(totalsOf(report)).toEqual({ offsite: 2 });
  expect(rowsOf(report, 'offsite')).toEqual({
    'home-visit': { requests: 3, accepted: 1, refused: 1, visits: 2, people: 2, done: 1, noShow: 1 },
    '': { trips: 1 },
  });
  expect(rowsOf(report, 'outcomes')).toEqual({ 'interview passport-48': { count: 1 } });
  for (const id of ['hours', 'visits', 'counters', 'officers', 'walks', 'services', 'channels'])
    expect(rowsOf(report, id)).toEqual({});
});

test('places are taken by people of bookings and of walk-ins, in the quotas that apply', () => {
  const report = of({
    quotas: [quota(), quota({ quota: 'priority', lanes: ['priority'], places: 0, released: 0 })],
    bookings: [
      booking({ people: 3 }),
      booking({ state: 'expired', takesPlace: false }),
      booking({ state: 'cancelled', channel: 'import', takesPlace: false, people: 4 }),
    ],
    tickets: [
      ticket({ people: 2 }),
      ticket({ takesPlace: false, channel: 'kiosk', people: 3 }),
      ticket({ lane: 'priority', state: 'cancelled' }),
    ],
  });
  expect(rowsOf(report, 'quotas')).toEqual({
    daily: { places: 10, released: 2, booked: 3, walkedIn: 2, usedShare: 0.5 },
    priority: { walkedIn: 1 },
  });
  expect(rowsOf(report, 'channels')).toEqual({
    'walk-in': { booked: 2, people: 3, came: 2, cancelled: 1 },
    kiosk: { booked: 2, people: 4, came: 1, expired: 1 },
    import: { booked: 1, people: 4, cancelled: 1 },
  });
});

test('hand-overs, claims and readings at the door', () => {
  const handover = { step: 'handover', counter: 5 };
  const report = of({
    steps: [
      step({ ...handover, handover: 'kept' }),
      step({ ...handover, handover: 'broken' }),
      step(handover),
    ],
    claims: [claim(), claim({ closed: 'refunded' }), claim({ closed: 'not-charged' }), claim()],
    screenings: { admitted: 7, retest: 2 },
  });
  expect(totalsOf(report)).toMatchObject({ handoverKept: 1, handoverBroken: 1, claims: 4, screened: 9 });
  expect(rowsOf(report, 'handovers')).toEqual({
    handover: {
      ...{ handoverKept: 1, handoverBroken: 1 },
      ...{ claims: 4, claimsNotCharged: 1, claimsRefunded: 1, claimsOpen: 2 },
    },
  });
  expect(rowsOf(report, 'screenings')).toEqual({ admitted: { count: 7 }, retest: { count: 2 } });
});

test('a part of a second is left out, and a clock that was put back makes no negative time', () => {
  const report = of({
    steps: [
      step({ waitedFrom: '2026-11-26T00:00:00.001Z', calledAt: '2026-11-26T00:00:10.000Z', startedAt: null }),
      step({ waitedFrom: clock('08:11'), startedAt: null }),
    ],
  });
  expect(totalsOf(report)).toMatchObject({ waits: 2, waitP90: 9 });
  expect(rowsOf(report, 'waits')['documents ']).toMatchObject({ waits: 2 });
});

test('a time of decades, after a clock that stood in 1970, is counted and costs nothing', () => {
  const report = of({ tickets: [ticket(), ticket({ arrivedAt: '1970-01-01T00:00:00.000Z' })] });
  expect(totalsOf(report)).toMatchObject({ stays: 2, stayMedian: 1800, stayP90: 268_435_455 });
});
