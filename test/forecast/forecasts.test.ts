/** The forecast beside a real hub: told, kept, and never in the way. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toIso } from '../../server/domain/instant.ts';
import { ticketView } from '../../server/domain/views/ticket.ts';
import { clock } from '../domain/morning.ts';
import { contoh } from '../domain/office.ts';
import { temporaryFolder } from '../journal/folder.ts';
import { type Foreseeing, ordersTo, startForeseeing, threadsFromNow } from './stage.ts';

const newcomer = 'question regular';
const shown = ({ hub, forecasts }: Foreseeing, code: string) =>
  ticketView(hub.state, { at: hub.now(), rehearsal: false, forecast: forecasts.latest }, code)?.estimate;
/** A forecast that knows all who wait. */
const knowing =
  (...codes: string[]) =>
  ({ estimates }: { estimates: ReadonlyMap<string, unknown> }) =>
    codes.every((code) => estimates.has(code));

test('FC11 a newcomer is told a time, the ticket says it, and the phone goes on saying it', async () => {
  const office = await startForeseeing();
  expect(office.forecasts.latest.at).toBe(0);
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  const tickets = [];
  for (let times = 0; times < 5; times += 1) tickets.push(await office.takes());
  const [first] = tickets;
  expect(first?.estimate?.from).toBe(toIso(clock('08:00')));
  expect(first?.estimate?.to).toMatch(/^2026-11-26T00:0[1-5]:00/);
  const { estimates } = await office.until(knowing(...tickets.map(({ code }) => code)));
  expect(estimates.size).toBe(5);
  expect(shown(office, first?.code ?? '')).toEqual(first?.estimate);
  expect(office.logged).toEqual([]);
});

test('the thread is started by the first forecast, not with the hub', async () => {
  const threads = threadsFromNow();
  const office = await startForeseeing();
  expect(threads).toEqual([]);
  await office.until(({ at }) => at > 0);
  expect(threads).toHaveLength(1);
});

test('who is called is told nothing, and what is over neither', async () => {
  const office = await startForeseeing();
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  const [one, two] = [await office.takes(), await office.takes()];
  await office.until(knowing(one.code, two.code));
  await office.does({ type: 'CallNext', counter: 1 });
  expect(shown(office, one.code)).toBeNull();
  expect(shown(office, two.code)).not.toBeNull();
  const { forecasts, hub } = office;
  const late = { at: clock('12:00'), rehearsal: false, forecast: forecasts.latest };
  expect(ticketView(hub.state, late, two.code)?.estimate).toBeNull();
});

test('FC6 what was told of a step is not shown of the next one, before the next forecast', async () => {
  const office = await startForeseeing();
  await office.until(({ at }) => at > 0);
  const { code } = await office.does({ type: 'TakeTicket', service: 'passport' });
  const known = await office.until(knowing(String(code)));
  await office.does({ type: 'CallNext', counter: 1 }, '08:00:05');
  await office.does({ type: 'FinishStep', counter: 1 }, '08:00:10');
  const context = { at: office.hub.now(), rehearsal: false, forecast: known };
  expect(ticketView(office.hub.state, context, String(code))).toMatchObject({
    state: 'waiting',
    estimate: null,
  });
});

test('a clock that jumps ahead tells nothing from what was before, and then everything anew', async () => {
  const office = await startForeseeing();
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  office.machine.wall = clock('11:00');
  const { forecasts } = office;
  expect(forecasts.latest.at).toBe(0);
  expect(forecasts.toldTo('question', 'regular', clock('11:00'))).toBeNull();
  const anew = await office.until(({ newcomers }) => newcomers.has(newcomer));
  expect(anew.at).toBe(clock('11:00'));
});

test('where the thread ends, the hub goes on, another one comes, and what was told stays told', async () => {
  const threads = threadsFromNow();
  const office = await startForeseeing();
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  const codes = [];
  for (let times = 0; times < 4; times += 1) codes.push((await office.takes()).code);
  await office.until(knowing(...codes));
  const before = office.forecasts.latest.estimates;
  await threads[0]?.terminate();
  // The clock stands still: a range that is over would be told anew.
  const { code } = await office.takes();
  await office.until(knowing(code));
  expect(threads).toHaveLength(2);
  for (const one of codes) expect(office.forecasts.latest.estimates.get(one)).toEqual(before.get(one));
});

test('where one forecast fails, it is said, and the next one is made', async () => {
  let isRubbish = false;
  const office = await startForeseeing({
    seen: (hub) => ({
      ...hub,
      now: () => hub.now(),
      get state() {
        const { calendar, day } = hub.state;
        if (!isRubbish || !calendar.office) return hub.state;
        const lanes = calendar.office.lanes.map((lane) => ({
          ...lane,
          first: true,
          atMost: { calls: 1, of: 2n },
        }));
        return { day, calendar: { ...calendar, office: { ...calendar.office, lanes: lanes as never } } };
      },
    }),
  });
  await office.until(({ at }) => at > 0);
  isRubbish = true;
  await office.takes('08:01');
  await expect.poll(() => office.logged, { timeout: 5000 }).toContain('warn: the forecast');
  isRubbish = false;
  const { code } = await office.takes('08:02');
  await office.until(knowing(code));
});

