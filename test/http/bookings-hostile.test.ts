/** Bookings over HTTP with input that nobody means well: it is refused, and nothing of it is said again or kept. */
import { expect, test } from 'vitest';
import { friday, siti, startBooking, wish } from './booking-stage.ts';
import { told } from './stage.ts';

test.each([
  ['no people', { service: 'passport', date: friday }],
  ['a name without a birth date', { service: 'passport', date: friday, name: 'Siti' }],
  ['both ways of naming', { ...wish, people: [siti] }],
  ['nobody', { service: 'passport', date: friday, people: [] }],
  ['a name of two lines', { ...wish, name: 'Siti\nAminah' }],
  ['a name with an end of line', { ...wish, name: 'Siti\u2028Aminah' }],
  ['a name of two paragraphs', { ...wish, name: 'Siti\u2029Aminah' }],
  ['half a sign', { ...wish, name: 'Siti \ud83d' }],
  ['a name that turns the text', { ...wish, name: 'Siti \u202eAminah' }],
  ['a name that keeps the text apart', { ...wish, name: 'Siti \u2067Aminah' }],
  ['a name that nobody sees', { ...wish, name: '\u200b\u3164\u2800' }],
  [
    'another one that nobody sees',
    { service: 'passport', date: friday, people: [{ ...siti, name: '\u2060' }] },
  ],
  ['somebody who is not born', { ...wish, birthDate: '2026-11-28' }],
  [
    'one of several who is not born',
    { service: 'passport', date: friday, people: [siti, { ...siti, birthDate: '2026-11-28' }] },
  ],
  ['somebody of 131 years', { ...wish, birthDate: '1896-11-26' }],
  ['no date', { ...wish, date: '2026-02-30' }],
  ['a slot that is no instant', { ...wish, slot: '08:30' }],
  ['no telephone number', { ...wish, phone: 'call me' }],
  ['an unknown key', { ...wish, nik: '6371012703810001' }],
  ['a crowd', { service: 'passport', date: friday, people: Array(101).fill(siti) }],
  ['long details', { ...wish, details: 'x'.repeat(201) }],
  ['a list', [wish]],
])('hostile: %s is malformed, and what was sent is not said again', async (_what, json) => {
  const { book, hub } = await startBooking();
  const answer = await book(json);
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.text).not.toMatch(/Siti|6371|1981/);
  expect(hub.state.calendar.bookings.all.size).toBe(0);
});

test.each(['%00', '..%2F..', '__proto__', 'x'.repeat(500), '%F0%9F%98%80', '{}'])(
  'hostile: a code like %s is nobody’s',
  async (name) => {
    const { send } = await startBooking();
    const headers = { 'birth-date': '1981-03-27' };
    expect(told(await send(`GET /bookings/${name}`, { headers }))).toEqual([404, 'unknown-booking']);
    expect(told(await send(`DELETE /bookings/${name}`))).toEqual([404, 'unknown-booking']);
  },
);

test('hostile: nothing personal is logged or kept beside the personal parts', async () => {
  const lines: string[] = [];
  const note = (...said: unknown[]) => void lines.push(JSON.stringify(said));
  const log = { info: note, warn: note, error: note } as const;
  const stored: string[] = [];
  const { book, send } = await startBooking({
    log: log as never,
    wrapJournal: (journal) => ({
      ...journal,
      async append(append) {
        stored.push(JSON.stringify(append.answers));
        await journal.append(append);
      },
    }),
  });
  const { code } = (await book({ ...wish, phone: '08123456789' }, { key: 'k1' })).json;
  await send(`GET /bookings/${code}`);
  await book({ ...wish, people: 'Siti Aminah' }, { key: 'k2' });
  expect(`${lines.join('')}${stored.join('')}`).not.toMatch(/Siti|1981|8123/);
  expect(stored.join('')).toContain(String(code));
});

test.each(['Siti Aminah', 'U Ñ', "Nur'aini binti Ḥasan", '李', 'नेहा', 'محمد', 'Zoë 𠮷'])(
  'a name like %s is nobody’s mistake, nor is the oldest or the youngest age',
  async (name) => {
    const { book } = await startBooking();
    for (const birthDate of ['2026-11-27', '1896-11-27'])
      expect((await book({ ...wish, name, birthDate })).status, birthDate).toBe(201);
  },
);
