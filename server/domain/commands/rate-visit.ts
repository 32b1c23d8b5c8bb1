/** What a visitor says of the visit, in one tap of the phone. RT4: of nobody's concern but the count's. */
import type { RatingAnswer } from '../../contract/http.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { type Instant, later, toIso } from '../instant.ts';
import { byLink, type Linked } from '../papers/paper.ts';
import type { Rating, Visit } from '../visit.ts';

/** RT3: a slip of the finger is put right by then, a change of mind on the way home is not. */
const changeableFor = 10 * 60_000;

export function rateVisit(
  state: State,
  { code: link, rating }: { code: string; rating: Rating },
  at: Instant,
): Decision<RatingAnswer> {
  const visit = byLink(state.day.visits, link);
  if (!visit) return refuse(isOfFormerDay(state, link) ? 'rating-over' : 'unknown-ticket');
  if (!wasServed(visit)) return refuse('not-possible');
  if (!mayRate(visit, at)) return refuse('rating-over');
  const answer = { rating, changeUntil: toIso(changeUntil(visit, at)) };
  return visit.rating === rating
    ? accept(answer)
    : accept(answer, { type: 'VisitRated', at, code: visit.code, rating });
}

/** RT1, RT3: of a visit of today. */
export const mayRate = (visit: Visit, at: Instant): boolean =>
  wasServed(visit) && at <= changeUntil(visit, at);

/** RT1: whoever has dealt with the office, and is not waiting for it now. */
const wasServed = ({ state }: Visit): boolean => state === 'done' || state === 'incomplete';

const changeUntil = ({ ratedAt }: Visit, at: Instant): Instant => later(ratedAt ?? at, changeableFor);

/** RT2: midnight has ended it, though its ticket may still be worth something. */
const isOfFormerDay = ({ day, calendar }: State, link: string): boolean =>
  [day.before, calendar.comebacks, calendar.places].some((all) => byLink<Linked>(all, link) !== null);
