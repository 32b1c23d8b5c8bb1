/** From one snapshot after another to what everybody is told. */
import { expect, test } from 'vitest';
import type { Estimate } from '../../../server/domain/forecast/forecast.ts';
import { asTold } from '../../../server/domain/forecast/told.ts';
import { at, counter, minute, newcomer, newForecaster, queue, snapshot, visit } from './snapshots.ts';

const minutesOf = ({ from, to, homeBy }: Estimate) =>
  [from, to, homeBy].map((time) => (time - at(0)) / minute);

test('FC6 what was told stays over many snapshots while things go as expected', () => {
  const forecaster = newForecaster();
  const all = queue(6);
  const told = forecaster.forecast(snapshot({ visits: all })).estimates.get('V6');
  expect(told).toBeDefined();
  for (let seconds = 2; seconds < 240; seconds += 2) {
    const now = at(seconds / 60);
    const forecast = forecaster.forecast(
      snapshot({ at: now, visits: all, counters: [counter(1, { from: now })] }),
    );
    expect(forecast.estimates.get('V6')).toEqual(told);
  }
});

test('FC6 what the ticket said at issue is what is told after a restart, home-coming and all', () => {
  const said = { from: at(20), to: at(45), expected: at(32), homeBy: at(70) };
  const forecaster = newForecaster();
  forecaster.told('V4', said);
  const { estimates } = forecaster.forecast(snapshot({ visits: queue(5) }));
  expect(estimates.get('V4')).toEqual(said);
  expect(estimates.get('V5')).not.toEqual(said);
});

test('FC6 what was told of a step is not told of the next one', () => {
  const forecaster = newForecaster();
  forecaster.told('V1', { from: at(0), to: at(10), expected: at(5), homeBy: at(70) });
  const before = visit('V1', 5, { at: 1, todo: ['interview'] });
  const busy = { since: at(0), step: 'documents', service: 'question' };
  const called = [{ code: 'V1', step: 'documents', at: at(0) }];
  forecaster.forecast(snapshot({ visits: [before], counters: [counter(1, { busy })], called }));
  const now = at(8);
  const next = visit('V1', 5, { step: 'interview', since: now });
  const interviews = counter(2, { steps: ['interview'], from: now });
  const { estimates } = forecaster.forecast(snapshot({ at: now, visits: [next], counters: [interviews] }));
  expect(estimates.get('V1')?.from).toBe(now);
});

test('a call makes moments to remember: one when it came, and one every five minutes of its wait', () => {
  const forecaster = newForecaster();
  const [first, second] = queue(2);
  for (let minutes = 0; minutes <= 11; minutes += 1) {
    const now = at(minutes);
    forecaster.forecast(
      snapshot({
        at: now,
        visits: [first, second].flatMap((one) => one ?? []),
        counters: [counter(1, { from: now })],
      }),
    );
  }
  expect(forecaster.takeRemembered()).toEqual([]);
  const called = [{ code: 'V1', step: 'documents', at: at(12) }];
  forecaster.forecast(snapshot({ at: at(12), visits: second ? [second] : [], called }));
  expect(forecaster.takeRemembered().map(({ waited, since }) => [waited, since])).toEqual([
    [12, 2],
    [7, 7],
    [2, 12],
  ]);
  expect(forecaster.takeRemembered()).toEqual([]);
});

test('who goes without being called teaches nothing', () => {
  const forecaster = newForecaster();
  forecaster.forecast(snapshot({ visits: queue(2) }));
  forecaster.forecast(snapshot({ at: at(1), visits: [] }));
  const called = [{ code: 'V1', step: 'documents', at: at(2) }];
  forecaster.forecast(snapshot({ at: at(2), called }));
  expect(forecaster.takeRemembered()).toEqual([]);
});

test('a number for later is remembered as one that does not wait yet', () => {
  const forecaster = newForecaster();
  const later = visit('V1', 5, { from: at(60), since: at(60) });
  forecaster.forecast(snapshot({ visits: [later] }));
  forecaster.forecast(snapshot({ at: at(61), called: [{ code: 'V1', step: 'documents', at: at(61) }] }));
  expect(forecaster.takeRemembered()).toMatchObject([{ since: 0, waited: 61 }]);
});

