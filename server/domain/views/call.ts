/** The announcement that a screen of one visit rings for. */
import { toIso } from '../instant.ts';
import type { Visit } from '../visit.ts';

export interface ShownCall {
  readonly callId: string;
  readonly times: number;
  readonly at: string;
}

/** Null once the visit has begun or gone: nobody has to come any more. */
export function callOf({ state, callId, times, lastCalledAt }: Visit): ShownCall | null {
  if (state !== 'called' || callId === null || lastCalledAt === null) return null;
  return { callId, times, at: toIso(lastCalledAt) };
}
