/** A cable: two pseudo-terminals joined by socat, which can be pulled and put back under the same names. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { expect, onTestFinished, vi } from 'vitest';
import { pathOf } from '../needs.ts';

const wait = { timeout: 10_000, interval: 5 };

export interface Cable {
  /** The end that the bridge opens. */
  readonly path: string;
  /** The box's end. */
  readonly far: string;
  plug(): Promise<void>;
  pull(): Promise<void>;
}

/** Not plugged in yet. */
export function createCable(): Cable {
  const folder = mkdtempSync(join(tmpdir(), 'loket-cable-'));
  const path = join(folder, 'bridge');
  const far = join(folder, 'box');
  let socat: ChildProcess | null = null;

  async function pull(): Promise<void> {
    const process = socat;
    socat = null;
    if (!process || process.exitCode !== null) return;
    const ended = once(process, 'exit');
    process.kill('SIGTERM');
    await ended;
  }

  onTestFinished(async () => {
    await pull();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    path,
    far,
    async plug() {
      const end = (link: string) => `pty,raw,echo=0,link=${link}`;
      socat = spawn(pathOf('socat') ?? 'socat', [end(path), end(far)], { stdio: 'ignore' });
      await vi.waitFor(() => expect([path, far].filter((link) => !existsSync(link))).toEqual([]), wait);
    },
    pull,
  };
}

export interface FarEnd {
  write(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** The box's end of the cable, opened: what comes is heard, what is written goes. */
export async function openFarEnd(path: string, hear: (bytes: Uint8Array) => void): Promise<FarEnd> {
  const port = new SerialPort({ path, baudRate: 115_200, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  port.on('data', hear);
  port.on('error', () => undefined);
  const close = () => new Promise<void>((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
  onTestFinished(close);
  return { write: (bytes) => void (port.isOpen && port.write(Buffer.from(bytes))), close };
}
