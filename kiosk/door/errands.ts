/** What is asked of the hub at the door besides letting people in; each errand keeps its idempotency key. */
import { act, ask, attemptKey, type Failure, type Reply } from '../../display/lib/api.ts';
import type { CaseCard } from '../../server/contract/http-door.ts';
import type { Errand, What } from './acting.ts';
import type { Choice } from './choices.ts';
import { createMotion, type Ended, type Wish } from './motion.ts';

export interface Outcome {
  readonly decision: 'admit' | 'refer';
  /** Who of the task force decided. */
  readonly by: string;
  readonly reason?: string;
}

const failureOf = (reply: Reply<unknown>): Failure | null => (reply.ok ? null : reply.failure);

function errand(what: What, path: string, body: object): Errand {
  const key = attemptKey();
  return { what, attempt: async () => failureOf(await act(`/api/v1${path}`, body, key)) };
}

export const leave = (count: number): Errand => errand({ of: 'leave', count }, '/occupancy/leave', { count });

/** A person at the door. @param told what came of each attempt */
export function personErrand(
  wish: Wish,
  choice: Choice | null,
  people: number,
  told: (ended: Ended) => void,
): Errand {
  const { admission } = wish;
  const celsius = 'celsius' in admission ? admission.celsius : null;
  const motion = createMotion(wish);
  return {
    what: { of: 'person', celsius, choice, people },
    async attempt() {
      const ended = await motion();
      told(ended);
      return ended.failure;
    },
  };
}

/** Null: as many as there is room for. */
export const callIn = (people: number | null): Errand =>
  errand({ of: 'call-in', people }, '/occupancy/call-in', people === null ? {} : { people });

export function decide({ case: number, screening }: CaseCard, outcome: Outcome): Errand {
  const what: What = { of: 'outcome', case: number, decision: outcome.decision };
  return errand(what, `/screenings/${encodeURIComponent(screening)}/outcome`, outcome);
}

/** Counting again is true only at that moment: it is never kept to be sent later. */
export async function countAgain(inside: number): Promise<Failure | null> {
  return failureOf(await ask('PUT', '/api/v1/occupancy', { inside }));
}
