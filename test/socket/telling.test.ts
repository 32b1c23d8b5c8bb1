/** Many watchers: stations before phones, in slices, and messages that stay small. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { contoh } from '../domain/office.ts';
import { openStage } from './stage.ts';

test('two hundred phones never keep a call from the board: it is announced and shown before any of them is told', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  const numbers = Array.from({ length: 200 }, () => stage.day.takes('08:00'));
  const names = numbers.map((number) => `ticket:${stage.day.visit(number).code}`);
  stage.tell();
  const arrivals: string[] = [];
  const board = await stage.screen();
  const phones = await Promise.all(names.map(() => stage.screen()));
  await Promise.all([board.watch('lobby'), ...phones.map((phone, place) => phone.watch(names[place]))]);
  await Promise.all([board.view('lobby'), ...phones.map((phone, place) => phone.view(names[place] ?? ''))]);
  for (const { screen, who } of [
    { screen: board, who: 'board' },
    ...phones.map((screen) => ({ screen, who: 'phone' })),
  ]) {
    const before = screen.heard.length;
    let seen = before;
    void screen.until(({ heard }) => {
      for (; seen < heard.length; seen += 1) arrivals.push(`${who} ${heard[seen]?.type}`);
      return false;
    });
  }
  // Everybody's visit is touched at once: each phone is due at the same moment as the board.
  stage.day.next(1, '08:01');
  for (const number of numbers.slice(1)) {
    stage.day.does({ type: 'ChangeLane', ticket: number, lane: 'priority', reason: 'test' }, '08:02');
  }
  stage.tell();
  await Promise.all(phones.map((phone, place) => phone.view(names[place] ?? '', 2)));
  expect(arrivals.slice(0, 2)).toEqual(['board announce', 'board view']);
  expect(arrivals.filter((arrival) => arrival === 'phone view').length).toBeGreaterThanOrEqual(200);
});

test('more boards than are written to at once all hear the call before they see it', async () => {
  const stage = await openStage();
  stage.day.opens(1);
  stage.day.takes('08:00');
  const boards = await Promise.all(Array.from({ length: 150 }, () => stage.screen()));
  await Promise.all(boards.map((board) => board.watch('lobby')));
  await Promise.all(boards.map((board) => board.view('lobby')));
  stage.day.next(1, '08:01');
  stage.tell();
  await Promise.all(boards.map((board) => board.view('lobby', 2)));
  const orders = new Set(boards.map(({ heard }) => heard.map(({ type }) => type).join(' ')));
  expect([...orders]).toEqual(['view announce view']);
  expect(new Set(boards.map(({ views }) => JSON.stringify(views('lobby')[1]?.view))).size).toBe(1);
});

test('many changes at once are shown as one, and the last one is never missing', async () => {
  const stage = await openStage();
  const screen = await stage.screen();
  await screen.watch('lobby');
  for (let times = 1; times <= 100; times += 1) {
    stage.day.takes('08:00');
    stage.tell();
  }
  await screen.until(({ views }) => views('lobby').at(-1)?.view.waiting[0]?.count === 100);
  expect(screen.views('lobby').length).toBeLessThan(10);
});

test('a call is at most 200 bytes on the wire, and a board of thirty counters 4 KB', async () => {
  const id = 'x'.repeat(32);
  const steps = [{ id }];
  const services = [{ id: 'passport', prefix: 'AAA', steps: [id] }];
  const counters = Array.from({ length: 30 }, (_, place) => ({ number: 970 + place, steps: [id] }));
  const stage = await openStage({ office: contoh({ steps, services, counters, outcomes: {} }) });
  for (const { number } of counters) {
    stage.day.opens(number);
    stage.day.takes('08:00');
  }
  const socket = new WebSocket(`ws://127.0.0.1:${stage.port}/socket.io/?EIO=4&transport=websocket`);
  const largest = { announce: 0, view: 0, count: 0 };
  const done = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      if (text.startsWith('40')) socket.send('42["watch","lobby"]');
      if (text.startsWith('2')) socket.send('3');
      if (text.startsWith('42["announce"')) largest.announce = Math.max(largest.announce, data.length);
      if (!text.startsWith('42["view"')) return;
      largest.view = Math.max(largest.view, data.length);
      largest.count += 1;
      if (largest.count === 1) {
        for (const { number } of counters) stage.day.next(number, '08:01');
        stage.tell();
      } else resolve();
    });
  });
  await done;
  socket.close();
  await once(socket, 'close');
  // The WebSocket frame's head is 2 bytes for a call and 4 for a view.
  expect(largest.announce).toBeGreaterThan(100);
  expect(largest.announce + 2).toBeLessThanOrEqual(200);
  expect(largest.view + 4).toBeLessThanOrEqual(4096);
});
