/** Calls as WAV files, as the office has set its voice; what was made is kept for the other screens that ask for it. */
import type { Office } from '../../contract/office.ts';
import type { Voice } from '../../voice/voice.ts';
import type { Said } from './zone-voice.ts';

type Asked = Parameters<Voice['say']>[0];
type Call = Pick<Said, 'number' | 'counter'>;

export interface Wavs {
  of(call: Call, short: boolean): Uint8Array;
  durationOf(call: Call): number;
}

interface Parts {
  readonly voice: Pick<Voice, 'languages' | 'say' | 'durationMs'>;
  office(): Pick<Office, 'voice' | 'languages'> | null;
  /** Bytes that are kept. */
  readonly most?: number;
}

export function createWavs({ voice, office, most = 32_000_000 }: Parts): Wavs {
  const kept = new Map<string, Uint8Array>();
  let bytes = 0;

  function asked({ number, counter }: Call, short: boolean): Asked {
    const set = office();
    const languages = set?.voice.languages ?? set?.languages ?? [];
    return {
      number,
      counter,
      languages: languages.filter((language) => voice.languages.includes(language)),
      numbers: set?.voice.numbers ?? 'digits',
      repeat: short ? 0 : (set?.voice.repeat ?? 0),
      gong: set?.voice.gong ?? true,
    };
  }

  function keep(name: string, wav: Uint8Array): void {
    kept.set(name, wav);
    bytes += wav.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= most || oldest === name) break;
      kept.delete(oldest);
      bytes -= byteLength;
    }
  }

  return {
    of(call, short) {
      const what = asked(call, short);
      const name = JSON.stringify(what);
      const known = kept.get(name);
      if (known) {
        // The last used is the last to go.
        kept.delete(name);
        kept.set(name, known);
        return known;
      }
      const wav = voice.say(what);
      keep(name, wav);
      return wav;
    },
    durationOf: (call) => voice.durationMs(asked(call, false)),
  };
}
