/** Who may do what: every route with every role, against a table written by hand. */
import { expect, test } from 'vitest';
import { routes } from '../../server/adapters/http/routes.ts';
import { startStage } from './stage.ts';

const everybody = 'public kiosk door own-counter other-counter display integration supervisor';
const signedIn = 'kiosk door own-counter other-counter display integration supervisor';
const atCounter = 'own-counter supervisor';

const table: Record<string, string> = {
  'post /api/v1/tickets': 'kiosk door own-counter other-counter supervisor',
  'get /api/v1/tickets/:code': everybody,
  'delete /api/v1/tickets/:code': everybody,
  'post /api/v1/tickets/:code/return': 'kiosk own-counter other-counter supervisor',
  'patch /api/v1/tickets/:code': 'door own-counter other-counter supervisor',
  'get /api/v1/board': everybody,
  'post /api/v1/counters/:n/open': atCounter,
  'post /api/v1/counters/:n/pause': atCounter,
  'post /api/v1/counters/:n/close': atCounter,
  'post /api/v1/counters/:n/next': atCounter,
  'post /api/v1/counters/:n/call': atCounter,
  'post /api/v1/counters/:n/recall': atCounter,
  'post /api/v1/counters/:n/start': atCounter,
  'post /api/v1/counters/:n/done': atCounter,
  'post /api/v1/counters/:n/no-show': atCounter,
  'post /api/v1/counters/:n/return': atCounter,
  'post /api/v1/counters/:n/hold': atCounter,
  'post /api/v1/counters/:n/transfer': atCounter,
  'post /api/v1/counters/:n/incomplete': atCounter,
  'post /api/v1/counters/:n/undo': atCounter,
  'post /api/v1/session': everybody,
  'get /api/v1/session': signedIn,
  'delete /api/v1/session': everybody,
  'post /api/v1/set-up': 'nobody',
  'get /api/v1/devices': 'supervisor',
  'post /api/v1/devices': 'supervisor',
  'delete /api/v1/devices/:id': 'supervisor',
  'post /api/v1/boxes/:n/press': 'supervisor',
  'get /api/v1/tokens': 'supervisor',
  'post /api/v1/tokens': 'supervisor',
  'delete /api/v1/tokens/:id': 'supervisor',
  'get /api/v1/office': 'supervisor',
  'put /api/v1/office': 'supervisor',
};

/** Bodies without which a route would say no more than that they are wrong. */
const bodies: Record<string, object> = {
  'post /api/v1/set-up': { key: 'a guess', password: 'a long enough password' },
};

test('the table of roles holds every route', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(table).sort());
});

test('each route lets in exactly the roles of the table', async () => {
  const { send, token } = await startStage({ limits: { signIn: { most: 100, withinMs: 60_000 } } });
  const tokens: Record<string, string | undefined> = {
    public: undefined,
    kiosk: await token('kiosk'),
    door: await token('door'),
    'own-counter': await token('counter', 1),
    'other-counter': await token('counter', 3),
    display: await token('display'),
    integration: await token('integration'),
    supervisor: await token('supervisor'),
  };
  const wrong: string[] = [];
  for (const [line, who] of Object.entries(table)) {
    const path = line
      .replace('/api/v1', '')
      .replace(':n', '1')
      .replace(':code', 'x'.repeat(22))
      .replace(':id', 'x');
    for (const [role, as] of Object.entries(tokens)) {
      const [method = '', ...rest] = path.split(' ');
      const json = method === 'get' ? undefined : (bodies[line] ?? {});
      const { status } = await send(`${method.toUpperCase()} ${rest.join('')}`, {
        ...(as ? { as } : {}),
        json,
      });
      const isIn = who.split(' ').includes(role);
      const expected = isIn ? 'not 401 or 403' : role === 'public' && who !== 'nobody' ? 401 : 403;
      const isRight = isIn ? status !== 401 && status !== 403 && status < 500 : status === expected;
      if (!isRight) wrong.push(`${line} as ${role}: ${status}, expected ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a wrong, an unreadable and a revoked token are let in nowhere, public routes included', async () => {
  const { hub, send, token } = await startStage();
  const good = await token('supervisor');
  const revoked = await token('supervisor');
  const id = revoked.split('.')[0];
  expect((await send('GET /office', { as: revoked })).status).toBe(200);
  expect((await send(`DELETE /tokens/${id}`, { as: good })).status).toBe(204);
  const wrongSecret = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`;
  for (const as of [revoked, wrongSecret, 'nonsense', `${'x'.repeat(22)}.${'y'.repeat(43)}`, '.', '']) {
    expect((await send('GET /board', { as })).status, as).toBe(401);
    expect((await send('GET /office', { as })).status, as).toBe(401);
  }
  expect((await send('GET /board', { headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
  expect(hub.state.calendar.tokens.size).toBe(1);
});

test('a role that this program does not know may do nothing', async () => {
  const { hub, send, token } = await startStage();
  const as = await token('supervisor');
  const id = as.split('.')[0] ?? '';
  const known = hub.state.calendar.tokens.get(id);
  if (!known) throw new Error('the token is not there');
  // As it would be read from the journal of a newer program.
  hub.state.calendar.tokens.set(id, { ...known, role: JSON.parse('"director"') });
  expect((await send('GET /office', { as })).status).toBe(401);
  expect((await send('GET /board', { as })).status).toBe(401);
});
