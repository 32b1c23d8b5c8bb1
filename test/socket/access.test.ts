/** Who may watch what, from where, and for how long. */
import { expect, test } from 'vitest';
import { sessionCookie } from '../../server/access/credentials.ts';
import { openStage } from './stage.ts';

test('everybody sees what is public; what is not asks for a token', async () => {
  const stage = await openStage();
  stage.day.takes('08:00');
  const screen = await stage.screen();
  const names = ['lobby', 'lobby:hall', 'counter:1', `ticket:${stage.day.visit('A-001').code}`, 'kiosk'];
  for (const name of names) {
    expect(await screen.watch(name)).toBeNull();
    await screen.view(name);
  }
  for (const name of ['desk:1', 'box:1', 'desk:99']) {
    expect(await screen.watch(name)).toMatchObject({
      type: 'about:blank',
      status: 401,
      code: 'not-signed-in',
    });
  }
});

test('a name that does not exist is answered as not found', async () => {
  const stage = await openStage();
  stage.day.takes('08:00');
  const screen = await stage.screen({ token: await stage.token('supervisor') });
  const names = [
    'counter:99',
    'counter:01',
    'lobby:attic',
    'lobby:',
    'ticket:A-001',
    'desk:99',
    'box:1',
    'doors',
  ];
  for (const name of [...names, `ticket:${'x'.repeat(22)}`, 'toString', '__proto__', 'LOBBY', 'lobby\n']) {
    expect(await screen.watch(name), name).toMatchObject({ status: 404, code: 'not-found' });
  }
  expect(screen.heard).toEqual([]);
});

test('a counter sees its own desk and no other, a supervisor sees all, a kiosk none', async () => {
  const stage = await openStage();
  const own = await stage.screen({ token: await stage.token('counter', 3) });
  expect(await own.watch('desk:3')).toBeNull();
  expect((await own.view('desk:3')).view).toMatchObject({ counter: 3, state: 'closed' });
  expect(await own.watch('desk:1')).toMatchObject({ status: 403, code: 'forbidden' });
  expect(await own.watch('box:3')).toMatchObject({ code: 'forbidden' });
  const kiosk = await stage.screen({ token: await stage.token('kiosk') });
  expect(await kiosk.watch('desk:3')).toMatchObject({ code: 'forbidden' });
  const supervisor = await stage.screen({ token: await stage.token('supervisor') });
  expect(await supervisor.watch('desk:1')).toBeNull();
});

test('the session cookie of the handshake signs in', async () => {
  const stage = await openStage();
  const cookie = `other=1; ${sessionCookie}=${await stage.session()}`;
  const screen = await stage.screen({ cookie });
  expect(await screen.watch('desk:1')).toBeNull();
});

test('who presents something wrong sees what everybody sees', async () => {
  const stage = await openStage();
  const right = await stage.token('supervisor');
  for (const token of [`${right}x`, 'nonsense', '', 7, null, ['a'], { toString: 'x' }]) {
    const screen = await stage.screen({ token });
    expect(await screen.watch('lobby')).toBeNull();
    expect(await screen.watch('desk:1')).toMatchObject({ code: 'not-signed-in' });
  }
});

test('a revoked token and an ended session end their connections, and no other', async () => {
  const stage = await openStage();
  const token = await stage.token('counter', 3);
  const cookie = await stage.session();
  const [station, person, passer] = [
    await stage.screen({ token }),
    await stage.screen({ cookie: `${sessionCookie}=${cookie}` }),
    await stage.screen(),
  ];
  await passer.watch('counter:1');
  stage.day.does({ type: 'RevokeToken', id: token.split('.', 1)[0] ?? '' }, '08:01');
  stage.tell();
  await station.ended;
  stage.day.does({ type: 'EndSession', id: cookie.split('.', 1)[0] ?? '' }, '08:02');
  stage.tell();
  await person.ended;
  stage.day.opens(1);
  stage.tell();
  await passer.view('counter:1', 2);
  expect(stage.sockets.counts()).toMatchObject({ sockets: 1, cut: 2 });
});

test('a new password ends the supervisor’s sessions, and stations stay', async () => {
  const stage = await openStage();
  const station = await stage.screen({ token: await stage.token('counter', 3) });
  const person = await stage.screen({ cookie: `${sessionCookie}=${await stage.session()}` });
  await station.watch('desk:3');
  stage.day.does({ type: 'SetPassword', hash: 'other', onlyFirst: false }, '08:01');
  stage.tell();
  await person.ended;
  stage.day.opens(3);
  stage.tell();
  await station.view('desk:3', 2);
});

test('a page of another origin is refused at the handshake, on both transports', async () => {
  const stage = await openStage({ publicUrl: 'https://antre.example.go.id' });
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://']) {
    await expect(stage.screen({ origin }), origin).rejects.toThrow();
    await expect(stage.screen({ origin, transports: ['polling'] }), origin).rejects.toThrow();
  }
  expect(stage.sockets.counts()).toMatchObject({ sockets: 0, refusedOrigins: 8 });
  for (const origin of [`http://127.0.0.1:${stage.port}`, 'https://antre.example.go.id']) {
    const screen = await stage.screen({ origin });
    expect(await screen.watch('lobby')).toBeNull();
  }
});
