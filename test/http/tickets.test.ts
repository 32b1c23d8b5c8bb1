/** Tickets over HTTP: taken, seen, cancelled, returned, moved; by code for anyone, by number for staff. */
import { expect, test } from 'vitest';
import { startStage, told } from './stage.ts';

test('a ticket is answered with its code, number and place', async () => {
  const { send, token } = await startStage();
  const as = await token('kiosk');
  await send('POST /tickets', { as, json: { service: 'passport' } });
  const json = { service: 'passport', lane: 'priority', people: 2, needs: ['wheelchair'] };
  const answer = await send('POST /tickets', { as, json });
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({
    code: expect.stringMatching(/^[\w-]{22}$/),
    shortCode: expect.stringMatching(/^[0-9A-Z]{6,}$/),
    number: 'P-001',
    service: 'passport',
    lane: 'priority',
    step: 'documents',
    ahead: 0,
    estimate: null,
    people: 2,
    promiseAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('with a public address, and only then, the answer says where a phone can look', async () => {
  const { send, token } = await startStage({ publicUrl: 'https://antrean.example' });
  const { json } = await send('POST /tickets', { as: await token('kiosk'), json: { service: 'passport' } });
  expect(json.url).toBe(`https://antrean.example/t/${json.code}`);
});

test('what the body names and is not there is a refusal, not a missing page', async () => {
  const { send, token, take } = await startStage();
  const as = await token('supervisor');
  const refused = (json: object) => send('POST /tickets', { as, json });
  expect(told(await refused({ service: 'visa' }))).toEqual([409, 'unknown-service']);
  expect(told(await refused({ service: 'passport', lane: 'fast' }))).toEqual([409, 'unknown-lane']);
  await take(as);
  const lane = await send('PATCH /tickets/A-001', { as, json: { lane: 'fast', reason: 'asked' } });
  expect(told(lane)).toEqual([409, 'unknown-lane']);
});

test('whoever has the code sees the ticket and can give it up', async () => {
  const { send, token, take } = await startStage();
  const { code } = await take(await token('kiosk'));
  const seen = await send(`GET /tickets/${code}`);
  expect(seen).toMatchObject({ status: 200, json: { number: 'A-001', state: 'waiting', ahead: 0 } });
  const gone = await send(`DELETE /tickets/${code}`);
  expect(gone).toMatchObject({ status: 200, json: { code, number: 'A-001', state: 'cancelled' } });
  expect((await send(`GET /tickets/${code}`)).json.state).toBe('cancelled');
  expect(told(await send(`DELETE /tickets/${code}`))).toEqual([409, 'not-possible']);
});

test('by the short code on its paper a ticket of today is only there for a kiosk', async () => {
  const { send, token, take } = await startStage();
  const [kiosk, display] = [await token('kiosk'), await token('display')];
  const { code } = await take(kiosk);
  const { shortCode } = (await send(`GET /tickets/${code}`)).json;
  const spoken = `GET /tickets/${String(shortCode).toLowerCase()}`;
  expect(await send(spoken, { as: kiosk })).toMatchObject({
    status: 200,
    json: { number: 'A-001', ahead: 0 },
  });
  expect(told(await send(spoken, { as: display }))).toEqual([404, 'unknown-ticket']);
  expect(told(await send(spoken))).toEqual([404, 'unknown-ticket']);
  expect(told(await send('GET /tickets/ZZZZZZ', { as: kiosk }))).toEqual([404, 'unknown-ticket']);
});

test('by its number, which everybody can read, a ticket is only there for staff', async () => {
  const { send, token, take } = await startStage();
  const [kiosk, door, display] = [await token('kiosk'), await token('door'), await token('display')];
  await take(kiosk);
  for (const as of [undefined, kiosk, display]) {
    const sent = as === undefined ? {} : { as };
    expect(told(await send('GET /tickets/A-001', sent))).toEqual([404, 'unknown-ticket']);
    expect(told(await send('DELETE /tickets/A-001', sent))).toEqual([404, 'unknown-ticket']);
  }
  expect((await send('GET /tickets/a1', { as: door })).json.number).toBe('A-001');
  expect((await send('DELETE /tickets/A001', { as: door })).json.state).toBe('cancelled');
});

test('an unknown code or number is not there', async () => {
  const { send, token } = await startStage();
  const as = await token('supervisor');
  const json = { lane: 'priority', reason: 'asked' };
  for (const name of ['x'.repeat(22), 'A-999', '__proto__', 'constructor']) {
    expect(told(await send(`GET /tickets/${name}`, { as })), name).toEqual([404, 'unknown-ticket']);
    expect(told(await send(`DELETE /tickets/${name}`, { as })), name).toEqual([404, 'unknown-ticket']);
    expect(told(await send(`POST /tickets/${name}/return`, { as })), name).toEqual([404, 'unknown-ticket']);
    expect(told(await send(`PATCH /tickets/${name}`, { as, json })), name).toEqual([404, 'unknown-ticket']);
  }
});

test('who was sent away is taken back at the kiosk, and the lane is changed by staff', async () => {
  const { send, token, take } = await startStage();
  const [kiosk, desk] = [await token('kiosk'), await token('counter', 1)];
  const { code } = await take(kiosk);
  await send('POST /counters/1/open', { as: desk });
  await send('POST /counters/1/next', { as: desk });
  await send('POST /counters/1/incomplete', { as: desk, json: { reasons: ['missing'] } });
  expect(await send('POST /tickets/A-001/return', { as: kiosk })).toMatchObject({
    status: 200,
    json: { code, number: 'A-001', state: 'waiting' },
  });
  expect(told(await send('POST /tickets/A-001/return', { as: kiosk }))).toEqual([409, 'not-possible']);
  const json = { lane: 'priority', reason: 'with a toddler' };
  expect((await send(`PATCH /tickets/${code}`, { as: desk, json })).status).toBe(200);
  expect((await send(`GET /tickets/${code}`)).json).toMatchObject({ number: 'A-001', lane: 'priority' });
});

test('the board says what the lobby shows', async () => {
  const { send, token, take } = await startStage();
  const as = await token('supervisor');
  await take(as);
  await send('POST /counters/1/open', { as });
  await send('POST /counters/1/next', { as });
  const { json } = await send('GET /board');
  expect(json).toMatchObject({
    calls: [{ number: 'A-001', counter: 1, times: 1 }],
    counters: [
      { counter: 1, state: 'open', number: 'A-001' },
      { counter: 3, state: 'closed', number: null },
    ],
  });
});

test('a phone keeps a ticket by its link: an icon with the number that opens it; a number alone opens nothing', async () => {
  const { send, token, take } = await startStage();
  const { code } = await take(await token('kiosk'));
  const manifest = await send(`GET //t/${code}/manifest.webmanifest?lang=en`);
  expect(manifest.headers.get('content-type')).toMatch(/^application\/manifest\+json/);
  expect(JSON.parse(manifest.text)).toMatchObject({
    start_url: `/t/${code}`,
    scope: '/t/',
    display: 'standalone',
    short_name: 'A-001',
    lang: 'en',
  });
  expect(JSON.parse((await send(`GET //t/${code}/manifest.webmanifest?lang=xx`)).text).lang).toBe('id');
  for (const other of ['A-001', 'x'.repeat(22)])
    expect((await send(`GET //t/${other}/manifest.webmanifest`)).status, other).toBe(404);
});
