/** Sound cards of the hub's machine: one call at a time, to its end, in order; and what happens when one fails. */
import { expect, test } from 'vitest';
import type { Played } from '../../server/adapters/voice/aplay.ts';
import { openVoiceStage, zoned } from './stage.ts';

const text = (wav: Uint8Array) => new TextDecoder().decode(wav);

/** A sound card that plays for as long as the test lets it. */
function fakeCard() {
  const played: string[] = [];
  const within: number[] = [];
  let ends: ((played: Played) => void)[] = [];
  let stopped = 0;
  return {
    played,
    within,
    stopped: () => stopped,
    play(device: string, wav: Uint8Array, withinMs: number) {
      played.push(`${device}: ${text(wav)}`);
      within.push(withinMs);
      const done = new Promise<Played>((resolve) => ends.push(resolve));
      const stop = () => {
        stopped += 1;
        for (const end of ends) end({ ok: false, why: 'stopped' });
      };
      return { done, stop };
    },
    async ends(played: Played = { ok: true }) {
      const ending = ends;
      ends = [];
      for (const end of ending) end(played);
      await new Promise(setImmediate);
    },
  };
}

const withJack = (...jacks: object[]) => zoned({ voice: { jacks } });

test('VO10 calls are played one after the other, repeats left out while another one waits', async () => {
  const card = fakeCard();
  const stage = await openVoiceStage({ office: withJack({ device: 'default' }), play: card.play });
  for (const counter of [1, 3, 9]) await stage.calls(counter);
  expect(card.played).toEqual(['default: B-001 and 1 times more']);
  await card.ends();
  expect(card.played.slice(1)).toEqual(['default: B-002 and 0 times more']);
  await card.ends();
  expect(card.played.slice(2)).toEqual(['default: B-003 and 1 times more']);
  expect(stage.voice.shown().voices[0]?.waiting).toBe(1);
  await card.ends();
  expect(stage.voice.shown().voices).toEqual([
    { zone: null, by: 'jack', id: 'default', waiting: 0, trouble: null },
  ]);
  stage.soundsFor(60_000);
  expect(stage.voice.shown().unheard).toEqual([]);
  expect(card.within).toEqual([16_000, 16_000, 16_000]);
});

test('VO10 two zones on one card never sound at once', async () => {
  const card = fakeCard();
  const jacks = [
    { device: 'default', zone: 'hall' },
    { device: 'default', zone: 'yard' },
  ];
  const stage = await openVoiceStage({ office: withJack(...jacks), play: card.play });
  await stage.calls(1);
  await stage.calls(2);
  expect(card.played).toHaveLength(1);
  await card.ends();
  expect(card.played).toHaveLength(2);
});

test('VO9 a call that was undone while it waited is not played', async () => {
  const card = fakeCard();
  const stage = await openVoiceStage({ office: withJack({ device: 'default' }), play: card.play });
  await stage.calls(1);
  await stage.calls(3);
  stage.day.press('UndoAction', 3, '08:01:10');
  await card.ends();
  expect(card.played).toEqual(['default: B-001 and 1 times more']);
});

test('VO11 a card that fails is said once, tried again with the next call, and its calls are unheard', async () => {
  const said: string[] = [];
  const log = { info: () => {}, error: () => {}, warn: (_: object, what: string) => said.push(what) };
  const card = fakeCard();
  const order = { office: withJack({ device: 'default' }), play: card.play, log: log as never };
  const stage = await openVoiceStage(order);
  await stage.calls(1);
  await card.ends({ ok: false, why: 'no such device' });
  expect(stage.voice.shown().voices[0]).toMatchObject({ by: 'jack', trouble: 'jack' });
  await stage.calls(3);
  await card.ends({ ok: false, why: 'no such device' });
  expect(card.played).toHaveLength(2);
  expect(said.filter((what) => what === 'the sound card does not play')).toHaveLength(1);
  stage.soundsFor(60_000);
  expect(stage.voice.shown().unheard.map(({ number }) => number)).toEqual(['B-001', 'B-002']);
  await stage.calls(9);
  await card.ends();
  expect(stage.voice.shown().voices[0]?.trouble).toBeNull();
});

test('VO11 what a failing card did not say is said by a screen, which speaks for a minute', async () => {
  const card = fakeCard();
  const stage = await openVoiceStage({ office: withJack({ device: 'default' }), play: card.play });
  const board = await stage.board({ token: await stage.token('display') });
  expect((await board.report()).speaks).toBe(false);
  const call = await stage.calls(1);
  await card.ends({ ok: false, why: 'busy' });
  await board.until(() => board.said().includes('B-001 again'));
  expect(stage.voice.shown().voices[0]).toMatchObject({ by: 'screen', trouble: 'jack' });
  await board.announced(call);
  stage.soundsFor(59_000);
  expect(board.speaks()).toBe(true);
  stage.soundsFor(1000);
  await expect.poll(board.speaks).toBe(false);
  expect(stage.voice.shown().voices[0]?.by).toBe('jack');
});

test('VO10 the hub that ends ends what plays', async () => {
  const card = fakeCard();
  const stage = await openVoiceStage({ office: withJack({ device: 'default' }), play: card.play });
  await stage.calls(1);
  await stage.voice.close();
  expect(card.stopped()).toBe(1);
});
