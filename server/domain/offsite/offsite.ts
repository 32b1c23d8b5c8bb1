/** Visits outside the office: who asked for one, which trip goes there, and what was done. Entities never change. */
import type { Instant } from '../instant.ts';
import type { OffsiteResult, RequestPersonal } from './offsite-events.ts';

export type RequestState = 'asked' | 'accepted' | 'refused' | 'planned' | 'done' | 'cancelled';

export interface VisitRequest {
  readonly code: string;
  readonly shortCode: string;
  readonly service: string;
  readonly people: number;
  readonly state: RequestState;
  readonly askedAt: Instant;
  readonly decided: {
    readonly at: Instant;
    readonly by: string;
    readonly reason: string | null;
  } | null;
  readonly cancelledAt: Instant | null;
  readonly trip: string | null;
  readonly results: readonly OffsiteResult[];
  /** Null once it was erased. */
  readonly personal: RequestPersonal | null;
}

export interface Trip {
  readonly id: string;
  readonly date: string;
  readonly place: string;
  readonly team: readonly string[];
  readonly vehicle: string | null;
  readonly requests: readonly string[];
  readonly cancelled: string | null;
}

export interface Offsite {
  readonly requests: Map<string, VisitRequest>;
  readonly trips: Map<string, Trip>;
}

/** OF7: entries that make it done: one a person, one for a place where nobody applied. */
export const entriesOf = ({ people }: Pick<VisitRequest, 'people'>): number => Math.max(1, people);

/** The requests of a trip, in the order of its list. */
export const requestsOf = ({ requests }: Offsite, codes: readonly string[]): VisitRequest[] =>
  codes.flatMap((code) => requests.get(code) ?? []);

/** OF6: what was entered stays where it is. */
export const shortCodesOfEntered = (requests: readonly VisitRequest[]): string[] =>
  requests.filter(({ results }) => results.length > 0).map(({ shortCode }) => shortCode);

export const emptyOffsite = (): Offsite => ({ requests: new Map(), trips: new Map() });
