/** Bookings, claims, visits outside and places, by a plain loop over the calendar's events. */
import type { Office } from '../../../server/contract/office.ts';
import type { CalendarEvent } from '../../../server/domain/events.ts';

export interface Booked {
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly source: string;
  date: string;
  /** False on the waiting list. */
  hasSlot: boolean;
  state: 'booked' | 'came' | 'expired' | 'cancelled';
  /** Its ticket was cancelled before anybody called it. */
  isGivenUp: boolean;
}
export interface Claimed {
  readonly date: string;
  readonly step: string;
  closed: string | null;
}
export interface Asked {
  readonly at: number;
  readonly service: string;
  state: 'open' | 'accepted' | 'refused' | 'cancelled';
}
export interface Met {
  readonly date: string;
  readonly service: string;
  readonly people: number;
  readonly end: string;
  readonly outcomes: readonly (readonly [step: string, outcome: string])[];
}

export interface Book {
  readonly bookings: Map<string, Booked>;
  readonly claims: Map<string, Claimed>;
  readonly requests: Map<string, Asked>;
  /** Dates of those planned. */
  readonly trips: Map<string, string>;
  readonly met: Map<string, Met>;
  readonly offices: { readonly at: number; readonly office: Office }[];
  readonly released: {
    readonly at: number;
    readonly date: string;
    readonly quota: string;
    readonly places: number;
  }[];
}

export function bookOf(events: readonly CalendarEvent[]): Book {
  const book: Book = {
    ...{ bookings: new Map(), claims: new Map(), requests: new Map(), trips: new Map(), met: new Map() },
    ...{ offices: [], released: [] },
  };
  for (const event of events) {
    noteBooking(book, event);
    noteOthers(book, event);
    if (event.type === 'OfficeConfigured') book.offices.push(event);
    if (event.type === 'PlacesReleased') book.released.push(event);
  }
  return book;
}

function noteBooking({ bookings }: Book, event: CalendarEvent): void {
  if (event.type === 'BookingMade') {
    const { service, lane, people, source, date, slot } = event;
    const more = { hasSlot: slot !== null, state: 'booked', isGivenUp: false } as const;
    bookings.set(event.code, { service, lane, people, source, date, ...more });
    return;
  }
  const one = 'code' in event ? bookings.get(event.code) : undefined;
  if (!one) return;
  if (event.type === 'BookingMoved' || event.type === 'BookingPlaced')
    Object.assign(one, { date: event.date, hasSlot: true });
  if (event.type === 'BookingCancelled') one.state = 'cancelled';
  if (event.type === 'BookingExpired') one.state = 'expired';
  if (event.type === 'BookingUsed') one.state = 'came';
  if (event.type === 'BookingGivenUp') one.isGivenUp = true;
}

function noteOthers({ claims, requests, trips, met }: Book, event: CalendarEvent): void {
  switch (event.type) {
    case 'ClaimOpened':
      claims.set(event.id, { date: event.date, step: event.step, closed: null });
      return;
    case 'ClaimClosed':
      Object.assign(claims.get(event.id) ?? {}, { closed: event.as });
      return;
    case 'VisitRequested':
      requests.set(event.code, { at: event.at, service: event.service, state: 'open' });
      return;
    case 'RequestDecided':
      Object.assign(requests.get(event.code) ?? {}, {
        state: event.decision === 'accept' ? 'accepted' : 'refused',
      });
      return;
    case 'RequestCancelled':
      Object.assign(requests.get(event.code) ?? {}, { state: 'cancelled' });
      return;
    case 'TripPlanned':
      trips.set(event.id, event.date);
      return;
    case 'TripCancelled':
      trips.delete(event.id);
      return;
    case 'OffsiteRecorded':
      for (const { person, end, steps } of event.results) {
        const { date, service, people } = event;
        const outcomes = steps.flatMap(({ step, outcome }) =>
          outcome === null ? [] : [[step, outcome] as const],
        );
        // Where nobody applied, there is nobody.
        met.set(`${event.request} ${person}`, { date, service, people: people === 0 ? 0 : 1, end, outcomes });
      }
      return;
  }
}

export interface Places {
  readonly quota: string;
  readonly services: readonly string[];
  readonly lanes: readonly string[];
  readonly places: number;
  readonly released: number;
}

/** QU2: as the office was last on that date, with what was released for it. @param end of the date */
export function placesOn({ offices, released }: Book, date: string, end: number): Places[] {
  const office = offices.findLast(({ at }) => at < end)?.office;
  const weekday = Temporal.PlainDate.from(date).dayOfWeek - 1;
  const day = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)[weekday] ?? 'mon';
  return (office?.quotas ?? []).map(({ id, services, lanes, perDay, extra, upTo }) => {
    const usual = perDay + (extra?.[day] ?? 0);
    let more = 0;
    for (const one of released) if (one.date === date && one.quota === id) more += one.places;
    if (usual + more > (upTo ?? 0)) more = Math.max(0, Math.min(more, (upTo ?? 0) - usual));
    return { quota: id, services, lanes, places: usual + more, released: more };
  });
}
