/** FP3: whom a promised first place comes before, and in which order several are. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { type Morning, morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

const close = (...tomorrow: string[]): Command => ({ type: 'CloseDay', tomorrow });
const claim = (code: string): Command => ({ type: 'ClaimPlace', code });

/** Tickets taken from 08:00 on, a minute apart; all are sent home at 15:00. Gives their codes. */
function sentHome(day: Morning, ...lanes: string[]): string[] {
  const numbers = lanes.map((lane, minute) => day.takes(`08:0${minute}`, 'passport', { lane }));
  const codes = numbers.map((number) => day.visit(number).code);
  day.does(close(...numbers), '15:00');
  return codes;
}

const order = (day: Morning, counter: number, date: string, count: number) =>
  Array.from({ length: count }, (_, n) => day.next(counter, `${date} 11:${String(10 + n)}`).ticket);

const opened = (day: Morning, date: string) =>
  day.does({ type: 'OpenCounter', counter: 1, lanes: ['regular', 'priority'] }, `${date} 07:30`);

test('FP3 it comes before everybody who arrived that day, whatever is promised to them', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  opened(day, '2026-11-27');
  day.takes('2026-11-27 07:40', 'passport', { lane: 'priority' });
  day.takes('2026-11-27 07:41');
  expect(day.does(claim(code), '2026-11-27 10:00')).toMatchObject({ number: 'A-002', ahead: 0 });
  expect(order(day, 1, '2026-11-27', 3)).toEqual(['A-002', 'P-001', 'A-001']);
});

test('FP3 several keep the order of their old turns, in whatever order they come and from whichever day', () => {
  const day = morning(contoh());
  const [regular = '', priority = ''] = sentHome(day, 'regular', 'priority');
  const late = day.takes('2026-11-27 08:00', 'passport', { lane: 'priority' });
  const { code } = day.visit(late);
  day.does(close(late), '2026-11-27 15:00');
  opened(day, '2026-11-28');
  for (const one of [code, regular, priority]) day.does(claim(one), '2026-11-28 08:00');
  // P-001 is Friday's; of Thursday's P-002 had the earlier turn, 08:31 against 10:00.
  expect(order(day, 1, '2026-11-28', 3)).toEqual(['P-002', 'A-001', 'P-001']);
});

test('FP3 who was sent home in two rounds on one day has the order of turns all the same', () => {
  const day = morning(contoh());
  const codes = [day.takes('08:00'), day.takes('08:01')].map((number) => day.visit(number).code);
  day.does(close('A-002'), '15:00');
  day.does(close('A-001'), '15:30');
  opened(day, '2026-11-27');
  for (const code of codes.toReversed()) day.does(claim(code), '2026-11-27 08:00');
  // A-001 of today is the old A-002.
  expect(order(day, 1, '2026-11-27', 2)).toEqual(['A-002', 'A-001']);
});

test('FP3 who was sent home again comes before those of the second day', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'regular');
  day.takes('2026-11-27 08:00', 'passport', { lane: 'priority' });
  day.does(claim(code), '2026-11-27 09:00');
  const codes = ['P-001', 'A-001'].map((number) => day.visit(number).code);
  day.does(close('P-001', 'A-001'), '2026-11-27 15:00');
  opened(day, '2026-11-28');
  for (const one of codes) day.does(claim(one), '2026-11-28 08:00');
  expect(order(day, 1, '2026-11-28', 2)).toEqual(['A-001', 'P-001']);
});

test('FP3 whatever the office promises: a year is not enough to come before it', () => {
  const services = [{ id: 'passport', prefix: 'A', steps: ['documents'], promise: 'PT8784H' }];
  const day = morning(contoh({ services, outcomes: {} }));
  const [code = ''] = sentHome(day, 'regular');
  opened(day, '2026-11-27');
  day.takes('2026-11-27 07:40', 'passport', { lane: 'priority' });
  day.does(claim(code), '2026-11-27 08:00');
  expect(order(day, 1, '2026-11-27', 2)).toEqual(['A-001', 'P-001']);
});

test('FP3 a lane that goes first goes before it, as before all others', () => {
  const day = morning(contoh({ lanes: firstLane }));
  const [code = ''] = sentHome(day, 'regular');
  opened(day, '2026-11-27');
  day.takes('2026-11-27 07:40', 'passport', { lane: 'priority' });
  day.takes('2026-11-27 07:41');
  expect(day.does(claim(code), '2026-11-27 08:00').ahead).toBe(1);
  expect(order(day, 1, '2026-11-27', 3)).toEqual(['P-001', 'A-002', 'A-001']);
});

test('FP3 a change of lane does not lose it', () => {
  const day = morning(contoh());
  const [code = ''] = sentHome(day, 'priority');
  opened(day, '2026-11-27');
  day.takes('2026-11-27 07:40');
  day.does(claim(code), '2026-11-27 08:00');
  day.does({ type: 'ChangeLane', ticket: 'P-001', lane: 'regular', reason: 'asked' }, '2026-11-27 08:01');
  expect(order(day, 1, '2026-11-27', 2)).toEqual(['P-001', 'A-001']);
});
