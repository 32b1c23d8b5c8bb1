/** CO1: bookings that nobody could be served with any more in a changed office. */
import type { Office } from '../../contract/office.ts';
import type { Calendar } from '../calendar.ts';
import { hoursOf } from '../hours/hours.ts';
import { isWithin, type Span } from '../hours/hours-of-day.ts';
import { isServed, rangesOn } from '../hours/opens.ts';
import { hasCounters } from '../queue/has-counters.ts';
import type { Booking } from './bookings.ts';

type HoursOn = (date: string) => readonly Span[];

/** Short codes of the live ones, the earliest slot first. */
export function strandedBookings({ bookings, office: before }: Calendar, office: Office): string[] {
  const [hours, hoursBefore] = [hoursFor(office), before ? hoursFor(before) : null];
  return (
    [...bookings.live]
      .sort(([one], [other]) => one - other)
      .flatMap(([, codes]) => [...codes].map((code) => bookings.all.get(code)))
      .filter((booking) => booking !== undefined)
      .filter((booking) => isStranded(office, hours, booking))
      // What could not be served before must not hinder the change that may help.
      .filter((booking) => !(before && hoursBefore && isStranded(before, hoursBefore, booking)))
      .map(({ shortCode }) => shortCode)
  );
}

function isStranded(office: Office, hoursOn: HoursOn, { service: id, lane, date, slot }: Booking): boolean {
  const service = office.services.find((each) => each.id === id);
  if (!service || office.booking?.service !== id || !office.lanes.some((each) => each.id === lane))
    return true;
  if (!hasCounters(office, lane, service.steps)) return true;
  return !isServed(office, service, date) || (slot !== null && !isWithin(hoursOn(date), slot));
}

/** Many have the same date. */
function hoursFor(office: Office): HoursOn {
  const known = new Map<string, readonly Span[]>();
  return (date) => {
    const spans = known.get(date) ?? rangesOn(office, hoursOf(office, date), date);
    known.set(date, spans);
    return spans;
  };
}
