/** The phone of one visit. */
import { expect, test } from 'vitest';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { type Morning, morning } from '../domain/morning.ts';
import { contoh, firstLane } from '../domain/office.ts';
import { at } from './context.ts';

const phone = (day: Morning, number: string, time: string) =>
  ticketView(day.state, at(time), day.visit(number).code);

test('a waiting ticket says all that stands on it, and how many come before', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:01', 'passport', { people: 3 });
  const view = phone(day, 'A-002', '08:02');
  expect(view).toEqual({
    office: expect.objectContaining({ id: 'contoh', rehearsal: false }),
    number: 'A-002',
    shortCode: day.visit('A-002').shortCode,
    date: '2026-11-26',
    state: 'waiting',
    service: 'passport',
    serviceName: { id: 'passport', en: 'passport' },
    lane: 'regular',
    step: 'documents',
    stepName: { id: 'documents', en: 'documents' },
    ahead: 1,
    estimate: null,
    promiseAt: '2026-11-26T02:01:00.000Z',
    promise: 'running',
    counter: null,
    notBefore: null,
    bring: [],
    returnUntil: null,
    collect: null,
    fee: null,
    free: false,
    people: 3,
    reasons: [],
    outside: false,
    firstPlace: false,
    rating: null,
    mayRate: false,
    call: null,
  });
});

test('only the code opens a ticket: neither its number nor another code does', () => {
  const day = morning(contoh());
  day.takes('08:00');
  expect(ticketView(day.state, at('08:01'), 'A-001')).toBeNull();
  expect(ticketView(day.state, at('08:01'), 'id-9999999999999999999')).toBeNull();
});

test('TT4 ahead counts those who wait for the same step with an earlier turn, priority too', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01');
  day.takes('08:02', 'passport', { lane: 'priority' });
  day.takes('08:00', 'collection');
  day.takes('08:03');
  const ahead = () =>
    ['P-001', 'A-001', 'A-002', 'A-003', 'C-001'].map((number) => phone(day, number, '08:10')?.ahead);
  expect(ahead()).toEqual([0, 1, 2, 3, 0]);
  day.next(1, '08:10');
  expect(ahead()).toEqual([null, 0, 1, 2, 0]);
  day.next(1, '08:11');
  // P-001 now waits for its interview, for which nobody else waits.
  expect(ahead()).toEqual([0, null, 0, 1, 0]);
});

test('WT5 who is in a lane marked first comes before all others', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.takes('08:00');
  day.takes('09:50', 'passport', { lane: 'priority' });
  expect([phone(day, 'P-001', '09:51')?.ahead, phone(day, 'A-001', '09:51')?.ahead]).toEqual([0, 1]);
});

test('a called ticket says where, and rings once for each announcement', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.next(1, '08:10');
  const called = phone(day, 'A-001', '08:10');
  expect(called).toMatchObject({ state: 'called', counter: 1, ahead: null });
  expect(called?.call).toMatchObject({ times: 1, at: '2026-11-26T00:10:00.000Z' });
  day.does({ type: 'RecallTicket', counter: 1 }, '08:11');
  expect(phone(day, 'A-001', '08:11')?.call).toMatchObject({ callId: called?.call?.callId, times: 2 });
  day.does({ type: 'StartVisit', counter: 1 }, '08:12');
  expect(phone(day, 'A-001', '08:12')).toMatchObject({ state: 'serving', counter: 1, call: null });
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:13');
  const away = { state: 'incomplete', counter: null, call: null, ahead: null, reasons: ['missing'] };
  expect(phone(day, 'A-001', '08:13')).toMatchObject(away);
});

test('it is free of charge once its hand-over is broken, and stays so', () => {
  const day = morning(contoh());
  day.opens(5);
  day.takes('08:00', 'collection');
  day.next(5, '08:10');
  day.does({ type: 'StartVisit', counter: 5 }, '08:11');
  expect(phone(day, 'C-001', '08:12')?.free).toBe(false);
  day.does({ type: 'TimePassed' }, '08:13');
  expect(phone(day, 'C-001', '08:13')?.free).toBe(true);
  day.does({ type: 'FinishStep', counter: 5 }, '08:14');
  expect(phone(day, 'C-001', '08:14')).toMatchObject({ state: 'done', free: true });
});

test('a broken hand-over costs the office nothing where it has promised nothing', () => {
  const steps = [{ id: 'documents' }, { id: 'interview' }, { id: 'handover', within: 'PT2M' }];
  const day = morning(contoh({ steps, outcomes: {} }));
  day.opens(5);
  day.takes('08:00', 'collection');
  day.next(5, '08:10');
  day.does({ type: 'StartVisit', counter: 5 }, '08:11');
  day.does({ type: 'TimePassed' }, '08:13');
  expect(phone(day, 'C-001', '08:13')?.free).toBe(false);
});
