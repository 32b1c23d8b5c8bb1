/** What the hub was asked about beside bookings: claims, identity numbers, visits outside. */
import type { ClaimAnswer, IdentityAnswer } from '../../../server/contract/http-bookings.ts';
import type { PlannedRequest } from '../plan/affairs.ts';
import type { SeenAtEnd } from './compare-bookings.ts';
import type { SeenAvailability } from './compare-places.ts';
import type { SeenImport } from './imports.ts';
import type { Span } from './seen.ts';

export interface SeenIdentity {
  readonly ticket: string;
  readonly identity: string;
  readonly span: Span;
  readonly status: number;
  readonly answer: IdentityAnswer;
}

export interface SeenClosing {
  readonly claim: ClaimAnswer;
  readonly as: 'not-charged' | 'refunded';
  readonly reference: string | null;
  readonly status: number;
}

/** What became of a request, one answer after the other: `asked`, or the refusal's code. */
export interface SeenRequest {
  readonly planned: PlannedRequest;
  readonly code: string | null;
  readonly states: readonly string[];
}

export interface SeenTrip {
  readonly service: string;
  /** Asked for on this date, and answered so: `planned`, or the code with the date that would do. */
  readonly asked: readonly { readonly date: string; readonly answer: string; readonly next: string | null }[];
  readonly requests: readonly string[];
  /** By request: results that were entered, and whether they were taken. */
  readonly results: readonly { readonly request: string; readonly count: number; readonly status: number }[];
}

export interface BesideTally {
  readonly imports: SeenImport[];
  /** By the booking's number on paper: the ticket's number. */
  readonly papers: Map<string, string>;
  readonly identities: SeenIdentity[];
  readonly closings: SeenClosing[];
  readonly requests: SeenRequest[];
  readonly trips: SeenTrip[];
  readonly availability: SeenAvailability[];
  readonly ends: SeenAtEnd[];
  /** `GET /claims` when all was over. */
  claims: readonly ClaimAnswer[];
  /** When the supervisor closed the day. */
  closed: Span | null;
}

export const createBesideTally = (): BesideTally => ({
  ...{ imports: [], papers: new Map(), identities: [], closings: [], requests: [], trips: [] },
  ...{ availability: [], ends: [], claims: [], closed: null },
});
