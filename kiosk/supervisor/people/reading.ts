/** What the section shows of officers, stations and sessions: read anew after everything that is done, and now and then. */
import { type Readable, writable } from 'svelte/store';
import { ask } from '../../../display/lib/api.ts';
import type {
  OfficerAnswer,
  SessionListed,
  TokenListed,
  WhoAnswer,
} from '../../../server/contract/http-people.ts';
import type { LobbyView } from '../../../server/contract/views.ts';

export interface People {
  readonly officers: readonly OfficerAnswer[];
  readonly tokens: readonly TokenListed[];
  readonly sessions: readonly SessionListed[];
  readonly counters: readonly number[];
  readonly timeZone: string;
  readonly who: WhoAnswer | null;
}

const everyMs = 10_000;

async function list<T>(path: string): Promise<readonly T[] | null> {
  const reply = await ask<readonly T[]>('GET', `/api/v1/${path}`);
  return reply.ok && Array.isArray(reply.answer) ? reply.answer : null;
}

async function one<T>(path: string): Promise<T | null> {
  const reply = await ask<T>('GET', `/api/v1/${path}`);
  return reply.ok ? reply.answer : null;
}

/** `people` is null before the first answer; what could not be read stays as it was. */
export function readPeople(): { readonly people: Readable<People | null>; look(): Promise<void> } {
  let known: People | null = null;
  const store = writable<People | null>(null, () => {
    const timer = setInterval(() => void look(), everyMs);
    void look();
    return () => clearInterval(timer);
  });

  async function look(): Promise<void> {
    const [officers, tokens, sessions, board, who] = await Promise.all([
      list<OfficerAnswer>('officers'),
      list<TokenListed>('tokens'),
      list<SessionListed>('sessions'),
      one<LobbyView>('board'),
      one<WhoAnswer>('session'),
    ]);
    known = {
      officers: officers ?? known?.officers ?? [],
      tokens: tokens ?? known?.tokens ?? [],
      sessions: sessions ?? known?.sessions ?? [],
      counters: board?.counters?.map(({ counter }) => counter) ?? known?.counters ?? [],
      timeZone: board?.office?.timeZone ?? known?.timeZone ?? 'UTC',
      who: who ?? known?.who ?? null,
    };
    store.set(known);
  }
  return { people: store, look };
}
