/** What the section shows of requests and trips: read anew after everything that is done, and now and then. */
import { type Readable, writable } from 'svelte/store';
import { ask } from '../../../display/lib/api.ts';
import type {
  OffsiteServiceAnswer,
  RequestAnswer,
  TripAnswer,
} from '../../../server/contract/http-offsite.ts';

export interface Outside {
  readonly services: readonly OffsiteServiceAnswer[];
  readonly requests: readonly RequestAnswer[];
  /** Of this year and later, by date. */
  readonly trips: readonly TripAnswer[];
}

const everyMs = 15_000;

async function list<T>(path: string): Promise<readonly T[] | null> {
  const reply = await ask<readonly T[]>('GET', `/api/v1/${path}`);
  return reply.ok && Array.isArray(reply.answer) ? reply.answer : null;
}

/**
 * `outside` is null before the first answer; what could not be read stays as it was.
 * @param year four digits
 */
export function readOutside(year: string): {
  readonly outside: Readable<Outside | null>;
  look(): Promise<void>;
} {
  let known: Outside | null = null;
  const store = writable<Outside | null>(null, () => {
    const timer = setInterval(() => void look(), everyMs);
    void look();
    return () => clearInterval(timer);
  });

  async function look(): Promise<void> {
    const [services, requests, trips] = await Promise.all([
      list<OffsiteServiceAnswer>('offsite-services'),
      list<RequestAnswer>('requests'),
      list<TripAnswer>(`trips?from=${year}-01-01`),
    ]);
    known = {
      services: services ?? known?.services ?? [],
      requests: requests ?? known?.requests ?? [],
      trips: trips ?? known?.trips ?? [],
    };
    store.set(known);
  }
  return { outside: store, look };
}
