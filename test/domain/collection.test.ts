/** A finished visit is followed by another: its date, who pays first, and who comes for it. */
import { expect, test } from 'vitest';
import { atDayEnd } from '../../server/domain/afterwards/day-end.ts';
import { deskView } from '../../server/domain/views/desk.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { at } from '../views/context.ts';
import { begins, type Following, following } from './following-office.ts';

const collect = (day: Following, number: string) => day.visit(number).collect;

test('CB1 done with the whole visit: the date is so many working days later', () => {
  const day = begins();
  day.takes('09:00');
  day.next(4, '09:10');
  day.press('FinishStep', 4, '09:20');
  expect(collect(day, 'A-001')).toBeNull();
  day.next(4, '09:30');
  day.press('FinishStep', 4, '09:40');
  // Friday, Monday, Tuesday.
  expect(collect(day, 'A-001')).toEqual({ service: 'collection', from: '2026-12-01', taken: false });
});

test('CB1 a holiday and a one-off opening count as what they are', () => {
  const holidays = ['2026-11-27'];
  const openings = [{ date: '2026-11-28', hours: ['09:00-10:00'] }];
  const day = begins(following({ holidays, openings }));
  day.serves('passport', '09:00');
  // Saturday, Monday, Tuesday.
  expect(collect(day, 'A-001')?.from).toBe('2026-12-01');
});

test('CB1 next and closing the counter finish a visit too', () => {
  const day = begins();
  day.takes('09:00', 'instant');
  day.takes('09:01', 'instant');
  day.next(3, '09:10');
  day.next(3, '09:20');
  day.does({ type: 'CloseCounter', counter: 3, confirm: true }, '09:30');
  expect(collect(day, 'I-001')?.from).toBe('2026-11-26');
  expect(collect(day, 'I-002')?.from).toBe('2026-11-26');
});

test('CB1 undo takes it back with the visit; called again and done again it keeps the first', () => {
  const day = begins();
  day.takes('09:00', 'instant');
  day.next(3, '09:10');
  day.press('FinishStep', 3, '09:20');
  day.press('UndoAction', 3, '09:20:10');
  expect(day.visit('I-001')).toMatchObject({ state: 'called', collect: null });
  day.press('FinishStep', 3, '09:21');
  day.does(
    { type: 'ConfigureOffice', office: following({ services: later(following()) }), source: '2' },
    '09:22',
  );
  day.calls(3, 'I-001', '09:30');
  day.press('FinishStep', 3, '09:31');
  expect(collect(day, 'I-001')).toEqual({ service: 'collection', from: '2026-11-26', taken: false });
});

/** The same services with `instant` collected after nine days. */
const later = ({ services }: ReturnType<typeof following>) =>
  services.map(({ collect: follows, promise: _, ...service }) => ({
    ...service,
    ...(follows ? { collect: { ...follows, after: 9 } } : {}),
  }));

test('CB1 what was done without the hub is followed too', () => {
  const day = begins();
  day.takes('09:00');
  day.takes('09:01');
  day.does({ type: 'SettleVisits', done: ['A-001'], gone: ['A-002'] }, '10:00');
  expect(collect(day, 'A-001')).toEqual({ service: 'collection', from: '2026-12-01', taken: false });
  expect(collect(day, 'A-002')).toBeNull();
});

test('CB1 the phone says where, from when, where else and what it costs; the desk can print it', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  expect(ticketView(day.state, at('09:10'), code)).toMatchObject({
    state: 'done',
    promise: 'kept',
    collect: {
      service: 'collection',
      serviceName: { id: 'collection', en: 'collection' },
      from: '2026-12-01',
      alsoAt: [{ service: 'drive-thru', serviceName: { id: 'drive-thru', en: 'drive-thru' } }],
    },
    fee: { amount: 355_000, currency: 'IDR' },
  });
  expect(deskView(day.state, at('09:10'), 4).slip).toEqual({ code, number: 'A-001' });
  expect(deskView(day.state, at('09:10'), 3).slip).toBeNull();
});

