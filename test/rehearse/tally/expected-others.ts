/** What had to be answered to somebody who comes for what follows a visit, and to the supervisor who releases places. */
import { startOfDate } from '../plan/local-time.ts';
import { dateAfterDays, laneNamed, opensFrom, serviceNamed } from '../plan/office-hours.ts';
import { mostOf, regularOf } from '../plan/places.ts';
import { accepted, closedDuring, type Facts, momentOf, type Of, type Right, refusedAs } from './expected.ts';
import { totalDuring } from './places.ts';

/** What follows a visit that is done: not before its date. */
export function expectedCollection({ question, span }: Of<'collect'>, facts: Facts): Right[] {
  const { office, date, visits } = facts;
  const visit = visits.get(question.ticket);
  const follows = office.services.find(({ id }) => id === visit?.service)?.collect;
  if (!follows) return [refusedAs('unknown-booking')];
  if (follows.from === 'paid') return [refusedAs('not-possible')];
  const service = serviceNamed(office, follows.service);
  const from = dateAfterDays(office, service, date, follows.after, follows.of);
  if (from <= date)
    return closedDuring(facts, span).map((isClosed) => (isClosed ? refusedAs('office-closed') : accepted()));
  const opensAt = opensFrom(office, service, laneNamed(office, null), startOfDate(from, office.timeZone));
  return [refusedAs('booking-early', { opensAt: momentOf(opensAt) })];
}

export function expectedRelease({ question, span }: Of<'release'>, { office, account }: Facts): Right[] {
  const quota = office.quotas.find(({ id }) => id === question.quota);
  if (!quota) return [refusedAs('unknown-quota')];
  const { date, places } = question;
  // Only one releases: what was released before is known.
  const before = totalDuring(account, quota, date, { from: span.from, to: span.from });
  const releasable = mostOf(quota, date) - Math.max(before.most, regularOf(quota, date));
  return [places > releasable ? refusedAs('too-many-places', { most: releasable }) : accepted()];
}
