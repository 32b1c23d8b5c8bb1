/** What `decide` gives back: events and an answer, or a refusal. */
import type { Office } from '../contract/office.ts';
import type { Refusal, RefusalCode } from '../contract/refusals.ts';
import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import type { DomainEvent } from './events.ts';
import type { Instant } from './instant.ts';
import type { Told } from './visit.ts';

/** The whole state: what lives on, and today. */
export interface State {
  readonly calendar: Calendar;
  day: Day;
}

/** The office, which every command but the first needs. */
export function officeOf({ calendar }: State): Office {
  if (!calendar.office) throw new Error('no office is configured');
  return calendar.office;
}

/**
 * Chance comes in with the command. `id`: 128 random bits in base64url, for the one thing that a command
 * makes (a ticket's code, a call's id). `spoken`: ten letters and digits for a short code; as many are
 * used as make it unique today.
 */
export interface Fresh {
  readonly id: string;
  readonly spoken: string;
  /** What somebody is told who takes a number of this service and lane now; absent or null: nobody can tell. */
  readonly told?: (service: string, lane: string, at: Instant) => Told | null;
}

export type Decision<A = unknown> =
  | { readonly ok: true; readonly events: readonly DomainEvent[]; readonly answer: A }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <A>(answer: A, ...events: readonly DomainEvent[]): Decision<A> => ({
  ok: true,
  events,
  answer,
});

export type Refused = Extract<Decision, { readonly ok: false }>;

export const refuse = (code: RefusalCode, details: Omit<Refusal, 'code'> = {}): Refused => ({
  ok: false,
  refusal: { code, ...details },
});