test('moments are kept at the end, and read at the next start', async () => {
  const [folder, database] = [temporaryFolder(), temporaryFolder()];
  const office = await startForeseeing({ folder, database });
  await office.until(({ at }) => at > 0);
  const { code } = await office.takes('08:01');
  await office.until(knowing(code));
  await office.does({ type: 'CallNext', counter: 1 }, '08:04');
  await office.until(({ at, estimates }) => at >= clock('08:04') && !estimates.has(code));
  await office.close();
  const kept = JSON.parse(readFileSync(join(folder, 'forecast.json'), 'utf8'));
  expect(kept.columns.at(-1)).toBe('waited');
  expect(kept.moments.map((row: number[]) => row.at(-1))).toEqual([3]);
  expect(JSON.stringify(kept)).not.toContain(code);
  const again = await startForeseeing({ folder, database, at: '08:05' });
  await again.until(({ at }) => at > 0);
  expect(again.logged).toEqual([]);
  await again.close();
  expect(JSON.parse(readFileSync(join(folder, 'forecast.json'), 'utf8'))).toEqual(kept);
});

test.each([
  ['cut off', '{"columns":["expected","ah'],
  ['of something else', '[]'],
  [
    'with a number that is none',
    '{"columns":["expected","ahead","pace","usual","hour","quiet","since","waited"],"moments":[[1,2,3,4,5,6,7,null]]}',
  ],
])('a record %s is a new office: it is said, and kept anew', async (_, text) => {
  const folder = temporaryFolder();
  const file = join(folder, 'forecast.json');
  writeFileSync(file, text);
  const office = await startForeseeing({ folder });
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  expect(office.logged).toEqual(['warn: the forecast']);
  const { code } = await office.takes('08:01');
  await office.until(knowing(code));
  await office.does({ type: 'CallNext', counter: 1 }, '08:02');
  await office.until(({ at, estimates }) => at >= clock('08:02') && !estimates.has(code));
  await office.close();
  expect(JSON.parse(readFileSync(file, 'utf8')).moments).toHaveLength(1);
});

test('without a folder nothing is kept', async () => {
  const office = await startForeseeing();
  await office.until(({ at }) => at > 0);
  await office.close();
  expect(existsSync('forecast.json')).toBe(false);
});

test('FC6 a restart keeps what tickets said', async () => {
  const database = temporaryFolder();
  const office = await startForeseeing({ database });
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  const codes: string[] = [];
  for (let times = 0; times < 3; times += 1) {
    const { code } = await office.takes();
    codes.push(code);
    await office.until(knowing(code));
  }
  const last = codes.at(-1) ?? '';
  const before = shown(office, last);
  await office.close();
  const again = await startForeseeing({ database, at: '08:02' });
  expect(shown(again, last)).toEqual(before);
  await again.until(knowing(...codes.slice(1)));
  expect(shown(again, last)).toEqual(before);
});

test('midnight: those of yesterday are told nothing, the day is learned of, and the new one begins', async () => {
  const threads = threadsFromNow();
  const office = await startForeseeing();
  await office.until(({ at }) => at > 0);
  const orders = ordersTo(threads[0]);
  const { code } = await office.takes();
  await office.does({ type: 'CallNext', counter: 1 }, '08:03');
  const unserved = await office.takes();
  await office.until(knowing(unserved.code));
  await office.does({ type: 'TimePassed' }, '2026-11-27 00:00:30');
  const forecast = await office.until(({ at }) => at >= clock('2026-11-27 00:00:30'));
  expect([...forecast.estimates.keys()]).toEqual([]);
  expect(orders.filter((order) => order.do === 'learn')).toEqual([
    {
      ...{ do: 'learn' },
      // Who was never called is in none of its steps.
      day: { cycles: [], counters: { 'documents 8': 1 }, arrivals: { 'question regular 8': 1 } },
    },
  ]);
  await office.does({ type: 'OpenCounter', counter: 1 }, '2026-11-27 08:00');
  const next = await office.takes('2026-11-27 08:00');
  expect(next.code).not.toBe(code);
  await office.until(knowing(next.code));
  expect(office.logged).toEqual([]);
});

test('a changed office, or a state read again, is not learned of twice', async () => {
  const threads = threadsFromNow();
  const office = await startForeseeing();
  await office.until(({ at }) => at > 0);
  const orders = ordersTo(threads[0]);
  for (const time of ['08:01', '08:02', '08:03']) await office.takes(time);
  await office.does({ type: 'CallNext', counter: 1 }, '08:04');
  await office.does({ type: 'CallNext', counter: 1 }, '08:11');
  await office.until(({ at }) => at >= clock('08:11'));
  await office.does({ type: 'ConfigureOffice', office: contoh({ name: 'Lain' }), source: '2' }, '08:12');
  await office.until(({ at }) => at >= clock('08:12'));
  const cycles = orders.flatMap((order) => (order.do === 'forecast' ? order.snapshot.cycles : []));
  expect(cycles.map(({ ms }) => ms)).toEqual([420_000]);
});

test('on a hub whose clock runs sixty times as fast, what is told is as fresh', async () => {
  const office = await startForeseeing({ rate: 60 });
  await office.until(({ newcomers }) => newcomers.has(newcomer));
  // A minute and a half of the machine is an hour and a half of the office.
  office.machine.monotonic += 90_000;
  expect(office.hub.now()).toBe(clock('09:30'));
  expect(office.forecasts.latest.at).toBeGreaterThan(0);
  await office.until(({ at }) => at >= clock('09:30'));
});

test('it closes while it is being asked, and twice is as once', async () => {
  const office = await startForeseeing();
  await office.does({ type: 'TakeTicket', service: 'question' });
  await office.until(({ at }) => at > 0);
  await office.forecasts.close();
  await office.forecasts.close();
  await office.does({ type: 'TakeTicket', service: 'question' });
});
