/** Doing something for the supervisor: one at a time, and the refusal or the good news shown for some seconds. */
import { type Readable, writable } from 'svelte/store';
import type { Failure, Reply } from '../../display/lib/api.ts';

const shownMs = 8000;

export interface Said {
  readonly failure: Failure | null;
  readonly done: string | null;
}

export interface Doing {
  readonly said: Readable<Said>;
  readonly busy: Readable<boolean>;
  /** Null when it was refused, or something else is under way. @param news said when it was done */
  run<A>(ask: () => Promise<Reply<A>>, news?: (answer: A) => string): Promise<A | null>;
  say(failure: Failure): void;
}

export function createDoing(): Doing {
  const said = writable<Said>({ failure: null, done: null });
  const busy = writable(false);
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(what: Said): void {
    clearTimeout(timer);
    said.set(what);
    timer = setTimeout(() => said.set({ failure: null, done: null }), shownMs);
  }

  return {
    said,
    busy,
    async run(ask, news) {
      if (isBusy) return null;
      isBusy = true;
      busy.set(true);
      const reply = await ask();
      isBusy = false;
      busy.set(false);
      if (reply.ok) show({ failure: null, done: news ? news(reply.answer) : null });
      else show({ failure: reply.failure, done: null });
      return reply.ok ? reply.answer : null;
    },
    say: (failure) => show({ failure, done: null }),
  };
}
