/** Visits outside over HTTP: asked for, decided, planned, entered; who may, and who sees whom. */
import { expect, test } from 'vitest';
import { officeText } from './office.ts';
import { startStage, told } from './stage.ts';

const outgoing = officeText
  .replace(
    'lanes:\n',
    `  - { id: emergency, offsite: true, days: [sat, sun], requires: [address, contact, letter], steps: [documents, interview] }
  - { id: supervision, name: { id: Pengawasan, en: Supervision }, offsite: true, requires: [address], steps: [interview] }
lanes:
`,
  )
  .concat('outcomes: { interview: [passport-24, passport-48] }\n');

const siti = {
  service: 'emergency',
  address: 'RSUD Gunung Jati, kamar 12',
  contact: '0812 3456 789',
  letter: { kind: 'rujukan', number: '445/12' },
  people: [{ name: 'Siti Aminah', birthDate: '1961-03-02' }, { name: 'Adi' }],
};

/** Thursday, 26 November 2026, 09:00 in Makassar, and what the test adds to it. */
async function startThen() {
  let at = Date.parse('2026-11-26T09:00:00+08:00');
  const clocks = { wall: () => at, monotonic: () => at };
  const stage = await startStage({ clocks });
  const as = await stage.token('supervisor');
  const headers = { 'content-type': 'application/yaml' };
  await stage.send('PUT /office', { as, body: outgoing, headers });
  await stage.send('POST /officers', { as, json: { id: 'dewi', name: 'Dewi Lestari', pin: '4711' } });
  const post = (path: string, json: object = {}) => stage.send(`POST ${path}`, { as, json });
  const get = (path: string) => stage.send(`GET ${path}`, { as });
  /** A request that was accepted; gives its code. */
  const accepted = async (wanted: object = siti) => {
    const { code } = (await post('/requests', wanted)).json;
    await post(`/requests/${code}/decide`, { decision: 'accept' });
    return String(code);
  };
  const trip = (requests: readonly string[]) => ({
    ...{ date: '2026-11-28', place: 'Gunung Jati', team: ['dewi'], vehicle: 'E 1234 AB', requests },
  });
  const hoursLater = (hours: number) => {
    at += hours * 3_600_000;
  };
  return { ...stage, as, post, get, accepted, trip, hoursLater };
}

test('OF1 anybody learns what the office goes out for, and what it asks', async () => {
  const { send } = await startThen();
  const { status, json } = await send('GET /offsite-services');
  expect(status).toBe(200);
  expect(json).toMatchObject([
    {
      service: 'emergency',
      days: ['sat', 'sun'],
      requires: ['address', 'contact', 'letter'],
      steps: [
        {
          step: 'documents',
          name: { id: 'Berkas', en: 'Documents' },
          outcomes: [],
          reasons: ['missing', 'wrong'],
        },
        { step: 'interview', outcomes: ['passport-24', 'passport-48'], reasons: [] },
      ],
    },
    { service: 'supervision', name: { en: 'Supervision' }, days: null, requires: ['address'] },
  ]);
});

test('OF1 OF9 a visit is asked for; its public answer tells nobody’s name, and who opens it is recorded', async () => {
  const { send, token, get, post } = await startThen();
  const asked = await send('POST /requests', { as: await token('integration'), json: siti });
  expect(asked).toMatchObject({ status: 201, json: { service: 'emergency', people: 2, state: 'asked' } });
  const { code } = asked.json;
  const seen = await send(`GET /requests/${code}`);
  expect(seen.json).toEqual(asked.json);
  expect(seen.text).not.toMatch(/Siti|Gunung|812/);
  expect((await get('/requests?state=asked')).json).toEqual([asked.json]);
  expect((await get('/requests?state=done')).json).toEqual([]);
  const opened = await post(`/requests/${code}/people`);
  expect(opened).toMatchObject({
    status: 200,
    json: {
      address: 'RSUD Gunung Jati, kamar 12',
      contact: '+628123456789',
      letter: { kind: 'rujukan', number: '445/12' },
      people: [
        { name: 'Siti Aminah', birthDate: '1961-03-02' },
        { name: 'Adi', birthDate: null },
      ],
      note: null,
    },
  });
  const { json } = await get('/audit?stream=calendar&types=RequestSeen,VisitRequested');
  const entries = json.entries as { by: string; event: { type: string; code: string } }[];
  expect(entries.map(({ event }) => [event.type, event.code])).toEqual([
    ['VisitRequested', code],
    ['RequestSeen', code],
  ]);
  expect(JSON.stringify(json)).not.toMatch(/Siti|Gunung|812/);
});

test('OF1 refusals say what is missing; a telephone number that is none is malformed', async () => {
  const { post, send } = await startThen();
  const { letter: _, ...without } = siti;
  const refused = await post('/requests', without);
  expect([...told(refused), refused.json.missing]).toEqual([409, 'requirement-missing', ['letter']]);
  expect(told(await post('/requests', { ...siti, contact: 'call me' }))).toEqual([400, 'malformed']);
  expect(told(await send('GET /requests/nobody-has-this-code'))).toEqual([404, 'unknown-request']);
  expect(told(await send('DELETE /requests/nobody-has-this-code'))).toEqual([404, 'unknown-request']);
});

test('RE3 what is sent again is one request, and nothing kept is made from its names', async () => {
  const { send, as, get } = await startThen();
  const first = await send('POST /requests', { as, json: siti, key: 'k1' });
  const again = await send('POST /requests', { as, json: { ...siti, address: 'typed again' }, key: 'k1' });
  expect(again.text).toBe(first.text);
  expect((await get('/requests')).json).toHaveLength(1);
});

