/** Debian's MQTT clients against the whole system: what others have written is understood as we understand it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, vi } from 'vitest';
import type { DomainEvent } from '../../server/domain/events.ts';
import { needs, pathOf, type Tool } from '../needs.ts';
import { type LobbyView, startOffice } from '../stories/office.ts';
import { officeFile } from './office-file.ts';

const withMosquitto = needs('mosquitto_pub', 'mosquitto_sub');
const patience = { timeout: 8000, interval: 10 };

interface Account {
  readonly username: string;
  readonly password: string;
}

interface Run {
  /** What it wrote so far, in lines. */
  lines(): string[];
  readonly exited: Promise<number>;
}

/** Bounded by its own `-W` (a subscriber), and ended with the test. */
function run(tool: Tool, port: number, { username, password }: Account, ...more: string[]): Run {
  const account = ['-i', username, '-u', username, '-P', password];
  const bound = tool === 'mosquitto_sub' ? ['-W', '10'] : [];
  const child = spawn(pathOf(tool) ?? tool, [
    ...['-h', '127.0.0.1', '-p', String(port)],
    ...account,
    ...bound,
    ...more,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      written += chunk;
    });
  return {
    lines: () => written.split('\n').filter(Boolean),
    exited: once(child, 'close').then(([code]) => code),
  };
}

async function openOffice() {
  const office = await startOffice({ office: officeFile() });
  const events: DomainEvent[] = [];
  const port = office.loket.mqttPort;
  async function account(id: string, more: object): Promise<Account> {
    const { body } = await office.api('POST', '/devices', { id, ...more });
    return { username: id, password: String(body.password) };
  }
  const box = (counter: number) => account(`box-${counter}`, { driver: 'loket', counter });
  office.loket.hub.onTold((told) => void events.push(...told.events));
  const calls = () => events.filter(({ type }) => type === 'TicketCalled').length;
  return { ...office, port, account, box, calls };
}

const press = (seq: number, more: object = {}): string =>
  JSON.stringify({ event_type: 'next', seq, boot: '0001', arg: null, age_ms: 0, ...more });

