/** Asking for a code, and then, again and again, whether somebody has confirmed it. */
import { type Readable, readable } from 'svelte/store';
import type { PairingAnswer } from '../../../server/contract/http-people.ts';
import type { Role } from '../../../server/contract/values.ts';
import { ask } from '../api.ts';

const askEveryMs = 2000;
/** When there is no code at all, the hub is away or has too many. */
const beginAgainMs = 5000;

/** `lost`: the hub was not reached the last time. */
export interface PairingShown {
  readonly code: PairingAnswer | null;
  readonly lost: boolean;
}

/** What this page is, and whoever confirms the code is offered. */
export interface Wish {
  readonly role: Role;
  readonly counter?: number | undefined;
}

/** Asks for as long as somebody subscribes. */
export function createPairing(wish: Wish, done: () => void): Readable<PairingShown> {
  return readable<PairingShown>({ code: null, lost: false }, (set) => {
    let code: PairingAnswer | null = null;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function later(ms: number, lost: boolean): void {
      if (over) return;
      set({ code, lost });
      timer = setTimeout(() => void look(), ms);
    }

    async function look(): Promise<void> {
      if (code === null) return begin();
      const reply = await ask('POST', '/api/v1/session', { pairing: code.secret });
      if (over) return;
      if (reply.ok) return done();
      const { code: why } = reply.failure;
      // Its time is over, or the hub was started anew.
      if (why === 'not-signed-in') return begin();
      later(askEveryMs, why !== 'pairing-pending');
    }

    async function begin(): Promise<void> {
      const reply = await ask<PairingAnswer>('POST', '/api/v1/pairings', wish);
      code = reply.ok ? reply.answer : null;
      later(reply.ok ? askEveryMs : beginAgainMs, !reply.ok);
    }

    void begin();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  });
}
