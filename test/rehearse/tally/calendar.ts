/** What the journal says of bookings, places, claims and trips: its calendar read in order, by rules of our own. */
import type { CalendarEvent } from '../../../server/domain/calendar-events.ts';

export interface RecordedStep {
  readonly what: 'made' | 'waits' | 'placed' | 'moved' | 'cancelled' | 'expired' | 'used' | 'given-up';
  readonly date: string;
  readonly slot: number | null;
  readonly at: number;
}

export interface RecordedBooking {
  readonly code: string;
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly steps: readonly RecordedStep[];
  /** Code of the visit that it became. */
  readonly ticket: string | null;
}

/** Places that were free again at a moment, and the booking that had them. */
export interface RecordedFreeing {
  readonly code: string;
  readonly at: number;
}

export interface RecordedClaim {
  readonly id: string;
  readonly code: string;
  readonly number: string;
  readonly openedAt: number;
  readonly closed: { readonly as: string; readonly reference: string | null; readonly at: number } | null;
}

export interface RecordedCalendar {
  readonly bookings: Map<string, RecordedBooking>;
  readonly freed: RecordedFreeing[];
  readonly releases: { readonly quota: string; readonly date: string; readonly places: number }[];
  readonly claims: Map<string, RecordedClaim>;
  /** By code: every state of a request, one after the other. */
  readonly requests: Map<string, string[]>;
  readonly trips: Map<string, { readonly date: string; readonly requests: readonly string[] }>;
  /** By request: how many of its people have a result. */
  readonly results: Map<string, number>;
  /** What must never be, in words. */
  readonly wrong: string[];
}

const empty = (): RecordedCalendar => ({
  ...{ bookings: new Map(), freed: [], releases: [], claims: new Map(), wrong: [] },
  ...{ requests: new Map(), trips: new Map(), results: new Map() },
});

export function readCalendar(events: readonly CalendarEvent[]): RecordedCalendar {
  const recorded = empty();
  for (const event of events) {
    takeBooking(recorded, event);
    takeClaim(recorded, event);
    takeOffsite(recorded, event);
  }
  return recorded;
}

function takeBooking(recorded: RecordedCalendar, event: CalendarEvent): void {
  const { bookings } = recorded;
  const step = (
    what: RecordedStep['what'],
    code: string,
    to: Partial<RecordedStep> = {},
    ticket?: string,
  ) => {
    const before = bookings.get(code);
    if (!before) return void recorded.wrong.push(`${what} of a booking that was never made: ${code}`);
    const last = before.steps.at(-1);
    const there = { date: last?.date ?? '', slot: last?.slot ?? null };
    const steps = [...before.steps, { what, ...there, at: event.at, ...to }];
    bookings.set(code, { ...before, steps, ticket: ticket ?? before.ticket });
  };
  switch (event.type) {
    case 'BookingMade': {
      const { code, service, lane, people, date, slot, at } = event;
      const made = { what: slot === null ? 'waits' : 'made', date, slot, at } as const;
      bookings.set(code, { code, service, lane, people, steps: [made], ticket: null });
      break;
    }
    case 'BookingMoved':
    case 'BookingPlaced':
      step(event.type === 'BookingMoved' ? 'moved' : 'placed', event.code, {
        date: event.date,
        slot: event.slot,
      });
      break;
    case 'BookingUsed':
      step('used', event.code, {}, event.ticket);
      break;
    case 'BookingCancelled':
    case 'BookingExpired':
    case 'BookingGivenUp':
      step(ends[event.type], event.code);
      break;
    case 'PlacesFreed':
      recorded.freed.push({ code: event.held.split(' ', 1)[0] ?? '', at: event.at });
      break;
    case 'PlacesReleased':
      recorded.releases.push({ quota: event.quota, date: event.date, places: event.places });
      break;
  }
}

const ends = {
  BookingCancelled: 'cancelled',
  BookingExpired: 'expired',
  BookingGivenUp: 'given-up',
} as const;

function takeClaim({ claims, wrong }: RecordedCalendar, event: CalendarEvent): void {
  if (event.type === 'ClaimOpened') {
    const { id, code, number, at } = event;
    if (claims.has(id)) wrong.push(`claim ${id} was opened twice`);
    claims.set(id, { id, code, number, openedAt: at, closed: null });
  }
  if (event.type !== 'ClaimClosed') return;
  const claim = claims.get(event.id);
  if (!claim || claim.closed) return void wrong.push(`claim ${event.id} was closed and was not open`);
  const { as, reference, at } = event;
  claims.set(event.id, { ...claim, closed: { as, reference, at } });
}

function takeOffsite({ requests, trips, results }: RecordedCalendar, event: CalendarEvent): void {
  const becomes = (code: string, state: string) => requests.set(code, [...(requests.get(code) ?? []), state]);
  if (event.type === 'VisitRequested') becomes(event.code, 'asked');
  if (event.type === 'RequestDecided')
    becomes(event.code, event.decision === 'accept' ? 'accepted' : 'refused');
  if (event.type === 'RequestCancelled') becomes(event.code, 'cancelled');
  if (event.type === 'TripPlanned') {
    trips.set(event.id, { date: event.date, requests: event.requests });
    for (const code of event.requests) becomes(code, 'planned');
  }
  if (event.type === 'OffsiteRecorded') {
    results.set(event.request, event.results.length);
    if (event.results.length >= Math.max(1, event.people)) becomes(event.request, 'done');
  }
}
