/** A hub as it runs in an office: a process of its own, started, killed, started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { pagesBuilt } from './pages-built.ts';
import { freePort } from './ports.ts';

const root = resolve(import.meta.dirname, '../..');
const node = resolve(root, 'node_modules/.bin/node');

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface HubProcess {
  /** All that it wrote so far, both ways. */
  output(): string;
  /** What it wrote as messages to a person. */
  errors(): string;
  readonly ended: Promise<Ending>;
  /** Stops it and lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Ends it by its process id. */
  kill(signal: NodeJS.Signals): Promise<Ending>;
}

export interface HubOrder {
  readonly folder: string;
  readonly http: number;
  readonly mqtt: number;
  /** Path of the office file. */
  readonly office?: string;
  /** Further settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Long enough for a machine that does many other things. */
const readyWithinMs = 60_000;

/** Ports that stay the same across restarts. */
export async function choosePorts(): Promise<{ http: number; mqtt: number }> {
  return { http: await freePort(), mqtt: await freePort() };
}

/** Starts the program; it may refuse to run. */
export async function runHub({ folder, http, mqtt, office, settings }: HubOrder): Promise<HubProcess> {
  await pagesBuilt();
  const environment = {
    ...withoutSettings(process.env),
    LOKET_DATA: folder,
    LOKET_HTTP: `127.0.0.1:${http}`,
    LOKET_MQTT: `127.0.0.1:${mqtt}`,
    ...(office === undefined ? {} : { LOKET_OFFICE: office }),
    ...settings,
  };
  return follow(
    spawn(node, ['server/main.ts'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
}

/** Starts the program and waits until it is ready. */
export async function startHub(order: HubOrder): Promise<HubProcess> {
  const hub = await runHub(order);
  let isOver = false;
  void hub.ended.then(() => {
    isOver = true;
  });
  const deadline = performance.now() + readyWithinMs;
  while (!(await answersReady(order.http))) {
    if (isOver || performance.now() > deadline) throw new Error(`the hub did not start:\n${hub.output()}`);
  }
  return hub;
}

/** The settings of whoever runs the tests are not the test's. */
const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('LOKET_')));

function follow(child: ChildProcess): HubProcess {
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
    errors += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]): Ending => ({ code, signal }));
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  void ended.then(() => process.off('exit', atExit));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    output: () => output,
    errors: () => errors,
    ended,
    signal: (signal) => void child.kill(signal),
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** One look takes as long as the machine needs; a refused connection is tried again in the next turn. */
async function answersReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return false;
  }
}
