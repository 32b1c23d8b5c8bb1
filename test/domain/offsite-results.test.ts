/** What was done outside, entered afterwards. */
import { expect, test } from 'vitest';
import { apply } from '../../server/domain/apply.ts';
import type { Command } from '../../server/domain/commands.ts';
import { emptyState } from '../../server/hub/replay.ts';
import { clock } from './morning.ts';
import { emergency, outing, supervision } from './offsite-office.ts';

type Results = Extract<Command, { type: 'RecordOffsite' }>['results'];

const at = (time: string) => clock(`2026-11-28 ${time}`);
const step = (name: string, from: string, to: string, outcome?: string) => ({
  step: name,
  startedAt: at(from),
  endedAt: at(to),
  ...(outcome === undefined ? {} : { outcome }),
});

/** A trip on Saturday with one request for two. */
function outside(command: Command = emergency) {
  const day = outing();
  const request = day.accepted(command);
  day.plans([request]);
  const enters = (results: Results, time = '2026-11-28 15:00') =>
    day.does({ type: 'RecordOffsite', trip: 't-1', request, results, by: 'officer:head' }, time);
  return { ...day, last: day.last, request, enters };
}

const whole = [step('documents', '09:00', '09:10'), step('interview', '09:10', '09:25', 'passport-48')];

test('OF7 the same steps and outcomes as in the office, with their times; done when everybody has a result', () => {
  const day = outside();
  expect(day.enters([{ person: 0, end: 'done', steps: whole }])).toEqual({});
  expect(day.last().slice(-1)).toMatchObject([
    {
      type: 'OffsiteRecorded',
      trip: 't-1',
      request: day.request,
      shortCode: 'S00000',
      date: '2026-11-28',
      service: 'emergency',
      lane: 'regular',
      steps: ['documents', 'interview'],
      people: 2,
      by: 'officer:head',
    },
  ]);
  expect(day.stateOf(day.request)).toBe('planned');
  day.enters([{ person: 1, end: 'incomplete', reasons: ['missing', 'missing'] }]);
  expect(day.stateOf(day.request)).toBe('done');
  expect(day.state.calendar.offsite.requests.get(day.request)?.results).toEqual([
    {
      person: 0,
      end: 'done',
      reasons: [],
      steps: [
        { step: 'documents', startedAt: at('09:00'), endedAt: at('09:10'), outcome: null },
        { step: 'interview', startedAt: at('09:10'), endedAt: at('09:25'), outcome: 'passport-48' },
      ],
    },
    { person: 1, end: 'incomplete', reasons: ['missing'], steps: [] },
  ]);
});

test('OF7 entered again, a person’s result replaces the one before, and the others’ stay', () => {
  const day = outside();
  day.enters([
    { person: 1, end: 'no-show' },
    { person: 0, end: 'done', steps: whole },
  ]);
  expect(day.enters([{ person: 1, end: 'done' }], '2026-12-02 09:00')).toEqual({});
  const { results = [], state } = day.state.calendar.offsite.requests.get(day.request) ?? {};
  expect([state, ...results.map(({ end, steps }) => `${end} ${steps.length}`)]).toEqual([
    'done',
    'done 2',
    'done 0',
  ]);
});

test('OF7 where nobody applied there is one result', () => {
  const day = outside(supervision);
  expect(day.enters([{ person: 1, end: 'done' }]).refused).toBe('unknown-person');
  const look = [step('inspection', '10:00', '10:30', 'in-order')];
  expect(day.enters([{ person: 0, end: 'done', steps: look }])).toEqual({});
  expect(day.stateOf(day.request)).toBe('done');
});

test.each<[string, Results[number], string]>([
  ['a person who is not on the list', { person: 2, end: 'done' }, 'unknown-person'],
  [
    'a step of another service',
    { person: 0, end: 'done', steps: [step('inspection', '09:00', '09:10')] },
    'unknown-step',
  ],
  [
    'an outcome of another step',
    { person: 0, end: 'done', steps: [step('documents', '09:00', '09:10', 'passport-48')] },
    'unknown-outcome',
  ],
  ['a reason that no step lists', { person: 0, end: 'incomplete', reasons: ['rain'] }, 'unknown-reason'],
  ['a reason without an incomplete file', { person: 0, end: 'done', reasons: ['missing'] }, 'unknown-reason'],
  ['steps of somebody who was not met', { person: 0, end: 'no-show', steps: whole }, 'not-possible'],
  [
    'an end before its start',
    { person: 0, end: 'done', steps: [step('documents', '09:10', '09:00')] },
    'not-possible',
  ],
  [
    'a time that is still to come',
    { person: 0, end: 'done', steps: [step('documents', '14:50', '15:01')] },
    'not-possible',
  ],
])('OF7 %s is refused', (_, result, refused) => {
  const day = outside();
  expect(day.enters([{ person: 1, end: 'no-show' }, result]).refused).toBe(refused);
  expect(day.last().filter(({ type }) => type === 'OffsiteRecorded')).toEqual([]);
});

test('OF7 nothing is entered before the date, nor times of another one', () => {
  const day = outside();
  expect(day.enters([{ person: 0, end: 'no-show' }], '2026-11-27 23:59').refused).toBe('not-possible');
  const dated = (from: string, to: string): Results => [
    { person: 0, end: 'done', steps: [{ step: 'documents', startedAt: clock(from), endedAt: clock(to) }] },
  ];
  const monday = '2026-11-30 09:00';
  expect(day.enters(dated('2026-11-27 23:59', '2026-11-28 00:10'), monday).refused).toBe('not-possible');
  expect(day.enters(dated('2026-11-28 23:50', '2026-11-29 00:01'), monday).refused).toBe('not-possible');
  expect(day.enters(dated('2026-11-28 23:50', '2026-11-29 00:00'), monday)).toEqual({});
});

test('OF7 results belong to a trip that goes, and to a request on it', () => {
  const day = outside();
  const record = { type: 'RecordOffsite', results: [{ person: 0, end: 'done' }], by: 'x' } as const;
  const saturday = '2026-11-28 12:00';
  expect(day.does({ ...record, trip: 't-7', request: day.request }, saturday).refused).toBe('unknown-trip');
  expect(day.does({ ...record, trip: 't-1', request: 'x' }, saturday).refused).toBe('unknown-request');
  day.does({ type: 'CancelTrip', id: 't-1', reason: 'r' }, saturday);
  expect(day.does({ ...record, trip: 't-1', request: day.request }, saturday).refused).toBe('not-possible');
});

test('OF7 RE1 RE2 requests and trips are made by events alone, and without what is personal', () => {
  const day = outside();
  day.enters([{ person: 0, end: 'done', steps: whole }]);
  day.does(supervision, '2026-11-28 16:00');
  const bare = emptyState();
  for (const event of day.events) {
    const { personal: _, ...rest } = event as { personal?: unknown };
    apply(bare, rest as typeof event);
  }
  const again = emptyState();
  for (const event of day.events) apply(again, event);
  expect(again.calendar.offsite).toEqual(day.state.calendar.offsite);
  const without = [...day.state.calendar.offsite.requests.values()].map((one) => ({
    ...one,
    personal: null,
  }));
  expect([...bare.calendar.offsite.requests.values()]).toEqual(without);
});
