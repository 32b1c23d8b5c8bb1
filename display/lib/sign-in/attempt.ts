/** One attempt to sign in at a time; a wrong one may be answered late, and that is said. */
import { type Readable, writable } from 'svelte/store';
import { ask, type Failure, type FailureCode } from '../api.ts';
import type { PeopleTexts } from '../people-texts.ts';
import { sentenceOf, type TouchTexts } from '../touch.ts';

/** Longer than a right answer takes. */
const heldAfterMs = 1500;

export interface Trying {
  readonly busy: boolean;
  /** The hub holds the answer back. */
  readonly held: boolean;
  readonly failure: Failure | null;
}

export interface Attempt {
  readonly trying: Readable<Trying>;
  /** Null when somebody is signed in now, or another attempt is under way. */
  send(body: object): Promise<Failure | null>;
}

const rest: Trying = { busy: false, held: false, failure: null };

export function createAttempt(signedIn: () => void): Attempt {
  const trying = writable(rest);
  let isBusy = false;
  return {
    trying,
    async send(body) {
      if (isBusy) return null;
      isBusy = true;
      trying.set({ ...rest, busy: true });
      const timer = setTimeout(() => trying.set({ ...rest, busy: true, held: true }), heldAfterMs);
      const reply = await ask('POST', '/api/v1/session', body);
      clearTimeout(timer);
      isBusy = false;
      trying.set({ ...rest, failure: reply.ok ? null : reply.failure });
      if (reply.ok) signedIn();
      return reply.ok ? null : reply.failure;
    },
  };
}

/** Why nobody is signed in: of what was typed, in the reader's words. */
export function signInTrouble(failure: Failure, people: PeopleTexts, texts: TouchTexts): string {
  const { wrongPin, wrongToken, tooMany, noCounter } = people.signIn;
  const said: Partial<Record<FailureCode, string>> = {
    'wrong-pin': wrongPin,
    'not-signed-in': wrongToken,
    'too-many-requests': tooMany,
    malformed: noCounter,
  };
  return said[failure.code] ?? sentenceOf(texts, failure);
}
