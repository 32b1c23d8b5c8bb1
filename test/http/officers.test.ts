/** Officers over HTTP: the list, PINs, signing in at a counter, and what they may do there. */
import { expect, test } from 'vitest';
import { createGuesses } from '../../server/access/guesses.ts';
import type { Log } from '../../server/log.ts';
import { silent } from '../../server/log.ts';
import { signedInAs } from './signing.ts';
import { type Answer, type Stage, startStage, told } from './stage.ts';

interface Office {
  readonly stage: Stage;
  readonly send: Stage['send'];
  /** As the supervisor. */
  readonly head: (line: string, json?: object) => Promise<Answer>;
}

async function officeWith(options: Parameters<typeof startStage>[0] = {}): Promise<Office> {
  const stage = await startStage(options);
  const as = await stage.token('supervisor');
  const head = (line: string, json?: object) => stage.send(line, { as, json });
  await head('POST /officers', { name: 'Budi Santoso', pin: '2468' });
  return { stage, send: stage.send, head };
}

const signIn = ({ send }: Office, json: object) => send('POST /session', { json });
const budi = { officer: 'o1', pin: '2468', counter: 3 };
const fields = ({ json }: Answer) => (json.fields as { path: string }[]).map(({ path }) => path);

test('officers are added, listed with their counter of today, changed and removed; a PIN is never told', async () => {
  const office = await officeWith();
  const { head } = office;
  expect(await head('POST /officers', { name: ' Ani ', pin: '13579', role: 'door' })).toMatchObject({
    status: 201,
    json: { id: 'o2', name: 'Ani', role: 'door', counter: null },
  });
  const kept = { id: 'citra', name: 'Citra', pin: '12345678', role: 'supervisor' };
  expect((await head('POST /officers', kept)).json.id).toBe('citra');
  expect(told(await head('POST /officers', kept))).toEqual([409, 'officer-exists']);
  await signIn(office, budi);
  const list = await head('GET /officers');
  expect(list.json).toEqual([
    { id: 'o1', name: 'Budi Santoso', role: 'counter', counter: 3 },
    { id: 'o2', name: 'Ani', role: 'door', counter: null },
    { id: 'citra', name: 'Citra', role: 'supervisor', counter: null },
  ]);
  expect(await head('PATCH /officers/o2', { name: 'Ani R', role: 'counter' })).toMatchObject({
    status: 200,
    json: { id: 'o2', name: 'Ani R', role: 'counter', counter: null },
  });
  expect((await head('DELETE /officers/o2')).status).toBe(204);
  expect(told(await head('DELETE /officers/o2'))).toEqual([404, 'unknown-officer']);
  expect(told(await head('PATCH /officers/o2', { name: 'x' }))).toEqual([404, 'unknown-officer']);
});

test('a PIN has 4 to 12 digits, and 8 or more where it opens everything', async () => {
  const { head } = await officeWith();
  const add = (more: object) => head('POST /officers', { name: 'Ani', pin: '13579', ...more });
  for (const pin of ['123', '1234567890123', '12a4', '', '１２３４']) {
    expect(fields(await add({ pin })), pin).toEqual(['pin']);
  }
  expect(fields(await add({ role: 'supervisor', pin: '1234567' }))).toEqual(['pin']);
  expect(fields(await add({ name: 'two\nlines' }))).toEqual(['name']);
  const change = (json: object) => head('PATCH /officers/o1', json);
  expect(fields(await change({ role: 'supervisor' }))).toEqual(['pin']);
  expect(fields(await change({ role: 'supervisor', pin: '1234567' }))).toEqual(['pin']);
  expect((await change({ role: 'supervisor', pin: '12345678' })).status).toBe(200);
  expect(fields(await change({ pin: '2468' }))).toEqual(['pin']);
  expect((await change({ role: 'counter', pin: '2468' })).status).toBe(200);
});

test('an officer signs in by id, by its number or by name, at a counter of the office', async () => {
  const office = await officeWith();
  for (const officer of ['o1', 'O1', ' 1 ', 'Budi Santoso', 'budi  santoso', 'ＢＵＤＩ SANTOSO']) {
    const answer = await signIn(office, { ...budi, officer });
    expect(answer, officer).toMatchObject({
      status: 200,
      json: { role: 'counter', counter: 3, officer: { id: 'o1', name: 'Budi Santoso' } },
    });
    expect(answer.headers.getSetCookie()[0]).toContain('; Max-Age=43200;');
  }
  expect(office.stage.hub.state.day.officers.get(3)).toBe('o1');
  // Nobody else may have the name that one signs in by.
  const second = await office.head('POST /officers', { name: 'BUDI  SANTOSO', pin: '1357' });
  expect(told(second)).toEqual([409, 'officer-exists']);
  const { counter, ...nowhere } = budi;
  expect(fields(await signIn(office, nowhere))).toEqual(['counter']);
  expect(told(await signIn(office, { ...budi, counter: counter + 4 }))).toEqual([409, 'unknown-counter']);
});

test('who works at no counter takes none', async () => {
  const office = await officeWith();
  await office.head('POST /officers', { id: 'citra', name: 'Citra', pin: '12345678', role: 'supervisor' });
  const citra = { officer: 'citra', pin: '12345678' };
  expect(fields(await signIn(office, { ...citra, counter: 3 }))).toEqual(['counter']);
  const { send } = await signedInAs(office.stage, citra);
  expect((await send('GET /session')).json).toEqual({
    ...{ role: 'supervisor', counter: null, officer: { id: 'citra', name: 'Citra' } },
  });
  expect((await send('GET /officers')).status).toBe(200);
  // The password is the office's own, not hers.
  const change = { current: 'a long enough password', password: 'another long password' };
  expect(told(await send('PUT /password', { json: change }))).toEqual([403, 'forbidden']);
});

