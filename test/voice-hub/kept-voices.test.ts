/** What is known of voices and calls after the hub was started again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instant } from '../../server/domain/instant.ts';
import { clock } from '../domain/morning.ts';
import { openVoiceStage, type Stage, temporaryFolder, zoned } from './stage.ts';

const unheard = ({ voice }: Stage) => voice.shown().unheard.map(({ number, zone }) => `${number} ${zone}`);

/** A morning in which a display had the word; and the same office after the hub was started anew. */
async function before() {
  const folder = temporaryFolder();
  const stage = await openVoiceStage({ folder });
  const token = await stage.token('display');
  const board = await stage.board({ token });
  await board.report();
  const startsAgain = (lastAlive: Instant = clock('08:00')) =>
    openVoiceStage({ folder, day: stage.day, lastAlive });
  return { folder, stage, token, board, startsAgain };
}

test('VO15 a call that nobody had said is still flagged after a restart, until it is heard', async () => {
  const { stage, token, startsAgain } = await before();
  const call = await stage.calls(1);
  stage.soundsFor(60_000);
  await stage.voice.close();
  const next = await startsAgain();
  expect(unheard(next)).toEqual(['B-001 null']);
  const board = await next.board({ token });
  await board.announced(call);
  expect(unheard(next)).toEqual([]);
});

test('VO15, VO4 the voice of before goes on with what waited, and is not told to say anything twice', async () => {
  const { stage, token, startsAgain } = await before();
  const [first, second] = [await stage.calls(1), await stage.calls(3)];
  await stage.voice.close();
  const next = await startsAgain();
  const other = await next.board({ id: 'b', token });
  expect((await other.report()).speaks).toBe(false);
  const back = await next.board({ token });
  expect((await back.report()).speaks).toBe(true);
  await back.until(() => back.said().length === 2);
  // A page that knows them already does not say them again.
  expect(back.said()).toEqual(['B-001', 'B-002']);
  await back.announced(first);
  await back.announced(second);
  expect(next.voice.shown().voices.map(({ waiting }) => waiting)).toEqual([0]);
  expect(other.said()).toEqual([]);
});

test('VO15, VO4 if it does not come back, another screen begins when it can be heard no longer', async () => {
  const { stage, token, startsAgain } = await before();
  await stage.calls(1);
  await stage.voice.close();
  const next = await startsAgain();
  const other = await next.board({ id: 'b', token });
  await other.report();
  next.soundsFor(9999);
  expect(other.speaks()).toBe(false);
  next.soundsFor(1);
  await other.until(() => other.said().includes('B-001 again'));
});

test('VO15 a sound card begins anew with what was cut off by the end of the hub', async () => {
  const folder = temporaryFolder();
  const played: string[] = [];
  let ends: () => void = () => {};
  const order = {
    ...{ folder, office: zoned({ voice: { jacks: [{ device: 'default' }] } }) },
    play: (_device: string, wav: Uint8Array) => {
      played.push(new TextDecoder().decode(wav));
      const done = new Promise<{ ok: true }>((resolve) => {
        ends = () => resolve({ ok: true });
      });
      return { done, stop: () => ends() };
    },
  };
  const stage = await openVoiceStage(order);
  await stage.calls(1);
  await stage.voice.close();
  const next = await openVoiceStage({ ...order, day: stage.day, lastAlive: clock('08:00') });
  await expect.poll(() => played).toEqual(['B-001 and 1 times more', 'B-001 and 1 times more']);
  ends();
  await expect.poll(() => next.voice.shown().voices.map(({ waiting }) => waiting)).toEqual([0]);
  expect(unheard(next)).toEqual([]);
});

test('VO15 after a long outage what waited is not said by itself: the supervisor sees it', async () => {
  const { stage, token, startsAgain } = await before();
  await stage.calls(1);
  await stage.voice.close();
  const next = await startsAgain(clock('07:56'));
  const board = await next.board({ token });
  expect((await board.report()).speaks).toBe(true);
  expect(board.said()).toEqual([]);
  expect(unheard(next)).toEqual(['B-001 null']);
});

test('VO15 nothing is left of yesterday', async () => {
  const { stage, startsAgain } = await before();
  await stage.calls(1);
  stage.soundsFor(60_000);
  await stage.voice.close();
  stage.day.passes('2026-11-27 00:00');
  expect(unheard(await startsAgain())).toEqual([]);
});

test.each(['', '[]', '{"date":"2026-11-26","voices":[{"zone":7}],"unheard":[]}'])(
  'VO15 a damaged file of voices (%j) is left aside',
  async (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'voices.json'), text);
    const stage = await openVoiceStage({ folder });
    const board = await stage.board({ token: await stage.token('display') });
    expect((await board.report()).speaks).toBe(true);
  },
);
