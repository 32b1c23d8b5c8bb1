/** Claims: a timed hand-over took too long, and the office owes something. */
import { expect, test } from 'vitest';
import type { Command } from '../../server/domain/commands.ts';
import { deskView } from '../../server/domain/views/desk.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { at } from '../views/context.ts';
import { clock, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

const quick = { noShowAfter: 1, noShowWait: 'PT0S' };

/** C-001 is handed over at counter 5 from 08:10 on, by Sari; it may take two minutes. */
function started(changes: Record<string, unknown> = {}): Morning {
  const day = morning(contoh({ calling: quick, ...changes }));
  day.does({ type: 'AddOfficer', id: 'sari', name: 'Sari', role: 'counter', hash: 'x' }, '07:10');
  day.does({ type: 'AssignOfficer', counter: 5, officer: 'sari' }, '07:20');
  day.opens(1, 2, 3, 4, 5);
  day.takes('08:00', 'collection');
  day.next(5, '08:05');
  day.press('StartVisit', 5, '08:10');
  return day;
}

const claims = (day: Morning) => [...day.state.calendar.claims.values()];
const close = (id: string, how: { as: 'not-charged' } | { as: 'refunded'; reference: string }): Command => ({
  type: 'CloseClaim',
  id,
  ...how,
  by: 'supervisor',
});

test('CM1 a hand-over that is broken opens a claim in the same moment', () => {
  const day = started();
  const { code } = day.visit('C-001');
  expect(day.passes('09:00').map(({ type, at: when }) => [type, when])).toEqual([
    ['HandoverBroken', clock('08:12')],
    ['ClaimOpened', clock('08:12')],
  ]);
  expect(claims(day)).toEqual([
    {
      id: `${code}-1`,
      code,
      number: 'C-001',
      date: '2026-11-26',
      step: 'handover',
      counter: 5,
      officer: 'sari',
      startedAt: clock('08:10'),
      openedAt: clock('08:12'),
      closed: null,
    },
  ]);
});

test('CM1 in time, or where nothing follows, there is none', () => {
  const kept = started();
  kept.press('FinishStep', 5, '08:11:59.999');
  kept.passes('09:00');
  expect(claims(kept)).toEqual([]);
  const steps = [{ id: 'documents' }, { id: 'interview' }, { id: 'handover', within: 'PT2M' }];
  const nothing = started({ steps });
  expect(nothing.passes('09:00').map(({ type }) => type)).toEqual(['HandoverBroken']);
  expect(claims(nothing)).toEqual([]);
});

test('CM1 neither hold nor transfer nor recall spares it, and it names the counter where it began', () => {
  const day = started();
  day.press('HoldVisit', 5, '08:10:10');
  day.calls(5, 'C-001', '08:10:20');
  day.press('RecallTicket', 5, '08:10:40');
  day.does({ type: 'TransferVisit', counter: 5, to: { step: 'documents' } }, '08:11');
  day.next(1, '08:11:10');
  day.passes('08:20');
  expect(claims(day)).toMatchObject([{ counter: 5, officer: 'sari', startedAt: clock('08:10') }]);
});

test('CM1 each that is broken opens one', () => {
  const day = started();
  const { code } = day.visit('C-001');
  day.passes('08:12');
  day.press('FinishStep', 5, '08:13');
  day.calls(5, 'C-001', '08:20');
  day.press('StartVisit', 5, '08:21');
  day.passes('08:30');
  expect(claims(day).map(({ id, startedAt }) => [id, startedAt])).toEqual([
    [`${code}-1`, clock('08:10')],
    [`${code}-2`, clock('08:21')],
  ]);
});

test('CM1 and UN3: no undo takes it back', () => {
  const day = started();
  day.press('FinishStep', 5, '08:11:50');
  day.press('UndoAction', 5, '08:12:10');
  expect(day.visit('C-001').state).toBe('serving');
  day.press('UndoAction', 5, '08:12:12');
  day.passes('08:12:15');
  // Dated with the undo, which let the hand-over run on.
  expect(claims(day)).toMatchObject([{ openedAt: clock('08:12:10') }]);
  day.press('FinishStep', 5, '08:12:20');
  day.press('UndoAction', 5, '08:12:30');
  expect(claims(day)).toHaveLength(1);
});

test('CM2 it is open over midnight; the desk shows it while the visit is there, the phone that nothing is to be paid', () => {
  const day = started();
  const { code } = day.visit('C-001');
  day.passes('08:13');
  const claimAt = (counter: number, time: string) => deskView(day.state, at(time), counter).current?.claim;
  expect(claimAt(5, '08:13')).toBe(`${code}-1`);
  day.press('FinishStep', 5, '08:14');
  expect(deskView(day.state, at('08:15'), 5).slip).toEqual({ code, number: 'C-001' });
  day.passes('2026-11-27 08:00');
  expect(claims(day)).toMatchObject([{ closed: null }]);
  expect(ticketView(day.state, at('2026-11-27 08:00'), code)?.free).toBe(true);
});

test('CM3 it is closed once, with how it was made good and by whom', () => {
  const day = started();
  const id = `${day.visit('C-001').code}-1`;
  expect(day.does(close(id, { as: 'not-charged' }), '08:11').refused).toBe('unknown-claim');
  expect(day.does(close(id, { as: 'refunded', reference: 'BR-17' }), '2026-11-27 09:00')).toEqual({});
  expect(claims(day)).toMatchObject([
    { closed: { at: clock('2026-11-27 09:00'), as: 'refunded', reference: 'BR-17', by: 'supervisor' } },
  ]);
  expect(day.does(close(id, { as: 'not-charged' }), '2026-11-27 09:01').refused).toBe('unknown-claim');
});

test('CM3 closed without a charge it needs no reference, and the desk shows it no more', () => {
  const day = started();
  const { code } = day.visit('C-001');
  day.does(close(`${code}-1`, { as: 'not-charged' }), '08:13');
  expect(claims(day)).toMatchObject([{ closed: { as: 'not-charged', reference: null } }]);
  expect(deskView(day.state, at('08:14'), 5).current?.claim).toBeNull();
  expect(ticketView(day.state, at('08:14'), code)?.free).toBe(true);
});

test('CM1 and ST2: where it is by choice, only a chosen one can be broken', () => {
  const steps = [
    { id: 'documents' },
    { id: 'interview' },
    { id: 'handover', within: 'PT2M', otherwise: 'free', optIn: true },
  ];
  const day = started({ steps });
  day.press('FinishStep', 5, '08:20');
  day.takes('08:21', 'collection');
  day.next(5, '08:22');
  day.does({ type: 'StartVisit', counter: 5, timed: true }, '08:23');
  day.passes('08:30');
  expect(claims(day).map(({ number }) => number)).toEqual(['C-002']);
});
