/** Trips over HTTP: planned, changed, cancelled; the list of the day; what was done there. */
import { expect, test } from 'vitest';
import { startOutgoing } from './outgoing.ts';
import { told } from './stage.ts';

test('OF4 a trip is planned, changed and cancelled; a wrong day is answered with the next', async () => {
  const { post, get, send, as, accepted, trip } = await startOutgoing();
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
  const { post, get, accepted, trip, hoursLater } = await startOutgoing();
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
