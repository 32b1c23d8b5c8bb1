/** Visits outside over HTTP: asked for, decided, cancelled; who may, and who sees whom. */
import { expect, test } from 'vitest';
import { siti, startOutgoing } from './outgoing.ts';
import { told } from './stage.ts';

test('OF1 anybody learns what the office goes out for, and what it asks', async () => {
  const { send } = await startOutgoing();
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
  const { send, token, get, post } = await startOutgoing();
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
  const { post, send } = await startOutgoing();
  const { letter: _, ...without } = siti;
  const refused = await post('/requests', without);
  expect([...told(refused), refused.json.missing]).toEqual([409, 'requirement-missing', ['letter']]);
  expect(told(await post('/requests', { ...siti, contact: 'call me' }))).toEqual([400, 'malformed']);
  expect(told(await send('GET /requests/nobody-has-this-code'))).toEqual([404, 'unknown-request']);
  expect(told(await send('DELETE /requests/nobody-has-this-code'))).toEqual([404, 'unknown-request']);
});

test('RE3 what is sent again is one request, and for somebody else it is another one', async () => {
  const { send, as, get } = await startOutgoing();
  const first = await send('POST /requests', { as, json: siti, key: 'k1' });
  const again = (more: object) => send('POST /requests', { as, json: { ...siti, ...more }, key: 'k1' });
  expect((await again({})).text).toBe(first.text);
  for (const other of [{ contact: '08123456780' }, { address: 'RSUD' }, { people: [{ name: 'Budi' }] }])
    expect(told(await again(other)), JSON.stringify(other)).toEqual([400, 'key-reused']);
  expect((await get('/requests')).json).toHaveLength(1);
});

test('OF3 OF5 decided by the supervisor, cancelled by whoever has the code', async () => {
  const { post, send } = await startOutgoing();
  const { code } = (await post('/requests', siti)).json;
  expect(told(await post(`/requests/${code}/decide`, { decision: 'refuse' }))).toEqual([400, 'malformed']);
  expect(await post(`/requests/${code}/decide`, { decision: 'accept' })).toMatchObject({
    status: 200,
    json: { state: 'accepted' },
  });
  expect(told(await post(`/requests/${code}/decide`, { decision: 'accept' }))).toEqual([409, 'not-possible']);
  expect(await send(`DELETE /requests/${code}`)).toMatchObject({ status: 200, json: { state: 'cancelled' } });
});

test('only those who may: the public neither asks nor reads the lists, a kiosk only asks', async () => {
  const { send, token, accepted, trip } = await startOutgoing();
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
