/** The timed hand-over: the hourglass, and how it ended. */
import { hasClaim } from '../afterwards/claims.ts';
import { isHandoverBroken } from '../day.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { toIso } from '../instant.ts';
import type { Handover, Visit } from '../visit.ts';

export interface ShownHandover {
  readonly startedAt: string;
  readonly endsAt: string;
  readonly state: 'running' | 'kept' | 'broken';
  readonly endedAt?: string;
  readonly free?: boolean;
}

/** Of the visit at a counter; null when it has none, or its hand-over ended at an earlier counter. */
export const handoverOf = (state: State, visit: Visit): ShownHandover | null =>
  visit.handover?.endedAt === null ? shown(state, visit, visit.handover) : null;

/** What the counter's last action ended, until it does something else: `KEPT`, or `FREE OF CHARGE`. */
export function handoverJustEnded(state: State, counter: number): ShownHandover | null {
  for (const { before, after } of state.day.actions.get(counter)?.visits.values() ?? []) {
    const { handover } = after;
    if (handover !== null && handover.endedAt !== null && before.handover?.endedAt === null)
      return shown(state, after, handover);
  }
  return null;
}

function shown(now: State, visit: Visit, handover: Handover): ShownHandover {
  const { startedAt, endsAt, endedAt } = handover;
  const inTime = endedAt === null ? 'running' : 'kept';
  const state = isHandoverBroken(now.day, visit) ? 'broken' : inTime;
  return {
    startedAt: toIso(startedAt),
    endsAt: toIso(endsAt),
    state,
    ...(endedAt === null ? {} : { endedAt: toIso(endedAt) }),
    free: isFreeStep(now, handover.step),
  };
}

/** Nothing to pay: one of its hand-overs was broken, at a step where the office says `otherwise: free` (CM1). */
export function isFreeOfCharge(state: State, { code, steps }: Pick<Visit, 'code' | 'steps'>): boolean {
  if (hasClaim(state, code)) return true;
  const broken = state.day.brokenHandovers.get(code) ?? [];
  return broken.some((began) =>
    isFreeStep(state, steps.findLast(({ startedAt }) => startedAt === began)?.step),
  );
}

/** What cannot be told any more is decided for the visitor. */
function isFreeStep(state: State, id: string | undefined): boolean {
  const step = officeOf(state).steps.find((one) => one.id === id);
  return step === undefined || step.otherwise === 'free';
}
