/**
 * PA4: a ticket is printed again by staff while its visit is not over; by a kiosk its own last one, once, within five minutes,
 * where the paper failed or nobody is sure. PA5: with a new link; the one before is void. PA7: what was never on paper keeps its own.
 */
import type { Command } from '../commands.ts';
import type { Day } from '../day.ts';
import { findVisit } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { PaperAnswer } from '../papers/paper-commands.ts';
import { isOver, type Visit } from '../visit.ts';

type ReprintTicket = Extract<Command, { type: 'ReprintTicket' }>;

/** PA4: milliseconds. Whoever stands at a kiosk has gone by then. */
const atKioskFor = 5 * 60_000;

export function reprintTicket(
  { day }: State,
  { ticket, station, by, reason, kiosk }: ReprintTicket,
  at: Instant,
  { id }: Fresh,
): Decision<PaperAnswer> {
  const visit = findVisit(day, ticket);
  if (!visit) return refuse('unknown-ticket');
  if (kiosk !== undefined && !mayAtKiosk(day, visit, kiosk, at)) return refuse('not-possible');
  if (isOver(visit)) return refuse('not-possible');
  // One lies half in the printer: what comes of it is known in a moment.
  if (visit.paper?.state === 'printing') return refuse('too-soon');
  const { code, number, paper } = visit;
  const copy = (paper?.copy ?? 0) + 1;
  const link = paper ? id : visit.link;
  return accept(
    { link, number, copy },
    {
      type: 'PaperAsked',
      at,
      code,
      kind: 'ticket',
      nth: (paper?.nth ?? 0) + 1,
      copy,
      station,
      by,
      ...(paper ? { link } : {}),
      ...(reason === undefined ? {} : { reason }),
    },
  );
}

function mayAtKiosk(day: Day, visit: Visit, token: string | null, at: Instant): boolean {
  const { paper } = visit;
  if (!paper || token === null || paper.station.token !== token || paper.copy > 1) return false;
  const isLost = paper.state === 'failed' || paper.state === 'unsure';
  return isLost && at - paper.askedAt <= atKioskFor && isLastOf(day, visit, token);
}

/** Nobody else has taken a number there since. */
function isLastOf({ visits }: Day, { place }: Visit, token: string): boolean {
  for (const other of visits.values())
    if (other.place > place && other.paper?.station.token === token) return false;
  return true;
}
