/** Figures over HTTP: of a date or of dates, in the form that is asked for, with small cells hidden from outside. */
import { expect, test } from 'vitest';
import type { HttpParts } from '../../server/adapters/http/parts.ts';
import { writePaperInThread } from '../../server/adapters/report-papers/in-thread.ts';
import { example } from '../figures/papers/example.ts';
import { readPdf } from '../figures/papers/pdf-text.ts';
import { type Options, type Stage, startStage, told } from './stage.ts';

/** Sunday, 22 November 2026, 17:05 in Makassar. */
const at = Date.parse('2026-11-22T09:05:00Z');
const clocks = { wall: () => at, monotonic: () => at };

async function startThen(options: Options = {}) {
  const stage = await startStage({ clocks, ...options });
  const as = await stage.token('supervisor');
  const get = (path: string, accept?: string, who = as) =>
    stage.send(`GET /reports${path}`, { as: who, ...(accept === undefined ? {} : { headers: { accept } }) });
  return { ...stage, as, get };
}

async function takeTwo({ token, take }: Stage): Promise<void> {
  const kiosk = await token('kiosk');
  await take(kiosk);
  await take(kiosk);
}

/** What is asked of the figures; they answer with the example. */
function asked(): { wanted: object[]; reports: HttpParts['reports'] } {
  const wanted: object[] = [];
  const reports = {
    async report(range: Parameters<HttpParts['reports']['report']>[0]) {
      wanted.push(range);
      return { ...example, outside: range.outside };
    },
  };
  return { wanted, reports };
}

test('the day that goes on is counted as it stands, and JSON is what comes without a wish', async () => {
  const stage = await startThen();
  await takeTwo(stage);
  const { status, headers, json } = await stage.get('/2026-11-22');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('vary')).toMatch(/\bAccept\b/);
  expect(json).toMatchObject({
    office: { id: 'uji', name: 'Kantor Uji' },
    at: '2026-11-22T09:05:00.000Z',
    range: { from: '2026-11-22', to: '2026-11-22', days: 1 },
    before: { from: '2026-11-21', to: '2026-11-21', days: 0 },
  });
  const [totals] = json.sections as { columns: { id: string }[]; rows: { figures: object[] }[] }[];
  expect(totals?.columns[0]).toMatchObject({ id: 'issued' });
  expect(totals?.rows[0]?.figures[0]).toEqual({ now: 2, before: 0, yearBefore: 0 });
});

test('the same figures as a table, as a page to sign and as a text to paste', async () => {
  const stage = await startThen();
  await takeTwo(stage);
  const csv = await stage.get('/2026-11-22', 'text/csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.text).toContain('\r\nJumlah keseluruhan;;;Diberikan;jumlah;2;0;2;;0;2;\r\n');
  const text = await stage.get('/2026-11-22', 'text/plain');
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text.text).toContain('\nNomor diberikan: 2\n');
  const pdf = await fetch(`${stage.origin}/api/v1/reports/2026-11-22?as=pdf`, {
    headers: { authorization: `Bearer ${stage.as}` },
  });
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await pdf.arrayBuffer());
  expect(Number(pdf.headers.get('content-length'))).toBe(bytes.length);
  const { texts } = readPdf(bytes);
  expect(texts[0]).toBe('Kantor Uji');
  expect(texts[texts.indexOf('Nomor diberikan') + 1]).toBe('2');
});

test.each([
  ['application/json', 'application/json'],
  ['*/*', 'application/json'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
  ['application/pdf;q=0.5, text/csv', 'text/csv; charset=utf-8'],
  ['text/*', 'text/csv; charset=utf-8'],
])('who accepts %s gets %s', async (accept, type) => {
  const { get } = await startThen(asked());
  const { status, headers } = await get('/2026-11-22', accept);
  expect([status, headers.get('content-type')]).toEqual([200, type]);
});

test.each([
  ['as=csv', 'attachment; filename="loket-contoh-2026-11-22.csv"'],
  ['as=pdf', 'attachment; filename="loket-contoh-2026-11-22.pdf"'],
  ['as=text', 'inline; filename="loket-contoh-2026-11-22.txt"'],
  ['as=json', 'inline; filename="loket-contoh-2026-11-22.json"'],
  ['as=csv&outside=1', 'attachment; filename="loket-contoh-2026-11-22-outside.csv"'],
])('a link says what is wanted, whatever is accepted: %s is %s', async (query, disposition) => {
  const { get } = await startThen(asked());
  const { headers } = await get(`/2026-11-22?${query}`, 'image/png');
  expect(headers.get('content-disposition')).toBe(disposition);
});

test('what is of several dates, or of a rehearsal, is named so', async () => {
  const range = { from: '2026-11-01', to: '2026-11-22', days: 18 };
  const { get } = await startThen({
    reports: { report: async () => ({ ...example, range, rehearsal: true }) },
  });
  const { headers } = await get('?from=2026-11-01&to=2026-11-22&as=csv');
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="loket-contoh-2026-11-01_2026-11-22-rehearsal.csv"',
  );
});

