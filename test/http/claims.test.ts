/** Claims, payments and comebacks over HTTP: who may see and close them, with a hub whose clock is in the test's hand. */
import { expect, test } from 'vitest';
import { startStage, told } from './stage.ts';

const officeText = `
id: uji
name: Kantor Uji
timeZone: Asia/Makassar
languages: [id, en]
hours: { mon-sun: [00:00-24:00] }
steps:
  - { id: documents, incomplete: { reasons: [missing], returnWithin: P3D, bring: { id-card: KTP asli } } }
  - { id: handover, within: PT2M, otherwise: free }
services:
  - { id: passport, prefix: A, steps: [documents], fee: 355000, collect: { service: collection, after: 3, of: calendar, from: paid } }
  - { id: collection, prefix: C, steps: [handover] }
lanes: [{ id: regular }]
counters:
  - { number: 1, steps: [documents] }
  - { number: 3, steps: [handover] }
  - { number: 4, steps: [handover] }
calling: { refractory: PT0S }
`;

/** 26 November 2026, 09:00 in Makassar; counters 1, 3 and 4 are open. */
async function startThen() {
  let at = Date.parse('2026-11-26T09:00:00+08:00');
  const stage = await startStage({ clocks: { wall: () => at, monotonic: () => at } });
  const as = await stage.token('supervisor');
  const headers = { 'content-type': 'application/yaml' };
  const put = await stage.send('PUT /office', { as, body: officeText, headers });
  if (put.status !== 200) throw new Error(put.text);
  const post = (path: string, json: object = {}, who = as) => stage.send(`POST ${path}`, { as: who, json });
  const get = (path: string, who = as) => stage.send(`GET ${path}`, { as: who });
  const open = async () => {
    for (const counter of [1, 3, 4]) await post(`/counters/${counter}/open`);
  };
  await open();
  const later = (minutes: number) => {
    at += minutes * 60_000;
  };
  return { ...stage, as, post, get, later, open };
}

/** C-001 was handed over at counter 3 in more than two minutes. */
async function late() {
  const office = await startThen();
  const { post, later } = office;
  const { json } = await post('/tickets', { service: 'collection' });
  await post('/counters/3/next');
  await post('/counters/3/start');
  later(3);
  await post('/counters/3/done');
  return { ...office, code: String(json.code), id: `${json.code}-1` };
}

test('CM2 open claims are listed, for a counter its own; closed ones on demand, by date', async () => {
  const { get, post, token, id } = await late();
  const claim = {
    id,
    number: 'C-001',
    date: '2026-11-26',
    step: 'handover',
    counter: 3,
    officer: null,
    startedAt: '2026-11-26T01:00:00.000Z',
    openedAt: '2026-11-26T01:02:00.000Z',
    closed: null,
  };
  expect((await get('/claims')).json).toEqual({ claims: [claim] });
  const [third, fourth] = [await token('counter', 3), await token('counter', 4)];
  expect((await get('/claims', third)).json).toEqual({ claims: [claim] });
  expect((await get('/claims', fourth)).json).toEqual({ claims: [] });
  await post(`/claims/${id}/close`, { as: 'not-charged' });
  expect((await get('/claims?open=1')).json).toEqual({ claims: [] });
  expect((await get('/claims?open=all&date=2026-11-26')).json).toMatchObject({ claims: [{ id }] });
  expect((await get('/claims?open=all&date=2026-11-25')).json).toEqual({ claims: [] });
  expect(told(await get('/claims?open=maybe'))).toEqual([400, 'malformed']);
});

test('CM3 a counter closes its own claim alone; a refund has a reference; once', async () => {
  const { post, token, get, id, as } = await late();
  const [third, fourth] = [await token('counter', 3), await token('counter', 4)];
  const path = `/claims/${id}/close`;
  expect(told(await post(path, { as: 'not-charged' }, fourth))).toEqual([404, 'unknown-claim']);
  expect(told(await post(path, { as: 'refunded' }, third))).toEqual([400, 'malformed']);
  const refunded = await post(path, { as: 'refunded', reference: 'BR-17' }, third);
  expect(refunded).toMatchObject({ status: 200, text: '{}' });
  expect(told(await post(path, { as: 'not-charged' }, as))).toEqual([404, 'unknown-claim']);
  const by = `token:${third.split('.')[0]}`;
  const closed = { at: '2026-11-26T01:03:00.000Z', as: 'refunded', reference: 'BR-17', by };
  expect((await get('/claims?open=all')).json).toMatchObject({ claims: [{ closed }] });
});

