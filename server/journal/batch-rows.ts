/** The rows of the readable tables that the events of one commit change, as they are after the last of them. */
import { isOfCalendar } from '../domain/calendar.ts';
import type { State } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import { calendarRows, quotaRows } from './calendar-rows.ts';
import { touchedRows } from './day-rows.ts';
import type { Row } from './tables.ts';

export interface BatchRows {
  /** Applies one event, and notes what it changes. */
  follow(event: DomainEvent, apply: () => void): void;
  /** All rows, in the order in which they are to be written. */
  all(): readonly Row[];
}

/** @param state that the events are applied to */
export function createBatchRows(state: State): BatchRows {
  const rows: Row[] = [];
  let ofThisDay: DomainEvent[] = [];

  function closeDay(): void {
    rows.push(...touchedRows(state, ofThisDay));
    ofThisDay = [];
  }

  return {
    follow(event, apply) {
      if (isOfCalendar(event)) {
        const rowsAfter = calendarRows(state, event);
        apply();
        rows.push(...rowsAfter());
        return;
      }
      if (event.type === 'DayBegan') closeDay();
      apply();
      if (event.type === 'DayBegan') {
        rows.push(...quotaRows(state));
        return;
      }
      ofThisDay.push(event);
      // Nothing of the day follows, but what the calendar forgets long afterwards may.
      if (event.type === 'DayEnded') closeDay();
    },
    all() {
      closeDay();
      return rows;
    },
  };
}
