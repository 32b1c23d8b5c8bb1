/** The lobby board: calls, counters, and who waits. The office is in Makassar, eight hours ahead of UTC. */
import { expect, test } from 'vitest';
import { lobbyView } from '../../server/domain/views/lobby.ts';
import { morning } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { at } from './context.ts';

const regular = (service: string, count: number) => ({ service, lane: 'regular', count, estimate: null });

test('a board shows the office, every counter, and who waits, before anybody is called', () => {
  const day = morning(contoh({ capacity: 120 }));
  day.opens(1);
  day.takes('08:00');
  day.takes('08:01', 'passport', { lane: 'priority' });
  day.takes('08:02', 'passport', { people: 4 });
  expect(lobbyView(day.state, at('08:03'), null)).toEqual({
    office: {
      id: 'contoh',
      name: { id: 'Kantor Contoh', en: 'Kantor Contoh' },
      languages: ['id', 'en'],
      timeZone: 'Asia/Makassar',
      accent: '#4fc3a1',
      rehearsal: false,
    },
    zone: null,
    calls: [],
    counters: [
      { counter: 1, state: 'open', number: null },
      { counter: 2, state: 'closed', number: null },
      { counter: 3, state: 'closed', number: null },
      { counter: 4, state: 'closed', number: null },
      { counter: 5, state: 'closed', number: null },
    ],
    waiting: [
      regular('passport', 2),
      { service: 'passport', lane: 'priority', count: 1, estimate: null },
      regular('collection', 0),
      regular('question', 0),
    ],
    names: {
      steps: {},
      services: {
        passport: { id: 'passport', en: 'passport' },
        collection: { id: 'collection', en: 'collection' },
        question: { id: 'question', en: 'question' },
      },
      lanes: { regular: { id: 'regular', en: 'regular' }, priority: { id: 'priority', en: 'priority' } },
    },
    inside: 0,
    capacity: 120,
    places: [],
    stopped: null,
    closed: null,
  });
});

test('a call stands at its counter and on top; a call announced again comes back to the top', () => {
  const day = morning(contoh());
  day.opens(1, 2);
  day.takes('08:00');
  day.takes('08:01');
  day.next(1, '08:10');
  day.next(2, '08:11');
  const calls = () =>
    lobbyView(day.state, at('08:12'), null).calls.map(({ number, times, at }) => [number, times, at]);
  expect(calls()).toEqual([
    ['A-002', 1, '2026-11-26T00:11:00.000Z'],
    ['A-001', 1, '2026-11-26T00:10:00.000Z'],
  ]);
  day.does({ type: 'RecallTicket', counter: 1 }, '08:12');
  expect(calls()).toEqual([
    ['A-001', 2, '2026-11-26T00:12:00.000Z'],
    ['A-002', 1, '2026-11-26T00:11:00.000Z'],
  ]);
  const view = lobbyView(day.state, at('08:12'), null);
  expect(view.counters.slice(0, 2)).toEqual([
    { counter: 1, state: 'open', number: 'A-001' },
    { counter: 2, state: 'open', number: 'A-002' },
  ]);
  expect(view.calls[0]).toMatchObject({ counter: 1, step: 'documents' });
  expect(view.calls[0]?.callId).not.toBe('');
  expect(view.names.steps).toEqual({ documents: { id: 'documents', en: 'documents' } });
});

test('an undone call is gone from the board', () => {
  const day = morning(contoh());
  day.opens(1);
  day.takes('08:00');
  day.next(1, '08:10');
  day.does({ type: 'UndoAction', counter: 1 }, '08:10:05');
  const view = lobbyView(day.state, at('08:11'), null);
  expect(view.calls).toEqual([]);
  expect(view.counters[0]).toEqual({ counter: 1, state: 'open', number: null });
});

test('the last eight calls are shown, the newest first', () => {
  const day = morning(contoh());
  day.opens(1);
  for (let minute = 10; minute < 20; minute += 1) day.takes(`08:${minute}`);
  for (let minute = 20; minute < 30; minute += 1) day.next(1, `08:${minute}`);
  expect(lobbyView(day.state, at('08:30'), null).calls.map(({ number }) => number)).toEqual([
    'A-010',
    'A-009',
    'A-008',
    'A-007',
    'A-006',
    'A-005',
    'A-004',
    'A-003',
  ]);
});

