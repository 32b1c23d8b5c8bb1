/** Papers of tickets: asked for with the number, noted as they come out, printed again with a new link. */
import { expect, test } from 'vitest';
import type { PaperStation } from '../../server/contract/paper.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { ticketNamed } from '../../server/domain/views/ticket-named.ts';
import { at } from '../views/context.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const calm = { calling: { refractory: 'PT0S', noShowAfter: 1, noShowWait: 'PT0S' } };
const kiosk: PaperStation = { role: 'kiosk', token: 'kiosk-1' };

function taken(time = '08:00', day: Morning = morning(contoh(calm)), station = kiosk) {
  const { number, code } = day.does({ type: 'TakeTicket', service: 'question', paper: station }, time);
  return { day, number: String(number), code: String(code) };
}
type Noted = 'printing' | 'printed' | 'failed' | 'unsure';
const notes = ({ day, code }: { day: Morning; code: string }, state: Noted, time = '08:00', nth = 1) =>
  day.does({ type: 'NotePaper', code, nth, state, printer: 'prn-1' }, time).refused ?? 'noted';
const lost = (time = '08:00') => {
  const ticket = taken(time);
  notes(ticket, 'printing', time);
  notes(ticket, 'unsure', time);
  return ticket;
};
const reprints = ({ day, number }: { day: Morning; number: string }, time: string, more: object = {}) =>
  day.does(
    {
      type: 'ReprintTicket',
      ticket: number,
      station: { role: 'door', token: null },
      by: 'officer:budi',
      ...more,
    },
    time,
  );

test('PA1 a number of a station with a printer is asked for on paper in the same commit', () => {
  const { day, code } = taken();
  expect(day.last().map(({ type }) => type)).toEqual(['TicketTaken', 'PaperAsked']);
  expect(day.last()[1]).toEqual({
    ...{ type: 'PaperAsked', at: clock('08:00'), code, kind: 'ticket', nth: 1, copy: 1, station: kiosk },
  });
  expect(day.visit('B-001').paper).toMatchObject({ state: 'asked', printer: null, copy: 1 });
});

test('PA1 a number of another station, and one that is refused, are on no paper', () => {
  const { day } = taken();
  day.takes('08:01', 'question');
  expect(day.visit('B-002').paper).toBeNull();
  day.does({ type: 'TakeTicket', service: 'nothing', paper: kiosk }, '08:02');
  expect(day.last()).toEqual([]);
});

test('PA2 a paper does not begin once its visit is over', () => {
  const ticket = taken();
  ticket.day.does({ type: 'CancelTicket', ticket: ticket.number }, '08:01');
  expect(notes(ticket, 'printing', '08:02')).toBe('not-possible');
  expect(notes(ticket, 'failed', '08:02')).toBe('noted');
});

test.each([
  [
    ['printing', 'printed'],
    ['failed', 'unsure', 'printing'],
  ],
  [
    ['printing', 'failed'],
    ['printed', 'unsure', 'printing'],
  ],
  [
    ['printing', 'unsure'],
    ['printed', 'failed', 'printing'],
  ],
  [['failed'], ['printing', 'printed', 'unsure']],
  [[], ['printed', 'unsure']],
] as [Noted[], Noted[]][])('PA3 a paper that was %j becomes none of %j', (before, never) => {
  const ticket = taken();
  for (const state of before) expect(notes(ticket, state)).toBe('noted');
  for (const state of never) expect(notes(ticket, state)).toBe('not-possible');
});

test('PA3 the same again is recorded once, and a paper that was replaced is noted no more', () => {
  const ticket = lost();
  expect(notes(ticket, 'unsure', '08:01')).toBe('noted');
  expect(ticket.day.last()).toEqual([]);
  reprints(ticket, '08:02');
  expect(notes(ticket, 'printed', '08:03')).toBe('moved-on');
  expect(ticket.day.visit('B-001').paper).toMatchObject({ nth: 2, state: 'asked' });
});

