/** A hub of our own: the project's own program in a process of its own, on loopback, with a rehearsal's clock. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../e2e/ports.ts';
import type { Address } from './api.ts';
import { openApi } from './api.ts';

export interface OwnHub {
  readonly http: Address;
  readonly mqtt: Address;
  readonly folder: string;
  readonly password: string;
  /** The hub's time when it becomes ready, and the rate at which it runs; on the same data as before. */
  start(from: number, rate: number): Promise<void>;
  stop(): Promise<void>;
  /** Ends it at once and removes its folder; with `keep` both stay. */
  clear(): void;
  keep(): void;
}

const root = resolve(import.meta.dirname, '../../..');
const readyWithinMs = 120_000;
const endsWithinMs = 10_000;

export async function makeHub(source: string): Promise<OwnHub> {
  const folder = mkdtempSync(join(tmpdir(), 'loket-rehearsal-'));
  const [http, mqtt] = [await localPort(), await localPort()];
  const password = 'latihan-saja';
  const officeFile = join(folder, 'office.yaml');
  const log = join(folder, 'hub.log');
  writeFileSync(officeFile, source);
  let child: ChildProcess | null = null;
  let isKept = false;

  async function stop(): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit', { signal: AbortSignal.timeout(endsWithinMs) });
    running.kill('SIGTERM');
    await ended.catch(() => running.kill('SIGKILL'));
  }

  return {
    ...{ http, mqtt, folder, password },
    async start(from, rate) {
      await stop();
      const settings = {
        LOKET_DATA: join(folder, 'data'),
        LOKET_HTTP: `${http.host}:${http.port}`,
        LOKET_MQTT: `${mqtt.host}:${mqtt.port}`,
        LOKET_OFFICE: officeFile,
        LOKET_SUPERVISOR_PASSWORD: password,
        LOKET_CLOCK: new Date(from).toISOString(),
        LOKET_CLOCK_RATE: String(rate),
      };
      child = run(settings, log);
      await ready(child, http, () => readFileSync(log, 'utf8').slice(-3000));
    },
    stop,
    keep() {
      isKept = true;
      child?.unref();
    },
    clear() {
      if (isKept) return;
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const localPort = async (): Promise<Address> => ({ host: '127.0.0.1', port: await freePort() });

/** Detached, so that an interrupt at the terminal reaches the player alone, which ends the hub. */
function run(settings: NodeJS.ProcessEnv, log: string): ChildProcess {
  const output = openSync(log, 'a');
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('LOKET_')));
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { ...own, ...settings },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  return child;
}

async function ready(child: ChildProcess, http: Address, output: () => string): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  const anyone = openApi(http, {});
  try {
    while (performance.now() < deadline) {
      if (child.exitCode !== null || child.signalCode !== null) break;
      const found = await anyone.ask('GET', '/board').catch(() => null);
      if (found?.status === 200) return;
      await pause(10);
    }
  } finally {
    anyone.close();
  }
  throw new Error(`The hub did not become ready. Its last output:\n${output()}`);
}
