/** Bookings in the hands of somebody who tries what can be had: of others' answers, of codes, of places. */
import { expect, test } from 'vitest';
import { createGuesses } from '../../server/access/guesses.ts';
import { friday, startBooking, wish } from './booking-stage.ts';
import { told } from './stage.ts';

test('RE3 another person under the same key is another request, at a desk too', async () => {
  const { book, send, token, hub } = await startBooking();
  const counter = await token('counter', 1);
  const makers = [
    (json: object) => book(json, { key: 'k1' }),
    (json: object) => send('POST /counters/1/bookings', { as: counter, key: 'k1', json }),
  ];
  for (const make of makers) {
    const first = await make(wish);
    expect((await make(wish)).json).toEqual(first.json);
    for (const other of [
      { name: 'Budi' },
      { birthDate: '1981-03-28' },
      { phone: '08123456789' },
      { details: 'kursi roda' },
    ])
      expect(told(await make({ ...wish, ...other })), JSON.stringify(other)).toEqual([400, 'key-reused']);
  }
  expect(hub.state.calendar.bookings.all.size).toBe(2);
});

test('guesses at one short code are slowed together, however its signs are written', async () => {
  let now = 0;
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const { send } = await startBooking({ guesses: createGuesses({ now: () => now, sleep }) });
  for (const code of ['0110AA', 'OIIOAA', 'olloaa', '0LI-0AA', '01 10 AA', 'o1loaA'])
    await send('POST /bookings/find', { json: { code, birthDate: '1981-03-27' } });
  expect(waits).toEqual([1000]);
});

test('without an account one booking is changed ten times a minute, and another one still is', async () => {
  const { book, send, token } = await startBooking();
  const [{ code }, other] = [(await book()).json, (await book()).json];
  const move = (name: unknown, as?: string) =>
    send(`PATCH /bookings/${name}`, { json: { date: friday }, ...(as === undefined ? {} : { as }) });
  for (let times = 0; times < 10; times += 1) expect((await move(code)).status).toBe(200);
  const limited = await move(code);
  expect(told(limited)).toEqual([429, 'too-many-requests']);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(told(await send(`DELETE /bookings/${code}`))).toEqual([429, 'too-many-requests']);
  expect((await move(other.code)).status).toBe(200);
  expect((await move(code, await token('supervisor'))).status).toBe(200);
});

test('BK10 one code takes no more of the horizon than two dates', async () => {
  const { book, send } = await startBooking();
  const { code } = (await book()).json;
  await send(`PATCH /bookings/${code}`, { json: { date: '2026-11-30' } });
  const onward = await send(`PATCH /bookings/${code}`, { json: { date: '2026-12-01' } });
  expect(told(onward)).toEqual([409, 'too-soon']);
  expect(onward.json.availableAt).toBe('2026-11-25T23:10:00.000Z');
});
