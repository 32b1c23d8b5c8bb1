/** Clients that others have written: Debian's mosquitto tools. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { needs, pathOf } from '../needs.ts';
import { openOffice, press } from './office.ts';

const withMosquitto = needs('mosquitto_pub', 'mosquitto_sub');

interface Run {
  /** What it wrote so far, in lines. */
  lines(): string[];
  readonly exited: Promise<number>;
}

function run(tool: 'mosquitto_pub' | 'mosquitto_sub', port: number, user: string, ...more: string[]): Run {
  const account = ['-i', user, '-u', user, '-P', user];
  const child = spawn(pathOf(tool) ?? tool, ['-h', '127.0.0.1', '-p', String(port), ...account, ...more]);
  onTestFinished(() => void child.kill());
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (written += chunk));
  return {
    lines: () => written.split('\n').filter(Boolean),
    exited: once(child, 'exit').then(([code]) => code),
  };
}

withMosquitto('a press by mosquitto_pub calls, and its result comes to mosquitto_sub', async () => {
  const { hub, port } = await openOffice();
  const pub = run('mosquitto_pub', port, 'ctr-03', '-q', '1', '-t', 'loket/v1/ctr-03/event', '-m', press(17));
  expect(await pub.exited).toBe(0);
  expect(hub.submitted.map(({ from }) => from.key)).toEqual(['7F3A:17']);
});

withMosquitto('mosquitto_sub is a board: the text of now first, then each change', async () => {
  const { hub, port } = await openOffice();
  hub.calls(3, 'A-012');
  const sub = run('mosquitto_sub', port, 'ctr-03', '-q', '1', '-v', '-t', 'loket/v1/ctr-03/#', '-C', '2');
  await expect.poll(() => sub.lines().length).toBe(1);
  hub.calls(3, 'A-013');
  expect(await sub.exited).toBe(0);
  const texts = sub.lines().map((line) => JSON.parse(line.slice(line.indexOf(' '))).text);
  expect(texts).toEqual(['A-012', 'A-013']);
});

withMosquitto('an integration sends with each quality of service, 2 too, and reads it', async () => {
  const { hub, port } = await openOffice();
  hub.add({ id: 'writer', driver: 'integration', counter: null, write: ['home/#'] });
  hub.add({ id: 'reader', driver: 'integration', counter: null, read: ['home/#'] });
  for (const qos of ['0', '1', '2']) {
    const topic = `home/qos/${qos}`;
    expect(
      await run('mosquitto_pub', port, 'writer', '-r', '-q', qos, '-t', topic, '-m', `m${qos}`).exited,
    ).toBe(0);
  }
  const sub = run('mosquitto_sub', port, 'reader', '-q', '2', '-t', 'home/#', '-C', '3', '-F', '%q %r %p');
  expect(await sub.exited).toBe(0);
  expect(sub.lines().sort()).toEqual(['0 1 m0', '1 1 m1', '2 1 m2']);
});

withMosquitto('what is refused is refused in words that mosquitto understands', async () => {
  const { port } = await openOffice();
  const message = ['-t', 'loket/v1/ctr-03/status', '-m', 'online'];
  const five = run('mosquitto_pub', port, 'ctr-03', '-V', '5', ...message);
  expect(await five.exited).not.toBe(0);
  const wrong = run('mosquitto_pub', port, 'ctr-03', '-P', 'wrong', ...message);
  expect(await wrong.exited).not.toBe(0);
  expect(wrong.lines().join(' ')).toMatch(/bad user ?name or password|not authori[sz]ed/i);
  const will = run(
    'mosquitto_sub',
    port,
    'ctr-03',
    '--will-topic',
    'loket/v1/ctr-03/event',
    '-t',
    'loket/v1/ctr-03/#',
  );
  expect(await will.exited).not.toBe(0);
  const foreign = run('mosquitto_sub', port, 'ctr-03', '-t', '#');
  await expect.poll(() => foreign.lines().join(' ')).toMatch(/denied|reject/i);
});

withMosquitto('a Tasmota payload calls a number, and its display is told it', async () => {
  const { hub, port } = await openOffice();
  const driver = { driver: 'tasmota', counter: 3 };
  hub.add({ id: 'btn-3', ...driver });
  hub.add({ id: 'led-3', ...driver, settings: { topic: 'papan3', board: { width: 5, characters: 'text' } } });
  hub.answerWith(() => {
    hub.calls(3, 'A-013');
    return { ok: true, answer: { counter: 3, ticket: 'A-013' } };
  });
  const wanted = ['-t', 'cmnd/papan3/DisplayText', '-v'];
  const sub = run('mosquitto_sub', port, 'led-3', '-i', 'DVES_33', ...wanted);
  await expect.poll(() => hub.state.calendar.devices.size).toBe(3);
  const said = ['-t', 'stat/btn-3/RESULT', '-m', '{"Button1":{"Action":"SINGLE"}}'];
  expect(await run('mosquitto_pub', port, 'btn-3', '-i', 'DVES_44', '-q', '1', ...said).exited).toBe(0);
  expect(hub.submitted).toMatchObject([{ command: { type: 'CallNext', counter: 3 } }]);
  await expect.poll(() => sub.lines()).toContain('cmnd/papan3/DisplayText A-013');
});