test('PA3 what the first printer did not take begins again on a spare one', () => {
  const ticket = taken();
  notes(ticket, 'printing');
  const { day, code } = ticket;
  day.does({ type: 'NotePaper', code, nth: 1, state: 'printing', printer: 'spare' }, '08:00:02');
  day.does({ type: 'NotePaper', code, nth: 1, state: 'printed', printer: 'spare' }, '08:00:03');
  expect(day.visit('B-001').paper).toMatchObject({ state: 'printed', printer: 'spare' });
});

test('PA4 staff print again also what came out, but not what is being printed or is over', () => {
  const ticket = taken();
  expect(reprints(ticket, '08:01').copy).toBe(2);
  notes(ticket, 'printing', '08:01', 2);
  expect(reprints(ticket, '08:01').refused).toBe('too-soon');
  notes(ticket, 'printed', '08:01', 2);
  expect(reprints(ticket, '10:00').copy).toBe(3);
  ticket.day.does({ type: 'CancelTicket', ticket: ticket.number }, '10:01');
  expect(reprints(ticket, '10:02').refused).toBe('not-possible');
  expect(reprints({ day: ticket.day, number: 'B-009' }, '10:02').refused).toBe('unknown-ticket');
});

test('PA4 a kiosk prints its own last number again, once, within five minutes', () => {
  const own = { kiosk: 'kiosk-1', station: kiosk };
  expect(reprints(lost(), '08:05', own).copy).toBe(2);
  expect(reprints(lost(), '08:05:00.001', own).refused).toBe('not-possible');
  expect(reprints(lost(), '08:01', { ...own, kiosk: 'kiosk-2' }).refused).toBe('not-possible');
  expect(reprints(lost(), '08:01', { ...own, kiosk: null }).refused).toBe('not-possible');
  expect(reprints(taken(), '08:01', own).refused).toBe('not-possible');
  const followed = lost();
  taken('08:01', followed.day);
  expect(reprints(followed, '08:02', own).refused).toBe('not-possible');
  const twice = lost();
  reprints(twice, '08:01', own);
  notes(twice, 'printing', '08:01', 2);
  notes(twice, 'unsure', '08:01', 2);
  expect(reprints(twice, '08:02', own).refused).toBe('not-possible');
});

test('PA5 the new link opens everything, the old one nothing; the number and the turn stay', () => {
  const ticket = lost();
  const { day, code } = ticket;
  const before = day.visit('B-001');
  const link = String(reprints(ticket, '08:02').link);
  expect(link).not.toBe(code);
  expect(day.last()).toMatchObject([{ code, link, nth: 2, copy: 2, by: 'officer:budi' }]);
  expect(ticketView(day.state, at('08:03'), link)).toMatchObject({ number: 'B-001', state: 'waiting' });
  expect(ticketView(day.state, at('08:03'), code)).toBeNull();
  expect(ticketNamed(day.state, at('08:03'), code)).toBeNull();
  expect(ticketNamed(day.state, at('08:03'), 'b1')?.number).toBe('B-001');
  const { turn, arrivedAt, place, shortCode } = before;
  expect(day.visit('B-001')).toMatchObject({ turn, arrivedAt, place, shortCode, code });
  expect(day.does({ type: 'CancelTicket', ticket: code }, '08:04').refused).toBe('unknown-ticket');
  expect(day.does({ type: 'ReturnVisit', ticket: code }, '08:04').refused).toBe('unknown-ticket');
  expect(day.does({ type: 'RateVisit', code, rating: 'good' }, '08:04').refused).toBe('unknown-ticket');
  expect(day.does({ type: 'CancelTicket', ticket: link }, '08:05')).toMatchObject({ code: link });
});

