/** Papers over HTTP: with the number, again, and slips; who may, and what is void afterwards. */
import { expect, test } from 'vitest';
import type { PaperStation } from '../../server/contract/paper.ts';
import { mustDo, type Options, type Stage, startStage, told } from './stage.ts';

/** A printer for these roles. */
const printing = (...roles: string[]): Options => ({
  publicUrl: 'https://antrean.example',
  papers: {
    printerFor: ({ role }: PaperStation) =>
      roles.includes(role) ? { printer: 'prn-1', ready: true, elsewhere: null } : null,
  },
});
const take = async ({ send }: Stage, as: string) => {
  const { json } = await send('POST /tickets', { as, json: { service: 'passport' } });
  return { code: String(json.code), paper: json.paper };
};
async function isUnsure({ hub }: Stage, code: string): Promise<void> {
  for (const state of ['printing', 'unsure'] as const)
    await mustDo(hub, { type: 'NotePaper', code, nth: 1, state, printer: 'prn-1' });
}

test('a station with a printer is told of its paper, another one is not', async () => {
  const stage = await startStage(printing('kiosk'));
  const { paper, code } = await take(stage, await stage.token('kiosk'));
  expect(paper).toEqual({ printer: 'prn-1', ready: true, elsewhere: null, state: 'asked' });
  expect(stage.hub.state.day.visits.get(code)?.paper?.station.role).toBe('kiosk');
  expect(await take(stage, await stage.token('door'))).not.toHaveProperty('paper.printer');
});

test('a printed page tells the kiosk how its paper is', async () => {
  const stage = await startStage(printing('kiosk'));
  const { code } = await take(stage, await stage.token('kiosk'));
  await isUnsure(stage, code);
  const { json } = await stage.send(`GET /tickets/${code}`);
  expect(json.paper).toEqual({ state: 'unsure', copy: 1 });
});

test('printed again the old link is nobody’s, everywhere, and the new one is the ticket', async () => {
  const stage = await startStage(printing('kiosk', 'door'));
  const kiosk = await stage.token('kiosk');
  const door = await stage.token('door');
  const { code } = await take(stage, kiosk);
  await isUnsure(stage, code);
  const answer = await stage.send('POST /tickets/A-001/reprint', { as: door, json: { reason: 'lost' } });
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    code: expect.stringMatching(/^[\w-]{22}$/),
    copy: 2,
    url: `https://antrean.example/t/${answer.json.code}`,
  });
  const link = String(answer.json.code);
  expect(link).not.toBe(code);
  for (const line of [`GET /tickets/${code}`, `DELETE /tickets/${code}`])
    expect(told(await stage.send(line))).toEqual([404, 'unknown-ticket']);
  const rates = { json: { rating: 'good' } };
  expect(told(await stage.send(`POST /tickets/${code}/rating`, rates))).toEqual([404, 'unknown-ticket']);
  expect(told(await stage.send(`POST /tickets/${code}/reprint`, { as: kiosk }))).toEqual([
    404,
    'unknown-ticket',
  ]);
  expect((await stage.send(`GET /tickets/${link}`)).json.number).toBe('A-001');
  expect((await stage.send(`DELETE /tickets/${link}`)).json).toMatchObject({
    code: link,
    state: 'cancelled',
  });
});

test('a kiosk prints its own again by the link alone, once, and nobody else’s', async () => {
  const stage = await startStage(printing('kiosk'));
  const own = await stage.token('kiosk');
  const { code } = await take(stage, own);
  const again = (as: string, name = code) => stage.send(`POST /tickets/${name}/reprint`, { as });
  expect(told(await again(own))).toEqual([409, 'not-possible']);
  await isUnsure(stage, code);
  expect(told(await again(own, 'A-001'))).toEqual([404, 'unknown-ticket']);
  expect(told(await again(await stage.token('kiosk')))).toEqual([409, 'not-possible']);
  const done = await again(own);
  expect([done.status, done.json.copy]).toEqual([200, 2]);
  expect(told(await again(own, String(done.json.code)))).toEqual([409, 'not-possible']);
});

