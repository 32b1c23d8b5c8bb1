/** Hub and bridge as processes: killed, restarted, without one another; the boxes live on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, onTestFinished, vi } from 'vitest';
import { type Client, clientOf, tokenFor } from '../e2e/client.ts';
import { choosePorts, type HubOrder, startHub } from '../e2e/hub-process.ts';
import { pagesBuilt } from '../e2e/pages-built.ts';
import { needs } from '../needs.ts';
import { temporaryFolder } from '../stories/office.ts';
import { createCable } from './pty.ts';
import { boxOn, ends, lineOf, met, officeFileWith, serialText, shows, wait } from './serial-office.ts';

beforeAll(pagesBuilt);

const withSocat = needs('socat');
const root = resolve(import.meta.dirname, '../..');
const node = resolve(root, 'node_modules/.bin/node');
const password = 'rahasia-sekali-2026';
const three = { address: 3, id: 'ser-3', counter: 3 };

async function orderHub(office: string): Promise<HubOrder> {
  const settings = { LOKET_SUPERVISOR_PASSWORD: password };
  return { folder: temporaryFolder(), ...(await choosePorts()), office, settings };
}

async function openCounter(order: HubOrder, tickets: number): Promise<Client> {
  const supervisor = clientOf(order.http, await tokenFor(order.http, password, 'supervisor'));
  await supervisor.send('POST', '/counters/3/open');
  for (let n = 0; n < tickets; n += 1) await supervisor.send('POST', '/tickets', { service: 'passport' });
  return supervisor;
}

async function numberAt(supervisor: Client): Promise<unknown> {
  const { body } = await supervisor.send('GET', '/board');
  const counters = body.counters as { counter: number; number: string | null }[];
  return counters.find(({ counter }) => counter === 3)?.number;
}

function runBridge(file: string, settings: Record<string, string> = {}) {
  const child: ChildProcess = spawn(node, ['counter-firmware-bridge/main.ts', file], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    output: () => output,
    ended,
    kill(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

function bridgeFile(order: HubOrder, line: string, secret: unknown): string {
  const file = join(temporaryFolder(), 'bridge.yaml');
  const hub = `hub: mqtt://127.0.0.1:${order.mqtt}\n`;
  writeFileSync(file, `${hub}${serialText([line])}passwords: { ser-3: ${String(secret)} }\n`);
  chmodSync(file, 0o600);
  return file;
}

withSocat(
  'the hub is killed while the box lives: its board is right again, the press meanwhile is done once',
  async () => {
    const cable = createCable();
    const { box } = await boxOn(cable);
    const order = await orderHub(officeFileWith(lineOf(cable, 'p2p', three)));
    const first = await startHub(order);
    await openCounter(order, 5);
    await met(box);
    await ends(box.press('NEXT'), 'ok', 'A-001');
    await shows(box, 'A-001');
    const pressed = box.press('NEXT');
    expect(await first.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    await startHub(order);
    await vi.waitFor(() => expect(pressed.state).not.toBe('waiting'), wait);
    const supervisor = clientOf(order.http, await tokenFor(order.http, password, 'supervisor'));
    // Done once, or shown as not sent by a machine that was too slow to come back in ten seconds: never twice.
    const at = await numberAt(supervisor);
    if (pressed.state === 'ok')
      expect({ at, answer: pressed.answer }).toEqual({ at: 'A-002', answer: 'A-002' });
    else expect(['A-001', 'A-002']).toContain(at);
    await shows(box, String(at));
  },
);

withSocat(
  'a bridge of its own: works, is killed, works again; without the hub a press is not sent',
  async () => {
    const cable = createCable();
    const { box } = await boxOn(cable);
    const order = await orderHub(officeFileWith());
    const hub = await startHub(order);
    const supervisor = await openCounter(order, 5);
    const { body } = await supervisor.send('POST', '/devices', { id: 'ser-3', driver: 'loket', counter: 3 });
    const file = bridgeFile(order, lineOf(cable, 'p2p', three), body.password);
    const first = runBridge(file);
    await met(box);
    await ends(box.press('NEXT'), 'ok', 'A-001');
    await shows(box, 'A-001');
    const pressed = box.press('NEXT');
    await first.kill('SIGKILL');
    const second = runBridge(file);
    await ends(pressed, 'ok', 'A-002');
    await shows(box, 'A-002');

    await hub.kill('SIGKILL');
    const lost = box.press('NEXT');
    await vi.waitFor(() => expect(box.heard.some((frame) => frame.includes('NAK,BUSY'))).toBe(true), wait);
    await vi.waitFor(() => expect(lost.state).toBe('not-sent'), wait);
    await startHub(order);
    const online = async () => {
      const again = clientOf(order.http, await tokenFor(order.http, password, 'supervisor'));
      const { body: listed } = await again.send('GET', '/devices');
      const devices = (Array.isArray(listed) ? listed : listed.devices) as { id: string; online: boolean }[];
      return devices.find(({ id }) => id === 'ser-3')?.online;
    };
    await vi.waitFor(async () => expect(await online()).toBe(true), wait);
    // Nobody is called by a press that was given up.
    await shows(box, 'A-002');
    await ends(box.press('RECALL'), 'ok', 'A-002');

    expect(await second.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    await vi.waitFor(async () => expect(await online()).toBe(false), wait);
    expect(second.output()).not.toContain(String(body.password));
  },
);

withSocat(
  'PR1 the hub stands still until the box has given the press up: it calls nobody afterwards',
  async () => {
    const cable = createCable();
    const { box } = await boxOn(cable);
    const order = await orderHub(officeFileWith());
    const hub = await startHub(order);
    const supervisor = await openCounter(order, 5);
    const { body } = await supervisor.send('POST', '/devices', { id: 'ser-3', driver: 'loket', counter: 3 });
    runBridge(bridgeFile(order, lineOf(cable, 'p2p', three), body.password));
    await met(box);
    await ends(box.press('NEXT'), 'ok', 'A-001');
    hub.signal('SIGSTOP');
    const given = box.press('NEXT');
    // Nobody is called by a press that everybody has forgotten: neither its box nor the bridge waits for it any more.
    await vi.waitFor(() => expect(given.state).not.toBe('waiting'), wait);
    hub.signal('SIGCONT');
    expect(given.state).not.toBe('ok');
    // What had piled up at the hub is behind this.
    await vi.waitFor(async () => {
      const recalled = box.press('RECALL');
      await vi.waitFor(() => expect(recalled.state).not.toBe('waiting'), wait);
      expect(recalled.answer).toBe('A-001');
    }, wait);
    expect(await numberAt(supervisor)).toBe('A-001');
  },
);

withSocat('a mistaken file: every mistake, and exit code 1', async () => {
  const file = join(temporaryFolder(), 'bridge.yaml');
  writeFileSync(file, 'hub: here\nserial: []\n');
  const bridge = runBridge(file);
  expect(await bridge.ended).toEqual({ code: 1, signal: null });
  expect(bridge.output()).toContain('The bridge does not start.');
  expect(bridge.output()).toContain('2 mistakes');
  expect(bridge.output()).toContain(
    'line 2: serial: expected a list of 1 to 16 serial lines, found an empty list',
  );
});
