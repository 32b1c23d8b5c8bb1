/** The lobby's voice in a browser that may sound: order, no overlap, what is acknowledged, and what happens without the hub. */
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { needs } from '../needs.ts';
import { call, lobby } from './scenes.ts';
import { wav } from './stage-screens.ts';
import { openStands, type Stands } from './stand.ts';
import { heard, idOf, listenIn, made, reported, soundsOf, speakingIn } from './voice-ears.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());

const speaking = () => speakingIn(stands);

withChromium(
  'three calls at once are said one after the other, each to its end, and acknowledged',
  async () => {
    const { stage, page, complaints } = await speaking();
    for (const [number, counter] of [
      ['A-031', 1],
      ['A-032', 2],
      ['A-033', 3],
    ] as const)
      stage.announce(call(number, counter));
    await heard(stage, idOf('A-031', 1), idOf('A-032', 2), idOf('A-033', 3));
    const sounds = await soundsOf(page);
    expect(sounds.map(({ seconds }) => seconds)).toEqual([0.3, 0.3, 0.3]);
    for (const [index, { until }] of sounds.entries())
      expect(until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
        sounds[index + 1]?.from ?? Number.POSITIVE_INFINITY,
      );
    expect(sounds.filter(({ until }) => until === null)).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

withChromium('repeats are left out while others wait, and what comes next is fetched ahead', async () => {
  const { stage, page } = await speaking();
  stage.screens.sounds((file) => wav(file.startsWith('call-A-031') ? 0.9 : 0.3));
  stage.announce(call('A-031', 1));
  await made(page, 1);
  stage.announce(call('A-032', 2));
  stage.announce(call('A-033', 3));
  stage.announce(call('A-034', 4));
  await vi.waitFor(() => expect(stage.screens.fetched).toContain('call-A-032-2.wav?short=1'));
  expect(stage.screens.heard).toEqual([]);
  await heard(stage, idOf('A-031', 1), idOf('A-032', 2), idOf('A-033', 3), idOf('A-034', 4));
  expect(stage.screens.fetched.filter((file) => file.startsWith('call-A-031'))).toEqual(['call-A-031-1.wav']);
  expect(stage.screens.fetched).toContain('call-A-033-3.wav?short=1');
  expect(stage.screens.fetched).toContain('call-A-034-4.wav');
});

withChromium('a call that is taken back before its turn is not said', async () => {
  const { stage, page } = await speaking();
  stage.screens.sounds((file) => wav(file.startsWith('call-A-031') ? 1.2 : 0.3));
  const [first, second, third] = [call('A-031', 1), call('A-032', 2), call('A-033', 3, '10:21')];
  for (const one of [first, second, third]) stage.announce(one);
  await made(page, 1);
  stage.show('lobby', { ...lobby, calls: [third, second, first, ...lobby.calls] });
  stage.show('lobby', { ...lobby, calls: [third, first, ...lobby.calls] });
  await heard(stage, first.callId, third.callId);
});

withChromium(
  'a sentence that cannot be had, or is none, is asked for twice; then there is a chime, and no acknowledgement',
  async () => {
    const { stage, page } = await speaking();
    stage.screens.sounds((file) => {
      if (file.startsWith('call-A-031')) return undefined;
      return file.startsWith('call-A-032') ? Buffer.from('this is no sound') : wav(0.3);
    });
    for (const one of [call('A-031', 1), call('A-032', 2), call('A-033', 3)]) stage.announce(one);
    await heard(stage, idOf('A-033', 3));
    const kinds = (await soundsOf(page)).map(({ kind }) => kind);
    // A chime is two tones.
    expect(kinds).toEqual(['tone', 'tone', 'tone', 'tone', 'sentence']);
    const { fetched } = stage.screens;
    expect(fetched.filter((file) => file === 'call-A-031-1.wav')).toHaveLength(2);
    expect(fetched.filter((file) => file === 'call-A-032-2.wav?short=1')).toHaveLength(2);
  },
);

withChromium(
  'the same announcement twice is said once, the hub’s wish to hear it again once more',
  async () => {
    const { stage, page } = await speaking();
    stage.announce(call('A-031', 1));
    stage.announce(call('A-031', 1));
    await heard(stage, idOf('A-031', 1));
    stage.announce({ ...call('A-031', 1), again: true });
    await heard(stage, idOf('A-031', 1), idOf('A-031', 1));
    expect(await soundsOf(page)).toHaveLength(2);
  },
);

withChromium('a screen that another one speaks for says nothing, and does so once it is chosen', async () => {
  const { stage, page } = await speaking();
  stage.screens.choose(false);
  stage.announce(call('A-031', 1));
  stage.screens.choose(true);
  stage.announce(call('A-032', 2));
  await heard(stage, idOf('A-032', 2));
  expect(await soundsOf(page)).toHaveLength(1);
});

withChromium(
  'a sound that hangs is given up: the next one is said, and the first is not acknowledged',
  async () => {
    const { stage, page } = await stands.open();
    await listenIn(page);
    await page.addInitScript(() => {
      // A device that fell asleep: what is started never comes to its end.
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = () => {
        AudioBufferSourceNode.prototype.start = start;
      };
    });
    stage.show('lobby', lobby);
    await page.goto(`${stage.origin}/display/`);
    await reported(stage, 'on');
    stage.announce(call('A-031', 1));
    stage.announce(call('A-032', 2));
    await heard(stage, idOf('A-032', 2));
    await reported(stage, 'on');
  },
);

withChromium('a call that the voice of its own zone says is shown, and not said', async () => {
  const { stage, page } = await speaking();
  stage.announce({ ...call('A-031', 1), silent: true });
  stage.announce(call('A-032', 2));
  await heard(stage, idOf('A-032', 2));
  expect(stage.screens.fetched.filter((file) => file.startsWith('call-A-031'))).toEqual([]);
  expect(await soundsOf(page)).toHaveLength(1);
});

withChromium('a board whose address says so is silent, and asks for no touch', async () => {
  const { stage, page } = await stands.open();
  await listenIn(page);
  stage.show('lobby', lobby);
  await page.goto(`${stage.origin}/display/?sound=off`);
  await reported(stage, 'off');
  stage.screens.choose(true);
  stage.announce(call('A-031', 1));
  await page.locator('.fresh', { hasText: 'A-031' }).first().waitFor();
  expect(stage.screens.fetched).toEqual([]);
  expect(await soundsOf(page)).toEqual([]);
});

withChromium(
  'five hundred calls leave nothing behind: no sound that still plays, no node, no sentence',
  async () => {
    const { stage, page } = await speaking();
    stage.screens.sounds(() => wav(0.005));
    const ids = Array.from({ length: 500 }, (_, index) => `c${index}`);
    for (const callId of ids) stage.announce({ ...call('A-031', 1), callId });
    await vi.waitFor(() => expect(stage.screens.heard).toHaveLength(500), { timeout: 100_000 });
    expect(stage.screens.heard).toEqual(ids);
    expect((await soundsOf(page)).filter(({ until }) => until === null)).toEqual([]);
    expect(await page.locator('audio, video').count()).toBe(0);
    const client = await page.context().newCDPSession(page);
    await client.send('HeapProfiler.collectGarbage');
    const { result } = await client.send('Runtime.evaluate', { expression: 'AudioBuffer.prototype' });
    const { objects } = await client.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
    });
    const count = await client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    expect(count.result.value).toBeLessThanOrEqual(4);
  },
  120_000,
);
