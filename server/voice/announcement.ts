/** A whole announcement: the gong, then the sentence in each language, then all of it again; joined without a gap. */
import type { Pack } from './packs.ts';
import { type Call, sentenceOf } from './sentence.ts';
import { millisecondsOf, type Sound, samplesOf } from './wav/format.ts';
import { writeWav } from './wav/write.ts';
import type { Language } from './words/language.ts';
import { languageOf } from './words/languages.ts';

export interface Asked extends Call {
  readonly languages: readonly string[];
  /** So many times more the sentences are said, without the gong. */
  readonly repeat: number;
  readonly gong: boolean;
}

export interface Held {
  readonly languages: ReadonlyMap<string, Pack>;
  readonly gong: Sound;
}

/** A piece of an announcement: a sound, or silence of so many samples. */
export type Piece = Sound | number;

/** Milliseconds of silence. */
const pauses = {
  /** Amplifiers and HDMI wake up with the first sound, and swallow its beginning. */
  before: 150,
  afterGong: 250,
  word: 60,
  /** Within a word such as two hundred. */
  close: 10,
  phrase: 350,
  language: 700,
  again: 1000,
  /** So that no player cuts off the last word. */
  after: 200,
};

export function planOf(asked: Asked, held: Held): Piece[] {
  const once = between(sentencesOf(asked, held), pauses.language);
  const times = once.length === 0 ? 0 : 1 + asked.repeat;
  const said = between(
    Array.from({ length: times }, () => once),
    pauses.again,
  );
  const gong = asked.gong ? [held.gong] : [];
  const parts = [gong, said].filter((part) => part.length > 0);
  return [samplesOf(pauses.before), ...between(parts, pauses.afterGong), samplesOf(pauses.after)];
}

function sentencesOf(asked: Asked, held: Held): Piece[][] {
  return asked.languages.flatMap((code) => {
    const [pack, language] = [held.languages.get(code), languageOf(code)];
    if (!pack || !language) return [];
    const phrases = sentenceOf({ ...asked, language: code }, (clip) => pack.has(clip));
    const spoken = phrases.map((clips) => phraseOf(clips, pack, language));
    return [between(spoken, pauses.phrase)];
  });
}

/** A name that the pack has no clip of is left out: no reason to fall silent altogether. */
function phraseOf(clips: readonly string[], pack: Pack, { close }: Language): Piece[] {
  const pieces = clips.flatMap((clip): Piece[] => {
    const sound = pack.get(clip);
    const pause = close.includes(clip.replace(/-last$/, '')) ? pauses.close : pauses.word;
    return sound ? [samplesOf(pause), sound] : [];
  });
  return pieces.slice(1);
}

function between(parts: readonly (readonly Piece[])[], pause: number): Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [samplesOf(pause), ...part]));
}

export function durationOf(pieces: readonly Piece[]): number {
  return millisecondsOf(lengthOf(pieces));
}

/** Nothing is mixed, so nothing can be louder than the clips are. */
export function joinClips(pieces: readonly Piece[]): Uint8Array {
  const joined = new Int16Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'number') joined.set(piece, at);
    at += typeof piece === 'number' ? piece : piece.length;
  }
  return writeWav(joined);
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce<number>((sum, piece) => sum + (typeof piece === 'number' ? piece : piece.length), 0);
}
