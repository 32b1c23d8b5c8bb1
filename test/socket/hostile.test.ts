/** Whatever is sent to it, the hub goes on. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openStage, type Stage } from './stage.ts';

/** A connection at the byte, already a member of the default namespace. */
async function openRaw({ port }: Stage): Promise<{ socket: WebSocket; ended: Promise<unknown> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  const ended = once(socket, 'close');
  await once(socket, 'message');
  socket.send('40');
  await once(socket, 'message');
  return { socket, ended };
}

async function goesOn(stage: Stage): Promise<void> {
  const screen = await stage.screen();
  expect(await screen.watch('lobby')).toBeNull();
  await screen.view('lobby');
}

test('mistaken messages are answered where an answer is wanted, counted, and change nothing', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  const wrong = ['', 'x'.repeat(81), 7, null, true, {}, ['lobby'], { name: 'lobby' }];
  for (const name of wrong) {
    expect(await screen.watch(name)).toMatchObject({ status: 400, code: 'malformed' });
    screen.send('watch', name);
    screen.send('unwatch', name);
  }
  for (const message of [undefined, 'x', null, {}, { callId: 7 }, { callId: 'x'.repeat(65) }]) {
    screen.send('announced', message);
  }
  screen.send('watch');
  screen.send('unwatch');
  screen.send('announced', { callId: 'id' });
  for (const event of ['CallNext', 'view', 'announce', 'error', 'constructor', '__proto__'])
    screen.send(event, {});
  expect(await screen.watch('lobby')).toBeNull();
  const { asked, failed } = stage.sockets.counts();
  expect({ asked, failed }).toEqual({
    asked: { done: 2, refused: 0, malformed: 3 * 8 + 6 + 2, unknown: 6 },
    failed: 0,
  });
});

test('a watch without an answer wanted gets its view', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  screen.send('watch', 'lobby');
  await screen.view('lobby');
  screen.send('watch', 'counter:1', 'not a function');
  await screen.view('counter:1');
});

test('one connection watches at most twenty names', async () => {
  const stage = await openStage();
  for (let minute = 0; minute < 21; minute += 1) stage.day.takes(`08:${10 + minute}`);
  const codes = [...stage.day.state.day.visits.keys()];
  const screen = await stage.screen();
  for (const code of codes.slice(0, 20)) expect(await screen.watch(`ticket:${code}`)).toBeNull();
  expect(await screen.watch(`ticket:${codes[20]}`)).toMatchObject({ status: 429, code: 'too-many-requests' });
  screen.send('unwatch', `ticket:${codes[0]}`);
  expect(await screen.watch(`ticket:${codes[20]}`)).toBeNull();
});

test('who asks without end is cut off', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  for (let times = 0; times < 300; times += 1) screen.send('watch', 'lobby');
  await screen.ended;
  await goesOn(stage);
  expect(stage.sockets.counts()).toMatchObject({ cut: 1, asked: { done: 201 } });
});

/** Socket.IO protocol 5 inside engine.io protocol 4; each kind of packet at least once, all of them wrong. */
const frames = [
  '42',
  '42[]',
  '42{}',
  '42["watch"',
  '42[null]',
  '42[7,"lobby"]',
  '42[["watch"]]',
  '42["connect"]',
  '42["disconnect"]',
  '42["newListener","x"]',
  '42["error",{"message":"x"}]',
  '42-1["watch","lobby"]',
  '4299999999999999999999["watch","lobby"]',
  '42/admin,["watch","lobby"]',
  '40/admin,{"token":"x"}',
  '40',
  '40{"token":',
  '43',
  '430[]',
  '43999[1]',
  '44"x"',
  '45',
  '451-["watch",{"_placeholder":true,"num":0}]',
  '4599999999-["watch",{"_placeholder":true,"num":7}]',
  '461-1[{"_placeholder":true,"num":0}]',
  '47',
  '49["watch"]',
  '4',
  '',
  '0',
  '1',
  '2probe',
  '3',
  '5',
  '6',
  '7',
  'x'.repeat(4000),
  '42["watch","\ud800"]',
  `42["watch",${'['.repeat(1500)}${']'.repeat(1500)}]`,
];

test.each(frames)('the hub goes on after the frame %j', async (frame) => {
  const stage = await openStage();
  const { socket } = await openRaw(stage);
  socket.send(frame);
  await goesOn(stage);
  expect(stage.sockets.counts().failed).toBe(0);
});

test('a binary frame and a frame beyond 4 KB end the connection, and the hub goes on', async () => {
  const stage = await openStage();
  const large = await openRaw(stage);
  large.socket.send(`42["watch","${'x'.repeat(5000)}"]`);
  await large.ended;
  const binary = await openRaw(stage);
  binary.socket.send(Buffer.from([0xff, 0x00, 0x42]));
  await binary.ended;
  await goesOn(stage);
});
