/** How a voice is told what to say: a screen by a message, a sound card by a WAV. */
import type { Jacks } from './jacks.ts';
import type { Screens } from './screens.ts';
import type { Speaker } from './speaker.ts';
import type { SpeakingParts } from './speaking.ts';
import type { Wavs } from './wavs.ts';

interface Parts {
  readonly screens: Pick<Screens, 'find'>;
  readonly jacks: Pick<Jacks, 'say' | 'leave'>;
  readonly wavs: Wavs;
  /** False: it was undone. */
  isCalled(callId: string): boolean;
  /** @param speaker the sound card that has said it; null: it failed */
  said(callId: string, speaker: Speaker | null): void;
}

export type Mouths = Pick<SpeakingParts, 'speaks' | 'give'>;

export function createMouths({ screens, jacks, wavs, isCalled, said }: Parts): Mouths {
  return {
    speaks({ by, id, zone }, speaks) {
      if (by === 'jack') {
        if (!speaks) jacks.leave(id, zone);
        return;
      }
      // Before what it is given to say, which a screen that does not speak would not take.
      screens.find(id)?.connection?.tell('speaker', { speaks });
    },
    give(speaker, { callId, number, counter, step, times }, again) {
      if (speaker.by === 'screen') {
        const message = { callId, number, counter, step, times };
        screens.find(speaker.id)?.connection?.tell('announce', again ? { ...message, again } : message);
        return;
      }
      jacks.say(speaker.id, {
        zone: speaker.zone,
        durationMs: wavs.durationOf({ number, counter }),
        // VO9: what was undone is left out.
        wav: (short) => (isCalled(callId) ? wavs.of({ number, counter }, short) : null),
        done: (ok) => said(callId, ok ? speaker : null),
      });
    },
  };
}
