/** Balikpapan: what the office announced in 2020 and 2021, played where the queue keeps it. */
import { expect, test } from 'vitest';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { type Morning, morning } from '../domain/morning.ts';
import {
  asksForNumber,
  inside,
  opened,
  promisesBroken,
  quota,
  readsAgain,
  screens,
  seen,
  service,
  shipped,
  step,
} from './shipped.ts';

const office = shipped('balikpapan');
const begun = () => opened(morning(office));

test('one officer checks the file, interviews and photographs: after one call the visit is done', () => {
  const day = begun();
  const numbers = [1, 2, 3].map((counter) => {
    const number = day.takes('08:00');
    day.next(counter, '08:10');
    day.press('StartVisit', counter, '08:11');
    day.press('FinishStep', counter, '08:31');
    return number;
  });
  expect(numbers).toEqual(['A-001', 'A-002', 'A-003']);
  for (const [index, number] of numbers.entries())
    expect(day.visit(number)).toMatchObject({ state: 'done', counter: index + 1, steps: [{ end: 'done' }] });
});

test('from arrival to leaving at most two hours: being called in time is not enough, being done is', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:00');
  day.next(1, '09:30');
  day.next(2, '09:31');
  day.press('FinishStep', 1, '09:59:59.999');
  expect(promisesBroken(day, '09:59:59.999')).toEqual([]);
  expect(promisesBroken(day, '10:00')).toEqual(['A-002']);
});

test('drive-thru has numbers, a queue, a counter and a board of its own', () => {
  const day = begun();
  expect(day.takes('08:00', 'drive-thru')).toBe('L-001');
  expect(day.takes('08:01')).toBe('A-001');
  for (const counter of [1, 2, 3]) {
    expect(day.next(counter, '08:05').ticket).not.toBe('L-001');
    expect(day.calls(counter, 'L-001', '08:06')).toMatchObject({ refused: 'not-yours' });
  }
  expect(day.next(4, '08:07')).toMatchObject({ ticket: 'L-001' });
  expect(day.takes('08:08')).toBe('A-002');
  const board = (zone: string) => lobbyView(day.state, seen(day, '08:10'), zone);
  expect(board('drive-thru').counters).toEqual([
    { counter: 4, state: 'open', number: 'L-001', name: { id: 'Lantatur', en: 'Drive-thru' } },
  ]);
  expect(board('drive-thru').calls.map(({ number }) => number)).toEqual(['L-001']);
  expect(board('hall').calls.map(({ number }) => number)).toEqual(['A-001']);
  // However long applicants wait inside, the counter outside calls none of them.
  expect(day.next(4, '08:11')).toMatchObject({ ticket: null });
});

test('the file says: who collects by car does not enter the room', () => {
  expect(service(office, 'drive-thru')).toMatchObject({ inside: false, steps: ['car-handover'] });
  expect(service(office, 'passport')).toMatchObject({ inside: true, steps: ['one-stop'] });
});

test('the file says: 75 a day, which the supervisor may stretch to 100', () => {
  expect(quota(office, 'passport')).toMatchObject({ services: ['passport'], perDay: 75, upTo: 100 });
});

test('the file says: bookings and walk-ins share these places, whoever is first', () => {
  expect(office.booking).toMatchObject({ service: 'passport' });
  expect(office.quotas).toHaveLength(1);
  expect(quota(office, 'passport')).not.toHaveProperty('share');
});

test('the file says: above 37 a warning; too high, and again after sitting down twice, the task force decides', () => {
  expect(office.screening).toEqual({
    warnAbove: 37,
    holdAbove: 37.5,
    retests: 2,
    retestAfter: 300_000,
    keep: 86_400_000,
  });
});

test('at 37 degrees or less nothing is said; above, a warning; both come in', () => {
  const day = begun();
  expect(screens(day, 36.4, '08:00')).toMatchObject({ verdict: 'admitted' });
  expect(screens(day, 37, '08:01')).toMatchObject({ verdict: 'admitted' });
  expect(screens(day, 37.1, '08:02')).toMatchObject({ verdict: 'warned' });
  expect(screens(day, 37.5, '08:03')).toMatchObject({ verdict: 'warned' });
  expect(inside(day)).toBe(4);
});

test('too high: one sits down for five minutes and is measured again, and comes in when it was only the sun', () => {
  const day = begun();
  const first = screens(day, 37.6, '08:00');
  expect(first).toMatchObject({ verdict: 'retest', retestAt: '2026-11-26T00:05:00.000Z' });
  expect(inside(day)).toBe(0);
  expect(readsAgain(day, first.id, 36.9, '08:05')).toMatchObject({ verdict: 'admitted', attempt: 2 });
  expect(inside(day)).toBe(1);
});

/** Too high three times: held since 08:10. */
function held(): { day: Morning; screening: string } {
  const day = begun();
  const { id } = screens(day, 38.2, '08:00');
  expect(readsAgain(day, id, 38.1, '08:05')).toMatchObject({ verdict: 'retest' });
  expect(readsAgain(day, id, 38.3, '08:10')).toMatchObject({ verdict: 'held', case: 'K-001' });
  expect(inside(day)).toBe(0);
  return { day, screening: String(id) };
}

test('still too high: the task force comes and decides that it is fine', () => {
  const { day, screening } = held();
  const decided = day.does({ type: 'DecideCase', screening, decision: 'admit', by: 'Satgas' }, '08:20');
  expect(decided).toMatchObject({ verdict: 'admitted' });
  expect(inside(day)).toBe(1);
});

test('still too high: the task force comes and decides for treatment first; the guard cannot let the person in', () => {
  const { day, screening } = held();
  expect(readsAgain(day, screening, 36.5, '08:15').refused).toBeDefined();
  day.does({ type: 'DecideCase', screening, decision: 'refer', by: 'Satgas' }, '08:20');
  expect(inside(day)).toBe(0);
  const ticket = day.does({ type: 'TakeTicket', service: 'passport', screening, atDoor: true }, '08:21');
  expect(ticket.refused).toBe('unknown-screening');
});

test('the two hours begin at the door: at the reading that let the person in', () => {
  const day = begun();
  const { id } = screens(day, 36.5, '08:00');
  day.does({ type: 'TakeTicket', service: 'passport', screening: String(id), atDoor: true }, '08:04');
  expect(promisesBroken(day, '09:59:59.999')).toEqual([]);
  expect(promisesBroken(day, '10:00')).toEqual(['A-001']);
});

test('Perda is asked for with a letter and goes out: it gives no numbers, and has the steps and outcomes of the office', () => {
  expect(asksForNumber(begun(), 'perda')).toMatchObject({ refused: 'unknown-service' });
  expect(service(office, 'perda')).toMatchObject({
    offsite: true,
    requires: ['address', 'contact', 'letter'],
    steps: ['one-stop'],
  });
  expect(step(office, 'one-stop')?.name).toEqual({ id: 'Pelayanan satu atap', en: 'One-stop service' });
  expect(office.outcomes['one-stop']).toEqual(['diterima', 'ditolak']);
});