test('nothing that is accepted can be given: 406', async () => {
  const { wanted, reports } = asked();
  const { get } = await startThen({ reports });
  expect(told(await get('/2026-11-22', 'image/png'))).toEqual([406, 'not-acceptable']);
  expect(wanted).toEqual([]);
});

test.each([
  [['id', 'en'], '', 'Kantor'],
  [['en', 'id'], '', 'Office'],
  [['jv', 'en'], '', 'Office'],
  [['jv'], '', 'Kantor'],
  [['id', 'en'], '&lang=en', 'Office'],
])('an office of %j asked with "%s" is written with %s', async (languages, query, word) => {
  const office = { ...example.office, languages };
  const { get } = await startThen({ reports: { report: async () => ({ ...example, office }) } });
  expect((await get(`/2026-11-22?as=csv${query}`)).text.split('\r\n')[1]).toContain(`;${word};`);
});

test('from another system small cells are hidden, whatever it asks for; for the supervisor where it is asked', async () => {
  const { wanted, reports } = asked();
  const { get, token } = await startThen({ reports });
  const other = await token('integration');
  await get('/2026-11-22');
  await get('/2026-11-22?outside=0');
  await get('/2026-11-22?outside=1');
  await get('/2026-11-22', undefined, other);
  await get('?from=2026-11-01&to=2026-11-22&outside=0', undefined, other);
  const day = { from: '2026-11-22', to: '2026-11-22' };
  expect(wanted).toEqual([
    { ...day, outside: false },
    { ...day, outside: false },
    { ...day, outside: true },
    { ...day, outside: true },
    { from: '2026-11-01', to: '2026-11-22', outside: true },
  ]);
});

test.each([
  ['/22-11-2026', 'date', 'expected a date such as 2026-11-26'],
  ['/2026-02-30', 'date', 'expected a date such as 2026-11-26'],
  ['/1999-12-31', 'date', 'expected a date from 2000-01-01 on'],
  ['/2026-11-23', 'date', 'expected a date not after today, 2026-11-22'],
  ['?from=2026-11-22&to=2026-11-23', 'to', 'expected a date not after today, 2026-11-22'],
  ['?from=2026-11-22&to=2026-11-21', 'from', 'expected a date not after `to`'],
  ['?from=2016-10-05&to=2026-11-22', 'to', 'expected at most 3700 dates, not 3701'],
  ['?from=1999-12-31&to=2000-01-02', 'from', 'expected a date from 2000-01-01 on'],
])('%s is malformed at %s: %s', async (path, field, message) => {
  const { get } = await startThen(asked());
  const answer = await get(path);
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.json.fields).toEqual([{ path: field, message }]);
});

test.each([
  ['?from=2026-11-22', 'to'],
  ['', 'from'],
  ['?from=2026-11-1&to=2026-11-22', 'from'],
  ['/2026-11-22?as=xls', 'as'],
  ['/2026-11-22?lang=jv', 'lang'],
  ['/2026-11-22?outside=yes', 'outside'],
  ['/2026-11-22?to=2026-11-22', 'to'],
])('what is asked for otherwise is malformed: %s', async (path, field) => {
  const { get } = await startThen(asked());
  const answer = await get(path);
  expect(told(answer)).toEqual([400, 'malformed']);
  expect((answer.json.fields as { path: string }[])[0]?.path).toBe(field);
});

test('the longest time that can be asked for, and the office’s own date while it is still yesterday in UTC', async () => {
  const { wanted, reports } = asked();
  const early = Date.parse('2026-11-22T17:00:00Z');
  const { get } = await startThen({ reports, clocks: { wall: () => early, monotonic: () => early } });
  expect((await get('?from=2016-10-07&to=2026-11-23')).status).toBe(200);
  expect((await get('/2026-11-24')).status).toBe(400);
  expect(wanted).toEqual([{ from: '2016-10-07', to: '2026-11-23', outside: false }]);
});

test('presses are answered while a paper of ten years is written', async () => {
  const days = example.sections
    .filter(({ id }) => id === 'days')
    .map((section) => {
      const [row] = section.rows;
      const dates = Array.from({ length: 3700 }, (_, day) => `${2010 + (day % 16)}-01-01`);
      return { ...section, rows: row ? dates.map((date) => ({ ...row, keys: [date] })) : [] };
    });
  const pressed = Promise.withResolvers<void>();
  const { get, token, take } = await startThen({
    reports: { report: async () => ({ ...example, sections: days }) },
    async writePaper(report, wanted) {
      const paper = writePaperInThread(report, wanted);
      await pressed.promise;
      return paper;
    },
  });
  const paper = get('/2026-11-22?as=csv');
  expect((await take(await token('kiosk'))).number).toBe('A-001');
  pressed.resolve();
  // Heads, seven lines about the report, eight columns of each date and two more lengths of it in minutes.
  expect((await paper).text.trimEnd().split('\r\n')).toHaveLength(1 + 7 + 3700 * (8 + 2));
});
