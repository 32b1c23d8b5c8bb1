/** Makes the clips that come with the program. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sound } from '../wav/format.ts';
import { writeWav } from '../wav/write.ts';
import { languages } from '../words/languages.ts';
import { speak } from './espeak.ts';
import { makeGong } from './gong.ts';

/** Writes `gong.wav` and a folder for each language; tells `say` what it does. Throws when espeak-ng cannot. */
export function makePacks(folder: string, codes: readonly string[], say: (line: string) => void): void {
  mkdirSync(folder, { recursive: true });
  write(join(folder, 'gong.wav'), makeGong());
  for (const code of codes) {
    const language = languages[code];
    if (!language) throw new Error(`Nobody has written the words of "${code}".`);
    // All of it is spoken before anything is written, so that a half-made pack never stands in the folder.
    const clips = Object.entries({ ...language.vocabulary, ...language.optional }).map(
      ([clip, text]) => [clip, speak(language, clip, text)] as const,
    );
    rmSync(join(folder, code), { recursive: true, force: true });
    mkdirSync(join(folder, code), { recursive: true });
    for (const [clip, sound] of clips) write(join(folder, code, `${clip}.wav`), sound);
    say(`${code}: ${clips.length} clips`);
  }
}

function write(file: string, sound: Sound): void {
  writeFileSync(file, writeWav(sound));
}
