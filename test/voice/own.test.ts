/** An office's own recordings: what to speak, at the microphone, taken from elsewhere, looked at. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkVoice } from '../../server/voice/own/check.ts';
import { listOf } from '../../server/voice/own/clips.ts';
import { recordClips, type Studio } from '../../server/voice/own/record.ts';
import { takeRecordings } from '../../server/voice/own/take.ts';
import { loadVoice } from '../../server/voice/voice.ts';
import { readWav } from '../../server/voice/wav/read.ts';
import { languages } from '../../server/voice/words/languages.ts';
import { tone, wavFile } from './wav-file.ts';

const needed = Object.keys(languages.id?.vocabulary ?? {});

function folders() {
  const folder = mkdtempSync(join(tmpdir(), 'loket-own-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [from, to] = [join(folder, 'recordings'), join(folder, 'voice')];
  mkdirSync(from);
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(from, `${name}.wav`), bytes);
  const all = (bytes = tone(0.4, { silence: 0.5, loud: 0.1, rate: 44_100 })) =>
    needed.map((clip) => put(clip, bytes));
  const take = (partly = false) => takeRecordings({ from, language: 'id', to, partly });
  return { from, to, put, all, take };
}

test('the list names every file and its text', () => {
  const lines = listOf('id').split('\n');
  expect(lines[0]).toBe('Bahasa Indonesia (id): 53 recordings are needed, 22 more make it sound better.');
  expect(lines).toContainEqual(
    expect.stringMatching(/^ +\d+ {2}please-go-to-counter\.wav +silakan menuju loket$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^ +\d+ {2}letter-b\.wav +be$/));
  expect(lines).toContainEqual(expect.stringMatching(/^ +\d+ {2}3-last\.wav +tiga\.$/));
  expect(() => listOf('xx')).toThrow('There are no words for "xx". There are: id, en');
});

test('complete recordings are cut, made equally loud, and spoken by the hub', () => {
  const { to, put, all, take } = folders();
  all();
  put('3', tone(0.4, { silence: 1.5, loud: 0.6 }));
  put('gong', tone(1, { hertz: 500 }));
  expect(take()).toMatchObject({ written: true, bad: [], missing: [] });
  const sound = (clip: string) => readWav(readFileSync(join(to, 'id', `${clip}.wav`)));
  for (const clip of ['3', '4']) {
    expect(sound(clip).length / 22_050).toBeGreaterThan(0.39);
    expect(sound(clip).length / 22_050).toBeLessThan(0.5);
  }
  const peak = (clip: string) => Math.max(...sound(clip).map(Math.abs));
  expect(Math.abs(peak('3') - peak('4'))).toBeLessThan(600);
  expect(loadVoice(to).problems).toEqual([]);
  expect(readdirSync(to).toSorted()).toEqual(['gong.wav', 'id']);
  expect(checkVoice(to)).toMatchObject({
    ok: true,
    lines: [expect.stringContaining('id: 53 clips are used'), expect.any(String)],
  });
});

test('every fault is said at once, and nothing is written', () => {
  const { to, put, all, take, from } = folders();
  all();
  put('1', tone(0.5, { loud: 0 }));
  put('2', tone(0.5, { loud: 4 }));
  put('4', tone(9));
  put('5', tone(0.5, { loud: 0.008, silence: 0.5 }));
  put('6', Buffer.from('an MP3'));
  put('lima', tone(0.4));
  rmSync(join(from, 'letter-q.wav'));
  const { written, bad, missing } = take();
  expect(written).toBe(false);
  expect(bad).toEqual([
    '1.wav is silent: look whether the right microphone is switched on',
    '2.wav is too loud, its peaks are cut off: stand further away or turn the microphone down',
    '4.wav is 9.0 s long: at most 6 s are expected',
    '5.wav is too quiet: made louder, its noise would be heard',
    '6.wav is no WAV file',
    'lima.wav is the name of no clip: see the list of file names',
  ]);
  expect(missing).toEqual(['1', '2', '4', '5', '6', 'letter-q']);
  expect(existsSync(to)).toBe(false);
});

test('partly, what is good is kept; the rest follows later, and a word can be spoken anew', () => {
  const { to, from, put, all, take } = folders();
  put('07 Letter-A', tone(0.4));
  expect(take()).toMatchObject({ written: false, good: ['letter-a'] });
  expect(take(true)).toMatchObject({ written: true, good: ['letter-a'] });
  expect(readdirSync(join(to, 'id'))).toEqual(['letter-a.wav']);
  expect(checkVoice(to)).toMatchObject({
    ok: false,
    lines: [expect.stringContaining('"id" is not used: missing are 0, 1,')],
  });
  all();
  expect(take()).toMatchObject({ written: true });
  for (const file of readdirSync(from)) rmSync(join(from, file));
  put('counter-12', tone(1.5));
  expect(take()).toMatchObject({ written: true, good: ['counter-12'], missing: [] });
  expect(readdirSync(join(to, 'id'))).toHaveLength(54);
});

test('an empty or missing folder is said', () => {
  const { from, take } = folders();
  expect(() => take()).toThrow(`There is no WAV file in ${from}.`);
  rmSync(from, { recursive: true });
  expect(() => take()).toThrow(`There is no folder ${from}.`);
});

/** Somebody at the microphone who types these answers; each recording is the next of `takes`, or a good one. */
function studio(answers: string[], takes: Uint8Array[] = []) {
  const shown: string[] = [];
  const played: string[] = [];
  const at: Studio = {
    say: (line) => shown.push(line),
    ask: async () => answers.shift() ?? null,
    record: async (file, until) => {
      await until;
      writeFileSync(file, takes.shift() ?? tone(0.4));
    },
    play: async (file) => void played.push(file),
  };
  return { at, shown, played };
}

test('at the microphone: broken off and gone on with, again and back, until all are there', async () => {
  const { from } = folders();
  const record = (at: Studio) => recordClips({ language: 'id', folder: from, all: false }, at);
  // The first twice, the second; back from the third to the second, which is kept; then the end.
  const first = studio(['', '', 'a', '', '', '', '', '', 'p', '', 'b', 'n', 'q']);
  expect(await record(first.at)).toBe(false);
  expect(readdirSync(from)).toEqual(['0.wav', '1.wav']);
  expect(first.played).toHaveLength(4);
  const second = studio(Array.from({ length: 3 * 51 }, () => ''));
  expect(await record(second.at)).toBe(true);
  expect(second.shown.slice(0, 2)).toEqual(['2 of 53 are there already.', '\n3 of 53:  dua']);
  expect(readdirSync(from)).toHaveLength(53);
});

test('at the microphone: a recording that cannot be used is asked for anew, and not kept', async () => {
  const { from } = folders();
  const silent = wavFile(new Uint8Array(20_000));
  const { at, shown } = studio(['', '', 'q'], [silent]);
  expect(await recordClips({ language: 'id', folder: from, all: true }, at)).toBe(false);
  expect(shown).toContain(
    'That one is silent: look whether the right microphone is switched on. Once more, please.',
  );
  expect(readdirSync(from)).toEqual([]);
});
