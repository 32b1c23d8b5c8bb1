/** What somebody who lends the office a voice must speak, and the names of the files. */
import type { Language } from '../words/language.ts';
import { languages } from '../words/languages.ts';

export interface Spoken {
  readonly clip: string;
  readonly text: string;
  readonly isNeeded: boolean;
}

/** Throws an error with a sentence for whoever asked. */
export function languageNamed(code: string): Language {
  const language = Object.hasOwn(languages, code) ? languages[code] : undefined;
  if (language) return language;
  throw new Error(`There are no words for "${code}". There are: ${Object.keys(languages).join(', ')}.`);
}

/** The needed ones first. */
export function clipsOf({ vocabulary, optional }: Language): Spoken[] {
  const all = (clips: Readonly<Record<string, string>>, isNeeded: boolean) =>
    Object.entries(clips).map(([clip, text]) => ({ clip, text, isNeeded }));
  return [...all(vocabulary, true), ...all(optional, false)];
}

/** Also a whole counter, which no vocabulary can list: `counter-12`. */
export function isClip(language: Language, clip: string): boolean {
  return clip in language.vocabulary || clip in language.optional || /^counter-[1-9]\d{0,2}$/.test(clip);
}

/** To be read from paper beside the microphone. */
export function listOf(code: string): string {
  const language = languageNamed(code);
  const clips = clipsOf(language);
  const width = Math.max(...clips.map(({ clip }) => clip.length)) + 4;
  const line = ({ clip, text }: Spoken, index: number) =>
    `${String(index + 1).padStart(3)}  ${`${clip}.wav`.padEnd(width)}  ${text}`;
  const needed = clips.filter(({ isNeeded }) => isNeeded);
  const rest = clips.slice(needed.length);
  return [
    `${language.name} (${code}): ${needed.length} recordings are needed, ${rest.length} more make it sound better.`,
    '',
    'Needed. Speak each as if the sentence went on:',
    ...needed.map(line),
    '',
    'Better with. Speak each as the end of a sentence, the voice falling:',
    ...rest.map((clip, index) => line(clip, needed.length + index)),
    '',
    'If you like, for any counter the whole phrase, in place of its number:',
    `     ${'counter-12.wav'.padEnd(width)}  ${counterPhrase(language)}`,
    '',
  ].join('\n');
}

/** With the counter's name in place of its number. */
function counterPhrase({ sentence, vocabulary }: Language): string {
  const phrase = sentence.find((words) => words.includes('{counter}')) ?? [];
  return phrase.map((word) => vocabulary[word] ?? '…').join(' ');
}
