/** A booking that is being made at the kiosk: what is known of it, what is asked next, and what is sent. */
import type { AvailabilityAnswer, BookingAnswer } from '../../../server/contract/http-bookings.ts';
import type { KioskView } from '../../../server/contract/views.ts';

export interface Person {
  readonly name: string;
  /** Local date: `1987-11-05`. */
  readonly birthDate: string;
}

/** Absent: not asked yet. */
export interface Draft {
  readonly service: string;
  readonly lane?: string;
  readonly date?: string;
  /** Null: the hub chooses. */
  readonly slot?: string | null;
  readonly people: number;
  readonly persons: readonly Person[];
  /** A name whose birth date is asked next. */
  readonly name?: string;
  /** Null: without. */
  readonly phone?: string | null;
  /** Full: on the waiting list. */
  readonly orWait?: boolean;
}

/** The body of `POST /bookings`; what the schema of the contract reads. */
export interface BookingSent {
  readonly service: string;
  readonly date: string;
  readonly slot?: string;
  readonly lane?: string;
  readonly people?: readonly Person[];
  readonly name?: string;
  readonly birthDate?: string;
  readonly phone?: string;
  readonly orWait?: boolean;
}

/** The questions that have a screen of their own. `days`: of which one is chosen. */
export type Question =
  | { readonly at: 'days'; readonly draft: Draft; readonly days: readonly AvailabilityAnswer[] }
  | { readonly at: 'slots'; readonly draft: Draft; readonly day: AvailabilityAnswer }
  | { readonly at: 'name'; readonly draft: Draft }
  | { readonly at: 'birth'; readonly draft: Draft }
  | { readonly at: 'phone'; readonly draft: Draft }
  | { readonly at: 'booked'; readonly booking: BookingAnswer }
  | { readonly at: 'needless'; readonly booking: BookingAnswer };

/** Who is asked next, or that all is known. */
export function nextOf(draft: Draft): 'name' | 'birth' | 'phone' | 'send' {
  if (draft.name !== undefined) return 'birth';
  if (draft.persons.length < draft.people) return 'name';
  return draft.phone === undefined ? 'phone' : 'send';
}

/** As many as may be in one booking; whoever came in a larger group is asked again. */
export const draftOf = (
  booking: NonNullable<KioskView['booking']>,
  people: number,
  lane?: string,
): Draft => ({
  service: booking.service,
  ...(lane === undefined ? {} : { lane }),
  people: Math.min(people, booking.party),
  persons: [],
});

/** Fewer people are those who were named first. */
export const withPeople = (draft: Draft, people: number): Draft => ({
  ...draft,
  people,
  persons: draft.persons.slice(0, people),
});

/** Another date, and the hub chooses the time unless it is asked. */
export function onDate(draft: Draft, date: string, slot?: string | null): Draft {
  const { slot: _before, ...rest } = draft;
  return { ...rest, date, ...(slot === undefined ? {} : { slot }) };
}

/** The time of a date that has no other, for one person; null: it is asked for, and how many people come. */
export function onlyTimeOf({ slots }: AvailabilityAnswer, party: number): string | null {
  const [only, ...others] = slots;
  return only && others.length === 0 && party === 1 ? only.at : null;
}

/** The number of a telephone may have been the mistake. */
export function withoutPhone(draft: Draft): Draft {
  const { phone: _before, ...rest } = draft;
  return rest;
}

export function sentOf({ service, lane, date = '', slot, persons, phone, orWait }: Draft): BookingSent {
  const [only, ...others] = persons;
  return {
    service,
    date,
    ...(slot ? { slot } : {}),
    ...(lane === undefined ? {} : { lane }),
    ...(only && others.length === 0 ? only : { people: persons }),
    ...(phone ? { phone } : {}),
    ...(orWait ? { orWait } : {}),
  };
}

/** `1987-11-05` of the eight digits `05111987`; null where there was no such day, or not yet. `today`: local date. */
export function birthDateOf(digits: string, today: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d\d)(\d\d)(\d{4})$/.exec(digits) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const written = `${year}-${month}-${day}`;
  if (Number(year) < 1900 || date.toISOString().slice(0, 10) !== written) return null;
  return written <= today ? written : null;
}

export const mayGrowPhone = (digits: string): boolean => digits.length < 15;
/** Shorter ones exist nowhere: the national number of ITU-T E.164 with its trunk digit. */
export const isPhone = (digits: string): boolean => digits.length >= 8;