test('CM3 the counter where the visit is now closes it too, with the same answer to the same key', async () => {
  const { post, send, token, later } = await startThen();
  const { json } = await post('/tickets', { service: 'collection' });
  await post('/counters/3/next');
  await post('/counters/3/start');
  await post('/counters/3/transfer', { to: { counter: 4 } });
  await post('/counters/4/next');
  later(3);
  const fourth = await token('counter', 4);
  const close = () =>
    send(`POST /claims/${json.code}-1/close`, { as: fourth, key: 'k', json: { as: 'not-charged' } });
  expect((await close()).status).toBe(200);
  expect((await close()).status).toBe(200);
});

test('CB2 CB3 paid at the desk or by another system, and collected days later at the kiosk', async () => {
  const { post, get, send, token, later, open } = await startThen();
  const { json } = await post('/tickets', { service: 'passport' });
  await post('/counters/1/next');
  await post('/counters/1/done');
  expect((await get(`/tickets/${json.code}`)).json).toMatchObject({
    collect: { service: 'collection', from: null },
    fee: { amount: 355_000, currency: 'IDR' },
  });
  later(24 * 60);
  const [bank, kiosk] = [await token('integration'), await token('kiosk')];
  expect(told(await post('/tickets', { booking: json.code }, kiosk))).toEqual([409, 'not-possible']);
  expect((await post(`/tickets/${json.code}/paid`, {}, bank)).json).toEqual({ from: '2026-11-30' });
  expect((await post(`/tickets/${json.code}/paid`, {}, bank)).json).toEqual({ from: '2026-11-30' });
  expect(told(await post('/tickets/A-099/paid', {}, bank))).toEqual([404, 'unknown-ticket']);
  expect((await get(`/tickets/${json.code}`)).json).toMatchObject({ collect: { from: '2026-11-30' } });
  const early = await post('/tickets', { booking: json.shortCode }, kiosk);
  expect([...told(early), early.json.opensAt]).toEqual([409, 'booking-early', '2026-11-29T16:00:00.000Z']);
  later(3 * 24 * 60);
  await open();
  const came = await send('POST /tickets', { as: kiosk, json: { booking: json.shortCode } });
  expect(came).toMatchObject({ status: 201, json: { number: 'C-001', service: 'collection' } });
  expect(told(await post('/tickets', { booking: json.code }, kiosk))).toEqual([409, 'booking-used']);
});

test('IF1 IF5 sent away with what to bring, and back on a later date with the same code', async () => {
  const { post, get, token, later } = await startThen();
  const { json } = await post('/tickets', { service: 'passport' });
  await post('/counters/1/next');
  const unknown = await post('/counters/1/incomplete', { reasons: ['missing'], bring: ['family'] });
  expect(told(unknown)).toEqual([409, 'unknown-reason']);
  await post('/counters/1/incomplete', { reasons: ['missing'], bring: ['id-card'] });
  const said = {
    bring: [{ id: 'id-card', name: { id: 'KTP asli', en: 'KTP asli' } }],
    returnUntil: '2026-11-29',
  };
  expect((await get(`/tickets/${json.code}`)).json).toMatchObject(said);
  later(24 * 60);
  const kiosk = await token('kiosk');
  expect(told(await post(`/tickets/${json.code}/return`, {}, kiosk))).toEqual([404, 'unknown-ticket']);
  expect((await get(`/tickets/${json.code}`)).json).toMatchObject({ state: 'incomplete', ...said });
  const came = await post('/tickets', { booking: json.shortCode }, kiosk);
  expect(came).toMatchObject({ status: 201, json: { number: 'A-001', step: 'documents' } });
});
