/** The clips of each language: those that come with the program, and an office's own recordings instead. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { faded } from './sound.ts';
import { rate, type Sound } from './wav/format.ts';
import { readWav } from './wav/read.ts';
import { languageOf } from './words/languages.ts';

/** Clip name to its sound. */
export type Pack = ReadonlyMap<string, Sound>;

export interface ShippedPacks {
  readonly languages: Map<string, Pack>;
  readonly gong: Sound;
}

export interface OwnPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly gong: Sound | null;
  readonly problems: readonly string[];
}

/** A clip is a few words: what is longer is a mistake, and would hold up every call after it. */
const longestClip = 10 * rate;
const largestFile = 20_000_000;

export function readShipped(folder: string): ShippedPacks {
  const languages = new Map<string, Pack>();
  for (const name of foldersIn(folder)) {
    const { pack, problems } = readPack(folder, name);
    if (problems.length === 0) languages.set(name, pack);
  }
  const gong = join(folder, 'gong.wav');
  return { languages, gong: existsSync(gong) ? readClip(gong) : new Int16Array(0) };
}

/** An own pack counts whole or not at all: two voices within one sentence would be worse than none of one's own. */
export function readOwn(folder: string): OwnPacks {
  const packs = new Map<string, Pack>();
  const problems: string[] = [];
  for (const name of foldersIn(folder)) {
    const read = readPack(folder, name);
    if (read.problems.length === 0) packs.set(name, read.pack);
    else problems.push(`Own voice "${name}" is not used: ${read.problems.join('; ')}.`);
  }
  return { packs, ...readOwnGong(folder, problems), problems };
}

function readOwnGong(folder: string, problems: string[]): { gong: Sound | null } {
  const file = join(folder, 'gong.wav');
  if (!existsSync(file)) return { gong: null };
  try {
    return { gong: readClip(file) };
  } catch (error) {
    problems.push(`Own gong is not used: gong.wav ${(error as Error).message}.`);
    return { gong: null };
  }
}

/** All clips of one folder; `problems` is empty if it can be spoken with. */
export function readPack(folder: string, code: string): { pack: Pack; problems: string[] } {
  const pack = new Map<string, Sound>();
  const language = languageOf(code);
  if (!language) return { pack, problems: ['nobody has written the words of this language'] };
  const files = filesIn(join(folder, code));
  const missing = Object.keys(language.vocabulary).filter((clip) => !files.includes(`${clip}.wav`));
  if (missing.length > 0) return { pack, problems: [`missing are ${missing.join(', ')}`] };
  const problems: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.wav'))) {
    try {
      pack.set(file.slice(0, -4), readClip(join(folder, code, file)));
    } catch (error) {
      problems.push(`${file} ${(error as Error).message}`);
    }
  }
  return { pack, problems };
}

/** Throws an error whose message goes on after the file's name. */
export function readClip(file: string): Sound {
  if (statSync(file).size > largestFile) throw new Error('is far too large for a clip');
  const sound = readWav(readFileSync(file));
  if (sound.length > longestClip) throw new Error('is longer than ten seconds');
  return faded(sound);
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder).filter((name) => statSync(join(folder, name)).isDirectory());
}

function filesIn(folder: string): string[] {
  return entriesIn(folder).filter((name) => statSync(join(folder, name)).isFile());
}

/** In a fixed order; nothing where there is no such folder. Hidden files are those of file managers. */
function entriesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && existsSync(join(folder, name)))
    .sort();
}
