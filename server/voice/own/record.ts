/** Leads somebody through all clips at the microphone; can be broken off at any time and gone on with. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clipsOf, languageNamed, type Spoken } from './clips.ts';
import { judgeClip } from './judge.ts';

export interface Studio {
  say(line: string): void;
  /** What was typed before Enter; null: nobody is there any more. */
  ask(question: string): Promise<string | null>;
  /** Records into the file until `until` is done. */
  record(file: string, until: Promise<unknown>): Promise<void>;
  play(file: string): Promise<void>;
}

export interface Recording {
  readonly language: string;
  readonly folder: string;
  /** Also the clips that only make it sound better. */
  readonly all: boolean;
}

/** True once every clip is there. Throws an error with a sentence when the recorder does not work. */
export async function recordClips({ language, folder, all }: Recording, studio: Studio): Promise<boolean> {
  const clips = clipsOf(languageNamed(language)).filter(({ isNeeded }) => isNeeded || all);
  mkdirSync(folder, { recursive: true });
  const isThere = ({ clip }: Spoken) => existsSync(fileOf(folder, clip));
  const first = clips.findIndex((clip) => !isThere(clip));
  let at = first < 0 ? clips.length : first;
  if (at > 0) studio.say(`${clips.filter(isThere).length} of ${clips.length} are there already.`);
  while (at < clips.length) {
    const clip = clips[at];
    if (!clip) break;
    studio.say(`\n${at + 1} of ${clips.length}:  ${clip.text}`);
    const step = await recordOne(fileOf(folder, clip.clip), studio);
    if (step === 'end') return false;
    at = Math.max(0, at + step);
  }
  return clips.every(isThere);
}

const fileOf = (folder: string, clip: string) => join(folder, `${clip}.wav`);

/** By how many clips it goes on: 1, or -1 back. */
async function recordOne(file: string, studio: Studio): Promise<1 | -1 | 'end'> {
  const isThere = existsSync(file);
  const keep = isThere ? 'n next, ' : '';
  for (;;) {
    const start = await studio.ask(`Enter: record.  ${keep}b back, q end > `);
    if (start === null || start === 'q') return 'end';
    if (start === 'b') return -1;
    if (start === 'n' && isThere) return 1;
    await studio.record(file, studio.ask('Speak now. Enter: done > '));
    const judged = judgeClip(readFileSync(file));
    if (!judged.ok) {
      studio.say(`That one ${judged.why}. Once more, please.`);
      rmSync(file);
      continue;
    }
    const next = await listen(file, studio);
    if (next !== 'again') return next;
  }
}

async function listen(file: string, studio: Studio): Promise<1 | -1 | 'end' | 'again'> {
  for (;;) {
    await studio.play(file);
    const answer = await studio.ask('Enter: keep it, next.  a again, p play, b back, q end > ');
    if (answer === null || answer === 'q') return 'end';
    if (answer === 'a') return 'again';
    if (answer === 'b') return -1;
    if (answer !== 'p') return 1;
  }
}
