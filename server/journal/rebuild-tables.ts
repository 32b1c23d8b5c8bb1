/** The readable tables made again from the streams alone: the same rows that were written live. */
import { applyToCalendar } from '../domain/apply-to-calendar.ts';
import { emptyCalendar } from '../domain/calendar.ts';
import { type Day, emptyDay } from '../domain/day.ts';
import type { State } from '../domain/decision.ts';
import type { CalendarEvent, DomainEvent } from '../domain/events.ts';
import type { Log } from '../log.ts';
import { calendarRows, quotaRows } from './calendar-rows.ts';
import { allRows } from './day-rows.ts';
import type { SqliteJournal } from './sqlite.ts';
import type { Row } from './tables.ts';

type ReplayDay = (events: readonly DomainEvent[]) => Day;

/** In one transaction, before the hub begins: it stops everything else. Older tickets get what is only known since. */
export async function rebuildTables(journal: SqliteJournal, replayDay: ReplayDay): Promise<void> {
  const days = (await journal.streams()).filter((stream) => stream.startsWith('day:'));
  await journal.replaceTables(rowsOf(journal, days, replayDay));
}

/**
 * After an update. Broken off or failed, everything is as it was, and the next start does it again: people are
 * served without the figures of earlier dates, so the hub begins all the same.
 */
export async function renewTables(journal: SqliteJournal, replayDay: ReplayDay, log: Log): Promise<void> {
  log.warn({}, 'the readable tables are made anew after an update: this takes a while');
  try {
    await rebuildTables(journal, replayDay);
    log.warn({}, 'the readable tables are made anew');
  } catch (error) {
    log.error(
      { error: String(error) },
      'the readable tables were not made anew: figures of earlier dates lack parts',
    );
  }
}

/**
 * Calendar and days in the order in which they happened: what a quota had, and who made a booking, is known of its day alone.
 * Of a day and the calendar at the same moment the day comes first: the first event of a day is dated with its beginning.
 */
function* rowsOf(
  journal: SqliteJournal,
  days: readonly string[],
  replayDay: ReplayDay,
): Generator<Row, void, undefined> {
  const state: State = { calendar: emptyCalendar(), day: emptyDay() };
  const calendar = journal.readNow('calendar') as readonly CalendarEvent[];
  let read = 0;

  function* calendarUntil(before: number): Generator<Row, void, undefined> {
    for (let event = calendar[read]; event && event.at < before; event = calendar[read]) {
      const rowsAfter = calendarRows(state, event);
      applyToCalendar(state.calendar, event);
      yield* rowsAfter();
      read += 1;
    }
  }

  for (const stream of days) {
    const events = journal.readNow(stream);
    const day = replayDay(events);
    yield* calendarUntil(day.beganAt);
    state.day = day;
    yield* quotaRows(state);
    yield* calendarUntil(day.endsAt);
    yield* allRows(state, events);
  }
  yield* calendarUntil(Number.POSITIVE_INFINITY);
}
