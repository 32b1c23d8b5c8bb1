/** One serial port over a real pseudo-terminal: opened, unplugged, opened again, and its troubles in words. */
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inWords, openPort } from '../../counter-firmware-bridge/port.ts';
import { needs } from '../needs.ts';
import { temporaryFolder } from '../stories/office.ts';
import { createCable, openFarEnd } from './pty.ts';

const withSocat = needs('socat');
const wait = { timeout: 10_000, interval: 5 };

function listenOn(port: string) {
  const happened: string[] = [];
  const troubles: (string | null)[] = [];
  let heard = '';
  const opened = openPort(
    { port, baud: 115_200 },
    {
      opened: () => happened.push('opened'),
      closed: () => happened.push('closed'),
      bytes: (chunk) => {
        heard += Buffer.from(chunk).toString('latin1');
      },
      trouble: (sentence) => troubles.push(sentence),
    },
  );
  onTestFinished(opened.close);
  return { ...opened, happened, troubles, heard: () => heard };
}

withSocat('bytes pass in order, both ways and all 256 of them', async () => {
  const cable = createCable();
  await cable.plug();
  let far = Buffer.alloc(0);
  const port = listenOn(cable.path);
  await vi.waitFor(() => expect(port.happened).toEqual(['opened']), wait);
  const box = await openFarEnd(cable.far, (bytes) => {
    far = Buffer.concat([far, bytes]);
  });
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  port.write(all.subarray(0, 100));
  port.write(all.subarray(100));
  box.write(all);
  await vi.waitFor(() => expect([...far]).toEqual([...all]), wait);
  await vi.waitFor(() => expect([...Buffer.from(port.heard(), 'latin1')]).toEqual([...all]), wait);
});

withSocat(
  'a port that is not there yet is said once in words, and opened when it is plugged in',
  async () => {
    const cable = createCable();
    const port = listenOn(cable.path);
    await vi.waitFor(() => expect(port.troubles.length).toBeGreaterThan(0), wait);
    await cable.plug();
    await vi.waitFor(() => expect(port.happened).toEqual(['opened']), wait);
    expect(port.troubles).toEqual([
      `${cable.path}: there is no such port; is the cable plugged in? Look into /dev/serial/by-id`,
      null,
    ]);
  },
);

withSocat('a cable that is pulled and put back: closed, then opened again by itself', async () => {
  const cable = createCable();
  await cable.plug();
  const port = listenOn(cable.path);
  await vi.waitFor(() => expect(port.happened).toEqual(['opened']), wait);
  await cable.pull();
  await vi.waitFor(() => expect(port.happened).toEqual(['opened', 'closed']), wait);
  port.write(Buffer.from('nobody hears this'));
  await cable.plug();
  await vi.waitFor(() => expect(port.happened).toEqual(['opened', 'closed', 'opened']), wait);
  let far = '';
  const box = await openFarEnd(cable.far, (bytes) => {
    far += Buffer.from(bytes).toString();
  });
  box.write(Buffer.from('again'));
  await vi.waitFor(() => expect(port.heard()).toBe('again'), wait);
  port.write(Buffer.from('here'));
  await vi.waitFor(() => expect(far).toBe('here'), wait);
});

withSocat(
  'a port that takes no bytes is opened anew, and works as soon as they are taken again',
  async () => {
    const cable = createCable();
    await cable.plug();
    const port = listenOn(cable.path);
    await vi.waitFor(() => expect(port.happened).toEqual(['opened']), wait);
    // Nobody reads the other end: the system's buffers fill up.
    await vi.waitFor(() => {
      port.write(Buffer.alloc(1024, '-'));
      expect(port.troubles.at(-1)).toMatch(/the port takes no bytes/);
    }, wait);
    await vi.waitFor(() => expect(port.happened.slice(0, 3)).toEqual(['opened', 'closed', 'opened']), wait);
    let far = '';
    const box = await openFarEnd(cable.far, (bytes) => {
      far += Buffer.from(bytes).toString();
    });
    box.write(Buffer.from('again'));
    port.write(Buffer.from('here'));
    await vi.waitFor(() => expect([port.heard(), far.endsWith('here')]).toEqual(['again', true]), wait);
  },
);

withSocat('bytes are heard at once, also in a process in which nothing else happens', async () => {
  const cable = createCable();
  await cable.plug();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'quiet-process.ts'), cable.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  await vi.waitFor(() => expect(output).toBe('opened\n'), wait);
  const far = openSync(cable.far, 'r+');
  onTestFinished(() => closeSync(far));
  for (const word of ['one', 'two', 'three']) {
    writeSync(far, word);
    await vi.waitFor(() => expect(output).toMatch(new RegExp(`${word}$`)), wait);
  }
});

withSocat('a port that another program holds is said so', async () => {
  const cable = createCable();
  await cable.plug();
  const first = listenOn(cable.path);
  await vi.waitFor(() => expect(first.happened).toEqual(['opened']), wait);
  const second = listenOn(cable.path);
  await vi.waitFor(
    () => expect(second.troubles).toEqual([`${cable.path}: another program uses the port`]),
    wait,
  );
  await first.close();
  await vi.waitFor(() => expect(second.happened).toEqual(['opened']), wait);
});

test('a file that is no serial port is said so', async () => {
  const file = join(temporaryFolder(), 'ttyUSB0');
  writeFileSync(file, '');
  chmodSync(file, 0o600);
  const port = listenOn(file);
  await vi.waitFor(() => expect(port.troubles).toEqual([`${file}: this is no serial port`]), wait);
});

test('a port that the account may not use says what to do', () => {
  expect(inWords('/dev/ttyUSB0', new Error('Error: Permission denied, cannot open /dev/ttyUSB0'))).toBe(
    '/dev/ttyUSB0: the account may not use the port; add the account to the group dialout and start again',
  );
});
