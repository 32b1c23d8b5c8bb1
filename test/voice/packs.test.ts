/** The clips that come with the program: all there, equally loud, small; and that espeak-ng still makes them so. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePacks } from '../../server/voice/make/make.ts';
import { shippedPacks } from '../../server/voice/voice.ts';
import { readWav } from '../../server/voice/wav/read.ts';
import { languages } from '../../server/voice/words/languages.ts';
import { needs } from '../needs.ts';

const withEspeak = needs('espeak-ng');

interface Figures {
  clip: string;
  seconds: number;
  peak: number;
  /** Of all samples; pauses within a word count too. */
  mean: number;
}

function figures(folder: string): Figures[] {
  return readdirSync(folder).map((clip) => {
    const sound = readWav(readFileSync(join(folder, clip)));
    const squares = sound.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0);
    const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 32_768;
    return { clip, seconds: sound.length / 22_050, peak, mean: Math.sqrt(squares / sound.length) };
  });
}

function isUsable({ seconds, peak, mean }: Figures): boolean {
  return seconds > 0.1 && seconds < 2 && peak > 0.2 && peak <= 0.9 && mean > 0.05 && mean < 0.16;
}

const codes = readdirSync(shippedPacks, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test.each(codes)('every clip of "%s" is there, can be heard, and none too many', (code) => {
  const { vocabulary, optional } = languages[code] ?? { vocabulary: {}, optional: {} };
  const all = figures(join(shippedPacks, code));
  const names = Object.keys({ ...vocabulary, ...optional }).map((clip) => `${clip}.wav`);
  expect(all.map(({ clip }) => clip).toSorted()).toEqual(names.toSorted());
  expect(all.filter((clip) => !isUsable(clip))).toEqual([]);
});

test('Indonesian and English are among them, and all together stay small', () => {
  expect(codes).toEqual(expect.arrayContaining(['id', 'en']));
  const files = readdirSync(shippedPacks, { recursive: true, encoding: 'utf8' });
  const bytes = files.reduce((sum, file) => sum + statSync(join(shippedPacks, file)).size, 0);
  expect(bytes).toBeLessThan(1_800_000 * codes.length);
});

test('the gong begins softly, falls and dies away', () => {
  const gong = readWav(readFileSync(join(shippedPacks, 'gong.wav')));
  const loudest = (from: number, to: number) =>
    Math.max(...gong.slice(from * 22_050, to * 22_050).map(Math.abs)) / 32_767;
  expect(gong.length / 22_050).toBeCloseTo(2.3, 2);
  expect(loudest(0, 0.001)).toBeLessThan(0.1);
  expect(loudest(0, 1.5)).toBeCloseTo(0.5, 2);
  expect(loudest(2.2, 2.3)).toBeLessThan(0.05);
});

withEspeak('the script makes packs that can be spoken with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loket-packs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const said: string[] = [];
  makePacks(folder, ['id', 'en'], (line) => said.push(line));
  expect(said).toEqual(['id: 75 clips', 'en: 79 clips']);
  for (const code of ['id', 'en']) {
    const all = figures(join(folder, code));
    expect(all.filter((clip) => !isUsable(clip))).toEqual([]);
    // Short words are short, phrases are long: each clip is its own part of what was spoken.
    const long = all.filter(({ seconds }) => seconds > 1).map(({ clip }) => clip);
    expect(long.toSorted()).toContain('please-go-to-counter.wav');
    expect(long.filter((clip) => /^(?:letter-\w|\d)\.wav$/.test(clip))).toEqual([]);
  }
});
