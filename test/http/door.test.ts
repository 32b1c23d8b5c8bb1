/** The door over HTTP: readings, cases, the room, and tickets given there. */
import { expect, test } from 'vitest';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Options, type Stage, startStage, told } from './stage.ts';

const screening = 'screening: { warnAbove: 37.0, holdAbove: 37.5, retests: 1, retestAfter: PT5M }\n';

interface Door extends Stage {
  readonly as: string;
  post(path: string, json?: object, key?: string): ReturnType<Stage['send']>;
}

async function startDoor(more = '', options: Options = {}): Promise<Door> {
  const stage = await startStage(options);
  const text = officeText + more;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(text), source: text });
  const as = await stage.token('door');
  return {
    ...stage,
    as,
    post: (path, json, key) =>
      stage.send(`POST ${path}`, {
        as,
        ...(json === undefined ? {} : { json }),
        ...(key === undefined ? {} : { key }),
      }),
  };
}

test('a reading is answered with its verdict, and one person more is inside', async () => {
  const { as, send, post } = await startDoor(`capacity: 120\n${screening}`);
  const { status, json } = await post('/screenings', { celsius: 36.5, kind: 'forehead' });
  expect([status, json]).toEqual([201, { id: json.id, verdict: 'admitted', attempt: 1 }]);
  expect((await send('GET /occupancy', { as })).json).toEqual({ inside: 1, capacity: 120, full: false });
});

test('where nothing is measured an empty body is a tap; where something is, the reading is asked for', async () => {
  const tap = await startDoor();
  expect((await tap.send('GET /occupancy', { as: tap.as })).json).toEqual({
    inside: null,
    capacity: null,
    full: false,
  });
  expect((await tap.post('/screenings')).json).toMatchObject({ verdict: 'admitted', attempt: 0 });
  expect((await tap.send('GET /occupancy', { as: tap.as })).json.inside).toBe(1);
  const measured = await startDoor(screening);
  const { status, json } = await measured.post('/screenings', { kind: 'ear' });
  expect([status, json.code, json.fields]).toEqual([
    400,
    'malformed',
    [{ path: 'celsius', message: expect.stringContaining('missing') }],
  ]);
});

test.each([{ celsius: '36,5' }, { celsius: 36.5, name: 'Budi' }, { celsius: 1e9 }])(
  'a reading like %j is malformed',
  async (json) => {
    const { post } = await startDoor(screening);
    expect(told(await post('/screenings', json))).toEqual([400, 'malformed']);
  },
);

test('too high, a retest, held, and the task force decides: each step is answered, the last one once', async () => {
  const { as, send, post } = await startDoor(screening);
  const { json } = await post('/screenings', { celsius: 38.4 });
  expect(json).toMatchObject({ verdict: 'retest', attempt: 1, retestAt: expect.stringMatching(/Z$/) });
  expect((await post(`/screenings/${json.id}/readings`, { celsius: 38.5 })).json).toMatchObject({
    verdict: 'held',
    attempt: 2,
    case: 'K-001',
  });
  expect(told(await post(`/screenings/${json.id}/readings`, { celsius: 36 }))).toEqual([
    404,
    'unknown-screening',
  ]);
  const outcome = { decision: 'refer', by: 'dr. Ayu', reason: 'demam' };
  const referred = await post(`/screenings/${json.id}/outcome`, outcome);
  expect([referred.status, referred.json]).toEqual([
    200,
    { id: json.id, verdict: 'referred', attempt: 2, case: 'K-001' },
  ]);
  expect(told(await post(`/screenings/${json.id}/outcome`, outcome))).toEqual([409, 'unknown-case']);
  expect(told(await post('/screenings/nobody/outcome', outcome))).toEqual([404, 'unknown-screening']);
  expect((await send('GET /cases/K-001', { as })).json).toMatchObject({ decision: 'refer', readings: [] });
});

