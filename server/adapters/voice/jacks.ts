/** VO10: the sound cards of the hub's machine: each says one call at a time, to its end. */
import type { Log } from '../../log.ts';
import type { Play, Playing } from './aplay.ts';

export interface ToPlay {
  readonly zone: string | null;
  readonly durationMs: number;
  /** Made when its turn comes; `short`: others wait. Null: it is not to be said any more. */
  wav(short: boolean): Uint8Array | null;
  /** It was said to its end, or the card failed. */
  done(ok: boolean): void;
}

export interface Jacks {
  say(device: string, what: ToPlay): void;
  /** What has not begun is left to somebody else. */
  leave(device: string, zone: string | null): void;
  /** VO11: it has failed within the last minute. */
  hasJustFailed(device: string): boolean;
  isInTrouble(device: string): boolean;
  close(): Promise<void>;
}

interface Card {
  readonly waiting: ToPlay[];
  playing: Playing | null;
  failedAt: number | null;
  /** Why it fails, as logged. */
  trouble: string | null;
}

const patienceMs = 10_000;
const restMs = 60_000;

export function createJacks({ play, log, clock }: { play: Play; log: Log; clock: () => number }): Jacks {
  const cards = new Map<string, Card>();
  let closed = false;

  function cardOf(device: string): Card {
    const card = cards.get(device) ?? { waiting: [], playing: null, failedAt: null, trouble: null };
    cards.set(device, card);
    return card;
  }

  async function sayAll(device: string, card: Card): Promise<void> {
    try {
      for (let next = card.waiting.shift(); next && !closed; next = card.waiting.shift()) {
        const wav = next.wav(card.waiting.length > 0);
        if (!wav) continue;
        card.playing = play(device, wav, next.durationMs + patienceMs);
        const played = await card.playing.done;
        if (closed) return;
        noteTrouble(device, card, played.ok ? null : played.why);
        next.done(played.ok);
      }
    } finally {
      card.playing = null;
    }
  }

  function noteTrouble(device: string, card: Card, why: string | null): void {
    card.failedAt = why === null ? null : clock();
    if (card.trouble !== null && why === null) log.info({ device }, 'the sound card plays again');
    if (card.trouble === null && why !== null) log.warn({ device, why }, 'the sound card does not play');
    card.trouble = why;
  }

  return {
    say(device, what) {
      const card = cardOf(device);
      card.waiting.push(what);
      if (card.playing === null)
        sayAll(device, card).catch((error) => log.error({ error: String(error) }, 'a sound card failed'));
    },
    leave(device, zone) {
      const { waiting } = cardOf(device);
      waiting.splice(0, waiting.length, ...waiting.filter((one) => one.zone !== zone));
    },
    hasJustFailed(device) {
      const failedAt = cards.get(device)?.failedAt ?? null;
      return failedAt !== null && clock() - failedAt < restMs;
    },
    isInTrouble: (device) => cards.get(device)?.trouble != null,
    async close() {
      closed = true;
      const playing = [...cards.values()].flatMap((card) => card.playing ?? []);
      for (const one of playing) one.stop();
      await Promise.all(playing.map(({ done }) => done));
    },
  };
}
