/** The day over HTTP: closing, first places, what was out of turn, outages, numbers on paper. */
import { expect, test } from 'vitest';
import { officeText } from './office.ts';
import { startStage, told } from './stage.ts';

/** 26 November 2026 in Makassar, and what the test adds to it. */
async function startThen(time = '09:00') {
  let at = Date.parse(`2026-11-26T${time}:00+08:00`);
  const clocks = { wall: () => at, monotonic: () => at };
  const stage = await startStage({ clocks, publicUrl: 'https://antrean.example' });
  const as = await stage.token('supervisor');
  const post = (path: string, json: object = {}) => stage.send(`POST ${path}`, { as, json });
  const get = (path: string) => stage.send(`GET ${path}`, { as });
  const minutesLater = (minutes: number) => {
    at += minutes * 60_000;
  };
  return { ...stage, as, post, get, minutesLater };
}

const day = 24 * 60;

test('CD1 CD2 the day is closed and opened again', async () => {
  const { post, take, as } = await startThen();
  await take(as);
  expect(await post('/day/close')).toMatchObject({ status: 200, json: { tickets: [] } });
  const refused = await post('/tickets', { service: 'passport' });
  expect(told(refused)).toEqual([409, 'office-closed']);
  expect(refused.json.opensAt).toBe('2026-11-26T16:00:00.000Z');
  expect(await post('/day/close', { tomorrow: ['A-001'] })).toMatchObject({ json: { tickets: ['A-001'] } });
  expect(await post('/day/reopen')).toMatchObject({ status: 200, text: '{}' });
  expect((await post('/tickets', { service: 'passport' })).status).toBe(201);
});

test('DO9 a first place taken up at the door of a full room waits outside; a screening counts at the door alone', async () => {
  const { post, send, take, token, as, minutesLater } = await startThen();
  const { code } = await take(as);
  await post('/day/close', { tomorrow: ['A-001'] });
  minutesLater(day);
  const [door, kiosk] = [await token('door'), await token('kiosk')];
  const elsewhere = await send(`POST /places/${code}`, { as: kiosk, json: { screening: 'x' } });
  expect(told(elsewhere)).toEqual([400, 'malformed']);
  const unknown = await send(`POST /places/${code}`, { as: door, json: { screening: 'x' } });
  expect(told(unknown)).toEqual([409, 'unknown-screening']);
  const headers = { 'content-type': 'application/yaml' };
  await send('PUT /office', { as, body: `${officeText}capacity: 2\n`, headers });
  await send('PUT /occupancy', { as: door, json: { inside: 2 } });
  const claimed = await send(`POST /places/${code}`, { as: door });
  expect(claimed).toMatchObject({ status: 201, json: { outside: true } });
});

test('FP1 a list with somebody who cannot be sent home is refused with the list', async () => {
  const { post, take, as } = await startThen();
  await take(as);
  const unknown = await post('/day/close', { tomorrow: ['A-001', 'A-007'] });
  expect(told(unknown)).toEqual([409, 'unknown-ticket']);
  expect(unknown.json.tickets).toEqual(['A-007']);
  await post('/counters/1/open');
  await post('/counters/1/next');
  const called = await post('/day/close', { tomorrow: ['A-001'] });
  expect(told(called)).toEqual([409, 'not-possible']);
  expect(called.json.tickets).toEqual(['A-001']);
});

test('FP2 a first place is taken up at the kiosk, with a page for the phone; the old page says so until then', async () => {
  const { post, send, take, token, as, minutesLater } = await startThen();
  const { code } = await take(as);
  const { shortCode } = (await send(`GET /tickets/${code}`)).json;
  await post('/day/close', { tomorrow: ['A-001'] });
  const kiosk = await token('kiosk');
  expect(told(await send(`POST /places/${code}`, { as: kiosk }))).toEqual([409, 'not-possible']);
  for (let midnights = 0; midnights < 2; midnights += 1) {
    minutesLater(day);
    await take(as);
  }
  expect((await send(`GET /tickets/${code}`)).json).toMatchObject({ state: 'unfinished', firstPlace: true });
  const claimed = await send(`POST /places/${shortCode}`, { as: kiosk, key: 'k' });
  expect(claimed).toMatchObject({ status: 201, json: { number: 'A-002', ahead: 0, step: 'documents' } });
  expect(claimed.json.url).toBe(`https://antrean.example/t/${claimed.json.code}`);
  expect((await send(`POST /places/${shortCode}`, { as: kiosk, key: 'k' })).text).toBe(claimed.text);
  expect(told(await send(`POST /places/${code}`, { as: kiosk }))).toEqual([404, 'unknown-place']);
  expect(told(await send(`GET /tickets/${code}`))).toEqual([404, 'unknown-ticket']);
});

test('FP2 short codes cannot be guessed at without end', async () => {
  const { send, token } = await startStage({ limits: { tickets: { most: 5, withinMs: 60_000 } } });
  const as = await token('kiosk');
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await send(`POST /places/ABCDE${n}`, { as }));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 429]);
});

