/** The key `next`. */
import { expect, test } from 'vitest';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

/** Three who wait for documents since 08:00, and all counters open. */
function three(): Morning {
  const day = morning(contoh());
  day.opens(1, 2, 3, 4, 5);
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00');
  return day;
}

test('CN1 a closed counter calls nobody', () => {
  const day = morning(contoh());
  day.takes('08:00');
  expect(day.next(1, '08:01')).toMatchObject({ refused: 'counter-closed' });
  expect(day.visit('A-001').state).toBe('waiting');
});

test('CN1 a paused counter calls nobody and finishes nobody', () => {
  const day = three();
  day.next(1, '08:01');
  day.press('PauseCounter', 1, '08:02');
  expect(day.next(1, '08:03')).toMatchObject({ refused: 'counter-closed' });
  expect(day.last()).toEqual([]);
  expect(day.visit('A-001').state).toBe('called');
});

test('CN2 next first does done on the current visit, then calls the visit whose turn it is', () => {
  const day = three();
  day.next(1, '08:01');
  expect(day.next(1, '08:02')).toEqual({ counter: 1, ticket: 'A-002' });
  expect(day.last().map(({ type, at }) => [type, at])).toEqual([
    ['StepDone', clock('08:02')],
    ['TicketCalled', clock('08:02')],
  ]);
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview', todo: [] });
  expect(day.visit('A-002')).toMatchObject({ state: 'called', counter: 1, times: 1 });
});

test('CN2 a visit of one step is done, started or only called', () => {
  const day = three();
  day.takes('08:00', 'collection');
  day.takes('08:00', 'collection');
  day.next(5, '08:01');
  day.next(5, '08:02');
  expect(day.visit('C-001')).toMatchObject({ state: 'done', endedAt: clock('08:02') });
  day.press('StartVisit', 5, '08:03');
  day.next(5, '08:04');
  expect(day.visit('C-002')).toMatchObject({ state: 'done', endedAt: clock('08:04') });
});

test('CN3 a second next within refractory calls nobody and answers the ticket already called', () => {
  const day = three();
  expect(day.next(1, '08:01')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.next(1, '08:01:00.300')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.next(1, '08:01:00.599')).toEqual({ counter: 1, ticket: 'A-001' });
  expect(day.last()).toEqual([]);
  expect(day.next(2, '08:01:00.599')).toEqual({ counter: 2, ticket: 'A-002' });
  expect(day.next(1, '08:01:00.600')).toEqual({ counter: 1, ticket: 'A-003' });
});

test('CN3 a next that only finished somebody has its refractory time too', () => {
  const day = morning(contoh());
  day.opens(5);
  day.takes('08:00', 'collection');
  day.next(5, '08:01');
  expect(day.next(5, '08:02')).toEqual({ counter: 5, ticket: null });
  day.takes('08:02:00.100', 'collection');
  expect(day.next(5, '08:02:00.599')).toEqual({ counter: 5, ticket: null });
  expect(day.next(5, '08:02:00.600')).toEqual({ counter: 5, ticket: 'C-002' });
});

test('CN3 a refused next and a call by number start no refractory time', () => {
  const day = morning(contoh());
  day.opens(1);
  expect(day.next(1, '08:00')).toMatchObject({ refused: 'nobody-waiting' });
  day.takes('08:00:00.100');
  day.takes('08:00:00.100');
  expect(day.calls(1, 'A-002', '08:00:00.200')).toMatchObject({ ticket: 'A-002' });
  expect(day.next(1, '08:00:00.300')).toMatchObject({ ticket: 'A-001' });
});

test('CN3 the time is the office’s own', () => {
  const day = morning(contoh({ calling: { refractory: 'PT5S' } }));
  day.opens(1);
  day.takes('08:00');
  day.takes('08:00');
  day.next(1, '08:01');
  expect(day.next(1, '08:01:04.999')).toMatchObject({ ticket: 'A-001' });
  expect(day.next(1, '08:01:05')).toMatchObject({ ticket: 'A-002' });
});

test('CN4 nobody waiting, but a current visit: it is finished, and the ticket is null', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.next(1, '08:01');
  expect(day.next(1, '08:02')).toEqual({ counter: 1, ticket: null });
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview' });
  expect(day.counter(1).current).toBeNull();
});

test('CN5 nobody waiting and no current visit is refused, and nothing happens', () => {
  const day = morning(contoh());
  day.opens(1);
  expect(day.next(1, '08:01')).toEqual({ refused: 'nobody-waiting', code: 'nobody-waiting' });
  expect(day.last()).toEqual([]);
});

test('CN6 a visit that now waits for a step of the same counter is called in its turn', () => {
  const day = morning(contoh());
  day.opens(4);
  day.takes('08:00');
  day.takes('08:10');
  day.next(4, '08:11');
  expect(day.next(4, '08:12')).toEqual({ counter: 4, ticket: 'A-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'called', step: 'interview', todo: [] });
  day.takes('08:13', 'passport', { lane: 'priority' });
  expect(day.next(4, '08:14')).toEqual({ counter: 4, ticket: 'P-001' });
  expect(day.visit('A-001').state).toBe('done');
});

test('CN6 like anybody else: an earlier turn goes before it', () => {
  const day = morning(contoh());
  day.opens(4);
  day.takes('08:00');
  day.next(4, '08:01');
  day.takes('08:02', 'passport', { lane: 'priority' });
  expect(day.next(4, '08:03')).toMatchObject({ ticket: 'P-001' });
  expect(day.visit('A-001')).toMatchObject({ state: 'waiting', step: 'interview' });
});
