/** Printers that are not on the network: a serial line, a USB port, a queue of CUPS. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { needs } from '../needs.ts';
import { decode } from './decode.ts';
import { cutApart } from './fake-printer.ts';
import { createMachine, type Machine, type Mood } from './machine.ts';
import { officeWith, printerAt } from './office.ts';

const folderOf = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'printers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A printer at the far end of a cable that breaks when its power goes. */
async function onCable(mood: Partial<Mood> = {}): Promise<{ path: string; machine: Machine }> {
  const near = join(folderOf(), 'near');
  const cable = spawn('socat', [`pty,raw,echo=0,link=${near}`, 'stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const cut = (): void => void cable.kill();
  onTestFinished(cut);
  const machine = createMachine(cut);
  machine.set(mood);
  cable.stdin.on('error', () => {});
  cable.stdout.on('data', (bytes: Buffer) =>
    machine.take(bytes, (byte) => cable.stdin.write(Uint8Array.of(byte))),
  );
  await vi.waitUntil(() => existsSync(near), { timeout: 10_000 });
  // The settings name a device, and `near` is only a link to one.
  return { path: readlinkSync(near), machine };
}

const papersOf = ({ printed }: Machine) => cutApart(printed).papers.map(decode);

for (const kind of ['serial', 'usb'] as const) {
  const withCable = needs('socat');

  withCable(`${kind}: prints, and knows how the printer is`, async () => {
    const { path, machine } = await onCable({ paper: 'near-end' });
    const office = officeWith([printerAt('lobby', `${kind}:${path}`)]);
    expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
    expect(papersOf(machine)[0]?.lines).toContain('A-012');
    expect(office.printers.state('lobby')?.state).toBe('near-end');
    machine.set({ cover: 'open' });
    expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'cover' });
    expect(papersOf(machine)).toHaveLength(1);
  });

  withCable(`${kind}: the paper ends in the middle: perhaps`, async () => {
    const { path, machine } = await onCable({ outAfter: 300 });
    const office = officeWith([printerAt('lobby', `${kind}:${path}`)]);
    expect(await office.print()).toEqual({ outcome: 'unsure', printer: 'lobby', why: 'out' });
    expect(papersOf(machine)).toHaveLength(0);
  });

  withCable(`${kind}: pulled out in the middle: perhaps`, async () => {
    const { path } = await onCable({ breaksAfter: 200 });
    const office = officeWith([printerAt('lobby', `${kind}:${path}`)]);
    expect(await office.print()).toMatchObject({ outcome: 'unsure', printer: 'lobby' });
    await vi.waitUntil(() => !existsSync(path), { timeout: 10_000 });
    expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'offline' });
  });

  test(`${kind}: nothing is there: certainly nothing`, async () => {
    const office = officeWith([printerAt('lobby', `${kind}:/dev/loket-nothing-here`)]);
    expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'offline' });
    expect(office.printers.state('lobby')?.state).toBe('offline');
  });
}

test('usb: a file that is no device is never written to', async () => {
  const file = '/dev/shm/loket-no-printer';
  writeFileSync(file, 'figures');
  onTestFinished(() => rmSync(file));
  const office = officeWith([printerAt('lobby', `usb:${file}`)]);
  expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why: 'offline' });
  expect(readFileSync(file, 'utf8')).toBe('figures');
});

/** Stands in for the programs of CUPS: `lp` keeps its order and what it was given. */
function fakeCups({ lp, lpstat }: { lp: string; lpstat: string }): string {
  const folder = folderOf();
  for (const [name, script] of Object.entries({ lp, lpstat })) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script.replaceAll('FOLDER', `'${folder}'`)}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return folder;
}

const idle = 'echo "printer $2 is idle.  enabled since today"';
const takes = 'echo "$@" > FOLDER/order; cat > FOLDER/paper';

test('cups: hands the bytes to the queue as they are', async () => {
  const folder = fakeCups({ lp: takes, lpstat: idle });
  const office = officeWith([printerAt('lobby', 'cups:Kiosk_1')]);
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(readFileSync(join(folder, 'order'), 'utf8')).toBe('-d Kiosk_1 -o raw -\n');
  expect(decode(readFileSync(join(folder, 'paper'))).lines).toContain('A-012');
  expect(office.printers.state('lobby')?.state).toBe('unknown');
});

test.each<[string, string, string, string]>([
  ['no queue of this name', takes, 'exit 1', 'offline'],
  [
    'a stopped queue, that would print hours later',
    takes,
    'echo "printer x disabled since today -"',
    'offline',
  ],
  ['a job that is refused', 'cat > /dev/null; exit 1', idle, 'broken'],
])('cups: %s: certainly nothing', async (_what, lp, lpstat, why) => {
  fakeCups({ lp, lpstat });
  const office = officeWith([printerAt('lobby', 'cups:Kiosk_1')]);
  expect(await office.print()).toEqual({ outcome: 'failed', printer: null, why });
  expect(['offline', 'error']).toContain(office.printers.state('lobby')?.state);
});

test('cups: a refused job stays an alarm until a paper went well', async () => {
  const folder = fakeCups({
    lp: `test -e FOLDER/mended || exit 1; ${takes}`,
    lpstat: `${idle}; echo >> FOLDER/looks`,
  });
  const office = officeWith([printerAt('lobby', 'cups:Kiosk_1')], { idle: 30 });
  await office.print();
  const looks = readFileSync(join(folder, 'looks'), 'utf8').length;
  await vi.waitUntil(() => readFileSync(join(folder, 'looks'), 'utf8').length > looks + 2, {
    timeout: 10_000,
  });
  expect(office.printers.state('lobby')?.state).toBe('error');
  writeFileSync(join(folder, 'mended'), '');
  expect(await office.print()).toEqual({ outcome: 'printed', printer: 'lobby' });
  expect(office.printers.state('lobby')?.state).toBe('unknown');
});

test('cups: an lp that hangs with the paper in hand: perhaps', async () => {
  fakeCups({ lp: 'exec sleep 60', lpstat: idle });
  const office = officeWith([printerAt('lobby', 'cups:Kiosk_1')], { wire: 1500 });
  expect(await office.print()).toMatchObject({ outcome: 'unsure', printer: 'lobby' });
});
