/** From a day to its snapshot: who is in it, and who not. */
import { expect, test } from 'vitest';
import type { Office } from '../../../server/contract/office.ts';
import type { Snapshot } from '../../../server/domain/forecast/snapshot.ts';
import { takeSnapshot } from '../../../server/domain/forecast/take-snapshot.ts';
import { createToday } from '../../../server/domain/forecast/today.ts';
import { bookingDay } from '../booking-day.ts';
import { clock, type Morning, morning } from '../morning.ts';
import { contoh, firstLane } from '../office.ts';

const zone = 'Asia/Makassar';

function snapshotOf({ state }: Pick<Morning, 'state'>, time: string): Snapshot {
  const today = createToday(zone);
  today.note(state.day, []);
  return takeSnapshot(state, today, clock(time));
}

const withOpen = (...counters: number[]): Morning => {
  const day = morning(contoh());
  day.opens(...counters);
  return day;
};
const codesOf = (day: Morning, ...numbers: string[]) => numbers.map((number) => day.visit(number).code);
const seen = (taken: Snapshot) => taken.visits.map(({ code }) => code);

test('who waits and who is at a counter is in it; who is held, missed, sent away, done or cancelled is not', () => {
  const day = withOpen(1, 2, 4);
  const [held, missed, away, done, gone] = ['08:00', '08:01', '08:02', '08:03', '08:04'].map((time) =>
    day.takes(time, 'question'),
  );
  day.calls(1, held as string, '08:10');
  day.press('HoldVisit', 1, '08:11');
  day.calls(1, missed as string, '08:12');
  for (const time of ['08:13', '08:14', '08:15']) day.press('RecallTicket', 1, time);
  expect(day.press('MarkNoShow', 1, '08:20')).not.toHaveProperty('refused');
  day.calls(1, away as string, '08:21');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:22');
  day.calls(1, done as string, '08:23');
  day.press('FinishStep', 1, '08:24');
  day.does({ type: 'CancelTicket', ticket: gone as string }, '08:25');
  const served = day.takes('08:30');
  day.calls(2, served, '08:31');
  const waits = day.takes('08:32');
  const taken = snapshotOf(day, '08:40');
  expect(seen(taken).sort()).toEqual(codesOf(day, served, waits).sort());
  expect(taken.visits.find(({ at }) => at === 2)).toMatchObject({ step: 'documents', todo: ['interview'] });
  expect(taken.counters.find(({ number }) => number === 2)?.busy).toEqual({
    ...{ since: clock('08:31'), step: 'documents', service: 'passport' },
  });
});

test('who waits outside takes no room, nor does a service that nobody enters for', () => {
  const base = contoh();
  const services = base.services.map((one) => (one.id === 'collection' ? { ...one, inside: false } : one));
  const day = morning({ ...base, services });
  day.opens(1);
  const inside = day.takes('08:00', 'question', { people: 3 });
  const car = day.takes('08:01', 'collection', { people: 2 });
  const taken = snapshotOf(day, '08:05');
  const people = Object.fromEntries(taken.visits.map((visit) => [visit.code, visit.inside]));
  expect(people).toEqual({ [day.visit(inside).code]: 3, [day.visit(car).code]: 0 });
});

test('a number for later is not callable before, and has waited since nothing', () => {
  const day = withOpen(1);
  const later = day.reserves('08:00', '10:00');
  const [visit] = snapshotOf(day, '08:05').visits;
  expect(visit).toMatchObject({ code: day.visit(later).code, from: clock('10:00'), since: clock('10:00') });
});

test('TR3 who is kept for a counter is kept for it alone, until that counter is closed', () => {
  const day = withOpen(1, 2);
  const number = day.takes('08:00', 'question');
  day.calls(1, number, '08:01');
  day.does({ type: 'TransferVisit', counter: 1, to: { counter: 2 } }, '08:02');
  expect(snapshotOf(day, '08:03').visits).toMatchObject([{ onlyAt: 2, at: null }]);
  day.does({ type: 'CloseCounter', counter: 2, confirm: true }, '08:04');
  expect(snapshotOf(day, '08:05').visits).toMatchObject([{ onlyAt: null }]);
});

test('open counters are in it, and those whose pause has an end, from then on', () => {
  const day = withOpen(1, 2, 3);
  const until = clock('09:00');
  day.does({ type: 'PauseCounter', counter: 1, until }, '08:00');
  day.does({ type: 'PauseCounter', counter: 2 }, '08:00');
  const { counters, closed } = snapshotOf(day, '08:30');
  expect(counters.map(({ number, from }) => [number, from])).toEqual([
    [1, until],
    [3, clock('08:30')],
  ]);
  expect(closed.map(({ number }) => number)).toEqual([1, 2, 4, 5]);
});

test('a promise that is kept or broken is none any more', () => {
  const day = withOpen(1, 5);
  const kept = day.takes('08:00', 'collection');
  const broken = day.takes('08:01');
  day.calls(5, kept, '08:10');
  day.passes('10:01');
  const promises = snapshotOf(day, '10:02').visits.map(({ code, promiseAt }) => [code, promiseAt]);
  expect(promises.sort()).toEqual(
    codesOf(day, kept, broken)
      .map((code) => [code, null])
      .sort(),
  );
});

test('FC9 who is booked for today is expected at the slot, and no more once it is late', () => {
  const day = bookingDay(undefined, '2026-11-27 07:00');
  day.opens(1);
  const early = day.booked('2026-11-27 07:10', { slot: '08:00' });
  const later = day.booked('2026-11-27 07:11', { slot: '09:00' });
  const tomorrow = day.booked('2026-11-27 07:12', { date: '2026-11-30', slot: '08:00' });
  const expected = (time: string) =>
    snapshotOf(day, time).visits.map(({ code, isComing, from }) => [code, isComing, from]);
  const [eight, nine] = [clock('2026-11-27 08:00'), clock('2026-11-27 09:00')];
  expect(expected('2026-11-27 07:30')).toEqual([
    [early, true, eight],
    [later, true, nine],
  ]);
  // Late by ten minutes it may come any time; after a quarter of an hour nobody reckons with it.
  expect(expected('2026-11-27 08:10')[0]).toEqual([early, true, clock('2026-11-27 08:10')]);
  expect(expected('2026-11-27 08:16')).toEqual([[later, true, nine]]);
  expect(expected('2026-11-27 07:30').flat()).not.toContain(tomorrow);
});

test('one newcomer of each service and lane that gives tickets, with the turn of whoever comes now', () => {
  const day = morning(contoh({ lanes: firstLane }));
  const { newcomers, lanes } = snapshotOf(day, '08:00');
  expect(newcomers.map(({ service, lane }) => `${service} ${lane}`)).toEqual([
    ...['passport regular', 'passport priority', 'collection regular', 'collection priority'],
    ...['question regular', 'question priority'],
  ]);
  expect(newcomers[0]).toMatchObject({ steps: ['documents', 'interview'], turn: clock('10:00') });
  expect(newcomers[1]).toMatchObject({ turn: clock('08:30') });
  expect(lanes[1]).toEqual({ id: 'priority', first: true, atMost: { calls: 2, of: 3 } });
});

test('nothing personal is in it', () => {
  const office: Office = contoh();
  const day = morning(office);
  day.opens(1);
  day.does({ type: 'TakeTicket', service: 'passport', needs: ['wheelchair'] }, '08:00');
  const visit = day.visit('A-001');
  const text = JSON.stringify(snapshotOf(day, '08:01'));
  for (const hidden of ['wheelchair', visit.shortCode, visit.number]) expect(text).not.toContain(hidden);
});
