/** What the figures were measured on, and what its disk does. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './statistics.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Writing one page of 4 KB to the data folder's disk for good. */
  readonly syncP50Ms: number;
  readonly syncP99Ms: number;
}

const pages = 300;

function syncTimes(folder: string): number[] {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: pages }, () => {
    writeSync(file, page);
    const began = performance.now();
    fdatasyncSync(file);
    return performance.now() - began;
  });
  closeSync(file);
  return times;
}

/** @param folder on the disk that the hubs write to */
export function describeMachine(folder: string): Machine {
  const times = syncTimes(folder);
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: totalmem() / 2 ** 30,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    syncP50Ms: percentile(times, 0.5),
    syncP99Ms: percentile(times, 0.99),
  };
}

/** How much of all processors other work keeps busy, 0 to 1: to be asked while the bench does nothing. */
export async function busyElsewhere(): Promise<number> {
  const before = processorTimes();
  await pause(500);
  const after = processorTimes();
  return (after.busy - before.busy) / (after.busy - before.busy + after.idle - before.idle);
}

function processorTimes(): { busy: number; idle: number } {
  const times = cpus().map((core) => core.times);
  const sum = (pick: (core: (typeof times)[number]) => number) =>
    times.reduce((total, core) => total + pick(core), 0);
  return { busy: sum(({ user, nice, sys, irq }) => user + nice + sys + irq), idle: sum(({ idle }) => idle) };
}
