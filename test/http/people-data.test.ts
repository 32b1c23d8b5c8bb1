/** People's data over HTTP: found, handed out, erased; and what the trail says of it. */
import { expect, test } from 'vitest';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Stage, startStage, told } from './stage.ts';

const text = `${officeText.replace('00:00-24:00', '08:00-16:00')}
quotas: [{ id: passport, perDay: 40 }]
booking: { service: passport, horizon: P14D, party: 4 }
`;
const siti = { name: 'Siti Aminah', birthDate: '1981-03-27' };
const adi = { name: 'Adi Putra', birthDate: '2014-08-17' };
const wish = { service: 'passport', date: '2026-11-27', phone: '0812-3456-7890' };
const secret = /Siti|Aminah|Adi|Putra|1981|2014-08|12345678/;

/** Thursday, 26 November 2026, 07:30 in Makassar. @param start the wall clock where another time is meant */
async function startOffice(start = '2026-11-26T07:30:00+08:00') {
  let at = Date.parse(start);
  const stage = await startStage({ clocks: { wall: () => at, monotonic: () => at } });
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(text), source: text });
  const as = await stage.token('supervisor');
  const asked = (line: string, json?: object) => stage.send(line, { as, ...(json ? { json } : {}) });
  return {
    ...stage,
    asked,
    async book(people: object[], more: object = {}) {
      const { status, json } = await asked('POST /bookings', { ...wish, people, ...more });
      expect(status).toBe(201);
      return String(json.code);
    },
    later(minutes: number) {
      at += minutes * 60_000;
    },
    list: (...rows: string[]) =>
      stage.send('POST /bookings/import', {
        as,
        body: ['Nomor Permohonan;Nama;Tanggal Lahir;Tanggal Kedatangan;Jam', ...rows].join('\n'),
        headers: { 'content-type': 'text/csv' },
      }),
    trail: () => trail(stage, as),
  };
}

async function trail({ send }: Stage, as: string) {
  const types = 'PersonSought,PersonExported,PersonErased';
  const { json, text } = await send(`GET /audit?stream=calendar&types=${types}`, { as });
  const entries = json.entries as { by: string; event: { type: string } }[];
  return { text, entries: entries.map(({ by, event }) => [event.type, by.split(':')[0]]) };
}

test('PD2 people are found by parts of a name, a telephone number or a code, masked, and the look is recorded', async () => {
  const { asked, book, trail } = await startOffice();
  const family = await book([siti, adi]);
  const other = await book([{ name: 'Siti Rahma', birthDate: '1990-01-02' }], { phone: '0813 9999 1111' });
  const found = async (json: object) => (await asked('POST /people/find', json)).json;
  expect(await found({ name: 'siti am' })).toEqual({
    found: [
      {
        kind: 'booking',
        code: family,
        shortCode: expect.stringMatching(/^[0-9A-Z]{6}$/),
        service: 'passport',
        date: '2026-11-27',
        state: 'live',
        people: 2,
        name: 'S… A…',
        phone: '…7890',
      },
    ],
    more: false,
  });
  const codesOf = async (json: object) =>
    ((await found(json)).found as { code: string }[]).map(({ code }) => code);
  expect(await codesOf({ name: 'SITI' })).toEqual([other, family]);
  expect(await codesOf({ name: 'siti', birthDate: '1990-01-02' })).toEqual([other]);
  expect(await codesOf({ phone: '+62 812 3456 7890' })).toEqual([family]);
  expect(await codesOf({ code: other })).toEqual([other]);
  expect(await codesOf({ name: 'putra' })).toEqual([family]);
  expect(await codesOf({ name: 'Budi' })).toEqual([]);
  const said = await trail();
  expect(said.entries).toHaveLength(7);
  expect(said.entries[0]).toEqual(['PersonSought', 'token']);
  expect(said.text).not.toMatch(secret);
});

test('PD2 too little to look for is refused, and so is a telephone number that is none', async () => {
  const { asked, trail } = await startOffice();
  for (const json of [{}, { birthDate: '1981-03-27' }, { name: 'Si' }, { phone: '12' }, { who: 'Siti' }])
    expect(told(await asked('POST /people/find', json)), JSON.stringify(json)).toEqual([400, 'malformed']);
  expect((await trail()).entries).toEqual([]);
});

test('PD2 of more than fifty the first fifty are shown', async () => {
  const { asked, book } = await startOffice();
  for (let index = 0; index < 51; index += 1)
    await book([siti], { date: index < 40 ? '2026-11-27' : '2026-11-30', slot: undefined, phone: undefined });
  const { json } = await asked('POST /people/find', { name: 'Siti' });
  expect([(json.found as object[]).length, json.more]).toEqual([50, true]);
});

test('PD3 the export holds people, facts, who looked and until when; nothing of others', async () => {
  const { asked, book, later, take, token } = await startOffice('2026-11-27T08:00:00+08:00');
  const code = await book([siti, adi], { slot: '2026-11-27T08:30:00+08:00' });
  const other = await book([{ name: 'Rina Wati', birthDate: '1990-01-02' }], { phone: undefined });
  await asked(`POST /bookings/${code}/people`);
  await asked('POST /people/find', { name: 'Rin' });
  await asked('POST /people/find', { phone: wish.phone });
  later(15);
  const kiosk = await token('kiosk');
  await take(kiosk);
  const { status, json } = await asked(`GET /export/${code}`);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    kind: 'booking',
    code,
    personal: { people: [siti, adi], phone: '+6281234567890', address: null },
    booking: { date: '2026-11-27', people: 2, state: 'live', source: 'supervisor' },
    toCome: true,
    erased: null,
    keptUntil: '2026-12-28',
    visit: null,
  });
  expect((json.happened as { type: string }[]).map(({ type }) => type)).toEqual(['BookingMade']);
  expect((json.seen as { type: string }[]).map(({ type }) => type)).toEqual([
    'BookingSeen',
    'PersonSought',
    'PersonExported',
  ]);
  expect(JSON.stringify(json)).not.toContain(other);
  expect(JSON.stringify(json)).not.toMatch(/Rina/);
});

