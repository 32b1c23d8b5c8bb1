/** How events make the calendar. */

import { applyToClaims } from './afterwards/apply-to-claims.ts';
import { applyToComebacks } from './afterwards/apply-to-comebacks.ts';
import { applyToOfficers } from './apply-to-officers.ts';
import { applyToBookings } from './booking/apply-to-bookings.ts';
import type { Calendar } from './calendar.ts';
import { endSessions } from './end-sessions.ts';
import type { CalendarEvent } from './events.ts';
import { withWhatCameLater } from './office-of-before.ts';
import { applyToOffsite } from './offsite/apply-to-offsite.ts';
import { isGivenUp } from './queue/places.ts';

export function applyToCalendar(calendar: Calendar, event: CalendarEvent): void {
  switch (event.type) {
    case 'OfficeConfigured':
      calendar.office = withWhatCameLater(event.office);
      calendar.source = event.source;
      calendar.importedFile = event.file ?? calendar.importedFile;
      return;
    case 'PasswordSet':
      calendar.passwordHash = event.hash;
      endSessions(calendar, ({ token, officer }) => token === null && officer === null);
      return;
    case 'TokenIssued': {
      const { id, role, counter, label, hash, at: issuedAt } = event;
      calendar.tokens.set(id, { id, role, counter, label, hash, issuedAt });
      return;
    }
    case 'TokenRevoked':
      calendar.tokens.delete(event.id);
      endSessions(calendar, ({ token }) => token === event.id);
      return;
    case 'SessionOpened': {
      const { id, hash, token, officer = null, until } = event;
      calendar.sessions.set(id, { id, hash, token, officer, until });
      return;
    }
    case 'SessionEnded':
      calendar.sessions.delete(event.id);
      return;
    case 'DeviceAdded': {
      const { type: _, at: __, settings = {}, ...device } = event;
      calendar.devices.set(device.id, { ...device, settings });
      return;
    }
    case 'DeviceChanged': {
      const { id, counter, label, settings } = event;
      const device = calendar.devices.get(id);
      if (device) calendar.devices.set(id, { ...device, counter, label, settings });
      return;
    }
    case 'DevicePasswordSet': {
      const device = calendar.devices.get(event.id);
      if (device) calendar.devices.set(event.id, { ...device, hash: event.hash });
      return;
    }
    case 'DeviceRemoved':
      calendar.devices.delete(event.id);
      return;
    case 'OfficerAdded':
    case 'OfficerChanged':
    case 'PinSet':
    case 'OfficerRemoved':
      applyToOfficers(calendar, event);
      return;
    case 'PlacePromised': {
      const { type: _, at: __, ...place } = event;
      forgetPlaces(calendar, event.date);
      calendar.places.set(place.code, place);
      return;
    }
    case 'PlaceClaimed':
      calendar.places.delete(event.code);
      return;
    case 'BookingMade':
    case 'BookingMoved':
    case 'BookingPlaced':
    case 'BookingCancelled':
    case 'BookingExpired':
    case 'BookingUsed':
    case 'BookingGivenUp':
    case 'PlacesFreed':
    case 'BookingsEmptied':
    case 'PlacesReleased':
      applyToBookings(calendar.bookings, calendar.office, event);
      return;
    case 'ComebacksNoted':
    case 'ComebackPaid':
    case 'ComebackTaken':
      applyToComebacks(calendar.comebacks, event);
      return;
    case 'ClaimOpened':
    case 'ClaimClosed':
      applyToClaims(calendar.claims, event);
      return;
    case 'VisitRequested':
    case 'RequestDecided':
    case 'RequestCancelled':
    case 'TripPlanned':
    case 'TripCancelled':
    case 'OffsiteRecorded':
    case 'RequestsEmptied':
      applyToOffsite(calendar.offsite, event);
      return;
    case 'PersonErased':
      applyToBookings(calendar.bookings, calendar.office, event);
      applyToOffsite(calendar.offsite, event);
      return;
    // Only for the record.
    case 'BookingSeen':
    case 'RequestSeen':
    case 'ListImported':
    case 'PersonSought':
    case 'PersonExported':
      return;
  }
}

/** FP4: what nobody can take up any more. They stand in the order of their dates: a whole room may be sent home at once. */
function forgetPlaces({ places }: Calendar, today: string): void {
  for (const place of places.values()) {
    if (!isGivenUp(place, today)) return;
    places.delete(place.code);
  }
}