test('FC11 a newcomer comes behind everybody who is here, and in nobody else’s way', () => {
  const services = ['question', 'passport', 'collection', 'a', 'b', 'c', 'd'];
  const newcomers = services.flatMap((service) => [
    newcomer({ service }),
    newcomer({ service, lane: 'priority' }),
  ]);
  const empty = newForecaster().forecast(snapshot({ newcomers })).newcomers;
  expect([...empty.keys()]).toHaveLength(14);
  // The only counter is free: each of them would be called at once.
  for (const estimate of empty.values()) expect(minutesOf(estimate).slice(0, 2)).toEqual([0, 1]);
  const waiting = newForecaster().forecast(snapshot({ newcomers, visits: queue(4) })).newcomers;
  expect(waiting.get('question regular')?.from).toBeGreaterThanOrEqual(at(15));
  expect(waiting.get('question regular')).toEqual(waiting.get('d regular'));
  expect(waiting.get('question priority')?.to).toBeLessThan(at(5));
});

test('FC9 who is booked is reckoned with, and told nothing', () => {
  const newcomers = [newcomer()];
  const coming = queue(3, () => ({ isComing: true, from: at(2), arrivedAt: at(2), turn: at(30), inside: 0 }));
  const without = newForecaster().forecast(snapshot({ newcomers, visits: [visit('V9', 1)] }));
  const reckoned = newForecaster().forecast(snapshot({ newcomers, visits: [visit('V9', 1), ...coming] }));
  expect([...reckoned.estimates.keys()]).toEqual(['V9']);
  const [before = 0, after = 0] = [without, reckoned].map(
    (one) => one.newcomers.get('question regular')?.expected,
  );
  expect(after - before).toBeGreaterThanOrEqual(15 * minute);
});

test('FC9 of lanes that go first, those who usually come at this hour are reckoned with', () => {
  const newcomers = [newcomer(), newcomer({ lane: 'priority', turn: at(30) })];
  const estimate = (arrivals: Record<string, number>) => {
    const forecaster = newForecaster();
    forecaster.learn({ cycles: [], counters: {}, arrivals });
    const forecast = forecaster.forecast(snapshot({ newcomers, visits: queue(6) }));
    return forecast.estimates.get('V6')?.expected ?? 0;
  };
  const usual = estimate({});
  expect(estimate({ 'question priority 9': 4 })).toBeGreaterThanOrEqual(usual + 8 * minute);
  expect(estimate({ 'question priority 14': 4, 'question regular 9': 9 })).toBe(usual);
});

test('where no open counter serves the step, nobody is told anything; those in front of an open one are', () => {
  const visits = [
    visit('V1', 3),
    visit('V2', 2, { step: 'interview' }),
    visit('V3', 1, { lane: 'priority' }),
  ];
  const counters = [counter(1, { lanes: ['regular'] })];
  expect([...newForecaster().forecast(snapshot({ visits, counters })).estimates.keys()]).toEqual(['V1']);
});

test('home is reckoned with the steps that follow, also where their counters are not open yet', () => {
  const visits = [visit('V1', 1, { todo: ['interview', 'handover'] })];
  const [told] = newForecaster().forecast(snapshot({ visits })).estimates.values();
  expect((told?.homeBy ?? 0) - (told?.to ?? 0)).toBeGreaterThanOrEqual(3 * 8 * minute);
});

test('300 who wait at one counter are told ranges in order, up to a day ahead', () => {
  const { estimates } = newForecaster().forecast(snapshot({ visits: queue(300) }));
  const all = [...estimates.values()];
  expect(all).toHaveLength(300);
  const expected = all.map((one) => one.expected);
  expect(expected).toEqual(expected.toSorted((a, b) => a - b));
  expect(expected.at(-1)).toBeGreaterThan(at(299 * 7));
});

test('FC3 no range begins before the minute that it is told in, though its grid does', () => {
  const told = asTold({ from: -3, to: 15, middle: 10 }, at(2.5));
  expect([told.from, told.to]).toEqual([at(2), at(17.5)]);
});
