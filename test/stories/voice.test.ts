/** A call across the hub: announced, fetched as sound, acknowledged, and looked after by the supervisor. */
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { DisplaysShown } from '../../server/contract/displays.ts';
import type { AnnounceMessage } from '../../server/contract/socket.ts';
import { startOffice } from './office.ts';

test('a display says a call with the hub’s sound and acknowledges it, and the supervisor sees that nothing waits', async () => {
  const office = await startOffice();
  const { httpPort } = office.loket;
  const { body } = await office.api('POST', '/tokens', { role: 'display', label: 'TV ruang tunggu' });
  const display = io(`http://127.0.0.1:${httpPort}`, {
    auth: { token: body.token },
    transports: ['websocket'],
  });
  onTestFinished(() => void display.close());
  const heard: AnnounceMessage[] = [];
  display.on('announce', (message: AnnounceMessage) => heard.push(message));
  await display.emitWithAck('watch', 'lobby');
  const report = {
    ...{ id: 'a1b2c3d4e5f6', page: 'lobby', zone: null, counter: null, number: null, sound: 'on' },
    ...{ clockOffset: 0, build: '', size: '1920 × 1080' },
  };
  expect(await display.emitWithAck('report', report)).toMatchObject({ speaks: true });
  await office.open(1);
  await office.take('passport');
  await office.api('POST', '/counters/1/next');
  await expect.poll(() => heard.map(({ number }) => number)).toEqual(['A-001']);
  const callId = heard[0]?.callId ?? '';
  const sound = await fetch(`http://127.0.0.1:${httpPort}/audio/${callId}.wav`);
  const bytes = new Uint8Array(await sound.arrayBuffer());
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 12))).toMatch(/^RIFF....WAVE$/s);
  // More than a second of it: 22,050 samples of two bytes.
  expect(bytes.length).toBeGreaterThan(44_100);

  const supervisor = io(`http://127.0.0.1:${httpPort}`, {
    auth: {
      token: (await office.api('POST', '/tokens', { role: 'supervisor', label: 'Kepala' })).body.token,
    },
    transports: ['websocket'],
  });
  onTestFinished(() => void supervisor.close());
  let shown: DisplaysShown | undefined;
  supervisor.on('view', ({ view }) => {
    shown = view.displays;
  });
  supervisor.emit('watch', 'supervisor', () => {});
  await expect
    .poll(() => shown?.voices)
    .toEqual([{ zone: null, by: 'screen', id: 'a1b2c3d4e5f6', waiting: 1, trouble: null }]);
  display.emit('announced', { callId });
  await expect.poll(() => shown?.voices[0]?.waiting).toBe(0);
  expect(shown?.unheard).toEqual([]);
  expect((await office.api('POST', `/calls/${callId}/repeat`)).status).toBe(204);
  await expect.poll(() => heard.map(({ again }) => again)).toEqual([undefined, true]);
});