test('PD3 what happened at the office is in it, and what somebody said of the visit is not (RT4)', async () => {
  const { asked, send, book, later, token } = await startOffice('2026-11-27T08:00:00+08:00');
  const code = await book([siti], { slot: '2026-11-27T08:30:00+08:00' });
  later(20);
  const kiosk = await token('kiosk');
  const json = { booking: code, needs: ['wheelchair'] };
  const ticket = await send('POST /tickets', { as: kiosk, json });
  expect(ticket.status).toBe(201);
  const answer = await asked(`GET /export/${ticket.json.number}`);
  expect(answer.json).toMatchObject({
    kind: 'booking',
    code,
    toCome: false,
    visit: { number: ticket.json.number, date: '2026-11-27', needs: ['wheelchair'], state: 'waiting' },
  });
  const types = (answer.json.happened as { type: string }[]).map(({ type }) => type);
  expect(types).toEqual(['BookingMade', 'BookingUsed', 'TicketTaken']);
  expect(answer.text).not.toMatch(/"hash"|"rating"/);
});

test('PD3 nothing is known under a code that is none', async () => {
  const { asked, trail } = await startOffice();
  expect(told(await asked('GET /export/K3F9QX'))).toEqual([404, 'unknown-person']);
  expect(told(await asked('DELETE /people/K3F9QX', { reason: 'requested' }))).toEqual([
    404,
    'unknown-person',
  ]);
  expect((await trail()).entries).toEqual([]);
});

test('PD4 PD5 erased with a word for the place; no answer says afterwards who it was', async () => {
  const { asked, book, trail } = await startOffice();
  const code = await book([siti, adi]);
  const erase = (json: object) => asked(`DELETE /people/${code}`, json);
  expect(told(await erase({}))).toEqual([400, 'malformed']);
  expect(told(await erase({ reason: 'Siti asked' }))).toEqual([400, 'malformed']);
  expect(told(await erase({ reason: 'requested' }))).toEqual([409, 'confirm']);
  expect((await erase({ reason: 'withdrawn', place: 'keep' })).json).toEqual({ code, cancelled: false });
  expect((await erase({ reason: 'withdrawn', place: 'keep' })).status).toBe(200);
  expect((await trail()).entries.filter(([type]) => type === 'PersonErased')).toHaveLength(1);
  const after = await asked(`GET /export/${code}`);
  expect(after.json).toMatchObject({
    personal: null,
    booking: { state: 'live' },
    erased: { reason: 'withdrawn', by: expect.stringMatching(/^token:/) },
    keptUntil: null,
  });
  const answers = [
    after,
    await asked(`GET /bookings/${code}`),
    await asked(`POST /bookings/${code}/people`),
    await asked('GET /bookings?date=2026-11-27'),
    await asked('GET /audit?stream=calendar'),
    await asked('GET /suspicions'),
    await asked('POST /people/find', { name: 'Siti' }),
  ];
  for (const { text: said } of answers) expect(said).not.toMatch(secret);
});

test('PD4 the same list again does not bring anybody back, by number or by name, and says so; another number is another booking', async () => {
  const { asked, hub, list } = await startOffice();
  const rows = ['MP-1;Siti Aminah;27/03/1981;27/11/2026;08:30', 'MP-2;Rina Wati;02/01/1990;27/11/2026;08:30'];
  expect((await list(...rows)).json).toMatchObject({ accepted: 2 });
  const [code] = hub.state.calendar.bookings.byReference.get('MP1') ?? [];
  await asked(`DELETE /people/${code}`, { reason: 'requested', place: 'cancel' });
  const again = await list('mp 1;Siti Aminah;27/03/1981;27/11/2026;09:30', rows[1] ?? '');
  expect(again.json).toMatchObject({
    lines: [
      { line: 2, result: 'refused', code: 'person-erased' },
      { line: 3, result: 'unchanged' },
    ],
    accepted: 0,
  });
  const names = [...hub.state.calendar.bookings.all.values()].flatMap(
    ({ personal }) => personal?.people ?? [],
  );
  expect(names.map(({ name }) => name)).toEqual(['Rina Wati']);
  const nameless = await list(';Siti Aminah;27/03/1981;27/11/2026;08:30');
  expect(nameless.json).toMatchObject({ lines: [{ line: 2, result: 'refused', code: 'person-erased' }] });
  expect((await list('MP-9;Siti Aminah;27/03/1981;27/11/2026;08:30')).json).toMatchObject({ accepted: 1 });
});

test('PD7 the register tells what is kept, how long and who reads it', async () => {
  const { asked } = await startOffice();
  const { status, json } = await asked('GET /register');
  expect(status).toBe(200);
  const kept = json.kept as { id: string; keep: object; readers: string[] }[];
  expect(kept.find(({ id }) => id === 'bookings')).toMatchObject({
    keep: { until: 'visit', days: 30 },
    readers: ['supervisor'],
  });
  expect(kept.find(({ id }) => id === 'needs')).toMatchObject({ keep: { until: 'midnight' } });
});
