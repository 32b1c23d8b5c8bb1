/** The voice of the office: reads its clips once, then says a call as one WAV. */
import { join } from 'node:path';
import { type Asked, durationOf, joinClips, planOf } from './announcement.ts';
import { readOwn, readShipped } from './packs.ts';

export type { Asked };

export interface Voice {
  /** Codes of the languages that there are clips of. */
  readonly languages: readonly string[];
  /** Sentences for the office: which own recordings are not used, and why. */
  readonly problems: readonly string[];
  /**
   * The call as a WAV file (22,050 Hz, 16 bit, mono). Languages without clips are left out; without any there is
   * the gong alone. Never throws, and the same call gives the same bytes.
   */
  say(asked: Asked): Uint8Array;
  /** How long `say` of the same sounds, in milliseconds. */
  durationMs(asked: Asked): number;
}

export const shippedPacks = join(import.meta.dirname, 'packs');

/** `ownFolder`: the data folder's `voice`, with `gong.wav` and a folder for each language; null: none. */
export function loadVoice(ownFolder: string | null): Voice {
  const shipped = readShipped(shippedPacks);
  const own = ownFolder === null ? undefined : readOwn(ownFolder);
  const languages = new Map([...shipped.languages, ...(own?.packs ?? [])]);
  const held = { languages, gong: own?.gong ?? shipped.gong };
  return {
    languages: [...languages.keys()],
    problems: own?.problems ?? [],
    say: (asked) => joinClips(planOf(asked, held)),
    durationMs: (asked) => durationOf(planOf(asked, held)),
  };
}
