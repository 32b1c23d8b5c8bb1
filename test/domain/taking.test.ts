/** Taking a ticket: numbers, codes, and how many come before. */
import { expect, test } from 'vitest';
import { ticketNumber } from '../../server/domain/day.ts';
import { decide } from '../../server/domain/decide.ts';
import { clock, morning } from './morning.ts';
import { contoh, firstLane } from './office.ts';

test('NU1 numbers run by prefix from 1: the lane’s, or else the service’s', () => {
  const day = morning(contoh());
  expect(day.takes('08:00')).toBe('A-001');
  expect(day.takes('08:01')).toBe('A-002');
  expect(day.takes('08:02', 'collection')).toBe('C-001');
  expect(day.takes('08:03', 'passport', { lane: 'priority' })).toBe('P-001');
  expect(day.takes('08:04', 'collection', { lane: 'priority' })).toBe('P-002');
  expect(day.takes('08:05')).toBe('A-003');
});

test('NU1 services that share a prefix share the run; the next day begins with 1', () => {
  const day = morning(
    contoh({
      services: [
        { id: 'passport', prefix: 'A', steps: ['documents'] },
        { id: 'renewal', prefix: 'A', steps: ['documents'] },
      ],
    }),
  );
  expect(day.takes('08:00')).toBe('A-001');
  expect(day.takes('08:01', 'renewal')).toBe('A-002');
  expect(day.takes('08:02')).toBe('A-003');
  expect(day.takes('2026-11-27 08:00', 'renewal')).toBe('A-001');
});

test('NU2 a number is the prefix, a hyphen and at least three digits', () => {
  expect(ticketNumber('A', 1)).toBe('A-001');
  expect(ticketNumber('BC', 99)).toBe('BC-099');
  expect(ticketNumber('A', 999)).toBe('A-999');
  expect(ticketNumber('A', 1000)).toBe('A-1000');
  expect(ticketNumber('ABC', 12345)).toBe('ABC-12345');
});

test('NU2 a ticket is found by its number in any spelling, and by its code', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  const { code } = day.visit('A-001');
  for (const name of ['A001', 'a1', 'a-1', 'A-0001', code]) expect(day.visit(name).code).toBe(code);
});

test('NU3 no number is given twice in a day, also not after a cancellation', () => {
  const day = morning(contoh());
  day.takes('08:00');
  day.takes('08:01');
  day.does({ type: 'CancelTicket', ticket: 'A-002' }, '08:02');
  expect(day.takes('08:03')).toBe('A-003');
  expect(day.visit('A-002').state).toBe('cancelled');
});

test('NU3 nor after an undo or a changed office', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.next(1, '08:01');
  day.press('UndoAction', 1, '08:01:10');
  day.does({ type: 'ConfigureOffice', office: contoh({ name: 'Kantor Baru' }), source: 'new' }, '08:02');
  expect(day.takes('08:03')).toBe('A-002');
});

test('TT1 service and lane are the office’s; without a lane it is the first one', () => {
  const day = morning(contoh());
  const take = (service: string, lane?: string) =>
    day.does({ type: 'TakeTicket', service, ...(lane ? { lane } : {}) }, '08:00');
  expect(take('visa')).toMatchObject({ refused: 'unknown-service' });
  expect(take('home-visit')).toMatchObject({ refused: 'unknown-service' });
  expect(take('passport', 'golden')).toMatchObject({ refused: 'unknown-lane' });
  expect(day.last()).toEqual([]);
  expect(take('passport')).toMatchObject({
    number: 'A-001',
    service: 'passport',
    lane: 'regular',
    step: 'documents',
    ahead: 0,
    promiseAt: '2026-11-26T02:00:00.000Z',
  });
  expect(take('question')).toMatchObject({ number: 'B-001', promiseAt: null });
});

test('TT2 one ticket for several people is one visit', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00', 'passport', { people: 4 });
  day.takes('08:01');
  expect(day.visit('A-001').people).toBe(4);
  expect(day.visit('A-002').people).toBe(1);
  expect(day.next(1, '08:02')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '08:03')).toMatchObject({ ticket: 'A-002' });
});

test('TT3 the short code is the shortest beginning, of six signs or more, that nobody has today', () => {
  const day = morning(contoh());
  const spokenOf = (spoken: string, id: string) => {
    const command = { type: 'TakeTicket', service: 'passport' } as const;
    const decision = decide(day.state, command, clock('08:00'), { id, spoken });
    return decision.ok ? decision.answer : decision.refusal;
  };
  expect(spokenOf('K7MXQ2ABCD', 'one')).toMatchObject({ code: 'one', shortCode: 'K7MXQ2' });
  day.state.day.shortCodes.add('K7MXQ2');
  expect(spokenOf('K7MXQ2ABCD', 'two')).toMatchObject({ shortCode: 'K7MXQ2A' });
  for (const taken of ['K7MXQ2A', 'K7MXQ2AB', 'K7MXQ2ABC']) day.state.day.shortCodes.add(taken);
  expect(spokenOf('K7MXQ2ABCD', 'three')).toMatchObject({ shortCode: 'K7MXQ2ABCD' });
});

test('TT3 the short codes of a day are all different, and free again the next day', () => {
  const day = morning(contoh());
  for (const time of ['08:00', '08:01', '08:02']) day.takes(time);
  const codes = [...day.state.day.visits.values()].map(({ shortCode }) => shortCode);
  expect(codes).toEqual(['S00000', 'S000000', 'S0000000']);
  day.takes('2026-11-27 08:00');
  expect(day.visit('A-001').shortCode).toBe('S00000');
});

test('TT4 ahead counts those who wait for the same step and come before', () => {
  const day = morning(contoh({ lanes: firstLane }));
  day.opens(1);
  const ahead = (service: string, lane: string, time: string) =>
    day.does({ type: 'TakeTicket', service, lane }, time).ahead;
  expect(ahead('passport', 'regular', '08:00')).toBe(0);
  expect(ahead('passport', 'regular', '08:01')).toBe(1);
  expect(ahead('collection', 'regular', '08:02')).toBe(0);
  expect(ahead('passport', 'priority', '08:03')).toBe(0);
  expect(ahead('question', 'regular', '08:04')).toBe(3);
  day.next(1, '08:05');
  expect(ahead('passport', 'regular', '08:06')).toBe(3);
  expect(ahead('passport', 'priority', '10:00')).toBe(0);
});
