/** What visitors say of the visit: once, on the day itself, and changeable for some minutes. */
import { expect, test } from 'vitest';
import { deskView } from '../../server/domain/views/desk.ts';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { supervisorView } from '../../server/domain/views/supervisor.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import type { Rating } from '../../server/domain/visit.ts';
import { at } from '../views/context.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const calm = { calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' } };

/** A visit for a single step that was called, and ends as it is said, at 08:10. */
function visitThat(end: (day: Morning) => void): { day: Morning; code: string } {
  const day = morning(contoh(calm));
  day.opens(1);
  const number = day.takes('08:00', 'question');
  day.next(1, '08:05');
  end(day);
  return { day, code: day.visit(number).code };
}
const done = () => visitThat((day) => day.press('FinishStep', 1, '08:10'));
const rates = ({ day, code }: { day: Morning; code: string }, rating: Rating, time: string) =>
  day.does({ type: 'RateVisit', code, rating }, time);
const phone = (day: Morning, code: string, time: string) => {
  const view = ticketView(day.state, at(time), code);
  return view && [view.rating, view.mayRate];
};

test('RT1 whoever is done says how it was, and the phone shows it', () => {
  const visit = done();
  expect(phone(visit.day, visit.code, '08:11')).toEqual([null, true]);
  const answer = rates(visit, 'fair', '08:12');
  expect(answer).toEqual({ rating: 'fair', changeUntil: new Date(clock('08:22')).toISOString() });
  expect(visit.day.last()).toEqual([
    { type: 'VisitRated', at: clock('08:12'), code: visit.code, rating: 'fair' },
  ]);
  expect(phone(visit.day, visit.code, '08:13')).toEqual(['fair', true]);
});

test('RT1 who was sent away was served too', () => {
  const away = visitThat((day) => day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:10'));
  expect(phone(away.day, away.code, '08:11')).toEqual([null, true]);
  expect(rates(away, 'poor', '08:11').refused).toBeUndefined();
  expect(phone(away.day, away.code, '08:11')).toEqual(['poor', true]);
});

test.each([
  ['called', () => {}],
  ['serving', (day: Morning) => day.press('StartVisit', 1, '08:10')],
  ['held', (day: Morning) => day.press('HoldVisit', 1, '08:10')],
  ['no-show', (day: Morning) => day.press('MarkNoShow', 1, '08:10')],
] as const)('RT1 a visit that is %s is not asked', (state, end) => {
  const visit = visitThat(end);
  expect(visit.day.visit('B-001').state).toBe(state);
  expect(phone(visit.day, visit.code, '08:11')).toEqual([null, false]);
  expect(rates(visit, 'good', '08:11').refused).toBe('not-possible');
});

test('RT1 only by the code: a number, which everybody reads on the wall, is nobody’s', () => {
  const { day } = done();
  for (const code of ['B-001', 'b1', 'nobody', 'constructor'])
    expect(rates({ day, code }, 'poor', '08:11').refused).toBe('unknown-ticket');
});

test('RT2 it can be said until midnight, and not on another day', () => {
  const visit = done();
  expect(phone(visit.day, visit.code, '23:59')).toEqual([null, true]);
  expect(rates(visit, 'good', '23:59').refused).toBeUndefined();
  visit.day.passes('2026-11-27 00:00');
  expect(phone(visit.day, visit.code, '2026-11-27 00:01')).toEqual(['good', false]);
  expect(rates(visit, 'poor', '2026-11-27 00:01').refused).toBe('rating-over');
  expect(rates(done(), 'poor', '2026-11-27 00:00').refused).toBe('rating-over');
  visit.day.passes('2026-11-28 00:00');
  expect(rates(visit, 'poor', '2026-11-28 00:01').refused).toBe('unknown-ticket');
});

test('RT2 a ticket that is still worth something on later days is not asked again', () => {
  const away = visitThat((day) => day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:10'));
  expect(phone(away.day, away.code, '08:11')).toEqual([null, true]);
  away.day.passes('2026-11-28 00:00');
  expect(phone(away.day, away.code, '2026-11-28 08:00')).toEqual([null, false]);
  expect(rates(away, 'poor', '2026-11-28 08:00').refused).toBe('rating-over');
});

test('RT2 a day that was closed by hand still listens', () => {
  const visit = done();
  visit.day.does({ type: 'CloseDay', tomorrow: [] }, '16:00');
  expect(rates(visit, 'good', '16:01').refused).toBeUndefined();
});

test('RT3 it is changed within ten minutes of the first tap, whenever the last one was', () => {
  const visit = done();
  rates(visit, 'poor', '09:00');
  rates(visit, 'good', '09:09');
  expect(rates(visit, 'fair', '09:10').refused).toBeUndefined();
  expect(rates(visit, 'poor', '09:10:00.001').refused).toBe('rating-over');
  expect(phone(visit.day, visit.code, '09:11')).toEqual(['fair', false]);
});

test('RT3 the same again is recorded once', () => {
  const visit = done();
  rates(visit, 'good', '09:00');
  expect(rates(visit, 'good', '09:01')).toMatchObject({ rating: 'good' });
  expect(visit.day.last()).toEqual([]);
});

test('RT3 who rates when sent away and comes back is not asked again', () => {
  const away = visitThat((day) => day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:10'));
  rates(away, 'poor', '08:11');
  away.day.calls(1, 'B-001', '09:00');
  expect(rates(away, 'good', '09:00').refused).toBe('not-possible');
  away.day.press('FinishStep', 1, '09:10');
  expect(phone(away.day, away.code, '09:11')).toEqual(['poor', false]);
  expect(rates(away, 'good', '09:11').refused).toBe('rating-over');
});

test('RT4 rating hinders no undo, and an undo does not forget it', () => {
  const visit = done();
  rates(visit, 'good', '08:10:05');
  expect(visit.day.press('UndoAction', 1, '08:10:10')).toEqual({ counter: 1, ticket: 'B-001' });
  expect(visit.day.visit('B-001')).toMatchObject({ state: 'called', rating: 'good' });
  expect(phone(visit.day, visit.code, '08:11')).toEqual(['good', false]);
});

test('RT4 no view but the visit’s own tells what was said', () => {
  const visit = done();
  rates(visit, 'poor', '08:12');
  const context = at('08:13');
  const { state } = visit.day;
  const around = { alarms: [], presence: new Map(), now: context.at };
  const views = [
    lobbyView(state, context, null),
    deskView(state, context, 1),
    supervisorView(state, context, around),
  ];
  for (const view of views) expect(JSON.stringify(view)).not.toMatch(/poor|rating/);
});
