/** What can be asked about data of people: found, handed out, erased. What each does is in `commands/`. */
import type { ErasureReason } from './people-events.ts';

/** `person`: a code or short code of a booking, of a request or of a ticket of today. `by`: the account. */
export type PeopleCommand =
  /** Somebody looked for people; `codes`: whom they were shown. */
  | { type: 'SeekPeople'; codes: readonly string[]; by: string }
  | { type: 'ExportPerson'; person: string; by: string }
  /**
   * `place`: what becomes of a visit that is still to come. `marks`: by what a list would bring the people back, made
   * unreadable with the machine's key.
   */
  | {
      type: 'ErasePerson';
      person: string;
      reason: ErasureReason;
      place?: 'keep' | 'cancel';
      marks: readonly string[];
      by: string;
    };
