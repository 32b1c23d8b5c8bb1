/** Screens as the hub knows them: what they report, and who may report as whom. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nobody, type Principal } from '../../server/access/principal.ts';
import { createScreens } from '../../server/adapters/voice/screens.ts';
import type { DisplaysShown } from '../../server/contract/displays.ts';
import { instant } from '../../server/domain/instant.ts';
import { reportOf } from './board.ts';
import { openVoiceStage, temporaryFolder } from './stage.ts';

test('the supervisor sees what each screen says of itself, and stations that nobody has seen yet', async () => {
  const stage = await openVoiceStage();
  const hall = await stage.board({ token: await stage.token('display', 'TV ruang tunggu') });
  await stage.token('display', 'TV halaman');
  await hall.report({ number: 'A-012', clockOffset: -300 });
  const supervisor = await stage.board({ id: 'z', token: await stage.token('supervisor') });
  await supervisor.watch('supervisor');
  const { view } = await supervisor.view('supervisor');
  expect((view as unknown as { displays: DisplaysShown }).displays.screens).toEqual([
    {
      ...{ id: 'station-t2', label: 'TV halaman', station: 't2', address: null },
      ...{ online: false, since: null, speaks: false, old: false },
    },
    {
      ...{ id: 'aaaaaaaaaaaa', label: 'TV ruang tunggu', station: 't1', address: '127.0.0.1' },
      ...{ online: true, since: '2026-11-26T00:00:00.000Z', speaks: true, old: false },
      ...{ page: 'lobby', zone: null, counter: null, number: 'A-012', sound: 'on', clockOffset: -300 },
      ...{ build: 'b1', size: '1920 × 1080' },
    },
  ]);
});

test('a change of a screen is shown to the supervisor at once; a report without news is not', async () => {
  const stage = await openVoiceStage();
  let news = 0;
  stage.voice.onChange(() => {
    news += 1;
  });
  const board = await stage.board();
  await board.report();
  await board.report();
  await board.report();
  expect(news).toBe(1);
  await board.report({ number: 'A-001' });
  expect(news).toBe(2);
});

test('a screen with other pages than the hub serves is old, and is told which build it should have', async () => {
  const dist = temporaryFolder();
  writeFileSync(join(dist, '.built'), 'b2\n');
  const stage = await openVoiceStage({ distFolder: dist });
  const board = await stage.board();
  expect(await board.report()).toEqual({ speaks: true, build: 'b2' });
  expect(stage.voice.shown().screens[0]?.old).toBe(true);
  writeFileSync(join(dist, '.built'), 'b3 is there');
  stage.soundsFor(2000);
  expect(await board.report({ build: 'b3 is there' })).toEqual({ speaks: true, build: 'b3 is there' });
  expect(stage.voice.shown().screens[0]?.old).toBe(false);
});

test('VO12 nobody takes the id of a signed-in screen, and one connection is one screen', async () => {
  const stage = await openVoiceStage();
  const display = await stage.board({ token: await stage.token('display', 'TV') });
  await display.report();
  const before = stage.voice.shown();
  const stranger = await stage.board({ id: 'a' });
  const other = await stage.board({ id: 'a', token: await stage.token('counter') });
  expect(await stranger.report({ number: 'X-666' })).toMatchObject({ speaks: false });
  expect(await other.report({ number: 'X-666' })).toMatchObject({ speaks: false });
  expect(await display.ask('report', reportOf('b'))).toMatchObject({ speaks: false });
  expect(stage.voice.shown().screens).toEqual(before.screens);
  // Not even when it is switched off for the night.
  display.close();
  await expect.poll(() => stage.voice.shown().screens[0]?.online).toBe(false);
  expect(await stranger.report()).toMatchObject({ speaks: false });
  expect(stage.voice.shown().screens.map(({ label, online }) => [label, online])).toEqual([['TV', false]]);
});

test('VO12 a screen that is signed in after it was opened is the same screen, and so is one that is paired anew', async () => {
  const stage = await openVoiceStage();
  const unsigned = await stage.board();
  await unsigned.report();
  const signed = await stage.board({ token: await stage.token('display', 'TV satu') });
  expect((await signed.report()).speaks).toBe(true);
  await expect.poll(unsigned.speaks).toBe(false);
  expect(await unsigned.report()).toMatchObject({ speaks: false });
  signed.close();
  await expect.poll(() => stage.voice.shown().screens[0]?.online).toBe(false);
  const again = await stage.board({ token: await stage.token('display', 'TV dua') });
  await again.report();
  const seen = stage.voice.shown().screens.map(({ id, label, online }) => [id, label, online]);
  expect(seen).toEqual([
    [again.id, 'TV dua', true],
    ['station-t1', 'TV satu', false],
  ]);
});

test('VO12 of two pages of one browser the newer counts while it is there', async () => {
  const stage = await openVoiceStage();
  const older = await stage.board();
  await older.report();
  const newer = await stage.board();
  expect((await newer.report()).speaks).toBe(true);
  await expect.poll(older.speaks).toBe(false);
  expect((await older.report()).speaks).toBe(false);
  newer.close();
  await expect.poll(() => stage.voice.shown().screens[0]?.online).toBe(false);
  expect((await older.report()).speaks).toBe(true);
});

test('VO13 the oldest that nobody signed in is forgotten for a new one, a signed-in one never for a stranger', () => {
  const known = createScreens({ now: () => instant(0), kept: [], isOwner: () => true, most: 3 });
  const connect = (account: string | null) => {
    const principal: Principal = account === null ? nobody : { ...nobody, account, role: 'display' };
    return { principal, address: null, tell: () => {} };
  };
  const [one, two, signed] = [connect(null), connect(null), connect('token:t1')];
  known.heard(one, reportOf('a'));
  known.heard(two, reportOf('b'));
  known.heard(signed, reportOf('c'));
  known.left(one);
  expect(known.heard(connect(null), reportOf('d'))).not.toBeNull();
  expect(known.find('aaaaaaaaaaaa')).toBeUndefined();
  // All are connected by now.
  expect(known.heard(connect(null), reportOf('e'))).toBeNull();
  expect(known.heard(connect('token:t2'), reportOf('f'))).not.toBeNull();
  expect([...known.all()].map(({ id }) => id.charAt(0))).toEqual(['c', 'd', 'f']);
});

test('an offline screen is forgotten, one that is connected is not; it shows itself when asked', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display', 'TV ruang tunggu') });
  await board.report();
  expect(stage.voice.forget(board.id)).toBe('online');
  expect(stage.voice.identify(board.id)).toBe(true);
  await board.until(({ heard }) => heard.some(({ type }) => String(type) === 'identify'));
  expect(board.heard.at(-1)?.message).toEqual({ label: 'TV ruang tunggu' });
  board.close();
  await expect.poll(() => stage.voice.shown().screens[0]?.online).toBe(false);
  expect(stage.voice.identify(board.id)).toBe(false);
  expect(stage.voice.forget(board.id)).toBe('done');
  expect(stage.voice.forget(board.id)).toBe('unknown');
});
