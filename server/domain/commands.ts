/** Everything that can be asked of the hub. What a command does is in `commands/`, one file each. */
import type { CounterAnswer, TicketAnswer } from '../contract/http.ts';
import type { Office } from '../contract/office.ts';
import type { Need, Role, VisitState } from '../contract/values.ts';

/** Of a counter: `ageMs` is how long a device kept the press back. */
interface AtCounter {
  counter: number;
  ageMs?: number;
}

/** Of the visit at it. `ticket`: the one that the sender saw there; a button sees none. */
interface OfVisit extends AtCounter {
  ticket?: string;
}

export type CounterCommand =
  | ({ type: 'OpenCounter'; steps?: readonly string[]; lanes?: readonly string[] } & AtCounter)
  /** `until` in milliseconds since 1970. */
  | ({ type: 'PauseCounter'; reason?: string; until?: number } & AtCounter)
  | ({ type: 'CloseCounter'; confirm?: boolean } & AtCounter)
  | ({ type: 'CallNext' } & AtCounter)
  | ({ type: 'CallTicket'; ticket: string; reason?: string } & AtCounter)
  | ({ type: 'RecallTicket' } & OfVisit)
  | ({ type: 'StartVisit' } & OfVisit)
  | ({ type: 'FinishStep'; outcome?: string } & OfVisit)
  | ({ type: 'MarkNoShow' } & OfVisit)
  | ({ type: 'HoldVisit' } & OfVisit)
  | ({ type: 'TransferVisit'; to: { step: string } | { counter: number } } & OfVisit)
  | ({ type: 'SendAway'; reasons: readonly string[] } & OfVisit)
  | ({ type: 'UndoAction' } & AtCounter)
  /** A key that means nothing; refused, so that the box learns it and a redelivery is answered alike. */
  | ({ type: 'PressUnknownKey'; key: string } & AtCounter);

export type TicketCommand =
  | {
      type: 'TakeTicket';
      service: string;
      lane?: string;
      people?: number;
      category?: string;
      needs?: readonly Need[];
    }
  /** `ticket`: a number or a code. `counter`: the desk that asked, when it was one. */
  | { type: 'ReturnVisit'; ticket: string; counter?: number }
  | { type: 'CancelTicket'; ticket: string }
  | { type: 'ChangeLane'; ticket: string; lane: string; reason: string };

/** Hashes are made at the edge (scrypt); a secret never reaches the domain. */
export type CalendarCommand =
  /** `file`: a fingerprint of the file it was read from at a start; absent for a change by the supervisor. */
  | { type: 'ConfigureOffice'; office: Office; source: string; file?: string }
  | { type: 'SetPassword'; hash: string; onlyFirst: boolean }
  | { type: 'IssueToken'; id: string; role: Role; counter: number | null; label: string; hash: string }
  | { type: 'RevokeToken'; id: string }
  /** `until` in milliseconds since 1970; `token`: the station's token it was opened with, null for the supervisor. */
  | { type: 'OpenSession'; id: string; hash: string; token: string | null; until: number }
  | { type: 'EndSession'; id: string }
  | {
      type: 'AddDevice';
      id: string;
      driver: string;
      counter: number | null;
      label: string | null;
      hash: string;
      read: readonly string[];
      write: readonly string[];
    }
  | { type: 'RemoveDevice'; id: string };

/** The clock's own command: what changes by itself. */
export type Command = CounterCommand | TicketCommand | CalendarCommand | { type: 'TimePassed' };

/** What is answered about a visit: where it is now. */
export interface VisitAnswer {
  readonly code: string;
  readonly number: string;
  readonly state: VisitState;
}

/** What each command answers when it is done. */
export type Answer<C extends Command = Command> = C extends CounterCommand
  ? CounterAnswer
  : C extends { type: 'TakeTicket' }
    ? TicketAnswer
    : C extends { type: 'ReturnVisit' | 'CancelTicket' | 'ChangeLane' }
      ? VisitAnswer
      : Record<string, never>;
