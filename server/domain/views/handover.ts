/** The timed hand-over: the hourglass, and how it ended. */
import { hasClaim } from '../afterwards/claims.ts';
import { type Day, isHandoverBroken } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso } from '../instant.ts';
import type { Handover, Visit } from '../visit.ts';

export interface ShownHandover {
  readonly startedAt: string;
  readonly endsAt: string;
  readonly state: 'running' | 'kept' | 'broken';
}

/** Of the visit at a counter; null when it has none, or its hand-over ended at an earlier counter. */
export const handoverOf = (day: Day, visit: Visit): ShownHandover | null =>
  visit.handover?.endedAt === null ? shown(day, visit, visit.handover) : null;

/** What the counter's last action ended, until it does something else: `KEPT`, or `FREE OF CHARGE`. */
export function handoverJustEnded(day: Day, counter: number): ShownHandover | null {
  for (const { before, after } of day.actions.get(counter)?.visits.values() ?? []) {
    const { handover } = after;
    if (handover !== null && handover.endedAt !== null && before.handover?.endedAt === null)
      return shown(day, after, handover);
  }
  return null;
}

function shown(day: Day, visit: Visit, { startedAt, endsAt, endedAt }: Handover): ShownHandover {
  const inTime = endedAt === null ? 'running' : 'kept';
  const state = isHandoverBroken(day, visit) ? 'broken' : inTime;
  return { startedAt: toIso(startedAt), endsAt: toIso(endsAt), state };
}

/** Nothing to pay: one of its hand-overs was broken, at a step where the office says `otherwise: free` (CM1). */
export function isFreeOfCharge(state: State, { code, steps }: Pick<Visit, 'code' | 'steps'>): boolean {
  if (hasClaim(state, code)) return true;
  const broken = state.day.brokenHandovers.get(code) ?? [];
  return broken.some((began) => {
    const stepId = steps.findLast(({ startedAt }) => startedAt === began)?.step;
    const step = officeOf(state).steps.find(({ id }) => id === stepId);
    // What cannot be told any more is decided for the visitor.
    return step === undefined || step.otherwise === 'free';
  });
}