test('whoever looks at a case is recorded first, with the account', async () => {
  const { hub, as, send, post, token } = await startDoor(screening);
  const { json } = await post('/screenings', { celsius: 38.4 });
  await post(`/screenings/${json.id}/readings`, { celsius: 38.5, kind: 'ear' });
  const supervisor = await token('supervisor');
  const seen: unknown[] = [];
  hub.onTold(({ events }) => seen.push(...events));
  expect((await send('GET /cases/K-001', { as: supervisor })).json).toMatchObject({
    case: 'K-001',
    screening: json.id,
    notifiedAt: null,
    decision: null,
    readings: [
      { celsius: 38.4, kind: null },
      { celsius: 38.5, kind: 'ear' },
    ],
  });
  expect(seen).toEqual([
    expect.objectContaining({ type: 'CaseSeen', case: 'K-001', by: expect.stringMatching(/^token:/) }),
  ]);
  expect(told(await send('GET /cases/K-002', { as }))).toEqual([404, 'unknown-case']);
  expect(seen).toHaveLength(1);
});

test('a full room admits nobody, and the door’s tickets wait outside until they are called in', async () => {
  const { as, send, post } = await startDoor('capacity: 2\n');
  expect((await send('PUT /occupancy', { as, json: { inside: 2 } })).json).toEqual({ inside: 2 });
  expect(told(await post('/screenings'))).toEqual([409, 'room-full']);
  const first = await post('/tickets', { service: 'passport' });
  expect([first.status, first.json]).toEqual([
    201,
    expect.objectContaining({ number: 'A-001', outside: true }),
  ]);
  await post('/tickets', { service: 'passport' });
  expect(told(await post('/occupancy/call-in'))).toEqual([409, 'room-full']);
  expect((await post('/occupancy/leave', { count: 1 })).json).toEqual({ inside: 1 });
  expect((await post('/occupancy/call-in')).json).toEqual({ tickets: ['A-001'] });
  expect((await post('/occupancy/call-in', { people: 5 })).json).toEqual({ tickets: ['A-002'] });
  expect(told(await post('/occupancy/call-in', {}))).toEqual([409, 'nobody-waiting']);
});

test('DO12 a kiosk gives its tickets in a full room, and knows of no screening', async () => {
  const { as, send, post, token } = await startDoor('capacity: 1\n');
  const { json } = await post('/screenings');
  const kiosk = await token('kiosk');
  const asked = await send('POST /tickets', { as: kiosk, json: { service: 'passport' } });
  expect([asked.status, asked.json.outside]).toEqual([201, undefined]);
  const body = { service: 'passport', screening: String(json.id) };
  for (const other of [kiosk, await token('counter', 1)])
    expect((await send('POST /tickets', { as: other, json: body })).json).toMatchObject({
      status: 400,
      code: 'malformed',
      fields: [{ path: 'screening', message: 'expected at the door alone' }],
    });
  const given = await send('POST /tickets', { as, json: body });
  expect([given.status, given.json.outside]).toEqual([201, undefined]);
  expect(told(await send('POST /tickets', { as, json: body }))).toEqual([409, 'unknown-screening']);
});

test('RE3 the same key is the same reading, whatever it says by now, and counts once', async () => {
  const { hub, post } = await startDoor(screening);
  const first = await post('/screenings', { celsius: 36.5 }, 'k');
  const again = await post('/screenings', { celsius: 36.6 }, 'k');
  expect(again.text).toBe(first.text);
  expect(hub.state.day.door.inside).toBe(1);
  expect(told(await post('/occupancy/leave', { count: 1 }, 'k'))).toEqual([400, 'key-reused']);
});

test('nothing of a reading or a decision is logged', async () => {
  const lines: string[] = [];
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const { post } = await startDoor(screening, { log: { info: note, warn: note, error: note } });
  const { json } = await post('/screenings', { celsius: 38.417 });
  await post('/screenings', { celsius: '38.417' });
  await post(`/screenings/${json.id}/readings`, { celsius: 38.418 });
  await post(`/screenings/${json.id}/outcome`, { decision: 'refer', by: 'dr. Ayu', reason: 'demam' });
  expect(lines.join('\n')).not.toMatch(/38\.41|Ayu|demam|held|retest/);
});
