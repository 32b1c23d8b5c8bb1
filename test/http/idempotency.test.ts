/** The same key gets the same answer and has one effect. */
import { expect, test } from 'vitest';
import { startStage, told } from './stage.ts';

const passport = { service: 'passport' };

test('RE3 the same key takes one ticket and gets the same answer again, its status too', async () => {
  const { hub, send, token } = await startStage({ publicUrl: 'https://antrean.example' });
  const as = await token('kiosk');
  const first = await send('POST /tickets', { as, key: 'k1', json: passport });
  await send('POST /tickets', { as, key: 'k2', json: passport });
  // The order of keys and white space are not another request.
  const body = '{ "service" : "passport" }';
  const again = await send('POST /tickets', {
    as,
    key: 'k1',
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(first).toMatchObject({ status: 201, json: { number: 'A-001', ahead: 0 } });
  expect(again.status).toBe(201);
  expect(again.text).toBe(first.text);
  expect([...hub.state.day.codes.keys()]).toEqual(['A-001', 'A-002']);
});

test('RE3 a refusal is answered again, though it would not be refused any more', async () => {
  const { send, token } = await startStage();
  const as = await token('counter', 1);
  const first = await send('POST /counters/1/next', { as, key: 'k' });
  await send('POST /counters/1/open', { as });
  const again = await send('POST /counters/1/next', { as, key: 'k' });
  expect(told(first)).toEqual([409, 'counter-closed']);
  expect(again.text).toBe(first.text);
  expect(told(await send('POST /counters/1/next', { as, key: 'k-2' }))).toEqual([409, 'nobody-waiting']);
});

test('RE3 the same key for another body, path or action is refused; another account has its own keys', async () => {
  const { hub, send, token } = await startStage();
  const [one, other] = [await token('supervisor'), await token('supervisor')];
  await send('POST /tickets', { as: one, key: 'k', json: passport });
  const reused = [400, 'key-reused'];
  expect(told(await send('POST /tickets', { as: one, key: 'k', json: { ...passport, people: 2 } }))).toEqual(
    reused,
  );
  expect(told(await send('POST /counters/1/open', { as: one, key: 'k' }))).toEqual(reused);
  expect((await send('POST /counters/1/open', { as: other, key: 'k' })).status).toBe(200);
  expect(told(await send('POST /counters/3/open', { as: other, key: 'k' }))).toEqual(reused);
  expect(told(await send('POST /counters/1/pause', { as: other, key: 'k' }))).toEqual(reused);
  expect(hub.state.day.visits.size).toBe(1);
});

test('RE3 twenty at once under one key are one', async () => {
  const { hub, send, token } = await startStage();
  const as = await token('kiosk');
  const all = await Promise.all(
    Array.from({ length: 20 }, () => send('POST /tickets', { as, key: 'k', json: passport })),
  );
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(hub.state.day.visits.size).toBe(1);
});

test('RE3 a request that was malformed has not used its key', async () => {
  const { send, token } = await startStage();
  const as = await token('kiosk');
  expect((await send('POST /tickets', { as, key: 'k', json: {} })).status).toBe(400);
  expect((await send('POST /tickets', { as, key: 'k', json: passport })).status).toBe(201);
});

test('RE3 a key is 1 to 128 visible characters', async () => {
  const { send, token } = await startStage();
  const as = await token('kiosk');
  for (const key of ['', 'two words', 'x'.repeat(129), 'tab\tbed', 'é'])
    expect(told(await send('POST /tickets', { as, key, json: passport })), key).toEqual([400, 'malformed']);
  expect((await send('POST /tickets', { as, key: `~${'!'.repeat(127)}`, json: passport })).status).toBe(201);
});

test('where a secret is made, a key means nothing: no secret is ever answered again', async () => {
  const { send, token } = await startStage();
  const as = await token('supervisor');
  const make = () => send('POST /tokens', { as, key: 'k', json: { role: 'kiosk', label: 'Hall' } });
  const [one, other] = [await make(), await make()];
  expect([one.status, other.status]).toEqual([201, 201]);
  expect(one.json.token).not.toBe(other.json.token);
});

test('a press on a counter box goes out once under one key', async () => {
  const presses: unknown[] = [];
  const { send, token } = await startStage({
    boxes: {
      async press(counter, key, arg) {
        presses.push([counter, key, arg]);
        return { boot: '7F3A', seq: presses.length, ok: true, ticket: 'A-007', counter };
      },
    },
  });
  const as = await token('supervisor');
  const press = (key: string, json: object) => send('POST /boxes/3/press', { as, key, json });
  const [one, two] = await Promise.all([press('k', { key: 'next' }), press('k', { key: 'next' })]);
  expect(one.json).toEqual({ boot: '7F3A', seq: 1, ok: true, ticket: 'A-007', counter: 3 });
  expect(two.text).toBe(one.text);
  expect(told(await press('k', { key: 'recall' }))).toEqual([400, 'key-reused']);
  await press('k-2', { key: 'call', arg: 'A-009' });
  expect(presses).toEqual([
    [3, 'next', undefined],
    [3, 'call', 'A-009'],
  ]);
});

test('what a visitor needs is in no fingerprint: it must not outlive midnight there', async () => {
  const { send, token } = await startStage();
  const as = await token('kiosk');
  const first = await send('POST /tickets', { as, key: 'k', json: { ...passport, needs: ['deaf'] } });
  const again = await send('POST /tickets', { as, key: 'k', json: { ...passport, needs: ['blind'] } });
  expect([again.status, again.text]).toEqual([201, first.text]);
});
