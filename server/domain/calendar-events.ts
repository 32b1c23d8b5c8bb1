/** What can have happened in the stream `calendar`: what lives on from day to day. */
import type { DeviceSettings } from '../contract/device-settings.ts';
import type { Office } from '../contract/office.ts';
import type { OfficerRole, Role } from '../contract/values.ts';
import type { ClaimEvent } from './afterwards/claim-events.ts';
import type { BookingEvent } from './booking/booking-events.ts';
import type { Instant } from './instant.ts';
import type { OffsiteEvent } from './offsite/offsite-events.ts';
import type { PeopleEvent } from './people/people-events.ts';

/** Stream `calendar`: what lives on from day to day. */
export type CalendarEvent =
  | BookingEvent
  | ClaimEvent
  | OffsiteEvent
  | PeopleEvent
  /** `source` is the office file as written; `office` is what it means; `file` marks what came from a file at a start. */
  | { type: 'OfficeConfigured'; at: Instant; office: Office; source: string; file: string | null }
  | { type: 'PasswordSet'; at: Instant; hash: string }
  | {
      type: 'TokenIssued';
      at: Instant;
      id: string;
      role: Role;
      counter: number | null;
      label: string;
      hash: string;
    }
  | { type: 'TokenRevoked'; at: Instant; id: string }
  /** Of a station (`token`), of an officer at a counter (`officer`), or of the supervisor (neither). */
  | {
      type: 'SessionOpened';
      at: Instant;
      id: string;
      hash: string;
      token: string | null;
      officer?: { readonly id: string; readonly counter: number | null };
      until: Instant;
    }
  | { type: 'SessionEnded'; at: Instant; id: string }
  | {
      type: 'DeviceAdded';
      at: Instant;
      id: string;
      driver: string;
      counter: number | null;
      label: string | null;
      hash: string;
      read: readonly string[];
      write: readonly string[];
      /** Absent before there were any. */
      settings?: DeviceSettings;
    }
  /** Its account, and with it its password, stays. */
  | {
      type: 'DeviceChanged';
      at: Instant;
      id: string;
      counter: number | null;
      label: string | null;
      settings: DeviceSettings;
    }
  | { type: 'DevicePasswordSet'; at: Instant; id: string; hash: string }
  | { type: 'DeviceRemoved'; at: Instant; id: string }
  /** `personalOf` says whose personal part it is, so that it can be erased alone. */
  | {
      type: 'OfficerAdded';
      at: Instant;
      id: string;
      role: OfficerRole;
      hash: string;
      personalOf: string;
      personal?: { name: string };
    }
  | {
      type: 'OfficerChanged';
      at: Instant;
      id: string;
      role: OfficerRole;
      personalOf: string;
      personal?: { name: string };
    }
  | { type: 'PinSet'; at: Instant; id: string; hash: string }
  /** Erases all personal parts of this officer. */
  | { type: 'OfficerRemoved'; at: Instant; id: string; personalOf: string }
  /** The office closed before it came to this visit: it has the first place on a later day. */
  | {
      type: 'PlacePromised';
      at: Instant;
      code: string;
      /** Where its paper was printed again (PA5). */
      link?: string;
      shortCode: string;
      number: string;
      /** The day that closed, and the turn that it had there: so they keep their order among themselves. */
      date: string;
      turn: Instant;
      service: string;
      lane: string;
      steps: readonly string[];
      people: number;
      category: string | null;
    }
  /** Taken up: `ticket` is the code of the new visit. */
  | { type: 'PlaceClaimed'; at: Instant; code: string; ticket: string };
