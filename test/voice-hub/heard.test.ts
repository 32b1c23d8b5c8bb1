/** What counts as heard, and what the supervisor is told of what nobody said. */
import { expect, test } from 'vitest';
import { openVoiceStage, type Stage } from './stage.ts';

const unheard = ({ voice }: Stage) => voice.shown().unheard.map(({ number, zone }) => `${number} ${zone}`);
const waiting = ({ voice }: Stage) => voice.shown().voices.map((one) => one.waiting);

test('VO6 three calls at once are acknowledged in order', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  const calls = [await stage.calls(1), await stage.calls(3), await stage.calls(9)];
  expect(waiting(stage)).toEqual([3]);
  for (const [place, call] of calls.entries()) {
    stage.soundsFor(6000);
    await board.announced(call);
    expect(waiting(stage)).toEqual([2 - place]);
  }
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual([]);
});

test('VO7 a call that is not acknowledged within its length, that of those before it and 10 s is unheard', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  const first = await stage.calls(1);
  const second = await stage.calls(3);
  stage.soundsFor(15_999);
  expect(unheard(stage)).toEqual([]);
  stage.soundsFor(1);
  expect(unheard(stage)).toEqual(['B-001 null']);
  stage.soundsFor(5999);
  expect(unheard(stage)).toEqual(['B-001 null']);
  stage.soundsFor(1);
  expect(stage.voice.shown().unheard).toEqual([
    { callId: first, number: 'B-001', counter: 1, zone: null, at: '2026-11-26T00:01:00.000Z' },
    { callId: second, number: 'B-002', counter: 3, zone: null, at: '2026-11-26T00:01:00.000Z' },
  ]);
});

test('VO7 it is heard after all, or its visit is not called any more, or the day ends: nothing is left of it', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  const late = await stage.calls(1);
  await stage.calls(3);
  await stage.calls(9);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual(['B-001 null', 'B-002 null', 'B-003 null']);
  await board.announced(late);
  expect(unheard(stage)).toEqual(['B-002 null', 'B-003 null']);
  stage.day.press('StartVisit', 3, '08:03');
  stage.soundsFor(1);
  expect(unheard(stage)).toEqual(['B-003 null']);
  stage.day.passes('2026-11-27 00:00');
  stage.soundsFor(1);
  expect(unheard(stage)).toEqual([]);
});

test('VO6 what a public socket says it has announced changes nothing', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ id: 'a', token: await stage.token('display') });
  await board.report();
  const stranger = await stage.board({ id: 'b' });
  await stranger.report();
  const desk = await stage.board({ id: 'c', token: await stage.token('counter') });
  const call = await stage.calls(1);
  for (const id of [call, 'nonsense', '']) {
    await stranger.announced(id);
    await desk.announced(id);
  }
  expect(waiting(stage)).toEqual([1]);
  stage.soundsFor(16_000);
  expect(unheard(stage)).toEqual(['B-001 null']);
  await stranger.announced(call);
  expect(unheard(stage)).toEqual(['B-001 null']);
});

test('VO6 a display that has not said what it shows is believed; one that shows another zone is not', async () => {
  const stage = await openVoiceStage();
  const plain = await stage.board({ id: 'a', token: await stage.token('display') });
  const yard = await stage.board({ id: 'b', zone: 'yard', token: await stage.token('display') });
  await yard.report();
  const call = await stage.calls(1);
  await yard.announced(call);
  stage.soundsFor(16_000);
  await yard.announced(call);
  expect(unheard(stage)).toEqual(['B-001 null']);
  await plain.announced(call);
  expect(unheard(stage)).toEqual([]);
});

test('VO6 a display is believed for what waits for nobody', async () => {
  const stage = await openVoiceStage();
  const plain = await stage.board({ token: await stage.token('display') });
  const [said, missed] = [await stage.calls(1), await stage.calls(3)];
  await plain.announced(said);
  stage.soundsFor(60_000);
  expect(stage.voice.shown().unheard.map(({ callId }) => callId)).toEqual([missed]);
});

test('VO8 an office without any voice is told so, and of no call', async () => {
  const stage = await openVoiceStage();
  await stage.calls(1);
  stage.soundsFor(60_000);
  expect(stage.voice.shown()).toEqual({
    screens: [],
    voices: [{ zone: null, by: null, id: null, waiting: 0, trouble: 'none' }],
    unheard: [],
  });
});

test('VO8 a display whose sound is switched off is not waited for; one that waits for a touch is', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report({ sound: 'off' });
  await stage.calls(1);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual([]);
  await board.report({ sound: 'blocked' });
  expect(stage.voice.shown().voices[0]?.trouble).toBe('blocked');
  await stage.calls(3);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual(['B-002 null']);
});

test('VO8 where a supervisor’s browser spoke today, calls are missed when it is gone', async () => {
  const stage = await openVoiceStage();
  const browser = await stage.board({ token: await stage.token('supervisor') });
  await browser.report();
  await browser.announced(await stage.calls(1));
  browser.close();
  await expect.poll(() => stage.voice.shown().voices[0]?.by).toBe(null);
  await stage.calls(3);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual(['B-002 null']);
});

test('VO9 a call that was undone before it was said is not unheard', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  await stage.calls(1);
  stage.day.press('UndoAction', 1, '08:01:10');
  stage.soundsFor(1);
  expect(waiting(stage)).toEqual([0]);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual([]);
});

test('VO9 a repetition goes to the boards again; heard then, the flag is gone', async () => {
  const stage = await openVoiceStage();
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  const call = await stage.calls(1);
  stage.soundsFor(60_000);
  expect(unheard(stage)).toEqual(['B-001 null']);
  expect(stage.voice.repeat(call)).toBe('done');
  await board.until(() => board.said().includes('B-001 again'));
  expect(board.heard.findLast(({ type }) => type === 'announce')?.message).toEqual({
    ...{ callId: call, number: 'B-001', counter: 1, step: 'documents', times: 1, again: true },
  });
  await board.announced(call);
  expect(unheard(stage)).toEqual([]);
  stage.day.press('StartVisit', 1, '08:03');
  expect(stage.voice.repeat(call)).toBe('over');
  expect(stage.voice.repeat('nonsense')).toBe('unknown');
});
