/** What can be asked of visits outside the office. What each does is in `commands/`. */
import type { BookedPerson } from '../booking/booking-commands.ts';

/** `by`: the account. Instants in milliseconds since 1970. */
export type OffsiteCommand =
  | {
      type: 'RequestVisit';
      service: string;
      address?: string;
      contact?: string;
      letter?: { kind: string; number?: string };
      people?: readonly BookedPerson[];
      note?: string;
    }
  | { type: 'DecideRequest'; request: string; decision: 'accept' | 'refuse'; reason?: string; by: string }
  | { type: 'CancelRequest'; request: string }
  | { type: 'SeeRequest'; request: string; by: string }
  /** With an id: the trip is changed. */
  | {
      type: 'PlanTrip';
      id?: string;
      date: string;
      place: string;
      team: readonly string[];
      vehicle?: string;
      requests: readonly string[];
    }
  | { type: 'CancelTrip'; id: string; reason: string }
  | {
      type: 'RecordOffsite';
      trip: string;
      request: string;
      results: readonly {
        person: number;
        end: 'done' | 'no-show' | 'incomplete';
        reasons?: readonly string[];
        steps?: readonly { step: string; startedAt: number; endedAt: number; outcome?: string }[];
      }[];
      by: string;
    };
