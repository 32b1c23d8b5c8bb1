/** Signing in and out: cookies, where requests may come from, and how guesses are slowed. */
import { expect, test } from 'vitest';
import { createAccess } from '../../server/access/principal.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { type Answer, mustDo, password, type Stage, startStage, told } from './stage.ts';

const supervisor = { user: 'supervisor', password };
const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

const signIn = async ({ send }: Stage): Promise<string> =>
  cookieOf(await send('POST /session', { json: supervisor }));

test('the supervisor signs in, is known by the cookie, and is not any more after signing out', async () => {
  const { send, origin, hub } = await startStage();
  const answer = await send('POST /session', { json: supervisor });
  expect(answer).toMatchObject({ status: 200, json: { role: 'supervisor', counter: null } });
  const [line = ''] = answer.headers.getSetCookie();
  expect(line).toMatch(
    /^loket_session=[\w-]{22}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const cookie = cookieOf(answer);
  expect((await send('GET /session', { cookie })).json).toEqual({
    ...{ role: 'supervisor', counter: null, officer: null },
  });
  const out = await send('DELETE /session', { cookie, headers: { origin } });
  expect([out.status, out.text]).toEqual([204, '']);
  expect(out.headers.getSetCookie()[0]).toMatch(/^loket_session=; Max-Age=0; /);
  expect(told(await send('GET /session', { cookie }))).toEqual([401, 'not-signed-in']);
  expect(hub.state.calendar.sessions.size).toBe(0);
});

test('a wrong password, an unknown user and an office without a password are refused alike', async () => {
  const { send } = await startStage();
  const wrong = await send('POST /session', { json: { ...supervisor, password: 'another password' } });
  const unknown = await send('POST /session', { json: { ...supervisor, user: 'root' } });
  expect(told(wrong)).toEqual([401, 'wrong-password']);
  expect(unknown.text).toBe(wrong.text);
  expect(wrong.headers.getSetCookie()).toEqual([]);
  const empty = await startStage({ withoutPassword: true });
  expect((await empty.send('POST /session', { json: supervisor })).text).toBe(wrong.text);
});

test('a station signs in with its token; when that is revoked, the session is over', async () => {
  const { send, token, origin, hub } = await startStage();
  const mine = await token('counter', 3);
  const answer = await send('POST /session', { json: { token: mine } });
  expect(answer).toMatchObject({ status: 200, json: { role: 'counter', counter: 3 } });
  const cookie = cookieOf(answer);
  const open = (n: number) => send(`POST /counters/${n}/open`, { cookie, headers: { origin } });
  expect((await open(3)).status).toBe(200);
  expect(told(await open(1))).toEqual([403, 'forbidden']);
  await mustDo(hub, { type: 'RevokeToken', id: mine.split('.')[0] ?? '' });
  expect(told(await open(3))).toEqual([401, 'not-signed-in']);
  expect(told(await send('POST /session', { json: { token: mine } }))).toEqual([401, 'not-signed-in']);
});

test('a new password ends the sessions that were opened with the old one', async () => {
  const stage = await startStage();
  const cookie = await signIn(stage);
  await mustDo(stage.hub, { type: 'SetPassword', hash: 'another', onlyFirst: false });
  expect((await stage.send('GET /session', { cookie })).status).toBe(401);
});

test('a session ends after twelve hours of network time, and is taken away at the next sign-in', async () => {
  let now = Date.UTC(2026, 10, 26);
  const hidden: { stage?: Stage } = {};
  const access = {
    whoIs: (presented: { bearer?: string | undefined; cookie?: string | undefined }) =>
      createAccess({ hub: hidden.stage?.hub ?? never(), now: () => now }).whoIs(presented),
    stillIs: () => true,
  };
  const stage = await startStage({ now: () => now, access });
  hidden.stage = stage;
  const cookie = await signIn(stage);
  now += 12 * 3_600_000 - 1;
  expect((await stage.send('GET /session', { cookie })).status).toBe(200);
  now += 1;
  expect((await stage.send('GET /session', { cookie })).status).toBe(401);
  await signIn(stage);
  expect(stage.hub.state.calendar.sessions.size).toBe(1);
});

function never(): never {
  throw new Error('not yet');
}

test('an old cookie does not hinder what is public, nor signing in anew', async () => {
  const { send, origin } = await startStage();
  const cookie = `loket_session=${'x'.repeat(22)}.${'y'.repeat(43)}`;
  expect((await send('GET /board', { cookie })).status).toBe(200);
  expect((await send('POST /session', { cookie, json: supervisor, headers: { origin } })).status).toBe(200);
});

test('a request that changes something comes from our own page', async () => {
  const { send, origin, token, port } = await startStage({ publicUrl: 'https://antrean.example' });
  const as = await token('supervisor');
  const from = (origin: string) => send('POST /counters/1/open', { as, headers: { origin } });
  for (const own of [origin, 'https://antrean.example']) expect((await from(own)).status, own).toBe(200);
  for (const foreign of [
    'https://evil.example',
    'null',
    `http://localhost:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'https://antrean.example.evil.example',
    'http://antrean.example',
    'ftp://127.0.0.1',
    'nonsense',
  ])
    expect(told(await from(foreign)), foreign).toEqual([403, 'wrong-origin']);
  const anonymous = await send('POST /session', {
    json: supervisor,
    headers: { origin: 'https://evil.example' },
  });
  expect(told(anonymous)).toEqual([403, 'wrong-origin']);
  expect((await send('GET /board', { headers: { origin: 'https://evil.example' } })).status).toBe(200);
});

test('with a cookie, a request that changes something must say where it comes from', async () => {
  const stage = await startStage();
  const { send, origin } = stage;
  const cookie = await signIn(stage);
  expect(told(await send('POST /counters/1/open', { cookie }))).toEqual([403, 'wrong-origin']);
  expect((await send('POST /counters/1/open', { cookie, headers: { origin } })).status).toBe(200);
  expect((await send('GET /session', { cookie })).status).toBe(200);
  // A token is sent by no browser by itself.
  const as = await stage.token('supervisor');
  expect((await send('POST /counters/1/open', { as, cookie })).status).toBe(200);
});

test('behind a trusted proxy the forwarded host and scheme count, and from anybody else they do not', async () => {
  const forwarded = { 'x-forwarded-host': 'antrean.example', 'x-forwarded-proto': 'https' };
  const sent = { json: supervisor, headers: { ...forwarded, origin: 'https://antrean.example' } };
  const trusting = await startStage({ trustProxy: ['127.0.0.1'] });
  const answer = await trusting.send('POST /session', sent);
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  const other = await startStage();
  expect(told(await other.send('POST /session', sent))).toEqual([403, 'wrong-origin']);
});

test('guesses are slowed for their address; from elsewhere the right password opens', async () => {
  const { send } = await startStage({
    trustProxy: ['127.0.0.1'],
    limits: { signIn: { most: 3, withinMs: 60_000 } },
  });
  const from = (address: string, json: object) =>
    send('POST /session', { json, headers: { 'x-forwarded-for': address } });
  const guess = { ...supervisor, password: 'a guess' };
  const guesses = [];
  for (let turn = 0; turn < 4; turn++) guesses.push(await from('10.0.0.66', guess));
  expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 429]);
  expect(told(await from('10.0.0.66', supervisor))).toEqual([429, 'too-many-requests']);
  const wait = Number(guesses[3]?.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect((await from('10.0.0.7', supervisor)).status).toBe(200);
});

test('right sign-ins do not count as guesses', async () => {
  const stage = await startStage({ limits: { signIn: { most: 2, withinMs: 60_000 } } });
  for (let turn = 0; turn < 5; turn++) expect(await signIn(stage)).toMatch(/^loket_session=/);
});

test('the one-time link sets the first password, once, and signs in', async () => {
  const key = freshIds().id;
  const hidden: { stage?: Stage } = {};
  const stage = await startStage({
    withoutPassword: true,
    setUpKey: () => (hidden.stage?.hub.state.calendar.passwordHash === null ? key : null),
  });
  hidden.stage = stage;
  const setUp = (json: object) => stage.send('POST /set-up', { json });
  expect(told(await setUp({ key: 'a guess', password }))).toEqual([403, 'forbidden']);
  const [one, other] = await Promise.all([
    setUp({ key, password }),
    setUp({ key, password: 'the password of another' }),
  ]);
  expect([told(one), told(other)].map(String).sort()).toEqual(['200,', '409,already-set-up']);
  const winner = one.status === 200 ? one : other;
  expect((await stage.send('GET /session', { cookie: cookieOf(winner) })).json).toEqual({
    role: 'supervisor',
    counter: null,
    officer: null,
  });
  expect(told(await setUp({ key, password: 'yet another password' }))).toEqual([403, 'forbidden']);
});
