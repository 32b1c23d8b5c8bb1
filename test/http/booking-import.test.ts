/** Lists of bookings over HTTP: as other systems export them, in every way in which they can be taken in. */
import { expect, test } from 'vitest';
import { importSteps } from '../../server/adapters/http/import-steps.ts';
import type { ImportAnswer } from '../../server/contract/http-bookings.ts';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Sent, startStage, told } from './stage.ts';

const header = 'Nomor Permohonan;Nama;Tanggal Lahir;No HP;Layanan;Tanggal Kedatangan;Jam';
const row = (n: number, date = '01/12/2026', time = '08:45') =>
  `MP-${n};Nama ${n};01/05/1990;0812345${10_000 + n};Paspor;${date};${time}`;
const list = (...rows: string[]): string => [header, ...rows].join('\r\n');
const numbered = (count: number, from = 1) => Array.from({ length: count }, (_, n) => row(from + n));

/** Bookings of half an hour; ten people a day. */
const booking = `booking: { service: passport, slot: PT30M }
quotas: [ { id: day, services: [passport], lanes: [regular, priority], perDay: 10 } ]
`;
const unlimited = 'booking: { service: passport, slot: PT30M }\n';

/** Thursday, the 26th of November, 08:00 in Makassar. */
async function startOffice(more = booking) {
  const start = performance.now();
  const clocks = {
    wall: () => Date.parse('2026-11-26T00:00:00Z') + performance.now() - start,
    monotonic: () => performance.now(),
  };
  const stage = await startStage({ clocks });
  const text = officeText + more;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(text), source: text });
  const as = await stage.token('supervisor');
  const imports = (body: string | Uint8Array<ArrayBuffer>, query = '', sent: Sent = {}) =>
    stage.send(`POST /bookings/import${query}`, {
      as,
      body,
      ...sent,
      headers: { 'content-type': 'text/csv', ...sent.headers },
    });
  return { ...stage, as, imports, bookings: () => [...stage.hub.state.calendar.bookings.all.values()] };
}

const sums = ({ lines: _, ...rest }: Record<string, unknown>) => rest;
const none = { accepted: 0, moved: 0, unchanged: 0, matched: 0, refused: 0, dryRun: false, withdrawn: false };

