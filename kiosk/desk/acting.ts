/** Acting at a counter: one request at a time, and the refusal that is shown for some seconds. */
import { type Readable, writable } from 'svelte/store';
import { act, type Failure } from '../../display/lib/api.ts';
import type { CounterActionName, CounterAnswer } from '../../server/contract/http.ts';

const shownMs = 6000;

export interface Acting {
  readonly failure: Readable<Failure | null>;
  readonly busy: Readable<boolean>;
  /** Null when it was done, or when another request is still under way. */
  perform(action: CounterActionName, body?: object): Promise<Failure | null>;
  dismiss(): void;
}

export function createActing(counter: number): Acting {
  const failure = writable<Failure | null>(null);
  const busy = writable(false);
  let underWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(what: Failure | null): void {
    clearTimeout(timer);
    failure.set(what);
    if (what) timer = setTimeout(() => failure.set(null), shownMs);
  }

  return {
    failure,
    busy,
    async perform(action, body = {}) {
      if (underWay) return null;
      underWay = true;
      busy.set(true);
      const reply = await act<CounterAnswer>(`/api/v1/counters/${counter}/${action}`, body);
      underWay = false;
      busy.set(false);
      // A question, not a refusal: the page asks it.
      say(reply.ok || reply.failure.code === 'confirm' ? null : reply.failure);
      return reply.ok ? null : reply.failure;
    },
    dismiss: () => say(null),
  };
}
