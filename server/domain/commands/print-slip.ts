/** PA8: what follows a visit is printed for whoever was done or sent away, as often as it is asked; the link stays. */
import type { Command } from '../commands.ts';
import { findVisit } from '../day.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { PaperAnswer } from '../papers/paper-commands.ts';

type PrintSlip = Extract<Command, { type: 'PrintSlip' }>;

export function printSlip(
  { day }: State,
  { ticket, station }: PrintSlip,
  at: Instant,
): Decision<PaperAnswer> {
  const visit = findVisit(day, ticket);
  if (!visit) return refuse('unknown-ticket');
  const { code, link, number, paper, state } = visit;
  if (state !== 'done' && state !== 'incomplete') return refuse('not-possible');
  if (paper?.state === 'printing') return refuse('too-soon');
  const nth = (paper?.nth ?? 0) + 1;
  return accept(
    { link, number, copy: 1 },
    { type: 'PaperAsked', at, code, kind: 'slip', nth, copy: 1, station },
  );
}
