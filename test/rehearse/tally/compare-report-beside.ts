/** The report against what was done beside the queue: quotas, channels of bookings, claims, visits outside. */
import type { Office } from '../../../server/contract/office.ts';
import type { Report } from '../../../server/contract/report.ts';
import { regularOf } from '../plan/places.ts';
import type { SeenBooking } from './asked.ts';
import { type State, standingOf } from './booking-states.ts';
import type { JudgedBeside, SeenBeside } from './compare-affairs.ts';
import type { Difference } from './difference.ts';
import type { Expectation } from './expectation.ts';
import { totalDuring, usedDuring } from './places.ts';
import { handoversOf } from './promises.ts';
import type { SeenVisit } from './seen.ts';
import type { Tally } from './tally.ts';

export interface Around {
  readonly office: Office;
  readonly tally: Tally;
  readonly beside: SeenBeside;
  readonly judged: JudgedBeside;
  readonly slack: number;
  /** When the report was made. */
  readonly at: number;
}

export function judgeReportBeside(report: Report, expected: Expectation): Difference[] {
  const judge = (section: string, columns: string) => expected.judge(report, section, columns.split(' '));
  return [
    ...judge('totals', 'offsite claims'),
    ...judge('handovers', 'claims claimsNotCharged claimsRefunded claimsOpen'),
    ...judge('quotas', 'places released booked walkedIn'),
    ...judge('channels', 'booked people came expired cancelled'),
    ...judge('offsite', 'trips visits people done noShow incomplete'),
    ...judge('outcomes', 'count'),
  ];
}

export function expectBeside(expected: Expectation, around: Around): void {
  const bookings = bookingsOn(around);
  expectQuotas(expected, around, bookings);
  expectChannels(expected, around, bookings);
  expectClaims(expected, around);
  expectOutside(expected, around);
}

interface OnDate {
  readonly booking: SeenBooking;
  /** More than one: too near the moment to tell. */
  readonly states: readonly State[];
}

/** Those with a place on the date, or that had one there last. */
function bookingsOn({ office, beside, judged, slack, at }: Around): OnDate[] {
  const rules = office.booking;
  if (!rules) return [];
  const { date } = beside.day;
  return [...judged.affairs.bookings.values()].flatMap((booking) => {
    const { states, date: on } = standingOf(booking, { from: at, to: at }, rules, slack);
    const hadPlace = booking.steps.some(({ what, slot }) => what === 'placed' || slot !== null);
    return hadPlace && on === date && states.length > 0 && !states.includes('waiting')
      ? [{ booking, states }]
      : [];
  });
}

/** Bookings by the ticket that they became. */
const byTicket = ({ judged }: Around): ReadonlyMap<string, SeenBooking> =>
  new Map(
    [...judged.affairs.bookings.values()].flatMap((one) =>
      one.ticket === null ? [] : [[one.ticket, one] as const],
    ),
  );

const wasGivenUp = (visit: SeenVisit | undefined): boolean =>
  visit?.state === 'cancelled' && !visit.changes.some(({ state }) => state === 'called');

/** What a booking gave back counts no more; what somebody who came gave back counts until it is free. */
function expectQuotas(expected: Expectation, around: Around, bookings: readonly OnDate[]): void {
  const { office, tally, beside, judged, slack, at } = around;
  const { date } = beside.day;
  const span = { from: at, to: at };
  const account = { ...judged.account, slack };
  for (const quota of office.quotas) {
    const keys = [quota.id];
    const { least, most } = totalDuring(account, quota, date, span);
    expected.add('quotas', keys, 'places', least);
    expected.maybe('quotas', keys, 'places', most - least);
    expected.add('quotas', keys, 'released', least - regularOf(quota, date));
    expected.maybe('quotas', keys, 'released', most - least);
    const { walkIn } = usedDuring(account, quota, date, span, null);
    expected.add('quotas', keys, 'walkedIn', walkIn.least);
    expected.maybe('quotas', keys, 'walkedIn', walkIn.most - walkIn.least);
    for (const { booking, states } of bookings) {
      const { service, lane, people, ticket } = booking;
      if (!quota.services.includes(service) || !quota.lanes.includes(lane)) continue;
      const taking = states.filter((state) => state === 'live' || state === 'used').length;
      if (taking === 0 || wasGivenUp(tally.byNumber(ticket ?? ''))) continue;
      if (taking === states.length) expected.add('quotas', keys, 'booked', people);
      else expected.maybe('quotas', keys, 'booked', people);
    }
  }
}

