/** An office that changes in the day. */
import { expect, test } from 'vitest';
import { reachOf } from '../../server/domain/queue/reach.ts';
import type { Morning } from './morning.ts';
import { clock, morning } from './morning.ts';
import { contoh } from './office.ts';

const passport = { id: 'passport', prefix: 'A', steps: ['documents', 'interview'], promise: 'PT2H' };
const collection = { id: 'collection', prefix: 'C', steps: ['handover'], promise: 'PT1H', until: 'called' };

function begun(): Morning {
  const day = morning(contoh({ calling: { noShowAfter: 1, noShowWait: 'PT0S' } }));
  day.opens(1, 2, 3, 4, 5);
  return day;
}

const changes = (day: Morning, change: Record<string, unknown>, time: string, source = 'second') =>
  day.does({ type: 'ConfigureOffice', office: contoh(change), source }, time);

const strands = (...tickets: string[]) => ({ refused: 'would-strand', code: 'would-strand', tickets });

test('CO1 a service that somebody waits for cannot go', () => {
  const day = begun();
  day.takes('08:00', 'collection');
  day.takes('08:01');
  day.takes('08:02', 'collection', { lane: 'priority' });
  expect(changes(day, { services: [passport] }, '08:03')).toEqual(strands('P-001', 'C-001'));
  expect(day.last()).toEqual([]);
  expect(day.takes('08:04', 'collection')).toBe('C-002');
});

test('CO1 nor a lane, nor a step on the way', () => {
  const day = begun();
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  expect(changes(day, { lanes: [{ id: 'regular' }] }, '08:02')).toEqual(strands('P-001'));
  const without = {
    steps: [{ id: 'documents' }, { id: 'handover' }],
    services: [{ ...passport, steps: ['documents'] }, collection],
    counters: [{ number: 1, steps: ['documents', 'handover'] }],
    outcomes: {},
  };
  expect(changes(day, without, '08:03')).toEqual(strands('P-001', 'A-001'));
});

test('CO1 nor the only counter of the file that serves a step, or serves it in that lane', () => {
  const day = begun();
  day.takes('08:00', 'collection');
  const counters = [
    { number: 1, steps: ['documents'] },
    { number: 3, steps: ['interview'] },
    { number: 5, steps: ['handover'], lanes: ['priority'] },
  ];
  expect(changes(day, { counters }, '08:01')).toEqual(strands('C-001'));
});

test('CO1 who is held or at a counter counts, and a counter does not go from under a visit', () => {
  const day = begun();
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00');
  day.next(1, '08:01');
  day.next(2, '08:01');
  day.press('StartVisit', 2, '08:02');
  const [, two, three, four, five] = contoh().counters;
  expect(changes(day, { counters: [two, three, four, five] }, '08:03')).toEqual(strands('A-001'));
  day.press('HoldVisit', 1, '08:04');
  expect(changes(day, { services: [collection] }, '08:05')).toEqual(strands('A-001', 'A-002', 'A-003'));
});

test('CO1 who is missed, sent away, cancelled or done does not hinder it', () => {
  const day = begun();
  for (let taken = 0; taken < 3; taken += 1) day.takes('08:00');
  day.next(1, '08:01');
  day.press('MarkNoShow', 1, '08:02');
  day.next(1, '08:03');
  day.does({ type: 'SendAway', counter: 1, reasons: ['missing'] }, '08:04');
  day.does({ type: 'CancelTicket', ticket: 'A-003' }, '08:05');
  expect(changes(day, { services: [collection] }, '08:06')).toEqual({});
  expect(day.does({ type: 'ReturnVisit', ticket: 'A-001' }, '08:07')).toMatchObject({
    refused: 'not-possible',
  });
});

test('CO1 who had nowhere to go before does not hinder it', () => {
  const [one, , three] = contoh().counters;
  const counters = [one, three, { number: 5, steps: ['handover'], lanes: ['regular'] }];
  const day = morning(contoh({ counters }));
  day.takes('08:00', 'collection');
  day.does({ type: 'ChangeLane', ticket: 'C-001', lane: 'priority', reason: 'asked' }, '08:01');
  expect(changes(day, { counters, name: 'Kantor Baru' }, '08:02')).toEqual({});
  expect(changes(day, {}, '08:03', 'third')).toEqual({});
  expect(changes(day, { counters }, '08:04', 'fourth')).toEqual(strands('C-001'));
});

