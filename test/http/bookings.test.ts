/** Bookings over HTTP: by integrations, kiosks, desks and phones; who may see what, and who is told nothing. */
import { expect, test } from 'vitest';
import { createGuesses } from '../../server/access/guesses.ts';
import { friday, siti, startBooking, wish } from './booking-stage.ts';
import { told } from './stage.ts';

test('BK9 a booking is made, and seen by its code by anyone, without a word of who it is', async () => {
  const { book, send } = await startBooking();
  const made = await book({ ...wish, slot: '2026-11-27T08:30:00+08:00', phone: '0812 3456 789' });
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({
    date: friday,
    slot: '2026-11-27T00:30:00.000Z',
    state: 'live',
    url: `https://antrean.example/b/${made.json.code}`,
  });
  const seen = await send(`GET /bookings/${made.json.code}`);
  expect(seen.json).toEqual(made.json);
  expect(`${made.text}${seen.text}`).not.toMatch(/Siti|1981|812/);
  expect(told(await book({ ...wish, phone: '+62 812 3456 789' }))).toEqual([409, 'one-booking-only']);
  expect((await book({ service: 'passport', date: friday, people: [siti] })).status).toBe(201);
});

test('RE3 a booking that is sent again counts once', async () => {
  const { book, hub } = await startBooking();
  const [first, again] = [await book(wish, { key: 'k1' }), await book(wish, { key: 'k1' })];
  expect(again.json).toEqual(first.json);
  expect(hub.state.calendar.bookings.all.size).toBe(1);
  expect(told(await book({ ...wish, date: '2026-11-30' }, { key: 'k1' }))).toEqual([400, 'key-reused']);
});

test('by a short code only for the stations of the office, or with a birth date of the booking', async () => {
  const { book, send, token, as } = await startBooking();
  const { json } = await book();
  const path = `/bookings/${json.shortCode}`;
  const unknown = [404, 'unknown-booking'];
  expect(told(await send(`GET ${path}`))).toEqual(unknown);
  expect(told(await send(`GET ${path}`, { as }))).toEqual(unknown);
  expect(told(await send(`GET ${path}?birthDate=1981-03-28`))).toEqual(unknown);
  expect(told(await send(`GET /bookings/ZZZZZZ?birthDate=1981-03-27`))).toEqual(unknown);
  expect((await send(`GET ${path}?birthDate=1981-03-27`)).json).toEqual(json);
  expect((await send(`GET ${path}`, { headers: { 'birth-date': '1981-03-27' } })).json).toEqual(json);
  const find = (birthDate: string) =>
    send('POST /bookings/find', { json: { code: json.shortCode, birthDate } });
  expect((await find('1981-03-27')).json).toEqual(json);
  expect(told(await find('1981-03-28'))).toEqual(unknown);
  for (const role of ['kiosk', 'door', 'supervisor'] as const)
    expect((await send(`GET ${path}`, { as: await token(role) })).json).toEqual(json);
  expect(told(await send(`GET ${path}`, { as: await token('display') }))).toEqual(unknown);
});

test('guesses at birth dates are slowed, and one who knows it is still let in', async () => {
  let now = 0;
  const waits: number[] = [];
  const sleep = async (ms: number) => {
    waits.push(ms);
    now += ms;
  };
  const { book, send } = await startBooking({ guesses: createGuesses({ now: () => now, sleep }) });
  const { json } = await book();
  for (let day = 10; day < 20; day += 1)
    await send('POST /bookings/find', { json: { code: json.shortCode, birthDate: `1981-03-${day}` } });
  expect(waits).toEqual([1000, 2000, 4000, 8000, 15000]);
  const right = await send('POST /bookings/find', {
    json: { code: json.shortCode, birthDate: '1981-03-27' },
  });
  expect(right.status).toBe(200);
});

test('BK10 BK11 moved and cancelled by code, or by short code and birth date', async () => {
  const { book, send } = await startBooking();
  const { code, shortCode } = (await book()).json;
  const slot = '2026-11-30T01:00:00.000Z';
  const moved = await send(`PATCH /bookings/${code}`, { json: { date: '2026-11-30', slot } });
  expect(moved).toMatchObject({ status: 200, json: { date: '2026-11-30', slot } });
  const far = await send(`PATCH /bookings/${code}`, { json: { date: '2027-11-30' } });
  expect(told(far)).toEqual([409, 'outside-horizon']);
  expect(far.json).toMatchObject({ from: '2026-11-26', until: '2026-12-10' });
  const without = await send(`DELETE /bookings/${shortCode}`);
  expect(told(without)).toEqual([404, 'unknown-booking']);
  const gone = await send(`DELETE /bookings/${shortCode}`, { json: { birthDate: '1981-03-27' } });
  expect(gone).toMatchObject({ status: 200, json: { state: 'cancelled' } });
  expect((await send(`DELETE /bookings/${code}`)).json).toMatchObject({ state: 'cancelled' });
  expect(told(await send(`PATCH /bookings/${code}`, { json: { date: friday } }))).toEqual([
    409,
    'booking-cancelled',
  ]);
});

