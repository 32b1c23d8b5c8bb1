/** The readable tables, for people who use SQL and for the figures: their columns, and what can be written to them. */

/**
 * Instants are ISO 8601 in UTC, truths 0 or 1, several ids in one value stand with a space between them. Counter 0: outside
 * the office, entered afterwards; nobody was called. Nothing but `ticket_needs` says anything about a person.
 */
export const columns = {
  /** `promise`: kept, broken, lapsed. `channel`: `walk-in`, or who made the booking that it came with. */
  ticket: [
    ...['date', 'code', 'number', 'service', 'lane', 'people', 'category', 'state', 'step', 'counter'],
    ...['arrived_at', 'promise_at', 'turn_at', 'first_called_at', 'ended_at'],
    ...['promise_broken', 'handover_broken', 'outage_minutes', 'channel', 'takes_place', 'promise'],
    ...['handovers_broken', 'told_from', 'told_to', 'told_expected', 'told_home_by', 'rating', 'offsite'],
  ],
  /** Personal, and gone at midnight: in a table of its own, see `personal-columns.ts`. */
  ticket_needs: ['date', 'code', 'needs'],
  /** `n` counts the steps of one ticket from 1. `handover`: kept or broken, of one that began at this step. */
  step_visit: [
    ...['date', 'number', 'n', 'code', 'step', 'counter'],
    ...['called_at', 'started_at', 'ended_at', 'ended', 'outcome'],
    ...['officer', 'waited_from', 'reasons', 'handover'],
  ],
  /** `at`: the last announcement; `times`: how many. */
  call: ['date', 'call_id', 'code', 'number', 'counter', 'step', 'at', 'times', 'undone'],
  /** How many readings at the door in this minute; linked to nobody. */
  screening: ['date', 'minute', 'verdict', 'count'],
  /** What the desk asked once of a visit. */
  choice: ['date', 'number', 'list', 'choice'],
  /** Without a slot: on the waiting list, or never got off it; `date` is the first that would have done. `ticket`: a code. */
  booking: [
    ...['date', 'code', 'service', 'lane', 'slot', 'people', 'channel', 'state', 'takes_place'],
    ...['made_at', 'cancelled_at', 'ticket'],
  ],
  /** As it was on this date when its office was configured last. `released` is part of `places`. */
  quota: ['date', 'quota', 'services', 'lanes', 'places', 'released'],
  /** `date`: when it was opened. */
  claim: [
    ...[
      'date',
      'id',
      'number',
      'step',
      'counter',
      'officer',
      'started_at',
      'opened_at',
      'closed',
      'closed_at',
    ],
  ],
  /** `date`: when it was asked for. */
  request: ['asked_at', 'code', 'date', 'service', 'people', 'state', 'trip'],
  /** `date`: when it goes; `visits`: requests that are on it. */
  trip: ['date', 'id', 'state', 'visits'],
} as const satisfies Record<string, readonly string[]>;

export type TableName = keyof typeof columns;

/** A row as it is now. By column; every column has a value. */
export interface RowValues {
  readonly table: TableName;
  readonly values: { readonly date: string; readonly [column: string]: string | number | null };
}

/** What is written, in this order: a row, or what is there no more. */
export type Row =
  | RowValues
  /** Only the first `keep` steps of the ticket remain. */
  | { readonly table: 'step_visit'; readonly date: string; readonly number: string; readonly keep: number }
  /** The call of this id stays as a row, marked. */
  | { readonly table: 'call'; readonly date: string; readonly number: string; readonly undone: string }
  /** It is of another date now. */
  | { readonly table: 'booking' | 'trip'; readonly date: string; readonly gone: string }
  /** Erased before midnight, by the ticket's code. */
  | { readonly table: 'ticket_needs'; readonly date: string; readonly gone: string }
  /** All quotas of the date: those that there are follow. */
  | { readonly table: 'quota'; readonly date: string; readonly gone: null };

/** The date whose figures the row is part of. */
export const dateOfRow = (row: Row): string => ('values' in row ? row.values.date : row.date);
