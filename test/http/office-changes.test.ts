/** A change of the office looked at before it is made, made only on what was seen, and found again in the history. */
import { expect, test } from 'vitest';
import { officeText } from './office.ts';
import { type Answer, startStage, told } from './stage.ts';

const yaml = { 'content-type': 'application/yaml' };
const faster = officeText.replace('promise: PT2H', 'promise: PT1H30M');
const promise = {
  path: 'services.passport.promise',
  what: 'changed',
  from: 'PT2H',
  to: 'PT1H30M',
};

async function office() {
  const stage = await startStage();
  const as = await stage.token('supervisor');
  return {
    ...stage,
    as,
    preview: (json: object) => stage.send('POST /office/preview', { as, json }),
    put: (body: string, match?: string) =>
      stage.send('PUT /office', {
        as,
        body,
        headers: match === undefined ? yaml : { ...yaml, 'if-match': match },
      }),
  };
}

test('a preview says what would change, in the file’s own words, and changes nothing', async () => {
  const { preview, hub } = await office();
  const edits = [{ path: ['services', 0, 'promise'], value: 'PT1H30M' }];
  const { status, json } = await preview({ edits });
  expect(status).toBe(200);
  expect(json).toEqual({
    version: expect.stringMatching(/^[\w-]{43}$/),
    source: faster,
    written: expect.objectContaining({ id: 'uji', hours: { 'mon-sun': ['00:00-24:00'] } }),
    changes: [promise],
    mistakes: [],
    strands: [],
  });
  expect((await preview({ source: faster })).json).toEqual(json);
  expect(hub.state.calendar.source).toBe(officeText);
});

test('edits are made in the text that comes with them', async () => {
  const { preview } = await office();
  const edits = [
    { path: ['lanes', 2], value: { id: 'late' } },
    { path: ['lanes', 2], moveTo: 1 },
    { path: ['lanes', 2, 'prefix'], remove: true },
  ];
  const { json } = await preview({ source: faster, edits });
  expect(json.changes).toEqual([
    promise,
    { path: 'lanes.priority.prefix', what: 'removed', from: 'P' },
    { path: 'lanes.late', what: 'added', to: { id: 'late' } },
  ]);
  expect(json.source).toContain('# kept as written');
});

test('without edits it is the office as it runs', async () => {
  const { preview } = await office();
  expect((await preview({})).json).toMatchObject({
    source: officeText,
    changes: [],
    mistakes: [],
    strands: [],
  });
});

test('mistakes come with their place and their line', async () => {
  const { preview } = await office();
  const edits = [{ path: ['services', 0, 'promise'], value: 'two hours' }];
  expect((await preview({ edits })).json.mistakes).toEqual([
    {
      path: 'services[0].promise',
      line: 11,
      message: 'expected a duration such as PT2H, PT30M or PT0.6S, found "two hours"',
    },
  ]);
  const unreadable = await preview({ source: 'id: [' });
  expect(unreadable.json).toMatchObject({ written: null, changes: [], strands: [] });
  expect(unreadable.json.mistakes).not.toEqual([]);
});

test('an edit that has no place is malformed, and named', async () => {
  const { preview } = await office();
  const good = { path: ['id'], value: 'uji' };
  for (const [bad, path] of [
    [{ path: ['services', 7, 'promise'], value: 'PT1H' }, 'edits[1]'],
    [{ path: ['services'], value: [], remove: true }, 'edits[1]'],
    [{ path: ['id'] }, 'edits[1]'],
    [{ path: [], value: 1 }, 'edits[1].path'],
  ] as const) {
    const answer = await preview({ edits: [good, bad] });
    expect(told(answer)).toEqual([400, 'malformed']);
    expect(answer.json.fields).toEqual([{ path, message: expect.any(String) }]);
  }
});

test('CO1 a preview lists who would be stranded, and the change is refused with the same list', async () => {
  const { preview, put, take, as } = await office();
  await take(as);
  await take(as);
  const without = officeText.replace('  - { number: 3, steps: [interview] }\n', '');
  expect((await preview({ source: without })).json).toMatchObject({
    changes: [{ path: 'counters.3', what: 'removed', from: { number: 3, steps: ['interview'] } }],
    strands: ['A-001', 'A-002'],
  });
  const refused = await put(without);
  expect(told(refused)).toEqual([409, 'would-strand']);
  expect(refused.json.tickets).toEqual(['A-001', 'A-002']);
});

const version = ({ json }: Answer) => `"${json.version}"`;

