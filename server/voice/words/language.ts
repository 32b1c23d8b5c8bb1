/** What a language must tell to be spoken: its clips, how it reads a number, and its sentence. */

/** Clip name to the text that it speaks. */
export type Vocabulary = Readonly<Record<string, string>>;

/** Where the ticket's number and the counter's stand in a phrase. */
export type Slot = '{number}' | '{counter}';

/** What espeak-ng is asked for. */
export interface Synthesis {
  readonly voice: string;
  /** Words a minute. */
  readonly speed: number;
  /** For single letters, which are too short to be told apart at the speed of words. */
  readonly letterSpeed: number;
  /** 0 to 99. */
  readonly pitch: number;
  /** Said around each clip and cut off again, so that the voice has a sentence to go along with. */
  readonly before: string;
  readonly after: string;
  /** Clips that it reads better in another spelling, or in its own phonemes. */
  readonly spelt?: Vocabulary;
}

export interface Language {
  /** As its speakers call it. */
  readonly name: string;
  /** Every clip that a pack must hold. */
  readonly vocabulary: Vocabulary;
  /** Clips that make it sound better and may be missing: the same word as the end of a sentence, a whole counter. */
  readonly optional: Vocabulary;
  /** Phrases with a pause between them; each a list of clip names and slots. */
  readonly sentence: readonly (readonly string[])[];
  /** Clips that belong to the word before them (`two hundred`): no pause parts them. */
  readonly close: readonly string[];
  /** How the clips that come with the program are made. */
  readonly espeak: Synthesis;
  /** A whole number of 0 to 9999 in words, as clip names. */
  cardinal(value: number): string[];
}

/** `letter-a` for `A`, with each letter's name as it is spoken. */
export function lettersNamed(names: readonly string[]): Vocabulary {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Object.fromEntries(names.map((name, index) => [`letter-${letters[index]}`, name]));
}

/** The same words as the end of a sentence, where the voice falls: `3-last`. */
export function lastOf(vocabulary: Vocabulary, clips: readonly string[]): Vocabulary {
  return Object.fromEntries(clips.map((clip) => [`${clip}-last`, `${vocabulary[clip]}.`]));
}
