/** The lobby's board over HTTP, as televisions ask for it that cannot do more: by zone, and with the hub's time. */
import { expect, test } from 'vitest';
import { readOfficeFile } from '../../server/adapters/office-file.ts';
import { officeText } from './office.ts';
import { mustDo, startStage } from './stage.ts';

const zoned = officeText.replace('steps: [documents] }', 'steps: [documents], zone: hall }');

test('a board tells the hub’s time as the office’s clocks show it', async () => {
  const { send, hub } = await startStage();
  const { status, headers } = await send('GET /board');
  expect(status).toBe(200);
  const time = headers.get('Hub-Time') ?? '';
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
  expect(Math.abs(Date.parse(time) - hub.now())).toBeLessThan(60_000);
});

test('the board of a zone is that zone’s; a zone that is not there is not found', async () => {
  const { send, hub } = await startStage();
  const file = readOfficeFile(zoned);
  if (!file.ok) throw new Error(JSON.stringify(file.mistakes));
  await mustDo(hub, { type: 'ConfigureOffice', office: file.office, source: zoned });
  const hall = await send('GET /board?zone=hall');
  expect(hall.json).toMatchObject({ zone: 'hall', counters: [{ counter: 1 }, { counter: 3 }] });
  expect((await send('GET /board')).json).toMatchObject({ zone: null });
  expect(await send('GET /board?zone=yard')).toMatchObject({ status: 404, json: { code: 'not-found' } });
  expect((await send('GET /board?zone=Hall%20A')).status).toBe(400);
  expect((await send('GET /board?room=hall')).status).toBe(400);
});