test('CO4 what was made from an office that runs no more is not saved over it', async () => {
  const { preview, put, send, as } = await office();
  const seen = version(await preview({}));
  const other = officeText.replace('Kantor Uji', 'Kantor Lain');
  expect((await send('GET /office', { as })).headers.get('etag')).toBe(seen);
  expect((await put(faster, seen)).status).toBe(200);
  expect(told(await put(other, seen))).toEqual([409, 'moved-on']);
  expect(told(await put(other, '"something", "else"'))).toEqual([409, 'moved-on']);
  expect((await put(other, `"something", ${version(await preview({}))}`)).status).toBe(200);
  expect((await put(faster, '*')).status).toBe(200);
  expect((await put(other)).status).toBe(200);
});

test('CO4 of two that save at the same moment one is told', async () => {
  const { preview, put, hub } = await office();
  const seen = version(await preview({}));
  const others = ['Satu', 'Dua', 'Tiga'].map((name) => officeText.replace('Kantor Uji', `Kantor ${name}`));
  const answers = await Promise.all(others.map((text) => put(text, seen)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const saved = answers.findIndex(({ status }) => status === 200);
  expect(hub.state.calendar.source).toBe(others[saved]);
});

test('the history says who changed what when, the newest first, and hands the file back', async () => {
  const { put, send, as, token } = await office();
  await put(faster);
  await token('kiosk');
  await put(faster.replace('Kantor Uji', 'Kantor Lain').replace('PT30M }\n', 'PT30M, first: true }\n'));
  const { json, status } = await send('GET /office/history', { as });
  const entries = json as unknown as { seq: number; at: string; by: string }[];
  expect(status).toBe(200);
  expect(entries).toEqual([
    {
      seq: entries[0]?.seq,
      at: expect.stringMatching(/Z$/),
      by: entries[0]?.by,
      changes: 2,
      fromFile: false,
    },
    {
      seq: entries[1]?.seq,
      at: expect.stringMatching(/Z$/),
      by: entries[0]?.by,
      changes: 1,
      fromFile: false,
    },
    { seq: entries[2]?.seq, at: expect.stringMatching(/Z$/), by: 'test', changes: 0, fromFile: false },
  ]);
  expect(entries[0]?.by).toMatch(/^token:/);
  expect((await send(`GET /office/history/${entries[1]?.seq}`, { as })).json).toEqual({
    at: entries[1]?.at,
    by: entries[1]?.by,
    source: faster,
    changes: [promise],
  });
  expect((await send(`GET /office/history/${entries[2]?.seq}`, { as })).json).toMatchObject({
    source: officeText,
    changes: [],
  });
  for (const nothing of ['0', '999999', 'x', '-1'])
    expect(told(await send(`GET /office/history/${nothing}`, { as }))).toEqual([404, 'not-found']);
});

test('a history that is longer than a page is whole', async () => {
  const { put, send, as } = await office();
  for (let capacity = 1; capacity <= 60; capacity += 1) await put(`${officeText}capacity: ${capacity}\n`);
  const { json } = await send('GET /office/history', { as });
  const entries = json as unknown as { seq: number; changes: number }[];
  expect(entries).toHaveLength(61);
  expect(entries.map(({ changes }) => changes)).toEqual([...Array.from({ length: 60 }, () => 1), 0]);
  const newest = await send(`GET /office/history/${entries[0]?.seq}`, { as });
  expect(newest.json.changes).toEqual([{ path: 'capacity', what: 'changed', from: 59, to: 60 }]);
});

test('only a supervisor looks or changes', async () => {
  const { send, token } = await office();
  for (const role of ['kiosk', 'door', 'display', 'integration'] as const) {
    const as = await token(role);
    const asked = [
      await send('POST /office/preview', { as, json: {} }),
      await send('GET /office/history', { as }),
      await send('GET /office/history/1', { as }),
    ];
    expect(asked.map(told)).toEqual(asked.map(() => [403, 'forbidden']));
  }
  expect(told(await send('POST /office/preview', { json: {} }))).toEqual([401, 'not-signed-in']);
});

test('a value that goes deeper than any office file is malformed, however deep it goes', async () => {
  const { send, as } = await office();
  const headers = { 'content-type': 'application/json' };
  for (const depth of [21, 3000, 100_000]) {
    const value = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const body = `{"edits":[{"path":["capacity"],"value":${value}}]}`;
    const { status, json } = await send('POST /office/preview', { as, body, headers });
    expect([status, json.code]).toEqual([400, 'malformed']);
    expect(json.fields).toMatchObject([{ path: 'edits[0].value' }]);
  }
});