test('CB2 paid for on the day itself, it counts from there; said again, it answers the same', () => {
  const day = begins();
  const code = day.serves('express', '09:00');
  expect(collect(day, 'E-001')?.from).toBeNull();
  expect(day.comes(code, '09:10').refused).toBe('not-possible');
  // The day after is a Friday.
  expect(day.pays('E-001', '09:20')).toEqual({ from: '2026-11-27' });
  expect(day.pays(code, '09:21')).toEqual({ from: '2026-11-27' });
  expect(day.last()).toEqual([]);
  expect(collect(day, 'E-001')?.from).toBe('2026-11-27');
});

test('CB2 paid for later, it counts from then; an office closed on that day moves it on', () => {
  const day = begins();
  const code = day.serves('express', '09:00');
  expect(day.comes(code, '2026-11-27 09:00').refused).toBe('not-possible');
  expect(day.pays(code, '2026-11-27 10:00')).toEqual({ from: '2026-11-30' });
  expect(day.last().map(({ type }) => type)).toEqual(['ComebackPaid']);
  expect(ticketView(day.state, at('2026-11-27 10:01'), code)?.collect?.from).toBe('2026-11-30');
  expect(day.comes(code, '2026-11-30 09:00').number).toBe('C-001');
});

test('CB2 nobody pays for what is not to be collected, nor for what nobody knows', () => {
  const day = begins();
  day.takes('09:00');
  expect(day.pays('A-001', '09:01').refused).toBe('not-possible');
  expect(day.pays('E-009', '09:02').refused).toBe('unknown-ticket');
  expect(day.pays('nonsense', '09:03').refused).toBe('unknown-ticket');
});

test('CB3 from its date on, by code, with a number of the following service', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  expect(day.comes(code, '2026-11-30 09:00')).toMatchObject({
    refused: 'booking-early',
    opensAt: '2026-12-01T00:00:00.000Z',
  });
  expect(day.comes(code, '2026-12-01 09:00')).toMatchObject({
    number: 'C-001',
    service: 'collection',
    step: 'handover',
    promiseAt: '2026-12-01T02:00:00.000Z',
  });
  expect(day.visit('C-001')).toMatchObject({ comeback: code, takesPlace: false });
});

test('CB3 by the short code in any case, and at the drive-thru', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  const { shortCode } = day.visit('A-001');
  const answer = day.comes(shortCode.toLowerCase(), '2026-12-02 09:00', { service: 'drive-thru' });
  expect(answer).toMatchObject({ number: 'D-001', service: 'drive-thru' });
  expect(day.visit('D-001').comeback).toBe(code);
});

test('CB3 on the day itself, where nothing has to be waited for', () => {
  const day = begins();
  const code = day.serves('instant', '09:00');
  expect(day.comes(code, '09:10').number).toBe('C-001');
  expect(collect(day, 'I-001')?.taken).toBe(true);
  expect(day.comes(code, '09:11').refused).toBe('booking-used');
  expect(ticketView(day.state, at('09:12'), code)?.collect).toBeNull();
});

test('CB3 hours, intake and a day that was closed by hand bind as for any number', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  expect(day.comes(code, '2026-12-01 12:30')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-12-01T05:00:00.000Z',
  });
  day.does({ type: 'CloseDay', tomorrow: [] }, '2026-12-01 14:00');
  expect(day.comes(code, '2026-12-01 14:01')).toMatchObject({
    refused: 'office-closed',
    opensAt: '2026-12-02T00:00:00.000Z',
  });
});

test('CB3 of several with one short code the newest that can be taken counts', () => {
  const day = begins();
  const first = day.serves('passport', '09:00');
  const second = day.serves('passport', '09:30');
  day.passes('2026-11-27 00:00');
  const { comebacks } = day.state.calendar;
  for (const code of [first, second]) {
    const noted = comebacks.get(code);
    if (noted) comebacks.set(code, { ...noted, shortCode: 'SAME99' });
  }
  day.comes('SAME99', '2026-12-01 09:00');
  expect(day.visit('C-001').comeback).toBe(second);
  day.comes('SAME99', '2026-12-01 09:01');
  expect(day.visit('C-002').comeback).toBe(first);
  expect(day.comes('SAME99', '2026-12-01 09:02').refused).toBe('booking-used');
});

