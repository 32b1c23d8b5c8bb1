/** Officers and stations on open sockets: what they watch, and that they are cut off when they may not any more. */
import { expect, test } from 'vitest';
import { sessionCookie } from '../../server/access/credentials.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { Screen } from './screen.ts';
import { openStage, type Stage } from './stage.ts';

const hash = 'the hash of a PIN';

async function office(): Promise<Stage> {
  const stage = await openStage();
  stage.day.does({ type: 'AddOfficer', name: 'Budi', role: 'counter', hash }, '07:40');
  stage.day.does({ type: 'AddOfficer', name: 'Ani', role: 'counter', hash }, '07:40');
  stage.day.does({ type: 'AddOfficer', name: 'Citra', role: 'supervisor', hash }, '07:40');
  return stage;
}

async function seat(
  stage: Stage,
  id: string,
  counter: number | null,
): Promise<{ screen: Screen; session: string }> {
  const cookie = await stage.session({ id, counter });
  const screen = await stage.screen({ cookie: `${sessionCookie}=${cookie}` });
  return { screen, session: cookie.split('.', 1)[0] ?? '' };
}

test('an officer watches the desk of the own counter, with their name on it, and no other', async () => {
  const stage = await office();
  const { screen } = await seat(stage, 'o1', 3);
  expect(await screen.watch('desk:3')).toBeNull();
  expect((await screen.view('desk:3')).view).toMatchObject({ officer: { id: 'o1', name: 'Budi' } });
  expect(await screen.watch('desk:1')).toMatchObject({ status: 403, code: 'forbidden' });
  expect(await screen.watch('supervisor')).toMatchObject({ status: 403, code: 'forbidden' });
  const head = await seat(stage, 'o3', null);
  for (const name of ['desk:1', 'supervisor', 'door']) expect(await head.screen.watch(name), name).toBeNull();
});

/** What ends Budi's sessions; Ani's goes on. */
const endings: Record<string, (session: string) => Command> = {
  'an ended session': (id) => ({ type: 'EndSession', id }),
  'a new PIN': () => ({ type: 'ChangeOfficer', id: 'o1', hash: 'another' }),
  'a new role': () => ({ type: 'ChangeOfficer', id: 'o1', role: 'door' }),
  'a removed officer': () => ({ type: 'RemoveOfficer', id: 'o1' }),
};

test.each(Object.entries(endings))('%s cuts the sockets of that officer, and no other', async (_, ending) => {
  const stage = await office();
  const [budi, ani] = [await seat(stage, 'o1', 3), await seat(stage, 'o2', 1)];
  await ani.screen.watch('desk:1');
  stage.day.does(ending(budi.session), '08:10');
  stage.tell();
  await budi.screen.ended;
  stage.day.opens(1);
  stage.tell();
  await ani.screen.until(({ views }) => views('desk:1').some(({ view }) => view.state === 'open'));
  expect(stage.sockets.counts()).toMatchObject({ sockets: 1, cut: 1 });
});

test('a new password cuts the supervisor, and neither the officer who heads the office nor a station', async () => {
  const stage = await office();
  const person = await stage.screen({ cookie: `${sessionCookie}=${await stage.session()}` });
  await seat(stage, 'o3', null);
  const token = await stage.token('kiosk');
  const station = await stage.screen({ token });
  stage.day.does({ type: 'SetPassword', hash: 'other', onlyFirst: false }, '08:10');
  stage.tell();
  await person.ended;
  expect(stage.sockets.counts()).toMatchObject({ sockets: 2, cut: 1 });
  stage.day.does({ type: 'RevokeToken', id: token.split('.', 1)[0] ?? '' }, '08:11');
  stage.tell();
  await station.ended;
  expect(stage.sockets.counts()).toMatchObject({ sockets: 1, cut: 2 });
});

test('another name cuts nobody', async () => {
  const stage = await office();
  const { screen } = await seat(stage, 'o1', 3);
  await screen.watch('desk:3');
  stage.day.does({ type: 'ChangeOfficer', id: 'o1', name: 'Budi Santoso' }, '08:10');
  stage.tell();
  await screen.until(({ views }) =>
    views('desk:3').some(({ view }) => JSON.stringify(view).includes('Budi Santoso')),
  );
  expect(stage.sockets.counts()).toMatchObject({ cut: 0 });
});
