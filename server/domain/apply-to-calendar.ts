/** How events make the calendar. */
import { applyToOfficers } from './apply-to-officers.ts';
import type { Calendar } from './calendar.ts';
import { endSessions } from './end-sessions.ts';
import type { CalendarEvent } from './events.ts';
import { isGivenUp } from './places.ts';

export function applyToCalendar(calendar: Calendar, event: CalendarEvent): void {
  switch (event.type) {
    case 'OfficeConfigured':
      calendar.office = event.office;
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
      const { id, driver, counter, label, hash, read, write } = event;
      calendar.devices.set(id, { id, driver, counter, label, hash, read, write });
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
  }
}

/** FP4: what nobody can take up any more. They stand in the order of their dates: a whole room may be sent home at once. */
function forgetPlaces({ places }: Calendar, today: string): void {
  for (const place of places.values()) {
    if (!isGivenUp(place, today)) return;
    places.delete(place.code);
  }
}
