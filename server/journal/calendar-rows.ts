/** The rows that events of the calendar leave in the readable tables: bookings, quotas, claims, and what was asked outside. */
import type { Claim } from '../domain/afterwards/claims.ts';
import type { Booking } from '../domain/booking/bookings.ts';
import { quotaOn } from '../domain/booking/quotas.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { State } from '../domain/decision.ts';
import type { CalendarEvent, DomainEvent } from '../domain/events.ts';
import { localDate } from '../domain/hours/hours.ts';
import { toIso, toIsoOrNull } from '../domain/instant.ts';
import type { Trip, VisitRequest } from '../domain/offsite/offsite.ts';
import { offsiteRows } from './offsite-rows.ts';
import type { Row } from './tables.ts';

/** What an event is about: codes and ids of the entities that it changes. */
interface Subjects {
  readonly bookings: readonly string[];
  readonly claims: readonly string[];
  readonly requests: readonly string[];
  readonly trips: readonly string[];
}

/**
 * Asked before an event is applied, what is given gives its rows once it was: what moves to another date has to leave the
 * one where it was. What becomes of a booking that is forgotten: nothing, its row says nothing of a person.
 */
export function calendarRows(state: State, event: CalendarEvent): () => Row[] {
  const { calendar } = state;
  const { bookings, claims, requests, trips } = subjectsOf(calendar, event);
  const leave = [
    ...bookings.map((code) => moving('booking', code, () => calendar.bookings.all.get(code)?.date)),
    ...trips.map((id) => moving('trip', id, () => calendar.offsite.trips.get(id)?.date)),
  ];
  return () => [
    ...leave.flatMap((left) => left()),
    ...bookings.flatMap((code) => rowFor(calendar.bookings.all.get(code), bookingRow)),
    ...claims.flatMap((id) => rowFor(calendar.claims.get(id), claimRow)),
    ...requests.flatMap((code) =>
      rowFor(calendar.offsite.requests.get(code), (one) => requestRow(calendar, one)),
    ),
    ...trips.flatMap((id) => rowFor(calendar.offsite.trips.get(id), (trip) => tripRow(calendar, trip))),
    ...(changesQuotas(state, event) ? quotaRows(state) : []),
    ...(event.type === 'OffsiteRecorded' ? offsiteRows(event) : []),
  ];
}

const rowFor = <T>(entity: T | undefined, row: (entity: T) => Row): Row[] => (entity ? [row(entity)] : []);

function moving(table: 'booking' | 'trip', id: string, dateNow: () => string | undefined): () => Row[] {
  const before = dateNow();
  return () => (before === undefined || before === dateNow() ? [] : [{ table, date: before, gone: id }]);
}

const none: Subjects = { bookings: [], claims: [], requests: [], trips: [] };

function subjectsOf({ offsite }: Calendar, event: CalendarEvent): Subjects {
  switch (event.type) {
    case 'BookingMade':
    case 'BookingMoved':
    case 'BookingPlaced':
    case 'BookingCancelled':
    case 'BookingExpired':
    case 'BookingUsed':
    case 'BookingGivenUp':
      return { ...none, bookings: [event.code] };
    case 'ClaimOpened':
    case 'ClaimClosed':
      return { ...none, claims: [event.id] };
    case 'VisitRequested':
    case 'RequestDecided':
      return { ...none, requests: [event.code] };
    case 'RequestCancelled': {
      const trip = offsite.requests.get(event.code)?.trip;
      return { ...none, requests: [event.code], trips: trip ? [trip] : [] };
    }
    case 'TripPlanned':
    case 'TripCancelled': {
      const before = offsite.trips.get(event.id)?.requests ?? [];
      const after = event.type === 'TripPlanned' ? event.requests : [];
      return { ...none, requests: [...new Set([...before, ...after])], trips: [event.id] };
    }
    case 'OffsiteRecorded':
      return { ...none, requests: [event.request] };
    case 'OfficeConfigured':
    case 'PasswordSet':
    case 'TokenIssued':
    case 'TokenRevoked':
    case 'SessionOpened':
    case 'SessionEnded':
    case 'DeviceAdded':
    case 'DeviceChanged':
    case 'DevicePasswordSet':
    case 'DeviceRemoved':
    case 'OfficerAdded':
    case 'OfficerChanged':
    case 'PinSet':
    case 'OfficerRemoved':
    case 'PlacePromised':
    case 'PlaceClaimed':
    case 'PlacesFreed':
    case 'PlacesReleased':
    case 'BookingsEmptied':
    case 'BookingSeen':
    case 'ListImported':
    case 'ComebacksNoted':
    case 'ComebackPaid':
    case 'ComebackTaken':
    case 'RequestSeen':
    case 'RequestsEmptied':
    case 'PersonSought':
    case 'PersonExported':
    case 'PersonErased':
      return none;
  }
}

/** QU2: what a quota has today is written when the day begins, when places are released, and when the office is changed. */
const changesQuotas = ({ day }: State, event: DomainEvent): boolean =>
  event.type === 'OfficeConfigured' || (event.type === 'PlacesReleased' && event.date === day.date);

/** Of the date of the day: none before the first day has begun. */
export function quotaRows(state: State): Row[] {
  const { date } = state.day;
  const { office } = state.calendar;
  if (date === '' || !office) return [];
  const rows = office.quotas.map((quota): Row => {
    const { id, services, lanes, total, released } = quotaOn(state, quota, date);
    const which = { quota: id, services: services.join(' '), lanes: lanes.join(' ') };
    return { table: 'quota', values: { date, ...which, places: total, released } };
  });
  return [{ table: 'quota', date, gone: null }, ...rows];
}

function bookingRow(booking: Booking): Row {
  const { date, code, service, lane, slot, people, source, state, madeAt, cancelledAt, ticket } = booking;
  const takesPlace = state === 'live' || (state === 'used' && cancelledAt === null);
  return {
    table: 'booking',
    values: {
      ...{ date, code, service, lane, slot: toIsoOrNull(slot), people, channel: source, state, ticket },
      takes_place: Number(takesPlace),
      made_at: toIso(madeAt),
      cancelled_at: toIsoOrNull(cancelledAt),
    },
  };
}

function claimRow({ date, id, number, step, counter, officer, startedAt, openedAt, closed }: Claim): Row {
  return {
    table: 'claim',
    values: {
      ...{ date, id, number, step, counter, officer, closed: closed?.as ?? null },
      started_at: toIso(startedAt),
      opened_at: toIso(openedAt),
      closed_at: toIsoOrNull(closed?.at ?? null),
    },
  };
}

function requestRow(
  { office }: Calendar,
  { code, service, people, state, askedAt, trip }: VisitRequest,
): Row {
  const date = localDate(askedAt, office?.timeZone ?? 'UTC');
  return { table: 'request', values: { asked_at: toIso(askedAt), code, date, service, people, state, trip } };
}

function tripRow({ offsite }: Calendar, { date, id, requests, cancelled }: Trip): Row {
  const visits = requests.filter((code) => offsite.requests.get(code)?.trip === id).length;
  return {
    table: 'trip',
    values: { date, id, state: cancelled === null ? 'planned' : 'cancelled', visits },
  };
}