test('asked twice with one key it is printed once', async () => {
  const stage = await startStage(printing('kiosk', 'door'));
  const { code } = await take(stage, await stage.token('kiosk'));
  await isUnsure(stage, code);
  const as = await stage.token('door');
  const again = () => stage.send('POST /tickets/A-001/reprint', { as, key: 'once' });
  const [first, second] = [await again(), await again()];
  expect(second.json).toEqual(first.json);
  expect(stage.hub.state.day.visits.get(code)?.paper?.nth).toBe(2);
  // PA5: and where somebody printed it once more, the first key brings no void link.
  const third = await stage.send('POST /tickets/A-001/reprint', { as });
  expect((await again()).json.code).toBe(third.json.code);
});

test('staff without a printer print where it was asked for before; where nothing prints it is no-printer', async () => {
  const with1 = await startStage(printing('kiosk'));
  await take(with1, await with1.token('kiosk'));
  const as = await with1.token('door');
  expect((await with1.send('POST /tickets/A-001/reprint', { as })).status).toBe(200);
  const none = await startStage();
  await take(none, await none.token('kiosk'));
  const asked = await none.send('POST /tickets/A-001/reprint', { as: await none.token('door') });
  expect(told(asked)).toEqual([409, 'no-printer']);
  const slip = await none.send('POST /tickets/A-001/slip', { as: await none.token('counter', 1) });
  expect(told(slip)).toEqual([409, 'no-printer']);
});

test('a slip is printed by the counter for what is done, and not before', async () => {
  const stage = await startStage(printing('kiosk', 'counter'));
  const { code } = await take(stage, await stage.token('kiosk'));
  const as = await stage.token('counter', 1);
  const slip = () => stage.send('POST /tickets/A-001/slip', { as });
  expect(told(await slip())).toEqual([409, 'not-possible']);
  await mustDo(stage.hub, { type: 'NotePaper', code, nth: 1, state: 'failed', printer: null });
  await mustDo(stage.hub, { type: 'SettleVisits', done: ['A-001'], gone: [] });
  const done = await slip();
  expect([done.status, done.json]).toEqual([
    200,
    { code, copy: 1, url: `https://antrean.example/t/${code}` },
  ]);
});

test('PA5 a number asked for again with its key is told with the link that counts now', async () => {
  const stage = await startStage(printing('kiosk', 'door'));
  const as = await stage.token('kiosk');
  const asks = () => stage.send('POST /tickets', { as, key: 'tap-1', json: { service: 'passport' } });
  const first = await asks();
  await isUnsure(stage, String(first.json.code));
  const door = await stage.token('door');
  const link = (await stage.send('POST /tickets/A-001/reprint', { as: door })).json.code;
  const second = await asks();
  expect(second.status).toBe(201);
  expect(second.json).toMatchObject({
    number: 'A-001',
    code: link,
    url: `https://antrean.example/t/${link}`,
    paper: { state: 'asked', copy: 2 },
  });
});

test('staff settle a paper that is unsure; a kiosk, a phone and what came out are refused', async () => {
  const stage = await startStage(printing('kiosk', 'door'));
  const kiosk = await stage.token('kiosk');
  const { code } = await take(stage, kiosk);
  const as = await stage.token('door');
  const settle = (sent: object, name = 'A-001') => stage.send(`POST /tickets/${name}/paper-settled`, sent);
  expect(told(await settle({ as }))).toEqual([409, 'not-possible']);
  await isUnsure(stage, code);
  expect(told(await settle({ as: kiosk }, code))).toEqual([403, 'forbidden']);
  expect(told(await settle({}, code))).toEqual([401, 'not-signed-in']);
  expect(told(await settle({ as }, 'A-009'))).toEqual([404, 'unknown-ticket']);
  expect((await settle({ as })).status).toBe(204);
  expect(stage.hub.state.day.visits.get(code)?.paper).toMatchObject({ state: 'unsure', settled: true });
});

test('what is written in a reprint is as expected, or refused', async () => {
  const stage = await startStage(printing('kiosk', 'door'));
  await take(stage, await stage.token('kiosk'));
  const as = await stage.token('door');
  for (const json of [{ reason: '' }, { why: 'x' }, { reason: 'x'.repeat(201) }])
    expect(told(await stage.send('POST /tickets/A-001/reprint', { as, json }))).toEqual([400, 'malformed']);
  expect(told(await stage.send('POST /tickets/A-009/reprint', { as }))).toEqual([404, 'unknown-ticket']);
});