test('a zone shows its own counters, their calls, and who waits for them', () => {
  const day = morning(contoh());
  day.opens(1, 5);
  day.takes('08:00');
  day.takes('08:00');
  day.takes('08:01', 'collection');
  day.takes('08:01', 'collection');
  day.next(1, '08:10');
  day.next(5, '08:11');
  const yard = lobbyView(day.state, at('08:12'), 'yard');
  expect(yard.zone).toBe('yard');
  expect(yard.counters).toEqual([{ counter: 5, state: 'open', number: 'C-001' }]);
  expect(yard.calls.map(({ number }) => number)).toEqual(['C-001']);
  expect(yard.waiting).toEqual([regular('collection', 1)]);
  expect(lobbyView(day.state, at('08:12'), 'hall').calls.map(({ number }) => number)).toEqual(['A-001']);
});

test('a counter without a zone is on the board of every zone', () => {
  const counters = [
    { number: 1, steps: ['documents', 'interview', 'handover'] },
    { number: 2, steps: ['documents'], zone: 'hall' },
    { number: 3, steps: ['documents'], zone: 'yard' },
  ];
  const day = morning(contoh({ counters }));
  expect(lobbyView(day.state, at('08:00'), 'yard').counters.map(({ counter }) => counter)).toEqual([1, 3]);
});

test('a counter has its name and where it is, if the office said so', () => {
  const counters = [
    { number: 1, steps: ['documents', 'interview'], name: { id: 'Berkas', en: 'Papers' }, direction: 'left' },
    { number: 2, steps: ['handover'] },
  ];
  const day = morning(contoh({ counters }));
  expect(lobbyView(day.state, at('08:00'), null).counters).toEqual([
    { counter: 1, state: 'closed', number: null, name: { id: 'Berkas', en: 'Papers' }, direction: 'left' },
    { counter: 2, state: 'closed', number: null },
  ]);
});

const working = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [`${from}-${to}`]]));

test('LB1 the office is closed outside its hours, once nobody waits and no counter is open', () => {
  const day = morning(contoh({ hours: working('08:00', '12:00') }));
  const closed = (clock: string) => lobbyView(day.state, at(clock), null).closed;
  expect(closed('07:59')).toEqual({ opensAt: '2026-11-26T00:00:00.000Z' });
  expect(closed('08:00')).toBeNull();
  day.takes('08:00', 'question');
  // The hours are over, but somebody waits, and then is served.
  expect(closed('12:00')).toBeNull();
  day.opens(1);
  day.next(1, '12:01');
  expect(closed('12:02')).toBeNull();
  day.does({ type: 'CloseCounter', counter: 1 }, '12:05');
  expect(closed('12:06')).toEqual({ opensAt: '2026-11-27T00:00:00.000Z' });
  // The counters of another zone are the office's too.
  day.does({ type: 'OpenCounter', counter: 5 }, '12:07');
  expect(lobbyView(day.state, at('12:08'), 'hall').closed).toBeNull();
});

test('a view of thirty busy counters is at most 4 KB, with the names of those that just called', () => {
  const steps = ['documents', 'interview', 'handover'];
  const named = { name: { id: 'Berkas', en: 'Papers' }, direction: 'right' };
  const counters = Array.from({ length: 30 }, (_, place) => ({
    ...{ number: place + 1, steps, zone: 'hall' },
    ...named,
  }));
  const day = morning(contoh({ counters, capacity: 120 }));
  const numbers = counters.map(({ number }) => number);
  day.opens(...numbers);
  for (const _ of numbers) {
    day.takes('08:00');
    for (const service of ['passport', 'collection', 'question'])
      day.takes('08:00', service, { lane: 'priority' });
  }
  for (const number of numbers) day.next(number, '08:10');
  const view = lobbyView(day.state, at('08:11'), null);
  expect(view.counters.filter(({ number }) => number !== null)).toHaveLength(30);
  expect(view.calls).toHaveLength(8);
  expect(view.counters.at(-1)).toMatchObject(named);
  expect(view.counters.filter(({ name }) => name).map(({ counter }) => counter)).toEqual([
    26, 27, 28, 29, 30,
  ]);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThanOrEqual(4096 - 150);
});
