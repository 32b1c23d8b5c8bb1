/** The phone of one visit. */
import { expect, test } from 'vitest';
import { openStage } from './stage.ts';

test('a phone sees its own visit at once, and its place within a second', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  stage.day.takes('08:00');
  stage.day.takes('08:01');
  stage.tell();
  const [first, second] = await Promise.all([stage.screen(), stage.screen()]);
  await first.watch(`ticket:${stage.day.visit('A-001').code}`);
  const name = `ticket:${stage.day.visit('A-002').code}`;
  await second.watch(name);
  expect((await second.view(name)).view).toMatchObject({ number: 'A-002', ahead: 1 });
  stage.day.next(1, '08:02');
  stage.tell();
  await first.until(({ heard }) => heard.length === 2);
  expect(first.heard[1]?.message).toMatchObject({ view: { state: 'called', counter: 1 } });
  expect((await second.view(name, 2)).view).toMatchObject({ state: 'waiting', ahead: 0 });
});

test('an undone call is told to the phone that it concerned', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  stage.day.takes('08:00');
  stage.tell();
  const screen = await stage.screen();
  const name = `ticket:${stage.day.visit('A-001').code}`;
  await screen.watch(name);
  stage.day.next(1, '08:02');
  stage.tell();
  await screen.view(name, 2);
  stage.day.does({ type: 'UndoAction', counter: 1 }, '08:02:10');
  stage.tell();
  expect((await screen.view(name, 3)).view).toMatchObject({ state: 'waiting', ahead: 0, counter: null });
});
