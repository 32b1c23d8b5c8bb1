/** Every section of a report for some dates, counted straight from the journal's events: slow, and apart from the figures. */
import type { CalendarEvent, DayEvent } from '../../../server/domain/events.ts';
import { bookOf } from './calendar.ts';
import { countBook, countPlaces, countScreenings } from './recount-around.ts';
import { countCalls } from './recount-calls.ts';
import type { Sheet } from './sheet.ts';
import type { Visit } from './visit.ts';
import { promiseOf } from './visit.ts';
import { visitsOf } from './visits.ts';

export interface History {
  readonly calendar: readonly CalendarEvent[];
  /** By date. */
  readonly days: ReadonlyMap<string, readonly DayEvent[]>;
  readonly timeZone: string;
}

/** Adds what happened on these dates to the sheet. */
export function recount({ calendar, days, timeZone }: History, dates: readonly string[], sheet: Sheet): void {
  const book = bookOf(calendar);
  const hour = hoursIn(timeZone);
  for (const date of dates) {
    const events = days.get(date) ?? [];
    const began = events.find((event) => event.type === 'DayBegan');
    const visits = visitsOf(events);
    for (const visit of visits) {
      countVisit(visit, promiseOf(visit, began?.endsAt ?? 0), sheet);
      countTicket(visit, isOutage(visit, events), hour, sheet);
      countCalls(visit, hour, sheet);
    }
    countScreenings(events, sheet);
    countBook(book, date, timeZone, sheet);
    if (began) countPlaces(book, visits, { date, end: began.endsAt }, sheet);
  }
}

/** `08` from 08:00 to 08:59 on the office's clock. */
function hoursIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  return (at) => format.format(at).slice(0, 2);
}

const ends = new Map([
  ['done', 'served'],
  ['no-show', 'noShow'],
  ['incomplete', 'incomplete'],
  ['cancelled', 'cancelled'],
  ['unfinished', 'unfinished'],
]);
const promises = { kept: 'promiseKept', broken: 'promiseBroken', lapsed: 'promiseLapsed' };

function countVisit(visit: Visit, promise: keyof typeof promises | null, sheet: Sheet): void {
  const { service, lane, people, state } = visit;
  for (const [section, keys] of [['totals', []] as const, ['visits', [service, lane]] as const]) {
    sheet.add(section, keys, 'issued');
    sheet.add(section, keys, 'people', people);
    const end = ends.get(state);
    if (end) sheet.add(section, keys, end);
    if (promise) sheet.add(section, keys, promises[promise]);
  }
}

/** OU3: a broken promise with an outage between the arrival and the promise, or the end where that was before. */
function isOutage({ isBroken, promiseAt, arrivedAt, endedAt }: Visit, events: readonly DayEvent[]): boolean {
  const end = Math.min(promiseAt ?? Number.POSITIVE_INFINITY, endedAt ?? Number.POSITIVE_INFINITY);
  return events.some(
    (event) =>
      event.type === 'OutageRecorded' &&
      isBroken &&
      Math.max(event.from, arrivedAt) < Math.min(event.to, end),
  );
}

function countTicket(visit: Visit, isOutage: boolean, hour: (at: number) => string, sheet: Sheet): void {
  const { arrivedAt, endedAt, state, told, calls, rating, booking, people, service } = visit;
  if (isOutage) sheet.add('totals', [], 'brokenInOutage');
  sheet.add('hours', [hour(arrivedAt)], 'issued');
  if (state === 'done' && endedAt !== null) {
    sheet.add('hours', [hour(endedAt)], 'served');
    sheet.time('totals', [], 'stay', endedAt - arrivedAt);
  }
  const [first] = calls;
  if (told && first)
    sheet.add('totals', [], told.from <= first.at && first.at <= told.to ? 'toldKept' : 'toldMissed');
  if (rating !== null) {
    sheet.add('totals', [], 'rated');
    sheet.add('totals', [], rating);
    sheet.add('satisfaction', [service], rating);
  }
  for (const [list, choice] of visit.choices) sheet.add('choices', [list, choice], 'count');
  if (booking !== null) return;
  for (const column of ['booked', 'came']) sheet.add('channels', ['walk-in'], column);
  sheet.add('channels', ['walk-in'], 'people', people);
  if (state === 'cancelled') sheet.add('channels', ['walk-in'], 'cancelled');
}
