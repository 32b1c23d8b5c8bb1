/** What is around the visits of a date, counted: the door, bookings, claims, visits outside, places. */
import type { DayEvent } from '../../../server/domain/events.ts';
import type { Book, Booked } from './calendar.ts';
import { placesOn } from './calendar.ts';
import type { Sheet } from './sheet.ts';
import type { Visit } from './visit.ts';

/** The day's end tells all of them; before it, each reading tells its own. */
export function countScreenings(events: readonly DayEvent[], sheet: Sheet): void {
  const ended = events.find((event) => event.type === 'DayEnded');
  const read = events.flatMap((event) =>
    event.type === 'PersonScreened' && event.personal ? [event.personal] : [],
  );
  for (const { verdict, count } of ended
    ? (ended.screenings ?? [])
    : read.map((one) => ({ ...one, count: 1 }))) {
    sheet.add('screenings', [verdict], 'count', count);
    sheet.add('totals', [], 'screened', count);
  }
}

const closedAs = new Map([
  ['not-charged', 'claimsNotCharged'],
  ['refunded', 'claimsRefunded'],
]);

export function countBook(book: Book, date: string, timeZone: string, sheet: Sheet): void {
  for (const booking of book.bookings.values())
    if (booking.date === date && booking.hasSlot) countBooking(booking, sheet);
  for (const claim of book.claims.values()) {
    if (claim.date !== date) continue;
    sheet.add('totals', [], 'claims');
    sheet.add('handovers', [claim.step], 'claims');
    sheet.add('handovers', [claim.step], closedAs.get(claim.closed ?? '') ?? 'claimsOpen');
  }
  for (const { at, service, state } of book.requests.values()) {
    const asked = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
    if (asked.toString() !== date) continue;
    sheet.add('offsite', [service], 'requests');
    if (state === 'accepted' || state === 'refused') sheet.add('offsite', [service], state);
  }
  for (const planned of book.trips.values()) if (planned === date) sheet.add('offsite', [''], 'trips');
  for (const met of book.met.values()) {
    if (met.date !== date) continue;
    sheet.add('totals', [], 'offsite');
    sheet.add('offsite', [met.service], 'visits');
    sheet.add('offsite', [met.service], 'people', met.people);
    sheet.add('offsite', [met.service], met.end === 'no-show' ? 'noShow' : met.end);
    for (const keys of met.outcomes) sheet.add('outcomes', keys, 'count');
  }
}

function countBooking({ source, people, state }: Booked, sheet: Sheet): void {
  sheet.add('channels', [source], 'booked');
  sheet.add('channels', [source], 'people', people);
  if (state !== 'booked') sheet.add('channels', [source], state);
}

/** QU1: a place for each of its people, by service and lane. */
export function countPlaces(
  book: Book,
  visits: readonly Visit[],
  { date, end }: { readonly date: string; readonly end: number },
  sheet: Sheet,
): void {
  for (const { quota, services, lanes, places, released } of placesOn(book, date, end)) {
    sheet.add('quotas', [quota], 'places', places);
    sheet.add('quotas', [quota], 'released', released);
    const applies = ({ service, lane }: { readonly service: string; readonly lane: string }) =>
      services.includes(service) && lanes.includes(lane);
    for (const booking of book.bookings.values()) {
      const has = booking.state === 'came' ? !booking.isGivenUp : booking.state === 'booked';
      if (booking.date === date && booking.hasSlot && has && applies(booking))
        sheet.add('quotas', [quota], 'booked', booking.people);
    }
    for (const visit of visits)
      if (visit.takesPlace && applies(visit)) sheet.add('quotas', [quota], 'walkedIn', visit.people);
  }
}
