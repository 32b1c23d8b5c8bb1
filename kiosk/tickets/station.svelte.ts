/** As whom this machine is signed in. Not signed in, it says so at its start, and not to the first visitor. */
import { ask } from '../../display/lib/api.ts';
import { reconnect } from '../../display/lib/live.ts';
import type { Role } from '../../server/contract/values.ts';

export interface Station {
  /** Null: nobody yet. */
  readonly role: Role | null;
  readonly signedOut: boolean;
  signedIn(): void;
}

/** @param live whoever is revoked is cut off, and is asked again on coming back */
export function createStation(live: () => boolean): Station {
  let role = $state<Role | null>(null);
  let signedOut = $state(false);
  async function look(): Promise<void> {
    const reply = await ask<{ role: Role }>('GET', '/api/v1/session');
    role = reply.ok ? reply.answer.role : null;
    signedOut = !reply.ok && reply.failure.code === 'not-signed-in';
  }
  $effect(() => {
    if (live()) void look();
  });
  return {
    get role() {
      return role;
    },
    get signedOut() {
      return signedOut;
    },
    signedIn() {
      signedOut = false;
      reconnect();
    },
  };
}
