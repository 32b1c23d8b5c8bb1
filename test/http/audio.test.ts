/** The sound of a call over HTTP, and calls that are said again. */
import { expect, test } from 'vitest';
import type { HttpParts } from '../../server/adapters/http/parts.ts';
import { startStage, told } from './stage.ts';

const wav = Uint8Array.from([0x52, 0x49, 0x46, 0x46, 5, 6, 7, 8, 9, 10]);
const short = Uint8Array.from([0x52, 0x49, 0x46, 0x46]);

/** Knows one call and one screen. */
function fakeVoice(more: Partial<HttpParts['voice']> = {}) {
  const asked: string[] = [];
  const voice: HttpParts['voice'] = {
    wav: (callId, isShort) => (callId === 'known' ? (isShort ? short : wav) : null),
    repeat(callId) {
      asked.push(callId);
      return 'done';
    },
    forget: (id) => (id === 'gone' ? 'done' : id === 'here' ? 'online' : 'unknown'),
    identify: (id) => id === 'here',
    ...more,
  };
  return { voice, asked };
}

async function audio(path: string, init: RequestInit = {}) {
  const { origin } = await startStage(fakeVoice());
  const response = await fetch(`${origin}${path}`, init);
  const { status, headers } = response;
  return { status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test('a call is a WAV that its browser may keep, whole or without repeats', async () => {
  const { status, headers, bytes } = await audio('/audio/known.wav');
  expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
    200,
    'audio/wav',
    '10',
  ]);
  expect(headers.get('cache-control')).toBe('private, max-age=86400, immutable');
  expect(headers.get('accept-ranges')).toBe('bytes');
  expect(bytes).toEqual(wav);
  expect((await audio('/audio/known.wav?short=1')).bytes).toEqual(short);
});

test('asked by HEAD it says how long it is', async () => {
  const { status, headers, bytes } = await audio('/audio/known.wav', { method: 'HEAD' });
  expect([status, headers.get('content-length'), bytes.length]).toEqual([200, '10', 0]);
});

test.each([
  ['bytes=0-', 206, 'bytes 0-9/10', [...wav]],
  ['bytes=2-3', 206, 'bytes 2-3/10', [0x46, 0x46]],
  ['bytes=8-99', 206, 'bytes 8-9/10', [9, 10]],
  ['bytes=-3', 206, 'bytes 7-9/10', [8, 9, 10]],
  ['bytes=-99', 206, 'bytes 0-9/10', [...wav]],
  ['bytes=-', 200, null, [...wav]],
  ['bytes=0-1,3-4', 200, null, [...wav]],
  ['seconds=1-2', 200, null, [...wav]],
])('a part is given as it is asked for: %s', async (range, status, contentRange, expected) => {
  const answer = await audio('/audio/known.wav', { headers: { range } });
  expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
  expect([...answer.bytes]).toEqual(expected);
});

test.each(['bytes=10-', 'bytes=5-4', 'bytes=-0'])(
  'a part that is not there is refused: %s',
  async (range) => {
    const { status, headers } = await audio('/audio/known.wav', { headers: { range } });
    expect([status, headers.get('content-range')]).toEqual([416, 'bytes */10']);
  },
);

test.each([
  '/audio/unknown.wav',
  '/audio/..%2f..%2fetc%2fpasswd.wav',
  '/audio/%00.wav',
  '/audio/known.mp3',
  '/audio/',
])('there is no sound at %s', async (path) => {
  const { status, headers } = await audio(path);
  expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test('who asks for sounds without end is asked to wait', async () => {
  const { origin } = await startStage({ ...fakeVoice(), limits: { reads: { most: 2, withinMs: 60_000 } } });
  const statuses: number[] = [];
  for (let times = 0; times < 3; times += 1) statuses.push((await fetch(`${origin}/audio/known.wav`)).status);
  expect(statuses).toEqual([200, 200, 429]);
});

test('VO9 a call is said again for the supervisor and for its own counter; an unknown one is not there', async () => {
  const { voice, asked } = fakeVoice();
  const { send, token, hub, take } = await startStage({ voice });
  const supervisor = await token('supervisor');
  await take(await token('kiosk'));
  await send('POST /counters/1/open', { as: supervisor });
  await send('POST /counters/1/next', { as: supervisor });
  const [call] = [...hub.state.day.calls.values()].flat();
  const path = `POST /calls/${call?.callId}/repeat`;
  expect((await send(path, { as: supervisor, key: 'k' })).status).toBe(204);
  expect((await send(path, { as: supervisor, key: 'k' })).status).toBe(204);
  expect(asked).toEqual([call?.callId]);
  expect((await send(path, { as: await token('counter', 1) })).status).toBe(204);
  expect(told(await send(path, { as: await token('counter', 3) }))).toEqual([403, 'forbidden']);
  expect(told(await send('POST /calls/nonsense/repeat', { as: supervisor }))).toEqual([404, 'not-found']);
  expect(asked).toHaveLength(2);
});

test('VO9 a call by which nobody is called any more is not said again', async () => {
  const { voice } = fakeVoice({ repeat: () => 'over' });
  const { send, token, hub, take } = await startStage({ voice });
  const supervisor = await token('supervisor');
  await take(await token('kiosk'));
  await send('POST /counters/1/open', { as: supervisor });
  await send('POST /counters/1/next', { as: supervisor });
  const [call] = [...hub.state.day.calls.values()].flat();
  const answer = await send(`POST /calls/${call?.callId}/repeat`, { as: supervisor });
  expect(told(answer)).toEqual([409, 'not-possible']);
});

test('a screen that is away is forgotten, one that is connected shows itself', async () => {
  const { send, token } = await startStage(fakeVoice());
  const as = await token('supervisor');
  expect((await send('DELETE /displays/gone', { as })).status).toBe(204);
  expect(told(await send('DELETE /displays/here', { as }))).toEqual([409, 'not-possible']);
  expect(told(await send('DELETE /displays/nonsense', { as }))).toEqual([404, 'not-found']);
  expect((await send('POST /displays/here/identify', { as })).status).toBe(204);
  expect(told(await send('POST /displays/gone/identify', { as }))).toEqual([404, 'not-found']);
});