test('BK14 a kiosk checks it in by its short code', async () => {
  const { book, send, token, later } = await startBooking();
  const { shortCode, code } = (await book()).json;
  later(24 * 60);
  const as = await token('kiosk');
  const ticket = await send('POST /tickets', { as, json: { booking: String(shortCode).toLowerCase() } });
  expect(ticket).toMatchObject({ status: 201, json: { number: 'A-001', service: 'passport' } });
  expect((await send(`GET /bookings/${code}`)).json).toMatchObject({ state: 'used', ticket: 'A-001' });
  const again = await send('POST /tickets', { as, json: { booking: code } });
  expect(told(again)).toEqual([409, 'booking-used']);
});

test('WL1 on the waiting list, where it is asked for', async () => {
  const { book } = await startBooking();
  for (let index = 0; index < 3; index += 1) await book();
  const full = await book();
  expect(told(full)).toEqual([409, 'quota-full']);
  expect(full.json.nextDay).toBe('2026-11-28');
  const waits = await book({ ...wish, orWait: true });
  expect(waits).toMatchObject({
    status: 201,
    json: { state: 'waiting', slot: null, waiting: { place: 1, until: friday } },
  });
});

test('BK18 the supervisor sees the list of a date, and names only by looking, which is recorded', async () => {
  const { book, send, token, hub } = await startBooking();
  const kept = { ...wish, details: { catatan: 'kursi roda' }, phone: '08123456789' };
  const { code, shortCode } = (await book(kept)).json;
  const as = await token('supervisor');
  const list = await send(`GET /bookings?date=${friday}`, { as });
  expect(list.json).toMatchObject({ date: friday, bookings: [{ code, source: 'integration' }], waiting: [] });
  expect(list.text).not.toMatch(/Siti|1981|8123/);
  const seen: unknown[] = [];
  hub.onTold(({ events }) => seen.push(...events));
  const people = await send(`POST /bookings/${shortCode}/people`, { as });
  expect(people.json).toEqual({
    code,
    people: [siti],
    phone: '+628123456789',
    details: '{"catatan":"kursi roda"}',
    reference: null,
  });
  expect(seen).toMatchObject([{ type: 'BookingSeen', code, by: `token:${as.split('.')[0]}` }]);
  expect(told(await send('POST /bookings/nobody/people', { as }))).toEqual([404, 'unknown-booking']);
  expect(told(await send('GET /bookings?date=tomorrow', { as }))).toEqual([400, 'malformed']);
});

test('at a desk somebody is helped to book', async () => {
  const { send, token, hub } = await startBooking();
  const as = await token('counter', 1);
  const made = await send('POST /counters/1/bookings', { as, json: wish });
  expect(made.status).toBe(201);
  expect(hub.state.calendar.bookings.all.get(String(made.json.code))?.source).toBe('desk');
  expect(told(await send('POST /counters/3/bookings', { as, json: wish }))).toEqual([403, 'forbidden']);
  const supervisor = await token('supervisor');
  expect(told(await send('POST /counters/9/bookings', { as: supervisor, json: wish }))).toEqual([
    404,
    'unknown-counter',
  ]);
});

test('BK19 anyone may ask what can be booked', async () => {
  const { book, send } = await startBooking();
  await book({ ...wish, slot: '2026-11-27T00:00:00.000Z' });
  const free = await send(`GET /availability?service=passport&from=${friday}&days=2`);
  expect(free.status).toBe(200);
  expect(free.json).toMatchObject([
    { date: friday, free: 2, slots: [{ at: '2026-11-27T00:00:00.000Z', free: 2 }, {}, {}, {}] },
    { date: '2026-11-28', free: 3 },
  ]);
  expect((await send('GET /availability?service=passport')).json).toHaveLength(7);
  expect(told(await send('GET /availability?service=nothing'))).toEqual([409, 'unknown-service']);
  for (const query of [
    '',
    '?service=passport&days=0',
    '?service=passport&days=16',
    '?service=passport&from=x',
  ])
    expect(told(await send(`GET /availability${query}`)), query).toEqual([400, 'malformed']);
});