test('OF3 OF5 decided by the supervisor, cancelled by whoever has the code', async () => {
  const { post, send } = await startThen();
  const { code } = (await post('/requests', siti)).json;
  expect(told(await post(`/requests/${code}/decide`, { decision: 'refuse' }))).toEqual([400, 'malformed']);
  expect(await post(`/requests/${code}/decide`, { decision: 'accept' })).toMatchObject({
    status: 200,
    json: { state: 'accepted' },
  });
  expect(told(await post(`/requests/${code}/decide`, { decision: 'accept' }))).toEqual([409, 'not-possible']);
  expect(await send(`DELETE /requests/${code}`)).toMatchObject({ status: 200, json: { state: 'cancelled' } });
});

test('OF4 a trip is planned, changed and cancelled; a wrong day is answered with the next', async () => {
  const { post, get, send, as, accepted, trip } = await startThen();
  const [first, second] = [await accepted(), await accepted({ service: 'supervision', address: 'Jalan 5' })];
  const friday = await post('/trips', { ...trip([first]), date: '2026-11-27' });
  expect([...told(friday), friday.json.date]).toEqual([409, 'not-on-this-day', '2026-11-28']);
  const planned = await post('/trips', trip([first]));
  expect(planned).toMatchObject({
    status: 201,
    json: {
      id: 't-1',
      team: [{ id: 'dewi', name: 'Dewi Lestari' }],
      vehicle: 'E 1234 AB',
      requests: [{ code: first, state: 'planned', date: '2026-11-28' }],
      people: 2,
      entries: 2,
      entered: 0,
    },
  });
  const changed = await send('PUT /trips/t-1', { as, json: trip([second, first]) });
  expect(changed).toMatchObject({ status: 200, json: { people: 2, entries: 3 } });
  expect(told(await send('PUT /trips/t-2', { as, json: trip([]) }))).toEqual([404, 'unknown-trip']);
  expect((await get('/trips')).json).toEqual([changed.json]);
  expect((await get('/trips?from=2026-11-29')).json).toEqual([]);
  expect((await get('/trips?to=2026-11-27')).json).toEqual([]);
  const cancelled = await post('/trips/t-1/cancel', { reason: 'hujan' });
  expect(cancelled).toMatchObject({ status: 200, json: { cancelled: 'hujan' } });
  expect((await get('/requests?state=accepted')).json).toHaveLength(2);
});

test('OF7 OF9 the list of the day has names, and is a look at each; results are entered afterwards', async () => {
  const { post, get, accepted, trip, hoursLater } = await startThen();
  const request = await accepted();
  await post('/trips', trip([request]));
  const results = [
    {
      ...{ person: 0, end: 'done' },
      steps: [
        {
          ...{ step: 'interview', outcome: 'passport-48' },
          ...{ startedAt: '2026-11-28T10:00:00+08:00', endedAt: '2026-11-28T02:20:00Z' },
        },
      ],
    },
    { person: 1, end: 'incomplete', reasons: ['missing'] },
  ];
  expect(told(await post('/trips/t-1/results', { request, results }))).toEqual([409, 'not-possible']);
  hoursLater(50);
  const entered = await post('/trips/t-1/results', { request, results });
  expect(entered).toMatchObject({
    status: 200,
    json: { entered: 2, done: 1, requests: [{ state: 'done' }] },
  });
  const { json } = await get('/trips/t-1/list');
  expect(json.list).toMatchObject([
    {
      code: request,
      people: 2,
      personal: { address: 'RSUD Gunung Jati, kamar 12', people: [{ name: 'Siti Aminah' }, { name: 'Adi' }] },
      results: [
        {
          person: 0,
          steps: [{ startedAt: '2026-11-28T02:00:00.000Z', endedAt: '2026-11-28T02:20:00.000Z' }],
        },
        { person: 1, end: 'incomplete', reasons: ['missing'] },
      ],
    },
  ]);
  const audit = (await get('/audit?stream=calendar&types=RequestSeen')).json.entries;
  expect(audit).toMatchObject([{ event: { code: request } }]);
  expect(told(await get('/trips/t-9/list'))).toEqual([404, 'unknown-trip']);
});

test('only those who may: the public neither asks nor reads the lists, a kiosk only asks', async () => {
  const { send, token, accepted, trip } = await startThen();
  const code = await accepted();
  const kiosk = await token('kiosk');
  expect(told(await send('POST /requests', { json: siti }))).toEqual([401, 'not-signed-in']);
  expect((await send('POST /requests', { as: kiosk, json: siti })).status).toBe(201);
  const forbidden = [
    ['GET /requests', undefined],
    [`POST /requests/${code}/people`, {}],
    [`POST /requests/${code}/decide`, { decision: 'accept' }],
    ['GET /trips', undefined],
    ['POST /trips', trip([code])],
    ['GET /trips/t-1/list', undefined],
    ['POST /trips/t-1/results', {}],
    ['POST /trips/t-1/cancel', { reason: 'r' }],
  ] as const;
  for (const [line, json] of forbidden) {
    const sent = json === undefined ? {} : { json };
    expect([line, ...told(await send(line, { as: kiosk, ...sent }))]).toEqual([line, 403, 'forbidden']);
    expect([line, ...told(await send(line, sent))]).toEqual([line, 401, 'not-signed-in']);
  }
});
