/** A hub in a process of its own, the floor or the real one: started, questioned by the probe, ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ProbeQuestion, ProbeReading } from './loop-probe.ts';
import type { Workshop } from './workshop.ts';

export interface HubProcess {
  readonly http: number;
  readonly mqtt: number;
  /** From the fork to the first 200 of `/readyz`. */
  readonly startedInMs: number;
  /** What happened since the last question. */
  ask(probe: ProbeQuestion['probe']): Promise<ProbeReading>;
  /** As an operator would: SIGTERM. */
  stop(): Promise<void>;
}

export interface HubOrder {
  /** Path of the program, relative to this folder. */
  readonly program: string;
  /** Where it keeps its data; the same one again is a restart. */
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where a CPU profile is written when the hub ends. */
  readonly profile?: string | undefined;
}

const readyWithinMs = 60_000;
const endsWithinMs = 10_000;

/** Rejects with the end of the hub's output when it does not become ready. */
export async function startHub(order: HubOrder, workshop: Workshop): Promise<HubProcess> {
  const [http, mqtt] = await Promise.all([freePort(), freePort()]);
  const log = join(order.folder, 'output.log');
  const began = performance.now();
  const child = run(order, { LOKET_HTTP: `127.0.0.1:${http}`, LOKET_MQTT: `127.0.0.1:${mqtt}` }, log);
  workshop.adopt(child);
  await ready(child, http, () => readFileSync(log, 'utf8').slice(-3000));
  const startedInMs = performance.now() - began;
  return { http, mqtt, startedInMs, ask: (probe) => ask(child, probe), stop: () => stop(child) };
}

function run(
  { program, folder, environment, profile }: HubOrder,
  ports: NodeJS.ProcessEnv,
  log: string,
): ChildProcess {
  const output = openSync(log, 'a');
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = fork(here(program), [], {
    execArgv: ['--import', new URL('loop-probe.ts', import.meta.url).href, ...profiling],
    env: { ...withoutSettings(process.env), ...environment, ...ports, LOKET_DATA: folder },
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  return child;
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** The operator's own settings must not reach a hub under measurement. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('LOKET_')));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function ready(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await answersReady(port)) return;
    await pause(2);
  }
  throw new Error(`The hub did not become ready. Its last output:\n${output()}`);
}

function answersReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once('error', () => resolve(false));
  });
}

async function ask(child: ChildProcess, probe: ProbeQuestion['probe']): Promise<ProbeReading> {
  const question: ProbeQuestion = { probe };
  const answer = once(child, 'message', { signal: AbortSignal.timeout(10_000) });
  child.send(question);
  const [reading] = await answer;
  return reading as ProbeReading;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(endsWithinMs) });
  child.kill('SIGTERM');
  await ended.catch(() => child.kill('SIGKILL'));
}
