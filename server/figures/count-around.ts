/** What is around the tickets of one date: bookings, places, claims, the door, and visits outside the office. */
import type { Counting } from './counts.ts';
import type { BookingFact, ClaimFact, DayFacts, QuotaFact } from './facts.ts';

export function countAround(counting: Counting, facts: DayFacts): void {
  for (const booking of facts.bookings) countBooking(counting, booking);
  for (const quota of facts.quotas) countQuota(counting, quota, facts);
  for (const claim of facts.claims) countClaim(counting, claim);
  for (const [verdict, count] of Object.entries(facts.screenings)) {
    counting.row('screenings', [verdict])('count', count);
    counting.row('totals', [])('screened', count);
  }
  for (const { service, state } of facts.requests) {
    counting.row('offsite', [service])('requests');
    if (state === 'accepted' || state === 'refused') counting.row('offsite', [service])(state);
  }
  const planned = facts.trips.filter(({ state }) => state === 'planned').length;
  if (planned > 0) counting.row('offsite', [''])('trips', planned);
}

const endOf = new Map([
  ['used', 'came'],
  ['expired', 'expired'],
  ['cancelled', 'cancelled'],
]);

function countBooking(counting: Counting, { channel, people, state }: BookingFact): void {
  counting.row('channels', [channel])('booked');
  counting.row('channels', [channel])('people', people);
  const end = endOf.get(state);
  if (end !== undefined) counting.row('channels', [channel])(end);
}

function countQuota(counting: Counting, quota: QuotaFact, { tickets, bookings }: DayFacts): void {
  const applies = ({ service, lane }: { service: string; lane: string }): boolean =>
    quota.services.includes(service) && quota.lanes.includes(lane);
  const keys = [quota.quota];
  counting.row('quotas', keys)('places', quota.places);
  counting.row('quotas', keys)('released', quota.released);
  for (const booking of bookings)
    if (booking.takesPlace && applies(booking)) counting.row('quotas', keys)('booked', booking.people);
  for (const ticket of tickets)
    if (ticket.takesPlace && !ticket.offsite && applies(ticket))
      counting.row('quotas', keys)('walkedIn', ticket.people);
}

const closedAs = { 'not-charged': 'claimsNotCharged', refunded: 'claimsRefunded' } as const;

function countClaim(counting: Counting, { step, closed }: ClaimFact): void {
  counting.row('totals', [])('claims');
  counting.row('handovers', [step])('claims');
  counting.row('handovers', [step])(closed === null ? 'claimsOpen' : closedAs[closed]);
}
