/** The sounds of calls as the hub makes them, fetched ahead while another one plays. */
import type { AnnounceMessage } from '../../../server/contract/socket.ts';

/** A hub that answers slower has more urgent things to do than to speak. */
const patienceMs = 8000;
/** The one that is said, the one that comes next, and each of them long and short. */
const kept = 4;

export interface Sentences {
  /** Begins to fetch; `short`: without its repeats. */
  fetchAhead(call: AnnounceMessage, short: boolean): void;
  /** What could be had, at best in the wanted length; null: nothing, though tried twice. */
  take(call: AnnounceMessage, short: boolean): Promise<AudioBuffer | null>;
}

const addressOf = ({ callId }: AnnounceMessage, short: boolean) =>
  `/audio/${encodeURIComponent(callId)}.wav${short ? '?short=1' : ''}`;

export function createSentences(decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>): Sentences {
  const fetched = new Map<string, Promise<AudioBuffer | null>>();

  async function load(address: string): Promise<AudioBuffer> {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error(`no sound: ${response.status}`);
    return decode(await response.arrayBuffer());
  }

  function begin(address: string): Promise<AudioBuffer | null> {
    const known = fetched.get(address);
    if (known) return known;
    const sound = load(address)
      .catch(() => load(address))
      .catch(() => null);
    fetched.set(address, sound);
    const [oldest] = fetched.keys();
    if (fetched.size > kept && oldest !== undefined) fetched.delete(oldest);
    return sound;
  }

  /** Only once: what is said again is asked for again, for by then it may be another sentence. */
  async function take(address: string): Promise<AudioBuffer | null> {
    const sound = await begin(address);
    fetched.delete(address);
    return sound;
  }

  return {
    fetchAhead: (call, short) => void begin(addressOf(call, short)),
    async take(call, short) {
      const [wanted, other] = [addressOf(call, short), addressOf(call, !short)];
      const sound = await take(wanted);
      // Fetched ahead in the other length, and the hub was lost since.
      const instead = sound === null && fetched.has(other) ? await take(other) : null;
      fetched.delete(other);
      return sound ?? instead;
    },
  };
}
