/** Claims against hand-overs that took too long; identity numbers against those who showed them. */
import type { ClaimAnswer } from '../../../server/contract/http-bookings.ts';
import type { BesideTally, SeenIdentity } from './beside.ts';
import type { RecordedCalendar } from './calendar.ts';
import { type Difference, one } from './difference.ts';
import { handoversOf } from './promises.ts';
import type { SeenVisit, Span } from './seen.ts';
import type { Tally } from './tally.ts';

export function compareClaims(
  { visits }: Pick<Tally, 'visits'>,
  { claims, closings }: Pick<BesideTally, 'claims' | 'closings'>,
  recorded: Pick<RecordedCalendar, 'claims'>,
  { end, slack }: { readonly end: number; readonly slack: number },
): Difference[] {
  return [
    ...[...visits.values()].flatMap((visit) => {
      const verdicts = handoversOf(visit, end, slack).filter((_, place) => visit.handovers[place]?.isFree);
      const sure = verdicts.filter((verdict) => verdict === 'broken').length;
      const possible = verdicts.filter((verdict) => verdict !== 'kept').length;
      const told = claims.filter(({ number }) => number === visit.number).length;
      const written = [...recorded.claims.values()].filter(({ code }) => code === visit.code).length;
      const expected = sure === possible ? `${sure}` : `${sure} to ${possible}`;
      const count = (where: string, there: number) =>
        there >= sure && there <= possible ? [] : one(where, expected, String(there));
      return [
        ...count(`claims of ${visit.number}, as told`, told),
        ...count(`claims of ${visit.number}`, written),
      ];
    }),
    ...closings.flatMap(({ claim, as, reference, status }) => {
      const where = `claim of ${claim.number}, closed`;
      const own = `200, ${as}, ${reference ?? 'no reference'}`;
      const journal = recorded.claims.get(claim.id)?.closed ?? null;
      const told = claims.find(({ id }) => id === claim.id)?.closed ?? null;
      return [
        ...one(where, own, `${status}, ${closedAs(journal)}`),
        ...one(`${where}, as told`, own, `${status}, ${closedAs(told)}`),
      ];
    }),
  ];
}

const closedAs = (
  closed:
    | Pick<NonNullable<ClaimAnswer['closed']>, 'as' | 'reference'>
    | { as: string; reference: string | null }
    | null,
): string => (closed === null ? 'open' : `${closed.as}, ${closed.reference ?? 'no reference'}`);

const over: readonly string[] = ['done', 'cancelled', 'unfinished'];

/** Which other numbers of today that are not over were shown with the same identity number before. */
export function compareIdentities(
  identities: readonly SeenIdentity[],
  { byNumber }: Pick<Tally, 'byNumber'>,
): Difference[] {
  return identities.flatMap(({ ticket, identity, span, status, answer }, place) => {
    const where = `identity number of ${ticket}`;
    if (status !== 200) return one(where, '200', `${status} ${JSON.stringify(answer)}`);
    const others = identities.filter(
      (other, index) =>
        index !== place && other.identity === identity && other.ticket !== ticket && other.status === 200,
    );
    const before = new Map(
      others.filter(({ span: shown }) => shown.from < span.to).map((other) => [other.ticket, other]),
    );
    const wrong = [...before.values()].flatMap((other) => {
      const visit = byNumber(other.ticket);
      const isTold = answer.tickets.includes(other.ticket);
      const states = visit
        ? statesDuring(visit, { from: Math.min(span.from, other.span.to), to: span.to })
        : [];
      const mustBe = other.span.to <= span.from && states.every((state) => !over.includes(state));
      const mayBe = states.some((state) => !over.includes(state));
      if (isTold ? mayBe : !mustBe) return [];
      return one(`${where}, ${other.ticket}`, mustBe ? 'told' : 'not told', isTold ? 'told' : 'not told');
    });
    const strange = answer.tickets.filter((number) => !before.has(number));
    return [...wrong, ...strange.flatMap((number) => one(`${where}, ${number}`, 'not told', 'told'))];
  });
}

/** Every state in which it was at some moment of the span. */
function statesDuring({ changes }: SeenVisit, span: Span): string[] {
  return changes
    .filter(({ span: began }, place) => {
      const next = changes[place + 1]?.span;
      return began.from <= span.to && (next === undefined || next.to >= span.from);
    })
    .map(({ state }) => state);
}