const columns = new Map<State, string>([
  ['used', 'came'],
  ['expired', 'expired'],
  ['cancelled', 'cancelled'],
]);

function expectChannels(expected: Expectation, around: Around, bookings: readonly OnDate[]): void {
  for (const { booking, states } of bookings) {
    const keys = [booking.by ?? booking.source];
    expected.add('channels', keys, 'booked');
    expected.add('channels', keys, 'people', booking.people);
    for (const state of states) {
      const column = columns.get(state);
      if (!column) continue;
      if (states.length === 1) expected.add('channels', keys, column);
      else expected.maybe('channels', keys, column);
    }
  }
  const booked = byTicket(around);
  for (const { number, people, state } of around.tally.visits.values()) {
    if (booked.has(number)) continue;
    for (const column of ['booked', 'came']) expected.add('channels', ['walk-in'], column);
    expected.add('channels', ['walk-in'], 'people', people);
    if (state === 'cancelled') expected.add('channels', ['walk-in'], 'cancelled');
  }
}

const closedAs = { 'not-charged': 'claimsNotCharged', refunded: 'claimsRefunded' } as const;

/** As they were told when all was over; a hand-over that went on then may have opened another since. */
function expectClaims(expected: Expectation, { office, tally, beside, slack, at }: Around): void {
  for (const { step, closed } of beside.tally.claims) {
    expected.add('totals', [], 'claims');
    expected.add('handovers', [step], 'claims');
    expected.add('handovers', [step], closed === null ? 'claimsOpen' : closedAs[closed.as]);
  }
  const free = office.steps.find(({ otherwise }) => otherwise === 'free')?.id ?? '';
  for (const visit of tally.visits.values())
    for (const [place, verdict] of handoversOf(visit, at, slack).entries()) {
      if (!visit.handovers[place]?.isFree || visit.handovers[place]?.ended !== null) continue;
      if (verdict === 'kept') continue;
      expected.maybe('totals', [], 'claims');
      expected.maybe('handovers', [free], 'claims');
      expected.maybe('handovers', [free], 'claimsOpen');
    }
}

/** As they were entered: one is done in all steps, the next was not met. */
function expectOutside(expected: Expectation, { office, beside }: Around): void {
  for (const { service, asked, results } of beside.tally.trips) {
    const isPlanned = results.some(({ status }) => status < 300);
    if (!isPlanned || asked.at(-1)?.date !== beside.day.date) continue;
    expected.add('offsite', [''], 'trips');
    const steps = office.services.find(({ id }) => id === service)?.steps ?? [];
    for (const { request, count, status } of results) {
      if (status >= 300) continue;
      const planned = beside.tally.requests.find(({ code }) => code === request)?.planned;
      const done = Math.ceil(count / 2);
      expected.add('totals', [], 'offsite', count);
      expected.add('offsite', [service], 'visits', count);
      expected.add('offsite', [service], 'people', planned?.people.length ?? 0);
      expected.add('offsite', [service], 'done', done);
      expected.add('offsite', [service], 'noShow', count - done);
      for (const step of steps)
        for (const outcome of office.outcomes[step]?.slice(0, 1) ?? [])
          expected.add('outcomes', [step, outcome], 'count', done);
    }
  }
}
