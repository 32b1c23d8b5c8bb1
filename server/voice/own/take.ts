/** Recordings from anywhere become a pack of the office: judged, cut and made equally loud; all of them or none. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Sound } from '../wav/format.ts';
import { writeWav } from '../wav/write.ts';
import type { Language } from '../words/language.ts';
import { clipsOf, isClip, languageNamed } from './clips.ts';
import { type Judged, judgeClip, judgeGong } from './judge.ts';

export interface Taking {
  /** Where the recordings lie. */
  readonly from: string;
  readonly language: string;
  /** The data folder's `voice`. What is there already counts, so that one word can be spoken anew. */
  readonly to: string;
  /** Write what is good even if the pack is not complete yet. */
  readonly partly: boolean;
}

export interface Taken {
  readonly written: boolean;
  readonly good: readonly string[];
  /** `letter-q.wav is silent`. */
  readonly bad: readonly string[];
  readonly missing: readonly string[];
}

export function takeRecordings({ from, language: code, to, partly }: Taking): Taken {
  const language = languageNamed(code);
  if (!existsSync(from)) throw new Error(`There is no folder ${from}.`);
  const files = readdirSync(from)
    .filter((file) => /\.wav$/i.test(file))
    .sort();
  if (files.length === 0) throw new Error(`There is no WAV file in ${from}.`);
  const judgedFiles = files.map((file) => ({
    file,
    clip: clipOf(file),
    judged: judge(language, from, file),
  }));
  const good = judgedFiles.flatMap(({ clip, judged }) => (judged.ok ? [[clip, judged.sound] as const] : []));
  const bad = judgedFiles.flatMap(({ file, judged }) => (judged.ok ? [] : [`${file} ${judged.why}`]));
  const there = new Set([...good.map(([clip]) => clip), ...clipsIn(join(to, code))]);
  const missing = clipsOf(language)
    .filter(({ clip, isNeeded }) => isNeeded && !there.has(clip))
    .map(({ clip }) => clip);
  const written = good.length > 0 && (partly || (bad.length === 0 && missing.length === 0));
  if (written) writePack(to, code, good);
  return { written, good: good.map(([clip]) => clip), bad, missing };
}

/** Recorders put numbers in front, and some capital letters: `07 Letter-A.wav` is `letter-a`. */
function clipOf(file: string): string {
  const name = file.slice(0, -4).toLowerCase();
  return name.replace(/^\d{1,3}[ ._](?=.)/, '').trim();
}

function judge(language: Language, from: string, file: string): Judged {
  const clip = clipOf(file);
  const bytes = readFileSync(join(from, file));
  if (clip === 'gong') return judgeGong(bytes);
  if (isClip(language, clip)) return judgeClip(bytes);
  return { ok: false, why: 'is the name of no clip: see the list of file names' };
}

function clipsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (file.endsWith('.wav') ? [file.slice(0, -4)] : []));
}

/** Made beside the pack and then put in its place, so that the hub never reads half of it. */
function writePack(to: string, code: string, clips: readonly (readonly [string, Sound])[]): void {
  const [pack, made, before] = [join(to, code), join(to, `.${code}-made`), join(to, `.${code}-before`)];
  for (const folder of [made, before]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  if (existsSync(pack)) cpSync(pack, made, { recursive: true });
  for (const [clip, sound] of clips) {
    writeFileSync(clip === 'gong' ? join(to, 'gong.wav') : join(made, `${clip}.wav`), writeWav(sound));
  }
  if (existsSync(pack)) renameSync(pack, before);
  if (readdirSync(made).length > 0) renameSync(made, pack);
  for (const folder of [made, before]) rmSync(folder, { recursive: true, force: true });
}
