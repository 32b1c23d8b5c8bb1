/** Who may do what: every route with every role, against a table written by hand. */
import { expect, test } from 'vitest';
import { sessionCookie, writeCredential } from '../../server/access/credentials.ts';
import { hashSecret, makeSecret } from '../../server/access/secrets.ts';
import { routes } from '../../server/adapters/http/routes.ts';
import { freshIds } from '../../server/hub/fresh.ts';
import { mustDo, type Stage, startStage } from './stage.ts';

const everybody = 'public kiosk door own-counter other-counter display integration supervisor';
const signedIn = 'kiosk door own-counter other-counter display integration supervisor';
const atDoor = 'door supervisor';
const atCounter = 'own-counter supervisor';

const table: Record<string, string> = {
  'post /api/v1/tickets': 'kiosk door own-counter other-counter supervisor',
  'get /api/v1/tickets/:code': everybody,
  'delete /api/v1/tickets/:code': everybody,
  'post /api/v1/tickets/:code/return': 'kiosk own-counter other-counter supervisor',
  'patch /api/v1/tickets/:code': 'door own-counter other-counter supervisor',
  'post /api/v1/tickets/:code/rating': everybody,
  'post /api/v1/tickets/:code/reprint': 'kiosk door own-counter other-counter supervisor',
  'post /api/v1/tickets/:code/slip': 'own-counter other-counter supervisor',
  'post /api/v1/tickets/:code/paper-settled': 'door own-counter other-counter supervisor',
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
  'post /api/v1/counters/:n/describe': atCounter,
  'post /api/v1/screenings': 'door',
  'post /api/v1/screenings/:id/readings': 'door',
  'post /api/v1/screenings/:id/outcome': 'door',
  'get /api/v1/cases/:case': atDoor,
  'get /api/v1/occupancy': atDoor,
  'put /api/v1/occupancy': 'door',
  'post /api/v1/occupancy/leave': 'door',
  'post /api/v1/occupancy/call-in': 'door',
  'get /api/v1/availability': everybody,
  'post /api/v1/bookings': 'kiosk integration supervisor',
  'post /api/v1/counters/:n/bookings': atCounter,
  'get /api/v1/bookings': 'supervisor',
  'post /api/v1/bookings/import': 'supervisor',
  'post /api/v1/counters/:n/identity': atCounter,
  'get /api/v1/suspicions': 'supervisor',
  'post /api/v1/bookings/find': everybody,
  'get /api/v1/bookings/:code': everybody,
  'patch /api/v1/bookings/:code': everybody,
  'delete /api/v1/bookings/:code': everybody,
  'post /api/v1/bookings/:code/people': 'supervisor',
  'get /api/v1/running': 'supervisor',
  'get /api/v1/media': 'supervisor',
  'put /api/v1/media/:name': 'supervisor',
  'delete /api/v1/media/:name': 'supervisor',
  'get /api/v1/quotas': 'supervisor',
  'post /api/v1/quotas/:id/release': 'supervisor',
  'post /api/v1/session': everybody,
  'get /api/v1/session': signedIn,
  'delete /api/v1/session': everybody,
  'get /api/v1/sessions': 'supervisor',
  'delete /api/v1/sessions/:id': 'supervisor',
  'get /api/v1/set-up': everybody,
  'post /api/v1/set-up': 'nobody',
  // By whoever signed in with it, which is none of these.
  'put /api/v1/password': 'its-owner',
  'get /api/v1/officers': 'supervisor',
  'post /api/v1/officers': 'supervisor',
  'patch /api/v1/officers/:id': 'supervisor',
  'delete /api/v1/officers/:id': 'supervisor',
  'put /api/v1/counters/:n/officer': 'supervisor',
  'post /api/v1/pairings': everybody,
  'post /api/v1/pairings/:code': 'supervisor',
  'get /api/v1/devices': 'supervisor',
  'post /api/v1/devices': 'supervisor',
  'patch /api/v1/devices/:id': 'supervisor',
  'post /api/v1/devices/:id/password': 'supervisor',
  'delete /api/v1/devices/:id': 'supervisor',
  'get /api/v1/devices/:id/messages': 'supervisor',
  'get /audio/:call.wav': everybody,
  'post /api/v1/calls/:callId/repeat': 'own-counter other-counter supervisor',
  'delete /api/v1/displays/:id': 'supervisor',
  'post /api/v1/displays/:id/identify': 'supervisor',
  'post /api/v1/devices/:id/identify': 'supervisor',
  'post /api/v1/devices/:id/press': 'supervisor',
  'post /api/v1/boxes/:n/press': 'supervisor',
  'get /api/v1/tokens': 'supervisor',
  'post /api/v1/tokens': 'supervisor',
  'delete /api/v1/tokens/:id': 'supervisor',
  'post /api/v1/office/preview': 'supervisor',
  'get /api/v1/office/history/:seq': 'supervisor',
  'get /api/v1/office/history': 'supervisor',
  'get /api/v1/day/left': 'supervisor',
  'post /api/v1/day/close': 'supervisor',
  'post /api/v1/day/reopen': 'supervisor',
  'post /api/v1/places/:code': 'kiosk door own-counter other-counter supervisor',
  'post /api/v1/outages': 'supervisor',
  'post /api/v1/visits/settle': 'supervisor',
  'post /api/v1/paper-numbers': 'supervisor',
  'get /api/v1/out-of-turn': 'supervisor',
  'post /api/v1/out-of-turn/:id/close': 'supervisor',
  'get /api/v1/claims': 'own-counter other-counter supervisor',
  'post /api/v1/claims/:id/close': 'own-counter other-counter supervisor',
  'post /api/v1/tickets/:code/paid': 'own-counter other-counter integration supervisor',
  'get /api/v1/offsite-services': everybody,
  'post /api/v1/requests': 'kiosk own-counter other-counter integration supervisor',
  'get /api/v1/requests': 'supervisor',
  'get /api/v1/requests/:code': everybody,
  'delete /api/v1/requests/:code': everybody,
  'post /api/v1/requests/:code/people': 'supervisor',
  'post /api/v1/requests/:code/decide': 'supervisor',
  'get /api/v1/trips': 'supervisor',
  'post /api/v1/trips': 'supervisor',
  'put /api/v1/trips/:id': 'supervisor',
  'post /api/v1/trips/:id/cancel': 'supervisor',
  'post /api/v1/trips/:id/results': 'supervisor',
  'get /api/v1/trips/:id/list': 'supervisor',
  'get /api/v1/audit': 'supervisor',
  'post /api/v1/people/find': 'supervisor',
  'get /api/v1/export/:code': 'supervisor',
  'delete /api/v1/people/:code': 'supervisor',
  'get /api/v1/register': 'supervisor',
  'get /api/v1/reports': 'integration supervisor',
  'get /api/v1/reports/:date': 'integration supervisor',
  'get /api/v1/office': 'supervisor',
  'put /api/v1/office': 'supervisor',
};

