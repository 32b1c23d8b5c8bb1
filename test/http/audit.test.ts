/** The trail over HTTP: who did what, page by page, with the seal to note down. */
import { expect, test } from 'vitest';
import { startStage, told } from './stage.ts';

async function startThen() {
  const at = Date.parse('2026-11-26T09:00:00+08:00');
  const stage = await startStage({ clocks: { wall: () => at, monotonic: () => at } });
  const as = await stage.token('supervisor');
  const kiosk = await stage.token('kiosk');
  const audit = (query = '') => stage.send(`GET /audit${query}`, { as });
  return { ...stage, as, kiosk, audit };
}

const seal = /^[0-9A-Z]{4}(?:[ -][0-9A-Z]{4}){4}$/i;

interface Entry {
  readonly seq: number;
  readonly type: string;
  readonly by: string;
  readonly event: object;
}
const entriesOf = (json: Record<string, unknown>) => json.entries as Entry[];

test('without a stream it is today: each event with the account that asked for it', async () => {
  const { audit, take, kiosk } = await startThen();
  const { code } = await take(kiosk);
  const { status, json } = await audit();
  expect(status).toBe(200);
  expect(json).toMatchObject({ stream: 'day:2026-11-26', seal: expect.stringMatching(seal), next: null });
  expect(entriesOf(json).map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'DayBegan'],
    [2, 'TicketTaken'],
  ]);
  expect(entriesOf(json)[1]).toEqual({
    seq: 2,
    at: '2026-11-26T01:00:00.000Z',
    by: `token:${kiosk.split('.')[0]}`,
    type: 'TicketTaken',
    number: 'A-001',
    event: expect.objectContaining({ type: 'TicketTaken', code, service: 'passport' }),
  });
});

test('page by page, each asked for after the last one', async () => {
  const { audit, take, kiosk } = await startThen();
  for (let n = 0; n < 4; n += 1) await take(kiosk);
  const first = (await audit('?most=2')).json;
  expect(entriesOf(first).map(({ seq }) => seq)).toEqual([1, 2]);
  expect(first.next).toBe(2);
  const second = (await audit('?most=2&after=2')).json;
  expect(entriesOf(second).map(({ seq }) => seq)).toEqual([3, 4]);
  const third = (await audit(`?most=2&after=${second.next}`)).json;
  expect(entriesOf(third).map(({ seq }) => seq)).toEqual([5]);
  expect(third.next).toBeNull();
});

test('only the types that are asked for', async () => {
  const { audit, take, kiosk } = await startThen();
  await take(kiosk);
  const { json } = await audit('?types=DayBegan,CounterOpened');
  expect(entriesOf(json).map(({ type }) => type)).toEqual(['DayBegan']);
});

test('the seal is another one after the next event, and each stream has its own', async () => {
  const { audit, take, kiosk } = await startThen();
  await take(kiosk);
  const [today, calendar] = [(await audit()).json.seal, (await audit('?stream=calendar')).json.seal];
  expect(today).not.toBe(calendar);
  expect((await audit('?most=1')).json.seal).toBe(today);
  await take(kiosk);
  expect((await audit()).json.seal).not.toBe(today);
  expect((await audit('?stream=calendar')).json.seal).toBe(calendar);
});

test('neither secrets’ hashes nor what is personal is told, nor whole office files', async () => {
  const { audit, send, kiosk, hub } = await startThen();
  await send('POST /tickets', { as: kiosk, json: { service: 'passport', needs: ['deaf'] } });
  const today = await audit();
  expect(today.text).not.toContain('deaf');
  const calendar = await audit('?stream=calendar');
  expect(entriesOf(calendar.json).map(({ type }) => type)).toEqual([
    'OfficeConfigured',
    'PasswordSet',
    'TokenIssued',
    'TokenIssued',
  ]);
  for (const { event } of entriesOf(calendar.json))
    expect(Object.keys(event)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/hash|office|source/)]),
    );
  for (const { hash } of hub.state.calendar.tokens.values()) expect(calendar.text).not.toContain(hash);
  expect(calendar.text).not.toContain(hub.state.calendar.passwordHash ?? 'there is a password');
});

test('a stream that never began is empty', async () => {
  const { audit } = await startThen();
  const { status, json } = await audit('?stream=day:2020-01-01');
  expect(status).toBe(200);
  expect(json).toMatchObject({ entries: [], next: null });
});

test.each([
  'stream=other',
  'stream=day:',
  'after=-1',
  'after=x',
  'most=0',
  'most=1001',
  'types=',
  'types=a;b',
  'colour=red',
])('what is asked for otherwise is malformed: ?%s', async (query) => {
  const { audit } = await startThen();
  const answer = await audit(`?${query}`);
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.json.fields).toMatchObject([{ path: query.split('=')[0] }]);
});