test('OT1 OT2 the list of today and of a day that is over, with the account', async () => {
  const { post, get, send, take, as, hub, minutesLater } = await startThen();
  await take(as);
  await take(as);
  await send('PATCH /tickets/A-002', { as, json: { lane: 'priority', reason: 'pregnant' } });
  const account = `token:${as.split('.')[0]}`;
  const entry = {
    id: 'lane-A-002-1',
    at: '2026-11-26T01:00:00.000Z',
    kind: 'lane',
    number: 'A-002',
    counter: null,
    officer: null,
    by: account,
    reason: 'pregnant',
    overtaken: 1,
  };
  const today = await get('/out-of-turn');
  expect(today.json).toEqual({ date: '2026-11-26', entries: [{ ...entry, closed: null }] });
  minutesLater(5);
  expect(await post('/out-of-turn/lane-A-002-1/close', { note: 'seen' })).toMatchObject({ status: 200 });
  const closed = { at: '2026-11-26T01:05:00.000Z', by: account, note: 'seen' };
  expect((await get('/out-of-turn?date=2026-11-26')).json.entries).toEqual([{ ...entry, closed }]);
  minutesLater(day);
  await take(as);
  expect(hub.state.day.date).toBe('2026-11-27');
  expect((await get('/out-of-turn')).json).toEqual({ date: '2026-11-27', entries: [] });
  const before = await get('/out-of-turn?date=2026-11-26');
  expect(before.json).toEqual({ date: '2026-11-26', entries: [{ ...entry, closed }] });
  expect((await get('/out-of-turn?date=2020-01-01')).json).toEqual({ date: '2020-01-01', entries: [] });
});

test('OT1 the list of a day that is over is whole, however many pages of its record it takes', async () => {
  const { get, hub, take, as, minutesLater } = await startThen();
  await take(as);
  const lanes = Array.from({ length: 1100 }, (_, n) => (n % 2 === 0 ? 'priority' : 'regular'));
  const change = (lane: string) =>
    hub.submit({ type: 'ChangeLane', ticket: 'A-001', lane, reason: 'r' }, { account: 'test' });
  await Promise.all(lanes.map(change));
  minutesLater(day);
  await take(as);
  const { entries } = (await get('/out-of-turn?date=2026-11-26')).json as { entries: { id: string }[] };
  expect(new Set(entries.map(({ id }) => id)).size).toBe(1100);
});

test('OT3 an entry is closed once; one that is not there is 404', async () => {
  const { post, send, take, as } = await startThen();
  await take(as);
  await send('PATCH /tickets/A-001', { as, json: { lane: 'priority', reason: 'ill' } });
  expect(told(await post('/out-of-turn/lane-A-001-1/close', { note: ' ' }))).toEqual([400, 'malformed']);
  await post('/out-of-turn/lane-A-001-1/close', { note: 'seen' });
  expect(told(await post('/out-of-turn/lane-A-001-1/close', { note: 'x' }))).toEqual([409, 'not-possible']);
  expect(told(await post('/out-of-turn/nothing/close', { note: 'x' }))).toEqual([404, 'unknown-exception']);
});

test.each([
  'date=26-11-2026',
  'date=2026-02-30',
  'date=2026-11-26&date=2026-11-27',
  'day=2026-11-26',
  'date=',
])('a list is asked for by a date: ?%s', async (query) => {
  const { get } = await startThen();
  expect(told(await get(`/out-of-turn?${query}`))).toEqual([400, 'malformed']);
});

test('OU2 an outage is recorded in the past of today alone', async () => {
  const { post, hub } = await startThen();
  const span = (from: string, to: string) => ({
    from: `2026-11-26T${from}:00+08:00`,
    to: `2026-11-26T${to}:00+08:00`,
  });
  expect(await post('/outages', span('08:00', '08:30'))).toMatchObject({ status: 201, text: '{}' });
  expect(hub.state.day.outages).toEqual([
    {
      from: Date.parse('2026-11-26T00:00Z'),
      to: Date.parse('2026-11-26T00:30Z'),
      noticed: false,
    },
  ]);
  expect(told(await post('/outages', span('08:30', '09:01')))).toEqual([409, 'not-possible']);
  expect(told(await post('/outages', { from: 'eight', to: 'nine' }))).toEqual([400, 'malformed']);
});

test('AO1 visits are settled in bulk, all or nothing', async () => {
  const { post, get, take, as } = await startThen();
  for (let n = 0; n < 3; n += 1) await take(as);
  const refused = await post('/visits/settle', { done: ['A-001'], gone: ['A-009'] });
  expect(told(refused)).toEqual([409, 'unknown-ticket']);
  expect(refused.json.tickets).toEqual(['A-009']);
  const settled = await post('/visits/settle', { done: ['A-001'], gone: ['a2'] });
  expect(settled).toMatchObject({ status: 200, json: { tickets: ['A-001', 'A-002'] } });
  const states = ['A-001', 'A-002', 'A-003'].map(
    async (number) => (await get(`/tickets/${number}`)).json.state,
  );
  expect(await Promise.all(states)).toEqual(['done', 'no-show', 'waiting']);
  const many = Array.from({ length: 501 }, (_, n) => `A-${n}`);
  expect(told(await post('/visits/settle', { done: many }))).toEqual([400, 'malformed']);
});