/** Bodies without which a route would say no more than that they are wrong. */
const bodies: Record<string, object> = {
  'post /api/v1/set-up': { key: 'a guess', password: 'a long enough password' },
  'put /api/v1/password': { current: 'a guess', password: 'a long enough password' },
};

const often = { most: 1000, withinMs: 60_000 };
const limits = { signIn: often, pairings: often };

const bodyOf = (line: string): object | undefined =>
  line.startsWith('get ') ? undefined : (bodies[line] ?? {});

function request(line: string): string {
  const [method = '', path = ''] = line.split(' ');
  const filled = path
    .replace(':n', '1')
    .replace(':code', 'x'.repeat(22))
    .replace(':id', 'x')
    .replace(':date', '2026-01-01');
  // What is outside the API is asked for from the root.
  return `${method.toUpperCase()} ${filled.startsWith('/api/') ? filled.replace('/api/v1', '') : `/${filled}`}`;
}

function complaint(line: string, who: string, role: string, status: number): string[] {
  const isIn = who.split(' ').includes(role);
  const expected = isIn ? 'not 401 or 403' : role === 'public' && who !== 'nobody' ? 401 : 403;
  const isRight = isIn ? status !== 401 && status !== 403 && status < 500 : status === expected;
  return isRight ? [] : [`${line} as ${role}: ${status}, expected ${expected}`];
}

/** An officer may do what a station of the same role may: cookies by what each is like. */
async function signInOfficers({ hub }: Stage): Promise<Record<string, string>> {
  const secret = makeSecret();
  const hash = await hashSecret(secret);
  const cookies: Record<string, string> = {};
  for (const [like, role, counter] of [
    ['own-counter', 'counter', 1],
    ['other-counter', 'counter', 3],
    ['door', 'door', null],
    ['supervisor', 'supervisor', null],
  ] as const) {
    const officer = { id: like, counter };
    if (!hub.state.calendar.officers.has(like))
      await mustDo(hub, { type: 'AddOfficer', id: like, name: like, role, hash });
    const id = freshIds().id;
    const until = Date.now() + 3_600_000;
    await mustDo(hub, { type: 'OpenSession', id, hash, token: null, officer, until });
    cookies[like] = `${sessionCookie}=${writeCredential({ id, secret })}`;
  }
  return cookies;
}

test('the table of roles holds every route', () => {
  expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(table).sort());
});

test('each route lets in exactly the roles of the table', async () => {
  const stage = await startStage({ limits });
  const { send, token } = stage;
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
    for (const [role, as] of Object.entries(tokens)) {
      const { status } = await send(request(line), { ...(as ? { as } : {}), json: bodyOf(line) });
      wrong.push(...complaint(line, who, role, status));
    }
    for (const [role, cookie] of Object.entries(await signInOfficers(stage))) {
      const headers = { origin: stage.origin };
      const { status } = await send(request(line), { cookie, headers, json: bodyOf(line) });
      wrong.push(...complaint(line, who, role, status).map((said) => `officer: ${said}`));
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
