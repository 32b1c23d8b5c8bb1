/** Quotas over HTTP: what a date has, and more places on it. */
import { expect, test } from 'vitest';
import { officeOf, officeText } from './office.ts';
import { mustDo, startStage, told } from './stage.ts';

const quota = 'quotas: [{ id: daily, services: [passport], lanes: [regular], perDay: 1, upTo: 3 }]\n';

/** Now is 10:00 in Makassar. */
async function start() {
  const at = Date.parse('2026-11-26T10:00:00+08:00');
  const stage = await startStage({ clocks: { wall: () => at, monotonic: () => at } });
  const source = `${officeText}${quota}`;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(source), source });
  const as = await stage.token('supervisor');
  const release = (json: object, key?: string) =>
    stage.send('POST /quotas/daily/release', { as, json, ...(key === undefined ? {} : { key }) });
  return { ...stage, as, release };
}

test('the supervisor sees the quotas of today or of another date', async () => {
  const { send, as, take } = await start();
  await take(as);
  const today = await send('GET /quotas', { as });
  expect(today.status).toBe(200);
  expect(today.json).toEqual([
    {
      id: 'daily',
      services: ['passport'],
      lanes: ['regular'],
      date: '2026-11-26',
      total: 1,
      released: 0,
      releasable: 2,
      used: { booking: 0, walkIn: 1 },
      heldBack: 0,
      left: { booking: 0, walkIn: 0 },
      releases: [],
    },
  ]);
  const other = await send('GET /quotas?date=2026-11-27', { as });
  expect(other.json).toMatchObject([{ date: '2026-11-27', left: { booking: 1, walkIn: 1 } }]);
  expect(told(await send('GET /quotas?date=2026-13-01', { as }))).toEqual([400, 'malformed']);
});

test('QU4 a full quota refuses, and says the next day', async () => {
  const { send, as, take } = await start();
  await take(as);
  const refused = await send('POST /tickets', { as, json: { service: 'passport' } });
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({ code: 'quota-full', nextDay: '2026-11-27' });
});

test('QU8 places are released once for each key, with the reason and the account in the record', async () => {
  const { send, as, take, release } = await start();
  await take(as);
  const wanted = { places: 1, reason: 'two more officers' };
  const first = await release(wanted, 'k1');
  const again = await release(wanted, 'k1');
  expect([first, again].map(({ status, json }) => [status, json])).toEqual([
    [200, { total: 2 }],
    [200, { total: 2 }],
  ]);
  await take(as);
  const audit = await send('GET /audit?stream=calendar&types=PlacesReleased', { as });
  expect(audit.json.entries).toMatchObject([
    { event: { quota: 'daily', places: 1, date: '2026-11-26', reason: 'two more officers' } },
  ]);
});

test('QU8 nothing is released on a date on which nothing is given', async () => {
  const holiday = `${officeText}${quota}holidays: [2026-11-27]\n`;
  const { hub, release } = await start();
  await mustDo(hub, { type: 'ConfigureOffice', office: officeOf(holiday), source: holiday });
  const refused = await release({ places: 1, reason: 'x', date: '2026-11-27' });
  expect(told(refused)).toEqual([409, 'office-closed']);
  expect(refused.json.opensAt).toBe('2026-11-27T16:00:00.000Z');
  expect((await release({ places: 1, reason: 'x', date: '2026-11-28' })).status).toBe(200);
});

test('QU8 no more than the office file allows, with a reason, of a quota that is there', async () => {
  const { send, as, release } = await start();
  const tooMany = await release({ places: 3, reason: 'x' });
  expect(tooMany.status).toBe(409);
  expect(tooMany.json).toMatchObject({ code: 'too-many-places', most: 2 });
  expect(told(await release({ places: 1 }))).toEqual([400, 'malformed']);
  expect(told(await release({ places: 0, reason: 'x' }))).toEqual([400, 'malformed']);
  expect(told(await release({ places: 1, reason: 'x', date: '2026-11-25' }))).toEqual([
    409,
    'outside-horizon',
  ]);
  const unknown = await send('POST /quotas/vip/release', { as, json: { places: 1, reason: 'x' } });
  expect(told(unknown)).toEqual([404, 'unknown-quota']);
});
