/** What the hub would make of an office's own recordings, and what could be better about them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOwn } from '../packs.ts';
import { loudnessOf, secondsOf } from '../sound.ts';
import { clipsOf, languageNamed } from './clips.ts';

export interface Checked {
  readonly lines: readonly string[];
  /** Everything that is there is used. */
  readonly ok: boolean;
}

export function checkVoice(folder: string): Checked {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const { packs, gong, problems } = readOwn(folder);
  const used = [...packs].flatMap(([code, pack]) => {
    const clips = clipsOf(languageNamed(code));
    const without = clips.filter(({ clip, isNeeded }) => !isNeeded && !pack.has(clip)).length;
    const uneven = [...pack].filter(([, sound]) => isUneven(loudnessOf(sound)));
    return [
      `${code}: ${pack.size} clips are used${without > 0 ? `; ${without} more would make it sound better` : ''}.`,
      ...uneven.map(([clip]) => `  ${clip}.wav is louder or quieter than the others: use the command take.`),
    ];
  });
  const rung = gong ? [`${join(folder, 'gong.wav')}: ${secondsOf(gong).toFixed(1)} s, used.`] : [];
  const nothing = used.length + rung.length + problems.length === 0 ? ['There are no recordings here.'] : [];
  return { lines: [...used, ...rung, ...problems, ...nothing], ok: problems.length === 0 };
}

/** More than 4 dB away from what all clips are set to. */
function isUneven(loudness: number): boolean {
  return loudness < 0.07 || loudness > 0.175;
}
