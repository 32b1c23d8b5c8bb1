/** What the state says of zones and of the calls of today. */
import type { Call } from '../../domain/day.ts';
import type { State } from '../../domain/decision.ts';
import type { SpeakingParts } from './speaking.ts';

/** Null: there is none of this id today, or it was undone. */
export function callOf({ day }: State, callId: string): Call | null {
  for (const calls of day.calls.values()) {
    const found = calls.findLast((call) => call.callId === callId);
    if (found) return found;
  }
  return null;
}

export function officeCalls(hub: {
  readonly state: State;
}): Pick<SpeakingParts, 'zones' | 'zoneOf' | 'standing'> {
  const counters = () => hub.state.calendar.office?.counters ?? [];
  return {
    zones: () => [null, ...new Set(counters().flatMap(({ zone }) => zone ?? []))],
    zoneOf(counter) {
      const setup = counters().find(({ number }) => number === counter);
      return setup && (setup.zone ?? null);
    },
    standing(callId) {
      const call = callOf(hub.state, callId);
      if (!call) return 'undone';
      const visit = hub.state.day.visits.get(call.code);
      return visit?.state === 'called' && visit.callId === callId ? 'called' : 'over';
    },
  };
}