withMosquitto(
  'a press by mosquitto_pub calls, and the board’s text is there for mosquitto_sub, retained',
  async () => {
    const { port, box, open, take, watch } = await openOffice();
    const account = await box(3);
    await open(3);
    await take('passport', 2);
    const lobby = await watch<LobbyView>('lobby');
    const topics = ['-t', 'loket/v1/box-3/event/result', '-t', 'loket/v1/box-3/display/set'];
    // One client id is one connection, so the box presses and listens in turn.
    const pub = run('mosquitto_pub', port, account, '-q', '1', '-t', 'loket/v1/box-3/event', '-m', press(1));
    expect(await pub.exited).toBe(0);
    await lobby.shows(({ calls }) => expect(calls[0]).toMatchObject({ number: 'A-001', counter: 3 }));

    const board = run('mosquitto_sub', port, account, '-q', '1', ...topics, '-C', '1', '-F', '%q %r %t %p');
    expect(await board.exited).toBe(0);
    const [line = ''] = board.lines();
    expect(line).toMatch(/^1 1 loket\/v1\/box-3\/display\/set \{/);
    expect(JSON.parse(line.slice(line.indexOf('{')))).toEqual({
      rev: expect.any(Number),
      text: 'A-001',
      counter: 3,
      blink_ms: 500,
      blink_for_ms: 6000,
    });
  },
);

withMosquitto(
  'the result of a redelivered press comes to whoever listens as the box, once for each delivery',
  async () => {
    const { port, box, account, open, take, calls } = await openOffice();
    const boxAccount = await box(3);
    const filters = ['loket/v1/box-3/#', 'loket/v1/hub/status'];
    const listener = await account('listener', { driver: 'integration', read: filters });
    await open(3);
    await take('passport', 2);
    const topics = filters.flatMap((filter) => ['-t', filter]);
    const sub = run('mosquitto_sub', port, listener, '-q', '1', ...topics, '-F', '%r %t %p');
    const heard = (topic: string) => sub.lines().filter((line) => line.split(' ')[1] === topic);
    await vi.waitFor(
      () => expect(heard('loket/v1/hub/status')).toEqual(['1 loket/v1/hub/status online']),
      patience,
    );
    const event = ['-q', '1', '-t', 'loket/v1/box-3/event', '-m', press(1)];
    for (let times = 1; times <= 2; times += 1) {
      expect(await run('mosquitto_pub', port, boxAccount, ...event).exited).toBe(0);
      await vi.waitFor(() => expect(heard('loket/v1/box-3/event/result')).toHaveLength(times), patience);
    }
    const result =
      '0 loket/v1/box-3/event/result {"boot":"0001","seq":1,"ok":true,"ticket":"A-001","counter":3}';
    expect(heard('loket/v1/box-3/event/result')).toEqual([result, result]);
    const texts = heard('loket/v1/box-3/display/set').map(
      (line) => JSON.parse(line.slice(line.indexOf('{'))).text,
    );
    expect(texts).toEqual(['', 'A-001']);
    expect(calls()).toBe(1);
  },
);

withMosquitto(
  'a wrong password, no account and no password are refused in words, and nothing happens',
  async () => {
    const { port, box, open, take, calls } = await openOffice();
    const { username } = await box(1);
    await open(1);
    await take('passport');
    const event = ['-q', '1', '-t', 'loket/v1/box-1/event', '-m', press(1)];
    for (const account of [
      { username, password: 'wrong' },
      { username: 'nobody', password: 'wrong' },
    ]) {
      const pub = run('mosquitto_pub', port, account, ...event);
      expect(await pub.exited).not.toBe(0);
      expect(pub.lines().join(' ')).toMatch(/bad user ?name or password|not authori[sz]ed/i);
    }
    const child = spawn(pathOf('mosquitto_pub') ?? '', ['-h', '127.0.0.1', '-p', String(port), ...event]);
    onTestFinished(() => void child.kill('SIGKILL'));
    expect((await once(child, 'close'))[0]).not.toBe(0);
    expect(calls()).toBe(0);
  },
);

withMosquitto('nobody presses, or hears a press, under the name of another box', async () => {
  const { port, box, open, take, calls, api } = await openOffice();
  const [one, two] = [await box(1), await box(2)];
  await open(1, 2);
  await take('passport');
  const board = run('mosquitto_sub', port, two, '-q', '1', '-t', 'loket/v1/box-2/#', '-F', '%t %p');
  await vi.waitFor(() => expect(board.lines()).toHaveLength(1), patience);
  for (const topic of [
    'loket/v1/box-2/event',
    'loket/v1/box-2/display/set',
    'loket/v1/box-1/display/set',
    'loket/v1/hub/status',
    '$SYS/x',
  ]) {
    const pub = run('mosquitto_pub', port, one, '-r', '-q', '1', '-t', topic, '-m', press(1));
    expect(await pub.exited, topic).not.toBe(0);
  }
  const foreign = run(
    'mosquitto_sub',
    port,
    one,
    '-t',
    'loket/v1/box-2/#',
    '-t',
    '#',
    '-t',
    '+/v1/box-2/event',
  );
  await vi.waitFor(() => expect(foreign.lines().join(' ')).toMatch(/denied|reject/i), patience);
  expect(calls()).toBe(0);
  // It goes on working under its own name, and the other board has heard of nothing.
  await run('mosquitto_pub', port, one, '-q', '1', '-t', 'loket/v1/box-1/event', '-m', press(1)).exited;
  expect(calls()).toBe(1);
  const { body } = await api('GET', '/board');
  expect((body as unknown as LobbyView).counters.slice(0, 2)).toEqual([
    { counter: 1, state: 'open', number: 'A-001' },
    { counter: 2, state: 'open', number: null },
  ]);
  expect(board.lines()).toEqual([expect.stringMatching(/^loket\/v1\/box-2\/display\/set .*"text":"",/)]);
});

withMosquitto('the retained flag is stripped from a press: nobody hears it again', async () => {
  const { port, box, account, open, take, calls } = await openOffice();
  const boxAccount = await box(1);
  const filters = ['loket/v1/+/event', 'loket/v1/hub/status'];
  const reader = await account('reader', { driver: 'integration', read: filters });
  await open(1);
  await take('passport', 3);
  const send = (seq: number) =>
    run('mosquitto_pub', port, boxAccount, '-r', '-q', '1', '-t', 'loket/v1/box-1/event', '-m', press(seq))
      .exited;
  expect(await send(1)).toBe(0);
  const topics = filters.flatMap((filter) => ['-t', filter]);
  const sub = run('mosquitto_sub', port, reader, '-q', '1', ...topics, '-C', '2', '-F', '%r %t %p');
  await vi.waitFor(() => expect(sub.lines()).toHaveLength(1), patience);
  expect(await send(2)).toBe(0);
  expect(await sub.exited).toBe(0);
  expect(sub.lines()).toEqual(['1 loket/v1/hub/status online', `0 loket/v1/box-1/event ${press(2)}`]);
  expect(calls()).toBe(2);
});

withMosquitto('a will that is a press is refused: a power cut at a box calls nobody', async () => {
  const { port, box, open, take, calls } = await openOffice();
  const account = await box(1);
  await open(1);
  await take('passport');
  const will = ['--will-topic', 'loket/v1/box-1/event', '--will-payload', press(9), '--will-qos', '1'];
  const sub = run('mosquitto_sub', port, account, ...will, '-t', 'loket/v1/box-1/#');
  expect(await sub.exited).not.toBe(0);
  expect(calls()).toBe(0);
});
