/** Whole announcements with the clips that come with the program, and with an office's own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { joinClips, planOf } from '../../server/voice/announcement.ts';
import { loadVoice } from '../../server/voice/voice.ts';
import { readWav } from '../../server/voice/wav/read.ts';
import { languages } from '../../server/voice/words/languages.ts';
import { tone } from './wav-file.ts';

const voice = loadVoice(null);
const call = {
  number: 'A-012',
  counter: 3,
  languages: ['id', 'en'],
  numbers: 'digits',
  repeat: 1,
  gong: true,
} as const;

/** Clips that can be told apart by their value: as many samples as asked for, all the same. */
const held = (clips: Record<string, [value: number, length: number]>) => ({
  gong: new Int16Array(100).fill(9),
  languages: new Map([
    [
      'id',
      new Map(
        Object.entries(clips).map(([clip, [value, length]]) => [clip, new Int16Array(length).fill(value)]),
      ),
    ],
  ]),
});

/** Runs of equal samples: [value, length]. */
function runs(wav: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (const sample of readWav(wav)) {
    const last = found.at(-1);
    if (last?.[0] === sample) last[1] += 1;
    else found.push([sample, 1]);
  }
  return found;
}

test('gong, words, pauses and the repeat follow each other exactly', () => {
  const clips = held({
    'queue-number': [1, 10],
    'letter-a': [2, 20],
    7: [3, 30],
    'please-go-to-counter': [4, 40],
    2: [5, 50],
    tens: [6, 60],
  });
  const wav = joinClips(planOf({ ...call, number: 'A-7', counter: 20, languages: ['id', 'xx'] }, clips));
  const sentence: [number, number][] = [
    [1, 10],
    [0, 1323],
    [2, 20],
    [0, 1323],
    [3, 30],
    [0, 7718],
    [4, 40],
    [0, 1323],
    [5, 50],
    [0, 221],
    [6, 60],
  ];
  expect(runs(wav)).toEqual([
    [0, 3308],
    [9, 100],
    [0, 5513],
    ...sentence,
    [0, 22_050],
    ...sentence,
    [0, 4410],
  ]);
});

test('both languages in their order, the gong once, the sentences again', () => {
  const lengths = (asked: Partial<Parameters<typeof voice.say>[0]>) =>
    voice.durationMs({ ...call, ...asked });
  expect(voice.languages.toSorted()).toEqual(['en', 'id']);
  expect(lengths({})).toBeGreaterThan(lengths({ repeat: 0 }) + 8_000);
  expect(lengths({ repeat: 0 })).toBeGreaterThan(lengths({ repeat: 0, languages: ['id'] }) + 4_000);
  expect(lengths({ repeat: 0, languages: ['id'] })).toBeLessThan(9_000);
  const first = Buffer.from(voice.say({ ...call, languages: ['id'], repeat: 0, gong: false })).subarray(
    44,
    -9000,
  );
  expect(Buffer.from(voice.say({ ...call, repeat: 0, gong: false })).indexOf(first)).toBe(44);
});

test('without clips of a language there is the gong alone, and without a gong a moment of silence', () => {
  expect(voice.durationMs({ ...call, languages: [] })).toBe(2_650);
  expect(voice.durationMs({ ...call, languages: ['nl', 'xx'] })).toBe(2_650);
  expect(voice.durationMs({ ...call, languages: [], gong: false })).toBe(350);
  expect(Math.max(...readWav(voice.say({ ...call, languages: [], gong: false })))).toBe(0);
});

test('the same call gives the same bytes, and lasts as long as it says', () => {
  const wav = voice.say(call);
  expect(Buffer.compare(wav, loadVoice(null).say(call))).toBe(0);
  expect(Math.round((wav.length - 44) / 44.1)).toBe(voice.durationMs(call));
});

test('no click at any joint, and nothing is cut off at the top', () => {
  const sound = readWav(voice.say({ ...call, number: 'PRI-9876', counter: 913, numbers: 'words' }));
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(peak).toBeGreaterThan(16_000);
  expect(peak).toBeLessThanOrEqual(29_164);
  expect(loudestAtEdges(sound)).toBeLessThan(600);
  expect(sound.at(-1)).toBe(0);
});

/** The loudest of the five samples before and after every pause between words: what a click would be. */
function loudestAtEdges(sound: Int16Array): number {
  let [silent, loudest] = [0, 0];
  for (const [at, sample] of sound.entries()) {
    if (sample !== 0 && silent > 1300) {
      const around = [
        ...sound.subarray(at, at + 5),
        ...sound.subarray(Math.max(0, at - silent - 5), at - silent),
      ];
      loudest = Math.max(loudest, ...around.map(Math.abs));
    }
    silent = sample === 0 ? silent + 1 : 0;
  }
  return loudest;
}

test('an own pack replaces the program’s whole; an incomplete one is not used, and what is missing is said', () => {
  const folder = ownFolder('id', Object.keys(languages.id?.vocabulary ?? {}));
  writeFileSync(join(folder, 'gong.wav'), tone(1));
  const own = loadVoice(folder);
  expect(own.problems).toEqual([]);
  // Gong 1 s; seven words of 0.2 s; five pauses of 60 ms and one of 350 ms; 150 + 250 + 200 ms around.
  expect(own.durationMs({ ...call, languages: ['id'], repeat: 0 })).toBe(3_650);
  rmSync(join(folder, 'id/7.wav'));
  rmSync(join(folder, 'id/letter-q.wav'));
  const incomplete = loadVoice(folder);
  expect(incomplete.problems).toEqual(['Own voice "id" is not used: missing are 7, letter-q.']);
  const alone = { ...call, gong: false };
  expect(Buffer.compare(incomplete.say(alone), voice.say(alone))).toBe(0);
});

test.each([
  [
    'a clip that is no WAV',
    'id/7.wav',
    Buffer.from('text'),
    'Own voice "id" is not used: 7.wav is no WAV file.',
  ],
  [
    'a clip of a minute',
    'id/8.wav',
    tone(60),
    'Own voice "id" is not used: 8.wav is longer than ten seconds.',
  ],
  [
    'a gong that is no WAV',
    'gong.wav',
    Buffer.from('text'),
    'Own gong is not used: gong.wav is no WAV file.',
  ],
])('%s does not keep the office silent', (_, file, bytes, problem) => {
  const folder = ownFolder('id', Object.keys(languages.id?.vocabulary ?? {}));
  writeFileSync(join(folder, file), bytes);
  const own = loadVoice(folder);
  expect(own.problems).toEqual([problem]);
  expect(own.durationMs(call)).toBeGreaterThan(10_000);
});

test('a folder of a language without words is named, a missing folder and hidden files are nothing', () => {
  const folder = ownFolder('jv', ['1']);
  writeFileSync(join(folder, '.DS_Store'), '');
  expect(loadVoice(folder).problems).toEqual([
    'Own voice "jv" is not used: nobody has written the words of this language.',
  ]);
  expect(loadVoice(join(folder, 'none')).problems).toEqual([]);
});

/** Every clip is the same tone of 0.2 s. */
function ownFolder(language: string, clips: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-voice-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, language));
  for (const clip of clips) writeFileSync(join(folder, language, `${clip}.wav`), tone(0.2));
  return folder;
}
