/** What is known of screens after the hub was started again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clock } from '../domain/morning.ts';
import { openVoiceStage, temporaryFolder } from './stage.ts';

test('VO13 what was signed in is known after a restart: since when it is away, where it stood, and nothing of strangers', async () => {
  const folder = temporaryFolder();
  const stage = await openVoiceStage({ folder });
  const token = await stage.token('display', 'TV ruang tunggu');
  const [hall, stranger] = [await stage.board({ zone: 'hall', token }), await stage.board({ id: 'b' })];
  await hall.report();
  await stranger.report();
  stage.passes(60_000);
  await stage.voice.close();
  const next = await openVoiceStage({ folder, day: stage.day });
  expect(next.voice.shown().screens).toEqual([
    {
      ...{ id: hall.id, label: 'TV ruang tunggu', station: 't1', address: null, page: 'lobby', zone: 'hall' },
      ...{ counter: null, online: false, since: '2026-11-26T00:01:00.000Z', speaks: false, old: false },
    },
  ]);
});

test('VO13 after a power cut a screen is away since the hub was last alive', async () => {
  const folder = temporaryFolder();
  const stage = await openVoiceStage({ folder });
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  const next = await openVoiceStage({ folder, day: stage.day, lastAlive: clock('08:30') });
  expect(next.voice.shown().screens.map(({ since }) => since)).toEqual(['2026-11-26T00:30:00.000Z']);
});

test.each(['', '{', '[{"id":7}]', 'null'])(
  'VO13 a damaged file of screens (%j) is left aside',
  async (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'displays.json'), text);
    const stage = await openVoiceStage({ folder });
    const board = await stage.board({ token: await stage.token('display') });
    expect((await board.report()).speaks).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'displays.json'), 'utf8'))).toHaveLength(1);
  },
);

test('VO13 a folder that cannot be written hinders nobody', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'displays.json.new'));
  const stage = await openVoiceStage({ folder });
  const board = await stage.board({ token: await stage.token('display') });
  expect((await board.report()).speaks).toBe(true);
});
