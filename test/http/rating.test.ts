/** One tap of satisfaction over HTTP: for whoever has the code, once, and a few times a minute at most. */
import { expect, test } from 'vitest';
import { type Stage, startStage, told } from './stage.ts';

/** A ticket of a visit that was sent away, which is as far as one counter brings it. */
async function over(stage: Stage): Promise<string> {
  const as = await stage.token('supervisor');
  const { code } = await stage.take(as);
  await stage.send('POST /counters/1/open', { as });
  await stage.send('POST /counters/1/next', { as });
  await stage.send('POST /counters/1/incomplete', { as, json: { reasons: ['missing'] } });
  return code;
}

test('whoever has the code says how it was, and the ticket’s view tells it', async () => {
  const stage = await startStage();
  const code = await over(stage);
  expect((await stage.send(`GET /tickets/${code}`)).json).toMatchObject({ rating: null, mayRate: true });
  const answer = await stage.send(`POST /tickets/${code}/rating`, { json: { rating: 'fair' } });
  expect(answer).toMatchObject({
    status: 200,
    json: { rating: 'fair', changeUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) },
  });
  expect((await stage.send(`GET /tickets/${code}`)).json).toMatchObject({ rating: 'fair', mayRate: true });
});

test('a number is not enough, not even for staff, and an unknown code is not there', async () => {
  const stage = await startStage();
  await over(stage);
  const as = await stage.token('supervisor');
  for (const name of ['A-001', 'x'.repeat(22), '__proto__'])
    expect(told(await stage.send(`POST /tickets/${name}/rating`, { as, json: { rating: 'good' } }))).toEqual([
      404,
      'unknown-ticket',
    ]);
});

test('who still waits is not asked, and only three words are taken', async () => {
  const stage = await startStage();
  const { code } = await stage.take(await stage.token('kiosk'));
  const rate = (json: object) => stage.send(`POST /tickets/${code}/rating`, { json });
  expect(told(await rate({ rating: 'good' }))).toEqual([409, 'not-possible']);
  for (const json of [{}, { rating: 'bad' }, { rating: 5 }, { rating: 'good', name: 'Ayu' }])
    expect(told(await rate(json))).toEqual([400, 'malformed']);
});

test('a tap that is sent again with its key has one effect; with another rating it is another tap', async () => {
  const stage = await startStage();
  const code = await over(stage);
  const tap = (rating: string, key: string) =>
    stage.send(`POST /tickets/${code}/rating`, { json: { rating }, key });
  const first = await tap('poor', 'one');
  await tap('good', 'two');
  expect((await tap('poor', 'one')).json).toEqual(first.json);
  expect((await stage.send(`GET /tickets/${code}`)).json.rating).toBe('good');
  expect(told(await tap('fair', 'one'))).toEqual([400, 'key-reused']);
});

test('one address rates one ticket ten times a minute at most, and another ticket all the same', async () => {
  const stage = await startStage();
  const code = await over(stage);
  const as = await stage.token('supervisor');
  const other = (await stage.take(as)).code;
  const rate = (ticket: string) => stage.send(`POST /tickets/${ticket}/rating`, { json: { rating: 'good' } });
  for (let n = 0; n < 10; n += 1) expect((await rate(code)).status).toBe(200);
  const refused = await rate(code);
  expect(told(refused)).toEqual([429, 'too-many-requests']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(told(await rate(other))).toEqual([409, 'not-possible']);
});

test('RT4 the trail tells that a visit was rated, and not how', async () => {
  const events: { seq: number; by: string; event: object }[] = [];
  const stage = await startStage({ history: async () => events as never });
  const code = await over(stage);
  events.push({ seq: 1, by: 'public', event: { type: 'VisitRated', at: 0, code, rating: 'poor' } });
  const trail = await stage.send('GET /audit', { as: await stage.token('supervisor') });
  expect(trail.json.entries).toMatchObject([{ type: 'VisitRated', number: 'A-001' }]);
  expect(trail.text).not.toContain('poor');
});
