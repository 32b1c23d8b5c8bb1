/** The timed hand-over: the hourglass, and how it ended. */
import type { Day } from '../day.ts';
import type { State } from '../decision.ts';
import { toIso } from '../instant.ts';
import type { Visit } from '../visit.ts';
import { officeOf } from '../whose-turn.ts';

export interface ShownHandover {
  readonly startedAt: string;
  readonly endsAt: string;
  readonly state: 'running' | 'kept' | 'broken';
}

/** Of the visit at a counter; null when it has none, or had it in an earlier call. */
export function handoverOf(day: Day, visit: Visit): ShownHandover | null {
  const { handover, calledAt } = visit;
  if (handover === null) return null;
  if (handover.endedAt !== null && calledAt !== null && handover.startedAt < calledAt) return null;
  return shown(day, visit, handover);
}

/** What the counter's last action ended, until it does something else: `KEPT`, or `FREE OF CHARGE`. */
export function handoverJustEnded(day: Day, counter: number): ShownHandover | null {
  for (const { before, after } of day.actions.get(counter)?.visits.values() ?? []) {
    const { handover } = after;
    if (handover !== null && handover.endedAt !== null && before.handover?.endedAt === null)
      return shown(day, after, handover);
  }
  return null;
}

function shown(day: Day, { code }: Visit, handover: NonNullable<Visit['handover']>): ShownHandover {
  const { startedAt, endsAt, endedAt } = handover;
  const ended = endedAt === null ? 'running' : 'kept';
  const state = day.brokenHandovers.has(code) ? 'broken' : ended;
  return { startedAt: toIso(startedAt), endsAt: toIso(endsAt), state };
}

/** Nothing to pay: its hand-over was broken, at a step where the office says `otherwise: free`. */
export function isFreeOfCharge(state: State, { code, handover, steps }: Visit): boolean {
  if (!state.day.brokenHandovers.has(code)) return false;
  const stepId = steps.findLast(({ startedAt }) => startedAt === handover?.startedAt)?.step;
  const step = officeOf(state).steps.find(({ id }) => id === stepId);
  // What cannot be told any more is decided for the visitor.
  return step === undefined || step.otherwise === 'free';
}
