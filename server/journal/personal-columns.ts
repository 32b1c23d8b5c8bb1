/**
 * Every column that may say something about a person, in one list: the purge is made from it.
 *
 * Values that are kept alike share tables of their own, which are cleared whole. Setting single cells to NULL
 * is not enough: when SQLite moves cells between pages it can leave a copy behind that `secure_delete` never
 * finds (measured: one in some thousand). Clearing a whole table overwrites whole pages.
 */
export interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  readonly what: string;
  /** `day`: until the office's midnight. */
  readonly keep: 'day';
  readonly why: string;
}

export const personalColumns: readonly PersonalColumn[] = [
  {
    table: 'day_personal',
    column: 'personal',
    what: 'what a visitor needs of the officer (deaf, blind, wheelchair, interpreter), as recorded',
    keep: 'day',
    why: 'so that the officer is prepared, also after a restart of the hub',
  },
  {
    table: 'ticket_needs',
    column: 'needs',
    what: 'the same, in the readable tables',
    keep: 'day',
    why: 'so that the office can see today how many need which help',
  },
];

/** Statements that clear what is kept for a day. Without WHERE: only then does SQLite overwrite whole pages. */
export const dayPurge: readonly string[] = personalColumns
  .filter(({ keep }) => keep === 'day')
  .map(({ table }) => `DELETE FROM ${table}`);