test('CB4 midnight notes who has something to collect, and nobody else', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  const gone = day.serves('instant', '09:30');
  day.comes(gone, '09:40');
  day.calls(5, 'C-001', '09:41');
  day.press('FinishStep', 5, '09:42');
  day.takes('10:00');
  expect(atDayEnd(day.state)).toMatchObject([{ type: 'ComebacksNoted', date: '2026-11-26' }]);
  day.passes('2026-11-27 07:00');
  expect([...day.state.calendar.comebacks.values()]).toEqual([
    {
      kind: 'collection',
      code,
      shortCode: ticketView(day.state, at('2026-11-27 07:00'), code)?.shortCode,
      number: 'A-001',
      date: '2026-11-26',
      from: '2026-12-01',
      until: null,
      service: 'collection',
      lane: 'regular',
      steps: ['handover'],
      formerService: 'passport',
      reasons: [],
      bring: [],
      people: 1,
      category: null,
      ticket: null,
    },
  ]);
});

test('CB4 the phone still says so on later days, until it is taken', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  for (const time of ['2026-11-27 09:00', '2026-11-30 09:00']) {
    day.passes(time);
    expect(ticketView(day.state, at(time), code)).toMatchObject({
      number: 'A-001',
      state: 'done',
      service: 'passport',
      collect: { service: 'collection', from: '2026-12-01' },
      fee: { amount: 355_000, currency: 'IDR' },
    });
  }
  day.comes(code, '2026-12-01 09:00');
  expect(ticketView(day.state, at('2026-12-01 09:01'), code)).toBeNull();
});

test('CB5 it is taken once; another service, or what the office has given up, is not possible', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  const when = '2026-12-01 09:00';
  expect(day.comes(code, when, { service: 'passport' }).refused).toBe('not-possible');
  expect(day.comes(code, when, { service: 'home-visit' }).refused).toBe('not-possible');
  expect(day.comes(code, when, { people: 2 }).refused).toBe('not-possible');
  expect(day.comes(code, when, { lane: 'golden' }).refused).toBe('unknown-lane');
  const services = following().services.filter(({ id }) => id === 'drive-thru' || id === 'home-visit');
  day.does({ type: 'ConfigureOffice', office: following({ services }), source: '2' }, when);
  expect(day.comes(code, when).refused).toBe('not-possible');
  day.does({ type: 'ConfigureOffice', office: following(), source: '3' }, when);
  expect(day.comes(code, when, { lane: 'priority' }).number).toBe('P-001');
  expect(day.comes(code, when).refused).toBe('booking-used');
});

test('CB5 once it was handed over it stays so on later days', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  day.comes(code, '2026-12-01 09:00');
  day.does({ type: 'OpenCounter', counter: 5 }, '2026-12-01 09:11');
  day.calls(5, 'C-001', '2026-12-01 09:12');
  day.press('FinishStep', 5, '2026-12-01 09:13');
  expect(day.comes(code, '2026-12-03 09:00').refused).toBe('booking-used');
});

test('CB6 a number that was cancelled gives it back at once, one that was not served at midnight', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  day.comes(code, '2026-12-01 09:00');
  day.does({ type: 'CancelTicket', ticket: 'C-001' }, '2026-12-01 09:05');
  expect(day.comes(code, '2026-12-01 09:06').number).toBe('C-002');
  expect(day.comes(code, '2026-12-01 09:07').refused).toBe('booking-used');
  expect(day.comes(code, '2026-12-02 09:00').number).toBe('C-001');
});

test('CB6 on the day itself too', () => {
  const day = begins();
  const code = day.serves('instant', '09:00');
  day.comes(code, '09:10');
  day.does({ type: 'CancelTicket', ticket: 'C-001' }, '09:11');
  expect(day.comes(code, '09:12').number).toBe('C-002');
  expect(day.comes(code, '2026-11-27 09:00').number).toBe('C-001');
});

test('CB7 what was not collected in 400 days is forgotten', () => {
  const day = begins();
  const code = day.serves('passport', '09:00');
  // The 400th day is 31 December 2027; it is forgotten with the first that is noted after it.
  const open = (time: string) => day.does({ type: 'OpenCounter', counter: 4 }, time);
  open('2027-12-31 08:00');
  day.serves('passport', '2027-12-31 09:00');
  day.passes('2028-01-01 08:00');
  expect(day.state.calendar.comebacks.has(code)).toBe(true);
  open('2028-01-03 08:00');
  day.serves('passport', '2028-01-03 09:00');
  day.passes('2028-01-04 08:00');
  expect(day.state.calendar.comebacks.has(code)).toBe(false);
});
