/** What the views say of a forecast: at risk as it sees it, what is coming, and times as the contract has them. */
import { expect, test } from 'vitest';
import { doorView } from '../../../server/contract/views-door.ts';
import { supervisorView as contract } from '../../../server/contract/views-supervisor.ts';
import { type Forecast, noForecast } from '../../../server/domain/forecast/forecast.ts';
import { outlookOn } from '../../../server/domain/queue/outlook.ts';
import { standingOf } from '../../../server/domain/queue/standing.ts';
import { doorView as door } from '../../../server/domain/views/door.ts';
import { supervisorView } from '../../../server/domain/views/supervisor.ts';
import { clock, type Morning, morning } from '../morning.ts';
import { contoh } from '../office.ts';

const around = { alarms: [], presence: new Map(), now: 0 };
const forecastOf = (more: Partial<Forecast>): Forecast => ({ ...noForecast, at: clock('08:30'), ...more });
const supervisor = ({ state }: Morning, time: string, forecast: Forecast) =>
  contract.parse(supervisorView(state, { at: clock(time), rehearsal: false, forecast }, around));

function queueing(): Morning & { codes: string[] } {
  const day = morning(contoh({ capacity: 30 }));
  day.opens(1);
  const numbers = ['08:00', '08:01', '08:02'].map((time) => day.takes(time));
  return { ...day, codes: numbers.map((number) => day.visit(number).code) };
}

const estimate = {
  from: clock('08:40'),
  to: clock('08:50'),
  expected: clock('08:45'),
  homeBy: clock('09:10'),
};

test('FC12 at risk is what the forecast sees break, and not what it sees kept, however little time is left', () => {
  const { state, codes, visit } = queueing();
  const estimates = new Map(codes.map((code) => [code, estimate]));
  const outlook = outlookOn(state, forecastOf({ estimates, breakingCodes: new Set(codes.slice(0, 1)) }));
  const standing = (number: string) => standingOf(state, visit(number), clock('09:55'), outlook);
  expect([standing('A-001'), standing('A-002')]).toEqual(['at-risk', 'running']);
});

test('FC12 whom no forecast knows is at risk by the time that is left', () => {
  const { state, visit } = queueing();
  const outlook = outlookOn(state, noForecast);
  expect(standingOf(state, visit('A-001'), clock('09:55'), outlook)).toBe('at-risk');
  expect(standingOf(state, visit('A-001'), clock('08:05'), outlook)).toBe('running');
});

const breaking = (codes: readonly string[]) =>
  codes.map((code) => ({ code, promiseAt: clock('10:00'), expected: clock('10:20') }));

test('FC12 the supervisor sees what will break and which counters keep it, by when; no code', () => {
  const day = queueing();
  const forecast = forecastOf({
    breaking: breaking(day.codes.slice(0, 2)),
    breakingCodes: new Set(day.codes.slice(0, 2)),
    keepers: [{ counter: 2, step: 'documents', by: clock('09:20'), keeps: 2 }],
  });
  const view = supervisor(day, '08:31', forecast);
  expect(view.ahead.breaking).toEqual(
    ['A-001', 'A-002'].map((number) => ({
      ...{ number, promiseAt: '2026-11-26T02:00:00.000Z', expected: '2026-11-26T02:20:00.000Z' },
    })),
  );
  expect(view.ahead.keepers).toEqual([
    { counter: 2, step: 'documents', by: '2026-11-26T01:20:00.000Z', keeps: 2, of: 2 },
  ]);
  expect(view.promises.atRisk.map(({ number }) => number)).toEqual(['A-001', 'A-002']);
  for (const code of day.codes) expect(JSON.stringify(view.ahead)).not.toContain(code);
});

test('FC12 a forecast older than what happened: who is done, cancelled or broken is gone, and so is an open counter', () => {
  const day = queueing();
  const forecast = forecastOf({
    breaking: breaking(day.codes),
    breakingCodes: new Set(day.codes),
    keepers: [
      { counter: 2, step: 'documents', by: clock('09:20'), keeps: 2 },
      { counter: 4, step: 'documents', by: clock('08:40'), keeps: 3 },
    ],
  });
  day.does({ type: 'CancelTicket', ticket: 'A-001' }, '08:32');
  day.does({ type: 'OpenCounter', counter: 2 }, '08:33');
  const view = supervisor(day, '08:34', forecast);
  expect(view.ahead.breaking.map(({ number }) => number)).toEqual(['A-002', 'A-003']);
  expect(view.ahead.keepers.map(({ counter }) => counter)).toEqual([4]);
  day.passes('10:01:30');
  const late = supervisor(day, '10:01:30', forecast);
  // Nothing breaks that is broken, and nobody opens a counter an hour ago.
  expect(late.ahead).toMatchObject({ breaking: [], keepers: [] });
});

test('FC10 supervisor and door see when the room is full and when there is room, not what is past', () => {
  const day = queueing();
  const forecast = forecastOf({ room: { fullAt: clock('09:15'), roomAt: null } });
  const room = (time: string) => supervisor(day, time, forecast).ahead.room;
  const atDoor = (time: string) =>
    doorView.parse(door(day.state, { at: clock(time), rehearsal: false, forecast }, { notices: false }))
      .ahead;
  const told = { fullAt: '2026-11-26T01:15:00.000Z', roomAt: null };
  expect([room('08:31'), atDoor('08:31')]).toEqual([told, told]);
  const nothing = { fullAt: null, roomAt: null };
  expect([room('09:16'), atDoor('09:16')]).toEqual([nothing, nothing]);
});

test('FC11 a newcomer joins the queue of the first step: of later steps nothing is told', () => {
  const day = queueing();
  day.opens(3);
  day.next(1, '08:10');
  day.press('FinishStep', 1, '08:20');
  const view = supervisor(
    day,
    '08:31',
    forecastOf({ newcomers: new Map([['passport regular', { ...estimate, step: 'documents', each: 0 }]]) }),
  );
  expect(view.queues.map(({ step, estimate: told }) => [step, told?.from ?? null])).toEqual([
    ['documents', '2026-11-26T00:40:00.000Z'],
    ['interview', null],
  ]);
});
