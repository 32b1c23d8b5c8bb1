/** Who is sent away with an incomplete file: what to bring, the clock of the promise, and coming back later. */
import { expect, test } from 'vitest';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { at } from '../views/context.ts';
import { begins, type Following, following } from './following-office.ts';
import { clock } from './morning.ts';

/** A-001 was taken at 09:00 with two hours promised, and was sent away at 09:30. */
function sentAway(bring: readonly string[] = ['id-card'], day = begins()): Following {
  day.takes('09:00');
  day.next(1, '09:20');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'], bring }, '09:30');
  return day;
}

const returns = (day: Following, time: string) => day.does({ type: 'ReturnVisit', ticket: 'A-001' }, time);
const phone = (day: Following, code: string, time: string) => {
  day.passes(time);
  return ticketView(day.state, at(time), code);
};

test('IF1 what to bring is of the step’s list, and is told once', () => {
  const day = sentAway(['family', 'id-card', 'family']);
  expect(day.visit('A-001')).toMatchObject({ state: 'incomplete', bring: ['family', 'id-card'] });
  expect(ticketView(day.state, at('09:31'), day.visit('A-001').code)).toMatchObject({
    state: 'incomplete',
    reasons: ['missing'],
    bring: [
      { id: 'family', name: { id: 'Kartu keluarga', en: 'Kartu keluarga' } },
      { id: 'id-card', name: { id: 'KTP asli', en: 'Original identity card' } },
    ],
  });
});

test('IF1 anything else is refused, and nobody is sent away', () => {
  const day = begins();
  day.takes('09:00');
  day.next(1, '09:20');
  const send = (bring: string[]) =>
    day.does({ type: 'SendAway', counter: 1, reasons: ['missing'], bring }, '09:30').refused;
  expect(send(['passport'])).toBe('unknown-reason');
  expect(send(['id-card', 'passport'])).toBe('unknown-reason');
  expect(day.visit('A-001').state).toBe('called');
  expect(send([])).toBeUndefined();
  expect(day.visit('A-001').bring).toEqual([]);
});

test('IF2 the phone says until when one can come back; where the office says nothing, today', () => {
  const day = sentAway();
  const { code } = day.visit('A-001');
  expect(phone(day, code, '09:31')?.returnUntil).toBe('2026-11-29');
  returns(day, '10:00');
  expect(phone(day, code, '10:01')).toMatchObject({ returnUntil: null, bring: [] });
  const steps = [
    { id: 'documents', incomplete: { reasons: ['missing'] } },
    { id: 'interview' },
    { id: 'handover' },
  ];
  const other = sentAway([], begins(following({ steps })));
  expect(phone(other, other.visit('A-001').code, '09:31')?.returnUntil).toBeNull();
});

test('IF3 the clock of the promise stands still while one is away; the turn stays', () => {
  const day = sentAway();
  // 90 minutes are left of the two hours.
  expect(day.passes('11:30')).toEqual([]);
  returns(day, '11:40');
  expect(day.visit('A-001')).toMatchObject({
    promiseAt: clock('13:10'),
    promise: 'running',
    turn: clock('11:00'),
  });
  expect(day.passes('13:09:59.999')).toEqual([]);
  expect(day.passes('13:10')).toMatchObject([{ type: 'PromiseBroken', at: clock('13:10') }]);
});

test('IF3 called by number it is the same, and undo gives back what was', () => {
  const day = sentAway();
  day.calls(1, 'A-001', '12:00');
  expect(day.visit('A-001')).toMatchObject({
    state: 'called',
    promiseAt: clock('13:30'),
    promise: 'running',
  });
  day.press('UndoAction', 1, '12:00:10');
  expect(day.visit('A-001')).toMatchObject({ state: 'incomplete', promiseAt: clock('11:00') });
  expect(day.passes('14:00')).toEqual([]);
  returns(day, '14:00');
  expect(day.visit('A-001').promiseAt).toBe(clock('15:30'));
});

test('IF3 sent away twice, both times count', () => {
  const day = sentAway();
  returns(day, '10:00');
  day.next(1, '10:10');
  day.does({ type: 'SendAway', counter: 1, reasons: ['wrong'] }, '10:20');
  returns(day, '11:00');
  expect(day.visit('A-001').promiseAt).toBe(clock('12:10'));
});

test('IF3 a promise that was broken before stays so; one that the call has kept does not move', () => {
  const day = begins();
  day.takes('09:00');
  day.next(1, '11:10');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '11:20');
  returns(day, '11:50');
  expect(day.visit('A-001').promiseAt).toBe(clock('11:00'));
  expect(day.passes('23:00')).toEqual([]);
  const services = [{ id: 'passport', prefix: 'A', steps: ['documents'], promise: 'PT2H', until: 'called' }];
  const called = sentAway(['id-card'], begins(following({ services })));
  returns(called, '11:50');
  expect(called.visit('A-001')).toMatchObject({ promise: 'kept', promiseAt: clock('11:00') });
});

test('IF3 and TP3: a missed visit lapses as before', () => {
  const day = begins();
  day.takes('09:00');
  day.next(1, '09:20');
  day.press('MarkNoShow', 1, '09:30');
  returns(day, '11:40');
  expect(day.visit('A-001')).toMatchObject({ promise: 'lapsed', promiseAt: clock('11:00') });
});

