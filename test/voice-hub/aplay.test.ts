/** The real `aplay` with a sound card of ALSA's that writes what it is given into a file. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aplay } from '../../server/adapters/voice/aplay.ts';
import { needs } from '../needs.ts';
import { temporaryFolder } from './stage.ts';

const withAplay = needs('aplay');
const rate = 8000;

/** RIFF WAVE, 16 bit, mono, all samples the same. */
function wavOf(sample: number, seconds: number): Buffer {
  const head = Buffer.alloc(44);
  const bytes = seconds * rate * 2;
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, pcmOf(sample, seconds)]);
}

const pcmOf = (sample: number, seconds: number) =>
  Buffer.from(new Int16Array(seconds * rate).fill(sample).buffer);

/** @returns the file into which the device `recorder` writes */
function recorder(): string {
  const folder = temporaryFolder();
  const file = join(folder, 'played.raw');
  const config = join(folder, 'asound.conf');
  writeFileSync(
    config,
    `pcm_type.file {}
     pcm.recorder { type file file "${file}" format raw slave.pcm nothing }
     pcm.nothing { type null }`,
  );
  vi.stubEnv('ALSA_CONFIG_PATH', config);
  onTestFinished(() => void vi.unstubAllEnvs());
  return file;
}

withAplay('VO10 the card is given every sample of the call, and it is done only then', async () => {
  const file = recorder();
  expect(await aplay('recorder', wavOf(1234, 1), 20_000).done).toEqual({ ok: true });
  expect(readFileSync(file).equals(pcmOf(1234, 1))).toBe(true);
});

withAplay('VO11 a card that is not there fails with its reason', async () => {
  recorder();
  const played = await aplay('no-such-card', wavOf(1, 1), 20_000).done;
  expect(played).toMatchObject({ ok: false, why: expect.stringContaining('no-such-card') });
});

test('VO11 a player that never ends is ended, and one that is missing is named', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  vi.stubEnv('PATH', join(folder, 'bin'));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await aplay('default', wavOf(1, 1), 20_000).done).toEqual({
    ok: false,
    why: 'aplay is not installed (package alsa-utils)',
  });
  const hanging = join(folder, 'bin', 'aplay');
  writeFileSync(hanging, `#!${process.execPath}\nsetInterval(() => {}, 1000);\n`);
  chmodSync(hanging, 0o755);
  expect(existsSync(hanging)).toBe(true);
  expect(await aplay('default', wavOf(1, 1), 300).done).toEqual({
    ok: false,
    why: 'it did not come to an end',
  });
});
