/** Stations without a keyboard: a code on one screen, confirmed on another; and links that sign in by themselves. */
import { expect, test } from 'vitest';
import { createPairings } from '../../server/access/pairings.ts';
import { cookieOf } from './signing.ts';
import { type Answer, type Stage, startStage, told } from './stage.ts';

const minute = 60_000;
interface Pairing {
  readonly code: string;
  readonly secret: string;
}

const begin = async ({ send }: Stage, json?: object): Promise<Pairing> =>
  (await send('POST /pairings', { json })).json as unknown as Pairing;
const collect = ({ send }: Stage, { secret }: Pairing): Promise<Answer> =>
  send('POST /session', { json: { pairing: secret } });

test('a station shows a code, the supervisor confirms it, and the station is signed in, once', async () => {
  const stage = await startStage();
  const { send, origin } = stage;
  const as = await stage.token('supervisor');
  const station = await begin(stage);
  expect(station.code).toMatch(/^[2-9A-Y]{3}-[2-9A-Y]{3}$/);
  expect(station.secret).toMatch(/^[\w-]{43}$/);
  expect(told(await collect(stage, station))).toEqual([409, 'pairing-pending']);
  const json = { role: 'counter', counter: 3, label: 'Loket 3' };
  const confirmed = await send(`POST /pairings/${station.code}`, { as, json });
  expect(confirmed).toMatchObject({ status: 201, json: { ...json, id: expect.any(String) } });
  const signedIn = await collect(stage, station);
  expect(signedIn).toMatchObject({ status: 200, json: { role: 'counter', counter: 3, label: 'Loket 3' } });
  const cookie = cookieOf(signedIn);
  expect((await send('POST /counters/3/open', { cookie, headers: { origin } })).status).toBe(200);
  expect(told(await collect(stage, station))).toEqual([401, 'not-signed-in']);
  const tokens = (await send('GET /tokens', { as })).json as unknown as { id: string; label: string }[];
  expect(tokens.find(({ label }) => label === 'Loket 3')?.id).toBe(confirmed.json.id);
  await send(`DELETE /tokens/${confirmed.json.id}`, { as });
  expect(told(await send('GET /session', { cookie }))).toEqual([401, 'not-signed-in']);
});

test('a code counts in any case, with or without its hyphen, and once', async () => {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  const confirm = (code: string) =>
    stage.send(`POST /pairings/${encodeURIComponent(code)}`, { as, json: { role: 'kiosk', label: 'Pintu' } });
  const ways = [
    (code: string) => code.toLowerCase(),
    (code: string) => code.replace('-', ''),
    (code: string) => ` ${code.replace('-', ' ')} `,
  ];
  for (const way of ways) {
    const { code } = await begin(stage);
    expect((await confirm(way(code))).status).toBe(201);
    expect(told(await confirm(code))).toEqual([404, 'not-found']);
  }
  expect(told(await confirm('222-222'))).toEqual([404, 'not-found']);
});

test('a confirmation that is sent again with its key is one, and a counter must be the office’s', async () => {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  const { code } = await begin(stage);
  const confirm = (json: object, key: string) => stage.send(`POST /pairings/${code}`, { as, key, json });
  const label = 'Loket';
  expect(told(await confirm({ role: 'counter', counter: 77, label }, 'a'))).toEqual([409, 'unknown-counter']);
  expect((await confirm({ role: 'counter', label }, 'b')).status).toBe(400);
  const both = [await confirm({ role: 'kiosk', label }, 'c'), await confirm({ role: 'kiosk', label }, 'c')];
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both[1]?.text).toBe(both[0]?.text);
});

test('a code lasts ten minutes; an unknown secret is nobody', async () => {
  let now = Date.UTC(2026, 10, 26);
  const stage = await startStage({ now: () => now });
  const as = await stage.token('supervisor');
  const [one, other] = [await begin(stage), await begin(stage)];
  const json = { role: 'kiosk', label: 'Pintu' };
  now += 10 * minute - 1;
  expect((await stage.send(`POST /pairings/${one.code}`, { as, json })).status).toBe(201);
  now += 1;
  expect(told(await stage.send(`POST /pairings/${other.code}`, { as, json }))).toEqual([404, 'not-found']);
  for (const pairing of [one, other, { ...one, secret: 'x'.repeat(43) }])
    expect(told(await collect(stage, pairing))).toEqual([401, 'not-signed-in']);
});

test('a token that is revoked before the station asks signs nobody in', async () => {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  const station = await begin(stage);
  const json = { role: 'kiosk', label: 'Pintu' };
  const { id } = (await stage.send(`POST /pairings/${station.code}`, { as, json })).json;
  await stage.send(`DELETE /tokens/${id}`, { as });
  expect(told(await collect(stage, station))).toEqual([401, 'not-signed-in']);
});

test('the code comes with the supervisor’s page, as an address and as a QR code of squares', async () => {
  const stage = await startStage();
  const { json } = await stage.send('POST /pairings', { json: { role: 'counter', counter: 3 } });
  expect(json.url).toBe(
    `${stage.origin}/kiosk/supervisor.html#pair=${String(json.code)}&role=counter&counter=3`,
  );
  expect(json.qr).toMatchObject({ path: expect.stringMatching(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/) });
});

test('a token comes with the page that signs in with it, where that is asked for', async () => {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  const issue = (json: object) => stage.send('POST /tokens?link=1', { as, json: { label: 'x', ...json } });
  const { json } = await issue({ role: 'counter', counter: 3 });
  expect(json.url).toBe(`${stage.origin}/kiosk/desk.html?n=3#token=${String(json.token)}`);
  expect((await issue({ role: 'integration' })).json).toMatchObject({ url: null, qr: null });
});

test('codes are limited for each address', async () => {
  const stage = await startStage({ limits: { pairings: { most: 2, withinMs: minute } } });
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1) statuses.push((await stage.send('POST /pairings')).status);
  expect(statuses).toEqual([201, 201, 429]);
});

test('at most a hundred codes are kept, five of one address, the newest', () => {
  const clock = { now: 0 };
  const pairings = createPairings({ now: () => clock.now });
  const [first, ...others] = Array.from({ length: 6 }, () => pairings.begin('10.0.0.1'));
  expect(pairings.collect(first?.secret ?? '')).toBeNull();
  for (const other of others) expect(pairings.collect(other?.secret ?? '')).toBe('pending');
  for (let address = 0; address < 95; address += 1) expect(pairings.begin(`a${address}`)).not.toBeNull();
  expect(pairings.begin('one more')).toBeNull();
  clock.now = 10 * minute;
  expect(pairings.begin('one more')).not.toBeNull();
});
