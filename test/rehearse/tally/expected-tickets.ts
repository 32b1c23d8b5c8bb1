/** What a kiosk had to answer to somebody who just came: the hours, the lane's intake, and the places of the day. */

import { startOfDate } from '../plan/local-time.ts';
import {
  daysLater,
  isServedOn,
  laneNamed,
  numbersAt,
  opensFrom,
  rangesFor,
  serviceNamed,
  slotsOf,
} from '../plan/office-hours.ts';
import { type Channel, quotasFor } from '../plan/places.ts';
import {
  accepted,
  closedDuring,
  type Facts,
  momentOf,
  type Of,
  overTime,
  type Right,
  refusedAs,
} from './expected.ts';
import { fits, leftDuring } from './places.ts';
import type { Span } from './seen.ts';

const horizonWithoutBookings = 14;

interface Wanted {
  readonly service: string;
  readonly lane: string;
  readonly people: number;
}

/** @param code of the ticket that was given: its own places do not count against it */
export function expectedTicket({ question, span, body }: Of<'ticket'>, facts: Facts): Right[] {
  const { office, slack } = facts;
  const service = serviceNamed(office, question.service);
  const lane = laneNamed(office, question.lane);
  const own = typeof body.code === 'string' ? body.code : null;
  const right: Right[] = [];
  for (const isClosed of closedDuring(facts, span)) {
    if (isClosed) {
      right.push(
        refusedAs('office-closed', { opensAt: momentOf(openAfter(facts, question.service, lane.id)) }),
      );
      continue;
    }
    for (const given of overTime(span, slack, (at) => numbersAt(office, service, lane, at))) {
      if (given.given)
        right.push(...byPlaces({ ...question, lane: lane.id }, given.notBefore, span, own, facts));
      else {
        const now = { from: span.from, to: span.to };
        const isNow = given.opensAt !== null && given.opensAt <= span.to + slack;
        right.push(refusedAs(given.code, { opensAt: isNow ? now : momentOf(given.opensAt) }));
      }
    }
  }
  return right;
}

/** On the next date, when the day was closed by hand. */
function openAfter({ office, date }: Facts, service: string, lane: string): number | null {
  const next = startOfDate(daysLater(date, 1), office.timeZone);
  return opensFrom(office, serviceNamed(office, service), laneNamed(office, lane), next);
}

function byPlaces(
  wanted: Wanted,
  notBefore: number | null,
  span: Span,
  own: string | null,
  facts: Facts,
): Right[] {
  const { office, date, account } = facts;
  const room = fits(leftDuring(account, wanted, date, 'walkIn', span, own), wanted.people);
  const given = accepted({ lane: wanted.lane, ...timesFor(wanted, notBefore, span, facts) });
  if (room === 'yes') return [given];
  const full: Right[] = [];
  let isSure = false;
  for (const { whenFull } of quotasFor(office, wanted.service, wanted.lane)) {
    if (whenFull === undefined || whenFull === wanted.lane || isSure) continue;
    const other = { ...wanted, lane: whenFull };
    const there = fits(leftDuring(account, other, date, 'walkIn', span, own), wanted.people);
    const opens = overTime(span, facts.slack, (at) =>
      numbersAt(office, serviceNamed(office, wanted.service), laneNamed(office, whenFull), at),
    );
    for (const open of opens)
      if (there !== 'no' && open.given)
        full.push(accepted({ lane: whenFull, ...timesFor(other, open.notBefore, span, facts) }));
    isSure = there === 'yes' && opens.every((open) => open.given);
  }
  if (!isSure)
    full.push(refusedAs('quota-full', { nextDay: nextDays(wanted, daysLater(date, 1), span, facts) }));
  return room === 'close' ? [given, ...full] : full;
}

/** The promise counts from the arrival, of a reserved number from the moment that it is for. */
function timesFor({ service, lane }: Wanted, notBefore: number | null, span: Span, { office }: Facts) {
  const longest = promiseFor(office, service, lane);
  const since = notBefore === null ? span : { from: notBefore, to: notBefore };
  return {
    notBefore: momentOf(notBefore),
    promiseAt: longest === null ? null : { from: since.from + longest, to: since.to + longest },
  };
}

/** The shorter of the service's and the lane's. */
export function promiseFor(
  { services, lanes }: Facts['office'],
  service: string,
  lane: string,
): number | null {
  const both = [
    services.find(({ id }) => id === service)?.promise,
    lanes.find(({ id }) => id === lane)?.promise,
  ].filter((one) => one !== undefined);
  return both.length === 0 ? null : Math.min(...both);
}

/** The dates that may be named as the next one with room; the empty text stands for none. */
export function nextDays(wanted: Wanted, from: string, span: Span, facts: Facts): string[] {
  const { office, date: today, account } = facts;
  const service = serviceNamed(office, wanted.service);
  const channel: Channel = office.booking?.service === wanted.service ? 'booking' : 'walkIn';
  const last = daysLater(today, office.booking?.horizon ?? horizonWithoutBookings);
  const lane = laneNamed(office, wanted.lane);
  const tomorrow = daysLater(today, 1);
  const possible: string[] = [];
  for (let date = from < tomorrow ? tomorrow : from; date <= last; date = daysLater(date, 1)) {
    const times =
      channel === 'booking' ? slotsOf(office, service, lane, date) : rangesFor(office, service, lane, date);
    if (!isServedOn(office, service, date) || times.length === 0) continue;
    const room = fits(leftDuring(account, wanted, date, channel, span), wanted.people);
    if (room !== 'no') possible.push(date);
    if (room === 'yes') return possible;
  }
  return [...possible, ''];
}
