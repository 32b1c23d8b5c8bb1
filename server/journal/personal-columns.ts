/**
 * Every column that may say something about a person, in one list: the purge is made from it.
 *
 * Values that are kept alike share tables of their own, which are cleared whole. Setting single cells to NULL
 * is not enough: when SQLite moves cells between pages it can leave a copy behind that `secure_delete` never
 * finds (measured: one in some thousand). Clearing a whole table overwrites whole pages. Where one subject alone is
 * to be erased, the table is cleared whole too, and what is left is written again.
 */
export interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  readonly what: string;
  /** `day`: until the office's midnight. `until-erased`: until an event erases it (`personal-parts.ts`). */
  readonly keep: 'day' | 'until-erased';
  readonly why: string;
}

export const personalColumns: readonly PersonalColumn[] = [
  {
    table: 'day_personal',
    column: 'personal',
    what:
      'what a visitor needs of the officer (deaf, blind, wheelchair, interpreter), as recorded; the verdict of a ' +
      'reading at the door, and which ticket it gave; who of the task force decided a case, and why; the number of a ' +
      'booking on paper; a hash of an identity number',
    keep: 'day',
    why:
      'so that the officer is prepared, the door goes on where it was, also after a restart of the hub, a booking is ' +
      'found and one person is not served twice',
  },
  {
    table: 'screening_personal',
    column: 'personal',
    what: 'the readings of somebody at the door who was told to wait; their temperatures go as soon as the office says',
    keep: 'day',
    why: 'so that another reading, or the task force, can decide',
  },
  {
    table: 'day_answer',
    column: 'outcome',
    what:
      'what was answered to a reading at the door (the verdict) and to an identity number (other tickets of the same ' +
      'person), for the same request to be answered alike',
    keep: 'day',
    why: 'so that what is sent again after a lost connection counts once',
  },
  {
    table: 'calendar_personal',
    column: 'personal',
    what:
      'the names of officers; of a booking: names, birth dates, telephone number and details; of a request for a visit outside: its address, telephone number, letter and note, and the ' +
      'names and birth dates of those it is for; of who was erased, marks by which no list brings them back',
    keep: 'until-erased',
    why:
      'so that people can see who is responsible for a counter, gone when the officer is removed; so that a team finds ' +
      'those it visits, and a booking its people, gone 30 days after the visit, the refusal or the cancellation',
  },
  {
    table: 'ticket_needs',
    column: 'needs',
    what: 'what a visitor needs of the officer, in the readable tables',
    keep: 'day',
    why: 'so that the office can see today how many need which help',
  },
];

/** Statements that clear what is kept for a day. Without WHERE: only then does SQLite overwrite whole pages. */
export const dayPurge: readonly string[] = personalColumns
  .filter(({ keep }) => keep === 'day')
  .map(({ table }) => `DELETE FROM ${table}`);
