/** The facts of a date, and the times that a forecast learns from, as they are read from the tables. */
import { expect, test } from 'vitest';
import { clock } from '../domain/morning.ts';
import { eventfulDays } from './eventful-days.ts';
import { recording } from './record.ts';

async function recorded() {
  const { journal, records } = recording();
  await records(eventfulDays());
  return journal;
}

test('the facts of a date are all that its tables tell, and nothing of another', async () => {
  const { tickets, steps, ...rest } = (await recorded()).facts('2026-11-26');
  expect(tickets.map(({ number }) => number)).toEqual(['A-001', 'A-002', 'C-001']);
  expect(tickets[0]).toEqual({
    number: 'A-001',
    service: 'passport',
    lane: 'regular',
    people: 1,
    channel: 'walk-in',
    takesPlace: true,
    state: 'unfinished',
    arrivedAt: '2026-11-26T00:00:00.000Z',
    promiseAt: '2026-11-26T02:00:00.000Z',
    promise: 'broken',
    outageMinutes: 0,
    firstCalledAt: null,
    endedAt: '2026-11-26T16:00:00.000Z',
    handoversBroken: 0,
    told: { from: '2026-11-26T00:20:00.000Z', to: '2026-11-26T00:50:00.000Z' },
    rating: null,
    choices: {},
    offsite: false,
  });
  expect(tickets[1]).toMatchObject({ channel: 'integration', rating: 'fair', choices: { purposes: 'work' } });
  expect(steps).toEqual([
    {
      number: 'A-002',
      n: 1,
      service: 'passport',
      lane: 'regular',
      step: 'documents',
      counter: 1,
      officer: null,
      waitedFrom: '2026-11-26T00:05:00.000Z',
      calledAt: '2026-11-26T00:25:00.000Z',
      startedAt: '2026-11-26T00:27:00.000Z',
      endedAt: '2026-11-26T00:40:00.000Z',
      ended: 'incomplete',
      outcome: null,
      reasons: ['missing', 'wrong'],
      handover: null,
    },
    expect.objectContaining({ number: 'C-001', officer: 'sari', reasons: [], handover: 'broken' }),
  ]);
  const booking = { service: 'passport', lane: 'regular', channel: 'integration' };
  const request = { service: 'village', people: 2 };
  expect(rest).toEqual({
    date: '2026-11-26',
    bookings: [
      { ...booking, people: 2, state: 'used', takesPlace: true },
      { ...booking, people: 1, state: 'expired', takesPlace: false },
    ],
    quotas: [{ quota: 'passport', services: ['passport'], lanes: ['regular'], places: 10, released: 1 }],
    claims: [{ step: 'handover', counter: 5, officer: 'sari', closed: 'not-charged' }],
    requests: [
      { ...request, state: 'accepted' },
      { ...request, state: 'cancelled' },
    ],
    trips: [],
    screenings: { admitted: 1 },
  });
});

test('OF10 what was done outside is a fact of its date, and of counter 0', async () => {
  const { tickets, steps, trips } = (await recorded()).facts('2026-11-28');
  expect(tickets).toMatchObject([
    { number: 'S00000-1', people: 1, offsite: true, channel: 'walk-in', takesPlace: false, promise: null },
    { number: 'S00000-2', state: 'no-show', offsite: true },
  ]);
  expect(steps).toMatchObject([{ counter: 0, waitedFrom: null, ended: 'incomplete', reasons: ['missing'] }]);
  expect(trips).toEqual([{ state: 'planned', visits: 1 }]);
});

test('a date of which nothing is known has facts that are empty', async () => {
  expect((await recorded()).facts('2026-11-25')).toEqual({
    date: '2026-11-25',
    ...{ tickets: [], steps: [], bookings: [], quotas: [], claims: [], requests: [], trips: [] },
    screenings: {},
  });
});

test('dates that there are facts of: days of the office, of bookings and of trips', async () => {
  const journal = await recorded();
  const all = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30'];
  expect(journal.dates('2026-11-01', '2026-12-31')).toEqual(all);
  expect(journal.dates('2026-11-27', '2026-11-29')).toEqual(['2026-11-27', '2026-11-28']);
  expect(journal.dates('2026-12-01', '2026-12-31')).toEqual([]);
});

test('step times are those of the office’s own counters, by counter and call, in milliseconds', async () => {
  const journal = await recorded();
  const times = [...journal.stepTimes('2026-11-26', '2026-11-28')];
  expect(times).toEqual([
    {
      date: '2026-11-26',
      number: 'A-002',
      n: 1,
      service: 'passport',
      lane: 'regular',
      step: 'documents',
      counter: 1,
      officer: null,
      waitedFrom: clock('08:05'),
      calledAt: clock('08:25'),
      startedAt: clock('08:27'),
      endedAt: clock('08:40'),
      ended: 'incomplete',
    },
    expect.objectContaining({ number: 'C-001', counter: 5, officer: 'sari', calledAt: clock('08:05') }),
  ]);
  expect([...journal.stepTimes('2026-11-27', '2026-11-28')]).toEqual([]);
});

test('told times are those of tickets that were told something, called or not', async () => {
  expect([...(await recorded()).toldTimes('2026-11-26', '2026-11-28')]).toEqual([
    {
      date: '2026-11-26',
      service: 'passport',
      arrivedAt: clock('08:00'),
      told: { from: clock('08:20'), to: clock('08:50'), expected: clock('08:30') },
      firstCalledAt: null,
    },
  ]);
});

test('while times are read, the hub writes on', async () => {
  const { journal, records } = recording();
  const events = eventfulDays();
  await records(events.slice(0, -1));
  for (const { date } of journal.stepTimes('2026-11-26', '2026-11-28')) {
    expect(date).toBe('2026-11-26');
    await journal.probe();
  }
});
