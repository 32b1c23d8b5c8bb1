/** VO7: calls that nobody has said. */
import type { Log } from '../../log.ts';
import type { Speaker } from './speaker.ts';
import type { Said, Waiting } from './zone-voice.ts';

export interface Unheard extends Said {
  readonly zone: string | null;
  readonly given: readonly Speaker[];
}

interface Parts {
  readonly log: Log;
  standing(callId: string): 'called' | 'over' | 'undone';
  readonly kept: { readonly unheard: readonly Unheard[] };
}

/** One for each call, however many zones it was for: the supervisor repeats it once. */
export function createUnheard({ log, standing, kept }: Parts) {
  const calls = new Map<string, Unheard>(kept.unheard.map((call) => [call.callId, call]));
  return {
    add(zone: string | null, { callId, number, counter, step, times, given }: Waiting): void {
      if (!calls.has(callId)) log.warn({ callId, counter, zone }, 'nobody has said a call');
      calls.set(callId, { callId, number, counter, step, times, given, zone });
    },
    heard(callId: string, counts: (zone: string | null, given: readonly Speaker[]) => boolean): void {
      const call = calls.get(callId);
      if (call && counts(call.zone, call.given)) calls.delete(callId);
    },
    look(): void {
      for (const { callId } of calls.values()) if (standing(callId) !== 'called') calls.delete(callId);
    },
    all: (): readonly Unheard[] => [...calls.values()],
    clear: (): void => calls.clear(),
  };
}
