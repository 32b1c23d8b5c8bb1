/** The calendar: what lives on from day to day. Entities never change; the maps are changed by events alone. */
import type { Office } from '../contract/office.ts';
import type { Role } from '../contract/values.ts';
import type { CalendarEvent, DomainEvent } from './events.ts';
import type { Instant } from './instant.ts';

export interface Token {
  readonly id: string;
  readonly role: Role;
  /** The counter that a `counter` token works at. */
  readonly counter: number | null;
  readonly label: string;
  readonly hash: string;
  readonly issuedAt: Instant;
}

export interface Session {
  readonly id: string;
  readonly hash: string;
  /** The station's token it stands for; null: the supervisor. */
  readonly token: string | null;
  readonly until: Instant;
}

export interface Device {
  readonly id: string;
  readonly driver: string;
  readonly counter: number | null;
  readonly label: string | null;
  readonly hash: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
}

export interface Calendar {
  office: Office | null;
  /** The office file as written. */
  source: string | null;
  /** Fingerprint of the office file that was imported last: the same one is not imported again. */
  importedFile: string | null;
  passwordHash: string | null;
  readonly tokens: Map<string, Token>;
  readonly sessions: Map<string, Session>;
  readonly devices: Map<string, Device>;
}

export const emptyCalendar = (): Calendar => ({
  office: null,
  source: null,
  importedFile: null,
  passwordHash: null,
  tokens: new Map(),
  sessions: new Map(),
  devices: new Map(),
});

const calendarEvents: Readonly<Record<CalendarEvent['type'], true>> = {
  OfficeConfigured: true,
  PasswordSet: true,
  TokenIssued: true,
  TokenRevoked: true,
  SessionOpened: true,
  SessionEnded: true,
  DeviceAdded: true,
  DeviceRemoved: true,
};

/** Whether the event belongs to the stream `calendar`; every other is of a day. */
export const isOfCalendar = (event: DomainEvent): event is CalendarEvent => event.type in calendarEvents;

/** A revoked token ends its sessions; a new password ends the supervisor's. */
function endSessions(calendar: Calendar, token: string | null): void {
  for (const session of calendar.sessions.values()) {
    if (session.token === token) calendar.sessions.delete(session.id);
  }
}

export function applyToCalendar(calendar: Calendar, event: CalendarEvent): void {
  switch (event.type) {
    case 'OfficeConfigured':
      calendar.office = event.office;
      calendar.source = event.source;
      calendar.importedFile = event.file ?? calendar.importedFile;
      return;
    case 'PasswordSet':
      calendar.passwordHash = event.hash;
      endSessions(calendar, null);
      return;
    case 'TokenIssued': {
      const { id, role, counter, label, hash, at: issuedAt } = event;
      calendar.tokens.set(id, { id, role, counter, label, hash, issuedAt });
      return;
    }
    case 'TokenRevoked':
      calendar.tokens.delete(event.id);
      endSessions(calendar, event.id);
      return;
    case 'SessionOpened': {
      const { id, hash, token, until } = event;
      calendar.sessions.set(id, { id, hash, token, until });
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
  }
}
