/** The calendar: what lives on from day to day. Entities never change; the maps are changed by events alone. */
import type { DeviceSettings } from '../contract/device-settings.ts';
import type { Office } from '../contract/office.ts';
import type { OfficerRole, Role } from '../contract/values.ts';
import type { Claim } from './afterwards/claims.ts';
import type { NotedComeback } from './afterwards/comebacks.ts';
import { type Bookings, emptyBookings } from './booking/bookings.ts';
import type { CalendarEvent, DomainEvent } from './events.ts';
import type { Instant } from './instant.ts';
import { emptyOffsite, type Offsite } from './offsite/offsite.ts';

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
  /** The officer who signed in, and where; null: a station or the supervisor. */
  readonly officer: { readonly id: string; readonly counter: number | null } | null;
  readonly until: Instant;
}

export interface Officer {
  readonly id: string;
  /** Personal: the id itself where it was erased. */
  readonly name: string;
  readonly role: OfficerRole;
  /** Of the PIN. */
  readonly hash: string;
}

/** A first place on a later day, for somebody whom the office did not come to. */
export interface PromisedPlace {
  readonly code: string;
  /** PA5: absent where it is the code. */
  readonly link?: string;
  readonly shortCode: string;
  readonly number: string;
  /** The day that closed, and the turn that it had there. */
  readonly date: string;
  readonly turn: Instant;
  readonly service: string;
  readonly lane: string;
  readonly steps: readonly string[];
  readonly people: number;
  readonly category: string | null;
}

export interface Device {
  readonly id: string;
  readonly driver: string;
  readonly counter: number | null;
  readonly label: string | null;
  readonly hash: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** What its driver needs to know (`contract/device-settings.ts`), checked when it came in. */
  readonly settings: DeviceSettings;
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
  readonly officers: Map<string, Officer>;
  /** Every id that an officer ever had: the record speaks of them, so none is given to somebody else. */
  readonly officerIds: Set<string>;
  /** By the code of the earlier ticket. */
  readonly places: Map<string, PromisedPlace>;
  readonly bookings: Bookings;
  /** Who is to come again, by the former ticket's code. */
  readonly comebacks: Map<string, NotedComeback>;
  readonly claims: Map<string, Claim>;
  readonly offsite: Offsite;
}

export const emptyCalendar = (): Calendar => ({
  office: null,
  source: null,
  importedFile: null,
  passwordHash: null,
  tokens: new Map(),
  sessions: new Map(),
  devices: new Map(),
  officers: new Map(),
  officerIds: new Set(),
  places: new Map(),
  bookings: emptyBookings(),
  comebacks: new Map(),
  claims: new Map(),
  offsite: emptyOffsite(),
});

const calendarEvents: Readonly<Record<CalendarEvent['type'], true>> = {
  OfficeConfigured: true,
  PasswordSet: true,
  TokenIssued: true,
  TokenRevoked: true,
  SessionOpened: true,
  SessionEnded: true,
  DeviceAdded: true,
  DeviceChanged: true,
  DevicePasswordSet: true,
  DeviceRemoved: true,
  OfficerAdded: true,
  OfficerChanged: true,
  PinSet: true,
  OfficerRemoved: true,
  PlacePromised: true,
  PlaceClaimed: true,
  BookingMade: true,
  BookingMoved: true,
  BookingPlaced: true,
  BookingCancelled: true,
  BookingExpired: true,
  BookingUsed: true,
  BookingGivenUp: true,
  PlacesFreed: true,
  BookingsEmptied: true,
  BookingSeen: true,
  ListImported: true,
  PlacesReleased: true,
  ComebacksNoted: true,
  ComebackPaid: true,
  ComebackTaken: true,
  ClaimOpened: true,
  ClaimClosed: true,
  VisitRequested: true,
  RequestDecided: true,
  RequestCancelled: true,
  RequestSeen: true,
  TripPlanned: true,
  TripCancelled: true,
  OffsiteRecorded: true,
  RequestsEmptied: true,
  PersonSought: true,
  PersonExported: true,
  PersonErased: true,
};

/** Whether the event belongs to the stream `calendar`; every other is of a day. */
export const isOfCalendar = (event: DomainEvent): event is CalendarEvent => event.type in calendarEvents;