test('IF4 midnight notes who may come back on a later date; without such dates nobody', () => {
  const day = sentAway();
  const { code, shortCode } = day.visit('A-001');
  day.passes('2026-11-27 07:00');
  expect([...day.state.calendar.comebacks.values()]).toEqual([
    {
      kind: 'return',
      code,
      shortCode,
      number: 'A-001',
      date: '2026-11-26',
      from: '2026-11-27',
      until: '2026-11-29',
      service: 'passport',
      lane: 'regular',
      steps: ['documents', 'interview'],
      formerService: 'passport',
      reasons: ['missing'],
      bring: ['id-card'],
      people: 1,
      category: null,
      ticket: null,
    },
  ]);
  const steps = [
    { id: 'documents', incomplete: { reasons: ['missing'] } },
    { id: 'interview' },
    { id: 'handover' },
  ];
  const other = sentAway([], begins(following({ steps })));
  other.passes('2026-11-27 07:00');
  expect(other.state.calendar.comebacks.size).toBe(0);
});

test('IF4 and IF2: the phone says on later days what to bring and until when', () => {
  const day = sentAway();
  const { code } = day.visit('A-001');
  const said = {
    state: 'incomplete',
    step: 'documents',
    reasons: ['missing'],
    bring: [{ id: 'id-card', name: { id: 'KTP asli', en: 'Original identity card' } }],
    returnUntil: '2026-11-29',
    collect: null,
  };
  expect(phone(day, code, '2026-11-27 09:00')).toMatchObject(said);
  expect(phone(day, code, '2026-11-28 09:00')).toMatchObject(said);
});

test('IF5 on a later date the code gives a number for what was left, without a place, in the order of its arrival', () => {
  const day = sentAway();
  const { code } = day.visit('A-001');
  day.takes('2026-11-27 08:30');
  expect(day.comes(code, '2026-11-27 09:00')).toMatchObject({
    number: 'A-002',
    service: 'passport',
    step: 'documents',
    ahead: 1,
    promiseAt: '2026-11-27T03:00:00.000Z',
  });
  expect(day.visit('A-002')).toMatchObject({ comeback: code, takesPlace: false, todo: ['interview'] });
  expect(day.comes(code, '2026-11-27 09:01').refused).toBe('booking-used');
});

test('IF5 on the day itself one returns with the same number: the code gives no other', () => {
  const day = sentAway();
  expect(day.comes(day.visit('A-001').code, '10:00').refused).toBe('unknown-booking');
});

test('IF5 of the same service and lane alone', () => {
  const day = sentAway();
  const { code, shortCode } = day.visit('A-001');
  const when = '2026-11-27 09:00';
  expect(day.comes(code, when, { service: 'drive-thru' }).refused).toBe('not-possible');
  expect(day.comes(code, when, { lane: 'priority' }).refused).toBe('not-possible');
  expect(day.comes(shortCode, when, { service: 'passport', lane: 'regular' }).number).toBe('A-001');
});

test('IF5 after the last date it is too late', () => {
  const openings = [{ date: '2026-11-29', hours: ['08:00-12:00'] }];
  const day = sentAway(['id-card'], begins(following({ openings })));
  const { code } = day.visit('A-001');
  expect(day.comes(code, '2026-11-30 09:00').refused).toBe('booking-late');
  const other = sentAway(['id-card'], begins(following({ openings })));
  expect(other.comes(other.visit('A-001').code, '2026-11-29 09:00').number).toBe('A-001');
});

test('IF5 and CB6: not served on the day, one may come once more until the last date', () => {
  const openings = [{ date: '2026-11-28', hours: ['08:00-12:00'] }];
  const day = sentAway(['id-card'], begins(following({ openings })));
  const { code } = day.visit('A-001');
  day.comes(code, '2026-11-27 09:00');
  expect(day.comes(code, '2026-11-28 09:00')).toMatchObject({ number: 'A-001', step: 'documents' });
  expect(day.comes(code, '2026-11-30 09:00').refused).toBe('booking-late');
});

test('IF5 sent away once more, the dates count anew with the new number', () => {
  const day = sentAway();
  const { code } = day.visit('A-001');
  day.comes(code, '2026-11-27 09:00');
  day.does({ type: 'OpenCounter', counter: 1 }, '2026-11-27 09:05');
  day.next(1, '2026-11-27 09:10');
  const { code: newer } = day.visit('A-001');
  day.does({ type: 'SendAway', counter: 1, reasons: ['wrong'], bring: ['family'] }, '2026-11-27 09:20');
  expect(day.comes(newer, '2026-11-30 09:00')).toMatchObject({ number: 'A-001', step: 'documents' });
  expect(day.comes(code, '2026-11-30 09:01').refused).toBe('booking-used');
});

test('IF3 and CL1: in another lane the time away still counts', () => {
  const day = sentAway();
  returns(day, '10:00');
  const before = day.visit('A-001');
  day.does({ type: 'ChangeLane', ticket: 'A-001', lane: 'priority', reason: 'hamil' }, '10:01');
  const away = (before.promiseAt ?? 0) - clock('11:00');
  expect(away).toBeGreaterThan(0);
  expect(day.visit('A-001')).toMatchObject({ lane: 'priority', promiseAt: clock('09:30') + away });
});
