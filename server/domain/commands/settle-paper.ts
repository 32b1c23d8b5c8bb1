/** PA10: staff take a paper off the list that failed or is unsure: it came out after all, or its holder needs none. */
import type { Command } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';

type SettlePaper = Extract<Command, { type: 'SettlePaper' }>;

export function settlePaper(
  { day }: State,
  { ticket, by }: SettlePaper,
  at: Instant,
): Decision<Record<string, never>> {
  const visit = findVisit(day, ticket);
  if (!visit) return refuse('unknown-ticket');
  const { code, paper } = visit;
  // What comes of the others is not known yet, or they came out: nobody is asked about them.
  if (paper?.state !== 'failed' && paper?.state !== 'unsure') return refuse('not-possible');
  if (paper.settled) return accept({});
  return accept({}, { type: 'PaperSettled', at, code, nth: paper.nth, by });
}