test('PA5 a link that is void stays so on later days, and the new one is worth what the ticket was', () => {
  const ticket = lost();
  const { day, code } = ticket;
  const link = String(reprints(ticket, '08:02').link);
  day.opens(1);
  day.next(1, '08:05');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:10');
  expect(day.does({ type: 'RateVisit', code: link, rating: 'fair' }, '08:11').refused).toBeUndefined();
  for (const time of ['2026-11-27 08:00', '2026-11-28 08:00']) {
    day.passes(time);
    expect(ticketView(day.state, at(time), link)).toMatchObject({ number: 'B-001', state: 'incomplete' });
    expect(ticketView(day.state, at(time), code)).toBeNull();
  }
  const again = { type: 'TakeTicket', service: 'question' } as const;
  expect(day.does({ ...again, booking: code }, '2026-11-28 09:00').refused).toBe('unknown-booking');
  expect(day.does({ ...again, booking: link }, '2026-11-28 09:00').refused).toBeUndefined();
});

test('PA5 a first place that was promised to a ticket is the new link’s', () => {
  const ticket = lost();
  const { day, code } = ticket;
  const link = String(reprints(ticket, '08:02').link);
  day.does({ type: 'CloseDay', tomorrow: ['B-001'] }, '16:00');
  day.passes('2026-11-27 08:00');
  expect(ticketView(day.state, at('2026-11-27 08:00'), code)).toBeNull();
  expect(ticketView(day.state, at('2026-11-27 08:00'), link)).toMatchObject({ firstPlace: true });
  const claims = (name: string) => day.does({ type: 'ClaimPlace', code: name }, '2026-11-27 08:01');
  expect(claims(code).refused).toBe('unknown-place');
  expect(claims(link).number).toBe('B-001');
});

test('PA6 a paper hinders no undo, and an undo does not bring back the void link', () => {
  const ticket = lost();
  const { day, code } = ticket;
  day.opens(1);
  day.next(1, '08:05');
  const link = String(reprints(ticket, '08:05:05').link);
  notes(ticket, 'printing', '08:05:06', 2);
  expect(day.press('UndoAction', 1, '08:05:10')).toMatchObject({ counter: 1 });
  expect(day.visit('B-001')).toMatchObject({ state: 'waiting', link, paper: { nth: 2, state: 'printing' } });
  expect(ticketView(day.state, at('08:06'), code)).toBeNull();
});

test('PA7 the first paper of a number that had none keeps its link', () => {
  const day = morning(contoh(calm));
  day.takes('08:00', 'question');
  const { code } = day.visit('B-001');
  expect(reprints({ day, number: 'B-001' }, '08:01')).toMatchObject({ link: code, copy: 1 });
  expect(day.last()[0]).not.toHaveProperty('link');
  expect(ticketView(day.state, at('08:02'), code)?.number).toBe('B-001');
});

test('PA8 a slip is printed when the visit is done or sent away, with the same link, again and again', () => {
  const ticket = taken();
  const { day, code, number } = ticket;
  const slip = (time: string) =>
    day.does({ type: 'PrintSlip', ticket: number, station: { role: 'counter', token: null } }, time);
  expect(slip('08:01').refused).toBe('not-possible');
  day.opens(1);
  day.next(1, '08:05');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:10');
  expect(slip('08:11')).toMatchObject({ link: code, copy: 1 });
  expect(slip('08:12')).toMatchObject({ link: code, copy: 1 });
  expect(day.visit('B-001').paper).toMatchObject({ kind: 'slip', nth: 3, state: 'asked' });
});

test('PA10 staff settle what failed or is unsure; the paper stays what it was, and a new one is nobody’s yet', () => {
  const ticket = lost();
  const { day, code } = ticket;
  const settles = (time: string) =>
    day.does({ type: 'SettlePaper', ticket: 'b1', by: 'token:door-1' }, time).refused ?? 'settled';
  expect(settles('08:01')).toBe('settled');
  expect(day.last()).toEqual([
    { type: 'PaperSettled', at: clock('08:01'), code, nth: 1, by: 'token:door-1' },
  ]);
  expect(day.visit('B-001').paper).toMatchObject({ state: 'unsure', settled: true });
  expect(settles('08:02')).toBe('settled');
  expect(day.last()).toEqual([]);
  reprints(ticket, '08:03');
  expect(day.visit('B-001').paper).not.toHaveProperty('settled');
  expect(settles('08:04')).toBe('not-possible');
});
