/** The lobby's board for whoever polls it: old televisions. */
import { expect, test } from 'vitest';
import { startStage } from './stage.ts';

test('the board comes with the hub’s time as the office’s clocks show it', async () => {
  const { send } = await startStage();
  const { status, headers, json } = await send('GET /board');
  expect([status, json.zone]).toEqual([200, null]);
  expect(headers.get('hub-time')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
});

test('a zone that is not there is not found; whatever else stands in a television’s address is passed over', async () => {
  const { send } = await startStage();
  expect((await send('GET /board?zone=nowhere')).status).toBe(404);
  expect((await send('GET /board?sound=off&v=2')).status).toBe(200);
});
