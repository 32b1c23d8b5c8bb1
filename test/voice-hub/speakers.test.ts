/** Who says the calls of a zone. */
import { expect, test } from 'vitest';
import { openVoiceStage, zoned } from './stage.ts';

test('VO2 of two displays in one zone the first speaks, and the second only when it is gone', async () => {
  const stage = await openVoiceStage();
  const [first, second] = await Promise.all([
    stage.board({ id: 'a', token: await stage.token('display') }),
    stage.board({ id: 'b', token: await stage.token('display') }),
  ]);
  expect(await first.report()).toEqual({ speaks: true, build: 'b1' });
  expect(await second.report()).toEqual({ speaks: false, build: 'b1', spare: true });
  first.close();
  await expect.poll(second.speaks).toBe(true);
  expect(stage.voice.shown().voices).toEqual([
    { zone: null, by: 'screen', id: second.id, waiting: 0, trouble: null },
  ]);
});

test('VO2, VO3 a signed-in display takes over from an unsigned screen and from the supervisor’s browser, and tells them', async () => {
  const stage = await openVoiceStage();
  const unsigned = await stage.board({ id: 'a' });
  const browser = await stage.board({ id: 'b', token: await stage.token('supervisor') });
  const display = await stage.board({ id: 'c', token: await stage.token('display') });
  expect((await unsigned.report()).speaks).toBe(true);
  expect((await browser.report()).speaks).toBe(true);
  await expect.poll(unsigned.speaks).toBe(false);
  expect((await display.report()).speaks).toBe(true);
  await expect.poll(browser.speaks).toBe(false);
});

test('VO2 a lobby without sound and a board of another kind never speak', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const board = await stage.board({ token });
  for (const sound of ['blocked', 'off', 'none'] as const)
    expect((await board.report({ sound })).speaks, sound).toBe(false);
  expect((await board.report({ sound: 'on', page: 'counter', counter: 1 })).speaks).toBe(false);
  expect((await board.report({ page: 'lobby', counter: null, zone: 'no-such-zone' })).speaks).toBe(false);
  expect((await board.report({ zone: null })).speaks).toBe(true);
});

test('VO14 a screen that waits for a touch need not be touched while another one as good speaks for its zone', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const blocked = await stage.board({ id: 'a', token });
  const asks = async () => (await blocked.report({ sound: 'blocked' })).spare !== true;
  expect(await asks()).toBe(true);
  const stranger = await stage.board({ id: 'b' });
  expect((await stranger.report()).speaks).toBe(true);
  // A screen that nobody signed in says the calls only as long as it must.
  expect(await asks()).toBe(true);
  const other = await stage.board({ id: 'c', token: await stage.token('display') });
  expect((await other.report()).speaks).toBe(true);
  expect(await asks()).toBe(false);
  // Of another zone.
  const hall = await stage.board({ id: 'd', zone: 'hall', token });
  expect((await hall.report({ sound: 'blocked' })).spare).toBeUndefined();
  other.close();
  await expect.poll(asks).toBe(true);
});

test('VO3 a better voice takes over between calls, not in the midst of one', async () => {
  const stage = await openVoiceStage();
  const unsigned = await stage.board({ id: 'a' });
  await unsigned.report();
  const display = await stage.board({ id: 'b', token: await stage.token('display') });
  const call = await stage.calls(1);
  expect((await display.report()).speaks).toBe(false);
  await unsigned.announced(call);
  await expect.poll(display.speaks).toBe(true);
  expect(unsigned.speaks()).toBe(false);
});

test('VO1 a zone’s own voice says its calls, the office’s says the others, and a counter without a zone is called by both', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const office = await stage.board({ id: 'a', token });
  const hall = await stage.board({ id: 'b', zone: 'hall', token });
  expect((await office.report()).speaks).toBe(true);
  expect((await hall.report()).speaks).toBe(true);
  for (const counter of [1, 2, 9]) await stage.calls(counter);
  await hall.until(() => hall.said().length === 2);
  await office.until(() => office.said().length === 2);
  expect(hall.said()).toEqual(['B-001', 'B-003']);
  expect(office.said()).toEqual(['B-002', 'B-003']);
  // The board still shows what it does not say.
  const announced = office.heard.flatMap(({ type, message }) => (type === 'announce' ? message : []));
  expect(announced.map(({ number, silent }) => [number, silent])).toEqual([
    ['B-001', true],
    ['B-002', undefined],
    ['B-003', undefined],
  ]);
  expect(stage.voice.shown().voices.map(({ zone, waiting }) => [zone, waiting])).toEqual([
    [null, 2],
    ['hall', 2],
  ]);
});