test('a wrong PIN and an officer who is not there are refused alike', async () => {
  const office = await officeWith();
  const wrong = await signIn(office, { ...budi, pin: '1111' });
  const unknown = await signIn(office, { ...budi, officer: 'nobody' });
  expect(told(wrong)).toEqual([401, 'wrong-pin']);
  expect(unknown.text).toBe(wrong.text);
  expect(wrong.headers.getSetCookie()).toEqual([]);
});

test('an officer acts at the own counter and at no other, and does not manage officers', async () => {
  const { stage } = await officeWith();
  const { send } = await signedInAs(stage, budi);
  expect((await send('POST /counters/3/open')).status).toBe(200);
  expect(told(await send('POST /counters/1/open'))).toEqual([403, 'forbidden']);
  expect(told(await send('GET /officers'))).toEqual([403, 'forbidden']);
});

test('a new PIN, a new role and being removed end what was opened before', async () => {
  const { stage, head } = await officeWith();
  const changes = [
    ['PATCH /officers/o1', { pin: '8642' }],
    ['PATCH /officers/o1', { role: 'door' }],
    ['DELETE /officers/o1', undefined],
  ] as const;
  const signIns = [budi, { ...budi, pin: '8642' }, { officer: 'o1', pin: '8642' }];
  for (const [index, [line, json]] of changes.entries()) {
    const { send } = await signedInAs(stage, signIns[index] ?? {});
    expect((await send('GET /session')).status).toBe(200);
    await head(line, json);
    expect(told(await send('GET /session')), line).toEqual([401, 'not-signed-in']);
  }
});

test('the supervisor says who answers for a counter today', async () => {
  const { head, stage } = await officeWith();
  const assign = (counter: number, officer: string | null) =>
    head(`PUT /counters/${counter}/officer`, { officer });
  expect(await assign(1, 'o1')).toMatchObject({
    status: 200,
    json: { counter: 1, officer: { id: 'o1', name: 'Budi Santoso' } },
  });
  expect(await assign(1, null)).toMatchObject({ status: 200, json: { counter: 1, officer: null } });
  expect(told(await assign(1, 'o9'))).toEqual([409, 'unknown-officer']);
  expect(told(await assign(77, 'o1'))).toEqual([404, 'unknown-counter']);
  expect(stage.hub.state.day.officers.size).toBe(0);
});

test('adding an officer again with the same key adds nobody, and the PIN is in no fingerprint', async () => {
  const { stage } = await officeWith();
  const as = await stage.token('supervisor');
  const add = (pin: string, role = 'counter') =>
    stage.send('POST /officers', { as, key: 'once', json: { name: 'Ani', pin, role } });
  expect((await add('1357')).json.id).toBe('o2');
  expect((await add('1357')).json.id).toBe('o2');
  // Had the PIN been part of it, it could be found from the fingerprint by trying all.
  expect((await add('7531')).json.id).toBe('o2');
  expect(told(await add('1357', 'door'))).toEqual([400, 'key-reused']);
  expect(stage.hub.state.calendar.officers.size).toBe(2);
});

test('guesses are answered late, the right PIN too, and other officers are not kept', async () => {
  const slept: number[] = [];
  const lines: unknown[] = [];
  const log: Log = { ...silent, warn: (line) => void lines.push(line) };
  const guesses = createGuesses({ now: () => 0, sleep: async (ms) => void slept.push(ms) });
  const office = await officeWith({ guesses, log });
  await office.head('POST /officers', { name: 'Ani', pin: '1357' });
  for (let turn = 0; turn < 7; turn += 1) await signIn(office, { ...budi, pin: '9999' });
  expect(slept).toEqual([1000, 2000]);
  // By name it is the same officer.
  expect((await signIn(office, { ...budi, officer: 'Budi Santoso' })).status).toBe(200);
  expect(slept).toEqual([1000, 2000, 4000]);
  expect((await signIn(office, { officer: 'o2', pin: '1357', counter: 1 })).status).toBe(200);
  expect(slept).toHaveLength(3);
  expect(lines).toContainEqual({ account: 'officer:o1', address: '127.0.0.1', wrong: 7 });
  expect(JSON.stringify(lines)).not.toMatch(/9999|2468|Budi/);
});

test('when too many guesses wait, the next is asked to come again', async () => {
  const guesses = createGuesses({ now: () => 0, sleep: () => new Promise(() => {}) });
  const office = await officeWith({ guesses, limits: { signIn: { most: 100, withinMs: 60_000 } } });
  const guess = () => signIn(office, { ...budi, pin: '9999' });
  for (let turn = 0; turn < 5; turn += 1) await guess();
  const waiting = new Set<Promise<Answer>>();
  let refused: Answer | undefined;
  while (!refused) {
    const one = guess();
    waiting.add(one);
    refused = await Promise.race([one, office.send('GET /board').then(() => undefined)]);
  }
  expect(told(refused)).toEqual([429, 'too-many-requests']);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(waiting.size).toBeGreaterThan(4);
  for (const one of waiting) one.catch(() => {});
});