test('a list in Windows-1252 with semicolons is taken in, and each line is answered', async () => {
  const { imports, bookings } = await startOffice();
  const text = list(row(1).replace('Nama 1', 'Zoë'), row(2), 'MP-3;;01/05/1990;;Paspor;01/12/2026;08:45');
  const { status, json } = await imports(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  expect([status, sums(json)]).toEqual([200, { ...none, accepted: 2, refused: 1 }]);
  expect(json.lines).toEqual([
    { line: 2, result: 'accepted' },
    { line: 3, result: 'accepted' },
    {
      line: 4,
      result: 'refused',
      code: 'malformed',
      column: 'name',
      message: 'expected a name of 1 to 200 characters without line breaks, found nothing',
    },
  ]);
  expect(bookings().map(({ personal, date, slot }) => [personal?.people[0]?.name, date, slot])).toEqual([
    ['Zoë', '2026-12-01', Date.parse('2026-12-01T00:30:00Z')],
    ['Nama 2', '2026-12-01', Date.parse('2026-12-01T00:30:00Z')],
  ]);
});

test('the same list again makes no doubles; what has another time by now is moved', async () => {
  const { imports, bookings } = await startOffice();
  await imports(list(...numbered(3)));
  expect(sums((await imports(list(...numbered(3)))).json)).toEqual({ ...none, unchanged: 3 });
  const changed = list(row(1), row(2, '02/12/2026'), row(3, '01/12/2026', '10:00'), row(4));
  expect(sums((await imports(changed)).json)).toEqual({ ...none, accepted: 1, moved: 2, unchanged: 1 });
  expect(bookings()).toHaveLength(4);
});

test('a full day refuses the rest, and says which day has room; all or nothing takes none', async () => {
  const { imports, bookings } = await startOffice();
  const withdrawn = await imports(list(...numbered(11)), '?atomic=1');
  expect(sums(withdrawn.json)).toEqual({ ...none, accepted: 10, refused: 1, withdrawn: true });
  expect(bookings()).toEqual([]);
  const { json } = await imports(list(...numbered(11)));
  expect(sums(json)).toEqual({ ...none, accepted: 10, refused: 1 });
  expect((json as unknown as ImportAnswer).lines.at(-1)).toEqual({
    line: 12,
    result: 'refused',
    code: 'quota-full',
    nextDay: '2026-12-02',
  });
  expect(bookings()).toHaveLength(10);
});

test('all or nothing: a line that cannot be read is a refusal too', async () => {
  const { imports, bookings } = await startOffice();
  const { json } = await imports(list(row(1), row(2, '31/02/2026')), '?atomic=1');
  expect(sums(json)).toEqual({ ...none, accepted: 1, refused: 1, withdrawn: true });
  expect(bookings()).toEqual([]);
  expect(sums((await imports(list(row(1), row(2)), '?atomic=1')).json)).toEqual({ ...none, accepted: 2 });
});

test('a dry run answers like the import and changes nothing', async () => {
  const { imports, bookings, hub } = await startOffice();
  const { json } = await imports(list(...numbered(150)), '?dry=1');
  expect(sums(json)).toEqual({ ...none, accepted: 10, refused: 140, dryRun: true });
  expect(bookings()).toEqual([]);
  const both = await imports(list(...numbered(11)), '?dry=1&atomic=1');
  expect(sums(both.json)).toEqual({ ...none, accepted: 10, refused: 1, dryRun: true, withdrawn: true });
  expect(hub.state.calendar.bookings.all.size).toBe(0);
});

test('an office that overbooks, with columns of its own', async () => {
  const own = 'bookingList: { overbook: true, columns: { reference: Antrian, date: Datang } }\n';
  const { imports, bookings } = await startOffice(booking + own);
  const rows = Array.from({ length: 12 }, (_, n) => `Q${n},Nama ${n},2026-12-01`);
  const { json } = await imports(['Antrian,Nama,Datang', ...rows].join('\n'));
  expect(sums(json)).toEqual({ ...none, accepted: 12 });
  expect(bookings()[11]?.personal?.reference).toBe('Q11');
});

test('who came with the number on paper before the list is that booking', async () => {
  const { imports, send, as, hub } = await startOffice();
  const kiosk = { as, json: { service: 'passport', proof: 'mp 7' } };
  expect((await send('POST /tickets', kiosk)).json.number).toBe('A-001');
  const { json } = await imports(list(row(7, '26/11/2026', '08:30'), row(8)));
  expect(sums(json)).toEqual({ ...none, accepted: 1, matched: 1 });
  expect([...hub.state.day.visits.values()]).toMatchObject([{ proof: null, takesPlace: false }]);
});

/** The lines as they come, while `onFirst` is done after the first of them. */
async function readLines(response: Response, onFirst: () => Promise<void>): Promise<object[]> {
  const lines: object[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    rest += decoder.decode(part, { stream: true });
    const [last = '', ...whole] = rest.split('\n').reverse();
    rest = last;
    if (lines.length === 0 && whole.length > 0) await onFirst();
    lines.push(...whole.reverse().map((each) => JSON.parse(each)));
  }
  return lines;
}

test('of three thousand lines the progress is told, and who presses meanwhile gets an answer', async () => {
  const { origin, as, send, take, bookings } = await startOffice(unlimited);
  await send('POST /counters/1/open', { as });
  const { number } = await take(as);
  const response = await fetch(`${origin}/api/v1/bookings/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'text/csv',
      accept: 'application/x-ndjson',
    },
    body: list(...numbered(3000)),
  });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  let made = 0;
  const lines = await readLines(response, async () => {
    expect((await send('POST /counters/1/next', { as })).json).toEqual({ counter: 1, ticket: number });
    made = bookings().length;
  });
  expect(made).toBeLessThan(3000);
  const steps = lines.slice(0, -1) as { done: number; of: number }[];
  expect(steps[0]).toEqual({ done: 20, of: 3000 });
  expect(steps.at(-1)).toEqual({ done: 3000, of: 3000 });
  const parts = steps.map(({ done }, n) => done - (steps[n - 1]?.done ?? 0));
  expect(parts.every((part) => part > 0 && part <= 100)).toBe(true);
  expect(sums(lines.at(-1) as Record<string, unknown>)).toEqual({ ...none, accepted: 3000 });
  expect(bookings()).toHaveLength(3000);
});

test('when nobody waits for the answer any more, no further part is taken in', async () => {
  const { hub, bookings } = await startOffice(unlimited);
  const lines = Array.from({ length: 500 }, (_, n) => ({
    ...{ line: n + 2, reference: `MP-${n}`, service: null, lane: null, date: '2026-12-01', time: 600 },
    ...{ people: [{ name: `Nama ${n}`, birthDate: null }], phone: null },
  }));
  const asked = { atomic: false, dryRun: false, overbook: false, from: { account: 'test' } };
  const read = { ok: true, lines, mistakes: [] } as const;
  const steps: object[] = [];
  const isGone = () => steps.length === 2;
  for await (const step of importSteps({ hub }, read, { ...asked, isGone })) steps.push(step);
  expect(steps).toMatchObject([{ done: 20 }, { of: 500 }]);
  const [, last] = steps as { done: number }[];
  expect(last?.done).toBeLessThanOrEqual(60);
  expect(bookings()).toHaveLength(last?.done ?? 0);
});

test('a part that cannot be recorded ends the import; what was taken in before stays', async () => {
  const { hub, bookings } = await startOffice(unlimited);
  let parts = 0;
  const failing: typeof hub = {
    ...hub,
    state: hub.state,
    submit: (command, from) => {
      parts += 1;
      return parts > 1
        ? Promise.resolve({ ok: false, refusal: { code: 'storage' } })
        : hub.submit(command, from);
    },
  };
  const lines = Array.from({ length: 150 }, (_, n) => ({
    ...{ line: n + 2, reference: `MP-${n}`, service: null, lane: null, date: '2026-12-01', time: 600 },
    ...{ people: [{ name: `Nama ${n}`, birthDate: null }], phone: null },
  }));
  const asked = {
    atomic: false,
    dryRun: false,
    overbook: false,
    from: { account: 'test' },
    isGone: () => false,
  };
  const steps: object[] = [];
  for await (const step of importSteps({ hub: failing }, { ok: true, lines, mistakes: [] }, asked))
    steps.push(step);
  expect(steps).toMatchObject([{ done: 20 }, { status: 503, code: 'storage' }]);
  expect(bookings()).toHaveLength(20);
});

test('a list without the columns is refused with what was looked for and what was found', async () => {
  const { imports } = await startOffice();
  const answer = await imports('No;Pemohon\r\n1;Ayu\r\n');
  expect(told(answer)).toEqual([400, 'malformed']);
  const [field] = answer.json.fields as { path: string; message: string }[];
  expect(field?.path).toBe('columns');
  expect(field?.message).toMatch(
    /expected a column for name \(.*nama.*\).*found the columns "No", "Pemohon"/,
  );
});

test('an empty list, a workbook, another type and an unknown word are refused', async () => {
  const { imports } = await startOffice();
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0));
  expect(told(await imports(''))).toEqual([400, 'malformed']);
  expect(told(await imports(zip))).toEqual([400, 'malformed']);
  expect(told(await imports(list(row(1)), '?atomic=yes'))).toEqual([400, 'malformed']);
  expect(told(await imports(list(row(1)), '?fast=1'))).toEqual([400, 'malformed']);
  const json = { headers: { 'content-type': 'application/json' } };
  expect(told(await imports(list(row(1)), '', json))).toEqual([400, 'malformed']);
  const packed = { headers: { 'content-encoding': 'gzip' } };
  expect(told(await imports(list(row(1)), '', packed))).toEqual([400, 'malformed']);
  const raw = { headers: { 'content-type': 'application/octet-stream' } };
  expect((await imports(list(row(1)), '', raw)).json.accepted).toBe(1);
});

test('a file of 8 MB is read, a larger one is not', async () => {
  const { imports } = await startOffice(unlimited);
  const filled = (size: number) => {
    const text = list(row(1));
    return `${text}\r\n${' '.repeat(size - text.length - 2)}`;
  };
  expect((await imports(filled(8 * 1024 * 1024))).json.accepted).toBe(1);
  expect(told(await imports(filled(8 * 1024 * 1024 + 1)))).toEqual([413, 'too-large']);
});

test.each([
  ['no text at all', Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)],
  ['a quote that is not closed', new TextEncoder().encode(`${header}\r\n"${'x'.repeat(200_000)}`)],
  ['a formula and a script', new TextEncoder().encode(list('=1+1;<script>;01/05/1990;;;01/12/2026;08:45'))],
  [
    'a header of ten thousand columns',
    new TextEncoder().encode(`${'a;'.repeat(10_000)}\r\n${'1;'.repeat(10_000)}`),
  ],
])('%s does no harm', async (_what, bytes) => {
  const { imports, send, as, hub } = await startOffice();
  const { status } = await imports(bytes);
  expect([200, 400]).toContain(status);
  expect(hub.state.calendar.bookings.all.size).toBeLessThanOrEqual(1);
  expect((await send('GET /board', { as })).status).toBe(200);
});

/** All or nothing of so many lines, while somebody else has booked after it was tried and before it is taken in. */
async function atomicWhile(
  meanwhile: (hub: Awaited<ReturnType<typeof startOffice>>['hub']) => Promise<void>,
) {
  const { hub, bookings } = await startOffice(
    `${unlimited}quotas: [ { id: day, services: [passport], lanes: [regular, priority], perDay: 300 } ]\n`,
  );
  const lines = Array.from({ length: 300 }, (_, n) => ({
    ...{ line: n + 2, reference: `MP-${n}`, service: null, lane: null, date: '2026-12-01', time: 600 },
    ...{ people: [{ name: `Nama ${n}`, birthDate: null }], phone: null },
  }));
  const asked = { atomic: true, dryRun: false, overbook: false, from: { account: 'test' } };
  const steps: object[] = [];
  for await (const step of importSteps(
    { hub },
    { ok: true, lines, mistakes: [] },
    { ...asked, isGone: () => false },
  )) {
    steps.push(step);
    if (steps.length === 1) await meanwhile(hub);
  }
  return { answer: sums(steps.at(-1) as Record<string, unknown>), bookings: bookings() };
}

test('IM7 what was tried and would do is all taken in, in one commit', async () => {
  const { answer, bookings } = await atomicWhile(async () => {});
  expect(answer).toEqual({ ...none, accepted: 300 });
  expect(bookings).toHaveLength(300);
});

test('IM7 a place that somebody books between the trial and the taking leaves all or nothing at nothing', async () => {
  const { answer, bookings } = await atomicWhile(async (hub) => {
    const lines = [
      {
        ...{ line: 2, reference: 'FIRST', service: null, lane: null, date: '2026-12-01', time: 600 },
        ...{ people: [{ name: 'Ayu', birthDate: null }], phone: null, details: null },
        ...{ id: 'somebody', spoken: 'S000000001' },
      },
    ];
    const how = { atomic: false, overbook: false, dryRun: false, by: 'test' };
    await hub.submit({ type: 'ImportBookings', lines, ...how }, { account: 'test' });
  });
  expect(answer).toEqual({ ...none, accepted: 299, refused: 1, withdrawn: true });
  expect(bookings.map(({ code }) => code)).toEqual(['somebody']);
});

test('more than a thousand lines at once are too many for all or nothing, and it is said how many may be', async () => {
  const { imports, bookings } = await startOffice(unlimited);
  const rows = Array.from({ length: 1001 }, (_, n) => `A${n};2026-12-01`);
  const answer = await imports(['nama;tanggal', ...rows].join('\n'), '?atomic=1');
  expect(told(answer)).toEqual([413, 'too-large']);
  expect(answer.json.most).toBe(1000);
  expect(bookings()).toEqual([]);
});
