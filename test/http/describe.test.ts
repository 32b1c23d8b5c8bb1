/** What the desk asks once, over HTTP: of the visit at the counter, by whoever acts there. */
import { expect, test } from 'vitest';
import { officeOf, officeText } from './office.ts';
import { mustDo, type Stage, startStage, told } from './stage.ts';

async function withLists(): Promise<{ stage: Stage; as: string }> {
  const stage = await startStage();
  const source = `${officeText}lists: { applicants: [umum, tki], purposes: [wisata, umroh] }\n`;
  await mustDo(stage.hub, { type: 'ConfigureOffice', office: officeOf(source), source });
  const as = await stage.token('counter', 1);
  await stage.take(as);
  await stage.send('POST /counters/1/open', { as });
  return { stage, as };
}
const path = 'POST /counters/1/describe';

test('the visit at the counter is described, and what was said can be changed', async () => {
  const { stage, as } = await withLists();
  await stage.send('POST /counters/1/next', { as });
  const says = (json: object) => stage.send(path, { as, json });
  expect(await says({ choices: { applicants: 'tki' } })).toMatchObject({
    status: 200,
    json: { counter: 1, ticket: 'A-001' },
  });
  await says({ ticket: 'A-001', choices: { applicants: 'umum', purposes: 'umroh' } });
  const [visit] = stage.hub.state.day.visits.values();
  expect(visit?.choices).toEqual({ applicants: 'umum', purposes: 'umroh' });
});

test('with nobody there, somebody else there, or an unknown choice nothing is taken', async () => {
  const { stage, as } = await withLists();
  const says = async (json: object) => told(await stage.send(path, { as, json }));
  expect(await says({ choices: { applicants: 'tki' } })).toEqual([409, 'nobody-called']);
  await stage.send('POST /counters/1/next', { as });
  expect(await says({ ticket: 'A-009', choices: { applicants: 'tki' } })).toEqual([409, 'moved-on']);
  expect(await says({ choices: { applicants: 'red' } })).toEqual([409, 'unknown-key']);
  expect(await says({ choices: { constructor: 'tki' } })).toEqual([409, 'unknown-key']);
  const wrong = [{}, { choices: {} }, { choices: { applicants: 7 } }, { choices: { 'A B': 'c' } }];
  for (const json of wrong) expect(await says(json), JSON.stringify(json)).toEqual([400, 'malformed']);
  expect([...stage.hub.state.day.visits.values()][0]?.choices).toEqual({});
});

test('the same request again has one effect', async () => {
  const { stage, as } = await withLists();
  await stage.send('POST /counters/1/next', { as });
  const says = (choice: string, key: string) =>
    stage.send(path, { as, json: { choices: { applicants: choice } }, key });
  await says('tki', 'one');
  await says('umum', 'two');
  expect((await says('tki', 'one')).status).toBe(200);
  expect([...stage.hub.state.day.visits.values()][0]?.choices).toEqual({ applicants: 'umum' });
});
