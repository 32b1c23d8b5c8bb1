/** The lobby's voice while its hub is away: another screen may speak by then, and two at once nobody understands. */
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { needs } from '../needs.ts';
import { call, lobby } from './scenes.ts';
import { wav } from './stage-screens.ts';
import { openStands, type Stands } from './stand.ts';
import { heard, listenIn, made, reported, soundsOf, speakingIn } from './voice-ears.ts';

const withChromium = needs('chromium');
let stands: Stands;
beforeAll(async () => {
  stands = await openStands();
});
afterEach(() => stands.clear());
afterAll(() => stands.close());
const speaking = () => speakingIn(stands);

withChromium(
  'what plays is not cut off by the hub’s end; what waits is said when the hub is back and chooses this page again',
  async () => {
    const { stage, page, reopen } = await speaking();
    stage.screens.sounds(() => wav(1.1));
    const [first, second] = [call('A-031', 1), call('A-032', 2)];
    stage.announce(first);
    stage.announce(second);
    await vi.waitFor(() => expect(stage.screens.fetched).toContain('call-A-032-2.wav'));
    await made(page, 1);
    await stage.close();
    await vi.waitFor(async () => expect((await soundsOf(page))[0]?.until).toEqual(expect.any(Number)), {
      timeout: 15_000,
    });
    expect(await soundsOf(page)).toHaveLength(1);
    const again = await reopen();
    again.screens.sounds(() => wav(1.1));
    again.show('lobby', lobby);
    await heard(again, first.callId, second.callId);
    expect((await soundsOf(page)).map(({ seconds }) => seconds)).toEqual([1.1, 1.1]);
  },
);

withChromium('what waits is left to another screen that the hub chose while it was lost', async () => {
  const { stage, page, reopen } = await speaking();
  stage.screens.sounds(() => wav(1.1));
  const [first, second, third] = [call('A-031', 1), call('A-032', 2), call('A-033', 3)];
  for (const one of [first, second]) stage.announce(one);
  await made(page, 1);
  await stage.close();
  const again = await reopen();
  again.screens.answer({ speaks: false });
  again.show('lobby', lobby);
  // What it had begun is told all the same.
  await heard(again, first.callId);
  again.screens.choose(true);
  again.announce(third);
  await heard(again, first.callId, third.callId);
  expect(await soundsOf(page)).toHaveLength(2);
});

withChromium(
  'with the cable pulled nothing is begun once the hub was silent for three seconds; what was said meanwhile is told',
  async () => {
    const { stage, page } = await stands.open();
    let pulled = false;
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const hub = socket.connectToServer();
      socket.onMessage((message) => pulled || hub.send(message));
      hub.onMessage((message) => pulled || socket.send(message));
    });
    await page.route('**/socket.io/**', (route) => (pulled ? route.abort() : route.continue()));
    await listenIn(page);
    stage.show('lobby', lobby);
    await page.goto(`${stage.origin}/display/`);
    await reported(stage, 'on');
    const seconds: Record<string, number> = { 'call-A-032': 3, 'call-A-033': 0.3 };
    stage.screens.sounds((file) => wav(seconds[file.slice(0, 10)] ?? 1));
    const [first, second, third] = [call('A-031', 1), call('A-032', 2), call('A-033', 3)];
    for (const one of [first, second, third]) stage.announce(one);
    await vi.waitFor(() => expect(stage.screens.fetched.join()).toContain('call-A-032-2.wav'));
    await made(page, 1);
    pulled = true;
    await page.locator('[data-live="false"]').waitFor();
    await vi.waitFor(
      async () => expect((await soundsOf(page))[1]?.until).toEqual(expect.any(Number)),
      15_000,
    );
    expect(await soundsOf(page)).toHaveLength(2);
    expect(stage.screens.heard).toEqual([]);
    pulled = false;
    await heard(stage, first.callId, second.callId, third.callId);
    expect(await soundsOf(page)).toHaveLength(3);
  },
);