test('RV2 who was missed does not return to an office that has given up the steps', () => {
  const day = begun();
  day.takes('08:00', 'collection');
  day.next(5, '08:01');
  day.press('MarkNoShow', 5, '08:02');
  changes(day, { services: [passport] }, '08:03');
  expect(day.does({ type: 'ReturnVisit', ticket: 'C-001' }, '08:04')).toMatchObject({
    refused: 'not-possible',
  });
  changes(day, { services: [passport, collection] }, '08:05', 'third');
  expect(day.does({ type: 'ReturnVisit', ticket: 'C-001' }, '08:06')).toMatchObject({ state: 'waiting' });
});

test('CO2 open counters that are gone are closed by the change', () => {
  const day = begun();
  day.press('PauseCounter', 2, '08:00');
  const [one, , three, four, five] = contoh().counters;
  expect(changes(day, { counters: [one, three, five] }, '08:01')).toEqual({});
  expect(day.last().map(({ type, at }) => [type, at])).toEqual([
    ['CounterClosed', clock('08:01')],
    ['CounterClosed', clock('08:01')],
    ['OfficeConfigured', clock('08:01')],
  ]);
  expect([1, 2, 3, 4, 5].map((number) => day.counter(number).state)).toEqual([
    'open',
    'closed',
    'open',
    'closed',
    'open',
  ]);
  expect(day.next(4, '08:02')).toMatchObject({ refused: 'unknown-counter' });
  changes(day, { counters: [one, three, four, five] }, '08:03', 'third');
  expect(day.next(4, '08:04')).toMatchObject({ refused: 'counter-closed' });
});

test('CO2 others serve what they were opened for, without what is gone', () => {
  const day = begun();
  day.does(
    { type: 'OpenCounter', counter: 4, steps: ['interview', 'handover'], lanes: ['priority', 'regular'] },
    '08:00',
  );
  changes(
    day,
    {
      steps: [{ id: 'documents' }, { id: 'interview' }],
      services: [passport],
      lanes: [{ id: 'regular' }],
      counters: [
        { number: 1, steps: ['documents'] },
        { number: 4, steps: ['documents', 'interview'] },
      ],
    },
    '08:01',
  );
  const { office } = day.state.calendar;
  expect(office && reachOf(office, day.counter(4))).toEqual({
    counter: 4,
    steps: ['interview'],
    lanes: ['regular'],
  });
  day.takes('08:02');
  expect(day.next(4, '08:03')).toMatchObject({ refused: 'nobody-waiting' });
});

test('CO2 a counter opened without saying more serves what the changed file gives it', () => {
  const day = begun();
  const [one, two, three, four, five] = contoh().counters;
  changes(day, { counters: [one, two, { ...three, steps: ['documents'] }, four, five] }, '08:01');
  day.takes('08:02');
  expect(day.next(3, '08:03')).toMatchObject({ ticket: 'A-001' });
});

test('CO3 an office that says the same changes nothing', () => {
  const day = begun();
  const calling = { noShowAfter: 1, noShowWait: 'PT0S' };
  expect(changes(day, { calling }, '08:00', 'test')).toEqual({});
  expect(day.last()).toEqual([]);
  expect(changes(day, { calling, name: 'Kantor Baru' }, '08:01', 'test')).toEqual({});
  expect(day.last()).toMatchObject([{ type: 'OfficeConfigured', source: 'test' }]);
});

test('CO4 a change made from an office that runs no more is refused', () => {
  const day = begun();
  const office = contoh({ name: 'Kantor Baru' });
  const change = (source: string, instead: string) =>
    day.does({ type: 'ConfigureOffice', office, source, instead }, '08:00');
  expect(change('second', 'test')).toEqual({});
  expect(change('third', 'test')).toMatchObject({ refused: 'moved-on' });
  expect(day.last()).toEqual([]);
  expect(change('third', 'second')).toEqual({});
});

test('CO2 nobody answers any more for a counter that is gone, and whoever did may answer for another', () => {
  const day = begun();
  for (const [id, counter] of [
    ['dewi', 2],
    ['budi', 3],
  ] as const) {
    day.does({ type: 'AddOfficer', id, name: id, role: 'counter', hash: '' }, '07:50');
    day.does({ type: 'AssignOfficer', counter, officer: id }, '07:51');
  }
  const [one, , three, four, five] = contoh().counters;
  changes(day, { counters: [one, three, four, five] }, '08:00');
  expect([...day.state.day.officers]).toEqual([[3, 'budi']]);
  changes(day, {}, '08:01', 'third');
  expect([...day.state.day.officers]).toEqual([[3, 'budi']]);
});
