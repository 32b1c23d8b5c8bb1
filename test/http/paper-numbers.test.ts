/** A sheet of numbers that were given on paper, entered over HTTP. */
import { expect, test } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import { startStage, told } from './stage.ts';

/** Now is 10:00 in Makassar. */
async function startAtTen(wrapJournal?: (journal: Journal) => Journal) {
  const at = Date.parse('2026-11-26T10:00:00+08:00');
  const clocks = { wall: () => at, monotonic: () => at };
  const stage = await startStage({ clocks, ...(wrapJournal ? { wrapJournal } : {}) });
  const as = await stage.token('supervisor');
  const enter = (numbers: object[], key?: string) =>
    stage.send('POST /paper-numbers', { as, json: { numbers }, ...(key === undefined ? {} : { key }) });
  return { ...stage, as, enter };
}

const paper = (number: string, time: string, more: object = {}) => ({
  number,
  service: 'passport',
  takenAt: `2026-11-26T${time}:00+08:00`,
  ...more,
});

const sheet = [
  paper('e1', '09:00', { done: true }),
  paper('E-002', '09:10', { lane: 'priority', people: 2 }),
  paper('E-002', '09:20'),
  paper('A-003', '09:20'),
  paper('E-004', '10:01'),
  paper('E-005', '09:30', { service: 'visa' }),
];
const answers = [
  { number: 'E-001', ok: true },
  { number: 'E-002', ok: true },
  { number: 'E-002', ok: false, code: 'number-taken' },
  { number: 'A-003', ok: false, code: 'not-possible' },
  { number: 'E-004', ok: false, code: 'not-possible' },
  { number: 'E-005', ok: false, code: 'unknown-service' },
];

test('PN1 PN2 each number has an answer of its own, in the order of the sheet', async () => {
  const { enter, hub } = await startAtTen();
  const answer = await enter(sheet);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual(answers);
  expect([...hub.state.day.visits.values()]).toMatchObject([
    { number: 'E-001', state: 'done', arrivedAt: Date.parse('2026-11-26T01:00Z') },
    { number: 'E-002', state: 'waiting', lane: 'priority', people: 2 },
  ]);
});

test('PN1 a whole sheet is one commit', async () => {
  let appends = 0;
  const { enter } = await startAtTen((journal) => ({
    ...journal,
    append(append) {
      appends += 1;
      return journal.append(append);
    },
  }));
  appends = 0;
  await enter(Array.from({ length: 300 }, (_, n) => paper(`E-${n + 1}`, '09:00')));
  expect(appends).toBe(1);
});

test('RE3 a sheet that is sent again under its key is entered once, and answered alike', async () => {
  const { enter, hub } = await startAtTen();
  const first = await enter(sheet, 'k');
  expect(first.json).toEqual(answers);
  expect((await enter(sheet, 'k')).text).toBe(first.text);
  expect(hub.state.day.visits.size).toBe(2);
});

test('RE3 of another sheet under the same key, or under a key of something else, nothing is entered', async () => {
  const { enter, send, as, hub } = await startAtTen();
  await enter([paper('E-001', '09:00')], 'k');
  expect(told(await enter([paper('E-001', '09:00'), paper('E-002', '09:10')], 'k'))).toEqual([
    400,
    'key-reused',
  ]);
  await send('POST /day/reopen', { as, key: 'other' });
  expect(told(await enter([paper('E-003', '09:10')], 'other'))).toEqual([400, 'key-reused']);
  expect([...hub.state.day.codes.keys()]).toEqual(['E-001']);
});

test('a sheet that cannot be written is refused as a whole', async () => {
  let isFull = false;
  const { enter, hub } = await startAtTen((journal) => ({
    ...journal,
    async append(append) {
      if (isFull) throw new Error('database or disk is full');
      await journal.append(append);
    },
  }));
  isFull = true;
  expect(told(await enter(sheet))).toEqual([503, 'storage']);
  expect(hub.state.day.visits.size).toBe(0);
});

test.each<[string, object, string]>([
  ['no number', { numbers: [] }, 'numbers'],
  [
    'a number without its time',
    { numbers: [{ number: 'E-001', service: 'passport' }] },
    'numbers[0].takenAt',
  ],
  [
    'a local time',
    { numbers: [{ ...paper('E-001', '09:00'), takenAt: '2026-11-26T09:00' }] },
    'numbers[0].takenAt',
  ],
  ['a word too many', { numbers: [paper('E-001', '09:00', { colour: 'red' })] }, 'numbers[0].colour'],
])('a sheet is refused with the part that is wrong: %s', async (_what, json, path) => {
  const { send, as } = await startAtTen();
  const answer = await send('POST /paper-numbers', { as, json });
  expect(told(answer)).toEqual([400, 'malformed']);
  expect(answer.json.fields).toMatchObject([{ path }]);
});
