/** Who is signed in, ending sessions, and the supervisor's password. */
import { expect, test } from 'vitest';
import { cookieOf, signedInAs } from './signing.ts';
import { password, type Stage, startStage, told } from './stage.ts';

const supervisor = { user: 'supervisor', password };

async function withBudi(): Promise<Stage> {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  await stage.send('POST /officers', { as, json: { name: 'Budi', pin: '2468' } });
  return stage;
}

test('the supervisor sees who is signed in, and ends a session', async () => {
  const stage = await withBudi();
  const head = await signedInAs(stage, supervisor);
  const budi = await signedInAs(stage, { officer: 'o1', pin: '2468', counter: 3 });
  await signedInAs(stage, { token: await stage.token('kiosk') });
  const list = (await head.send('GET /sessions')).json as unknown as { id: string; kind: string }[];
  const rest = { officer: null, name: null, counter: null, label: null, own: false };
  const [id, until] = [expect.any(String), expect.stringMatching(/^\d{4}-/)];
  expect(list).toEqual([
    { ...rest, id, until, kind: 'supervisor', own: true },
    { ...rest, id, until, kind: 'officer', officer: 'o1', name: 'Budi', counter: 3 },
    { ...rest, id, until, kind: 'station', label: 'kiosk' },
  ]);
  const his = list[1]?.id;
  expect((await head.send(`DELETE /sessions/${his}`)).status).toBe(204);
  expect(told(await budi.send('GET /session'))).toEqual([401, 'not-signed-in']);
  expect(stage.hub.state.day.officers.get(3)).toBeUndefined();
  expect(told(await head.send(`DELETE /sessions/${his}`))).toEqual([404, 'not-found']);
});

test('a new password ends all sessions of the old one, and the caller goes on with a new one', async () => {
  const stage = await withBudi();
  const [one, other] = [await signedInAs(stage, supervisor), await signedInAs(stage, supervisor)];
  const budi = await signedInAs(stage, { officer: 'o1', pin: '2468', counter: 3 });
  const next = 'another long password';
  const wrong = await one.send('PUT /password', { json: { current: 'a guess at it', password: next } });
  expect(told(wrong)).toEqual([401, 'wrong-password']);
  const short = await one.send('PUT /password', { json: { current: password, password: 'short' } });
  expect(told(short)).toEqual([400, 'malformed']);
  const changed = await one.send('PUT /password', { json: { current: password, password: next } });
  expect(changed).toMatchObject({ status: 200, json: { role: 'supervisor' } });
  for (const { send } of [one, other]) expect((await send('GET /session')).status).toBe(401);
  expect((await stage.send('GET /session', { cookie: cookieOf(changed) })).status).toBe(200);
  expect((await budi.send('GET /session')).status).toBe(200);
  expect(told(await stage.send('POST /session', { json: supervisor }))).toEqual([401, 'wrong-password']);
  expect((await stage.send('POST /session', { json: { ...supervisor, password: next } })).status).toBe(200);
});

test('a password is changed by whoever signed in with it, not by a token', async () => {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  const json = { current: password, password: 'another long password' };
  expect(told(await stage.send('PUT /password', { as, json }))).toEqual([403, 'forbidden']);
});

test('a one-time link tells whether it still counts, before anything is typed', async () => {
  const hidden: { stage?: Stage } = {};
  const stage = await startStage({
    withoutPassword: true,
    setUpKey: () => (hidden.stage?.hub.state.calendar.passwordHash === null ? 'the key' : null),
  });
  hidden.stage = stage;
  const look = async (query = '') => (await stage.send(`GET /set-up${query}`)).json;
  expect(await look()).toEqual({ needed: true });
  expect(await look('?key=the%20key')).toEqual({ needed: true, valid: true });
  expect(await look('?key=of%20yesterday')).toEqual({ needed: true, valid: false });
  expect(await look('?key=a&key=b')).toEqual({ needed: true });
  await stage.send('POST /set-up', { json: { key: 'the key', password } });
  expect(await look('?key=the%20key')).toEqual({ needed: false, valid: false });
});