test('VO4 a speaker is lost in the midst of a call: its successor says it once the lost page can be heard no longer', async () => {
  const stage = await openVoiceStage();
  const first = await stage.board({ id: 'a', token: await stage.token('display') });
  const second = await stage.board({ id: 'b', token: await stage.token('display') });
  await first.report();
  await second.report();
  await stage.calls(1);
  await first.until(() => first.said().length === 1);
  stage.soundsFor(5000);
  first.close();
  await expect.poll(() => stage.voice.shown().screens.find(({ id }) => id === first.id)?.online).toBe(false);
  // It may have fetched the sound slowly, and begun before it knew that it is alone.
  stage.soundsFor(9999);
  expect(second.speaks()).toBe(false);
  stage.soundsFor(1);
  await second.until(() => second.said().includes('B-001 again'));
  expect(second.speaks()).toBe(true);
});

test('VO4 what comes while nobody knows whether the lost speaker still sounds waits too, and is not unheard meanwhile', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const [first, second] = [await stage.board({ id: 'a', token }), await stage.board({ id: 'b', token })];
  await first.report();
  await second.report();
  await stage.calls(1);
  stage.soundsFor(5900);
  first.close();
  await expect.poll(() => stage.voice.shown().screens.find(({ id }) => id === first.id)?.online).toBe(false);
  stage.soundsFor(5000);
  const later = await stage.calls(3);
  stage.soundsFor(4999);
  expect(second.speaks()).toBe(false);
  stage.soundsFor(1);
  await second.until(() => second.said().includes('B-002 again'));
  const given = second.said().filter((one) => one.endsWith('again'));
  expect(given).toEqual(['B-001 again', 'B-002 again']);
  expect(stage.voice.shown().unheard).toEqual([]);
  // Each has its whole time with the successor.
  stage.soundsFor(21_999);
  expect(stage.voice.shown().unheard.map(({ callId }) => callId)).not.toContain(later);
  stage.soundsFor(1);
  expect(stage.voice.shown().unheard.map(({ callId }) => callId)).toContain(later);
});

test('VO4 a speaker that is lost between two calls is followed at once', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const [first, second] = [await stage.board({ id: 'a', token }), await stage.board({ id: 'b', token })];
  await first.report();
  await second.report();
  await first.announced(await stage.calls(1));
  first.close();
  await expect.poll(second.speaks).toBe(true);
});

test('VO4 who says that its sound is off is followed at once', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const first = await stage.board({ id: 'a', token });
  const second = await stage.board({ id: 'b', token });
  await first.report();
  await second.report();
  await stage.calls(1);
  await first.report({ sound: 'blocked' });
  await second.until(() => second.said().includes('B-001 again'));
});

test('VO4 the same screen that comes back in time goes on with what waits, and nobody else begins', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const first = await stage.board({ id: 'a', token });
  const second = await stage.board({ id: 'b', token });
  await first.report();
  await second.report();
  const call = await stage.calls(1);
  first.close();
  await expect.poll(() => stage.voice.shown().screens[0]?.online).toBe(false);
  const back = await stage.board({ id: 'a', token });
  expect((await back.report()).speaks).toBe(true);
  await back.until(() => back.said().includes('B-001'));
  await back.announced(call);
  stage.soundsFor(60_000);
  expect(second.speaks()).toBe(false);
  expect(stage.voice.shown().unheard).toEqual([]);
});

test('VO4 a zone that loses its last voice is taken over by the office’s', async () => {
  const stage = await openVoiceStage();
  const token = await stage.token('display');
  const office = await stage.board({ id: 'a', token });
  const hall = await stage.board({ id: 'b', zone: 'hall', token });
  await office.report();
  await hall.report();
  await stage.calls(1);
  hall.close();
  await expect.poll(() => stage.voice.shown().screens.find(({ id }) => id === hall.id)?.online).toBe(false);
  stage.soundsFor(10_000);
  await office.until(() => office.said().includes('B-001 again'));
  await stage.calls(3);
  await office.until(() => office.said().includes('B-002'));
});

test('VO5 an unsigned screen speaks where nobody else can; that is said once, not for each call', async () => {
  const stage = await openVoiceStage();
  const unsigned = await stage.board();
  expect((await unsigned.report()).speaks).toBe(true);
  const trouble = () => stage.voice.shown().voices.map((voice) => voice.trouble);
  const call = await stage.calls(1);
  await unsigned.announced(call);
  await stage.calls(3);
  stage.soundsFor(60_000);
  expect(trouble()).toEqual(['unsigned']);
  expect(stage.voice.shown().unheard).toEqual([]);
});

test('VO2 an office file that gives a zone a sound card takes the word from the screen there', async () => {
  const stage = await openVoiceStage({ play: () => ({ done: new Promise(() => {}), stop: () => {} }) });
  const board = await stage.board({ token: await stage.token('display') });
  await board.report();
  expect(board.speaks()).toBe(true);
  const office = zoned({ voice: { jacks: [{ device: 'default' }] } });
  stage.day.does({ type: 'ConfigureOffice', office, source: 'test' }, '08:00');
  stage.tell();
  await expect.poll(board.speaks).toBe(false);
  expect(stage.voice.shown().voices).toEqual([
    { zone: null, by: 'jack', id: 'default', waiting: 0, trouble: null },
  ]);
});
