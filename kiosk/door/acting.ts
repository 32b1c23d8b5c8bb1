/** Acting at the door: one errand after the other, and what was not acknowledged kept to be sent again. */
import { type Readable, writable } from 'svelte/store';
import type { Failure } from '../../display/lib/api.ts';
import type { Choice } from './choices.ts';
import { isDoubtful } from './motion.ts';

/** What an errand was, for the list of those that were not recorded. */
export type What =
  | {
      readonly of: 'person';
      readonly celsius: number | null;
      readonly choice: Choice | null;
      readonly people: number;
    }
  | { readonly of: 'leave'; readonly count: number }
  | { readonly of: 'call-in'; readonly people: number | null }
  | { readonly of: 'outcome'; readonly case: string; readonly decision: 'admit' | 'refer' };

export interface Errand {
  readonly what: What;
  /** Every attempt has the same keys. Null: done. */
  readonly attempt: () => Promise<Failure | null>;
}

export interface Acting {
  /** How many errands are under way. */
  readonly underWay: Readable<number>;
  /** Nobody knows whether these were recorded. */
  readonly unrecorded: Readable<readonly Errand[]>;
  perform(errand: Errand): Promise<Failure | null>;
  /** All of them in their order; the first that fails again keeps the others waiting. */
  sendAgain(): Promise<void>;
  discard(errand: Errand): void;
}

export function createActing(): Acting {
  const underWay = writable(0);
  const unrecorded = writable<readonly Errand[]>([]);
  let last: Promise<unknown> = Promise.resolve();
  let kept: readonly Errand[] = [];
  unrecorded.subscribe((errands) => {
    kept = errands;
  });

  const without = (errand: Errand) => kept.filter((other) => other !== errand);

  async function perform(errand: Errand): Promise<Failure | null> {
    underWay.update((count) => count + 1);
    const asked = last.then(errand.attempt);
    last = asked.catch(() => {});
    const failure = await asked.finally(() => underWay.update((count) => count - 1));
    if (!failure || !isDoubtful(failure)) unrecorded.set(without(errand));
    else if (!kept.includes(errand)) unrecorded.set([...kept, errand]);
    return failure;
  }

  return {
    underWay,
    unrecorded,
    perform,
    async sendAgain() {
      for (const errand of kept) {
        const failure = await perform(errand);
        if (failure && isDoubtful(failure)) return;
      }
    },
    discard: (errand) => unrecorded.set(without(errand)),
  };
}
