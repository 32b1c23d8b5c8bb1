/** Acting at a counter: one request after the other, and the refusal that is shown for some seconds. */
import { type Readable, writable } from 'svelte/store';
import { act, type Failure } from '../../display/lib/api.ts';
import type { CounterActionName, CounterAnswer } from '../../server/contract/http.ts';

type Body = Readonly<Record<string, unknown>>;

const shownMs = 6000;

/** `tried`: the number that was to be called. */
export type Refusal = Failure & { readonly tried?: string };

export interface Acting {
  readonly failure: Readable<Refusal | null>;
  /** Null when it was done, or when the same is under way already. */
  perform(action: CounterActionName, body?: Body): Promise<Failure | null>;
  /** What is no action of a counter; null when it was done. Refused, it is for the asker to say so. */
  does(path: string, body: object): Promise<Failure | null>;
  say(what: Refusal | null): void;
}

export function createActing(counter: number): Acting {
  const failure = writable<Refusal | null>(null);
  const underWay = new Set<CounterActionName>();
  let last: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(what: Refusal | null): void {
    clearTimeout(timer);
    failure.set(what);
    if (what) timer = setTimeout(() => failure.set(null), shownMs);
  }

  return {
    failure,
    say,
    async does(path, body) {
      const reply = await act(path, body);
      return reply.ok ? null : reply.failure;
    },
    async perform(action, body = {}) {
      // The same key again is the same press; another one waits for its turn.
      if (underWay.has(action)) return null;
      underWay.add(action);
      const asked = last.then(() => act<CounterAnswer>(`/api/v1/counters/${counter}/${action}`, body));
      last = asked;
      const reply = await asked;
      underWay.delete(action);
      // A question, not a refusal: the page asks it.
      const tried = typeof body.ticket === 'string' ? { tried: body.ticket } : {};
      say(reply.ok || reply.failure.code === 'confirm' ? null : { ...reply.failure, ...tried });
      return reply.ok ? null : reply.failure;
    },
  };
}
