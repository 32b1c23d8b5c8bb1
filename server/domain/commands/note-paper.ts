/**
 * PA3: what came of a paper. Only forward: what was printed, failed or is unsure stays so. Said again, nothing happens.
 * PA2: a paper does not begin once its visit is over.
 */
import type { PaperState } from '../../contract/paper.ts';
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { isOver } from '../visit.ts';

type NotePaper = Extract<Command, { type: 'NotePaper' }>;

/** What may follow; a paper that never began was not printed, and nobody is unsure of it. */
const follows: Readonly<Record<PaperState, readonly PaperState[]>> = {
  asked: ['printing', 'failed'],
  // Begun again where nothing came out of the first printer: on a spare one.
  printing: ['printing', 'printed', 'failed', 'unsure'],
  printed: [],
  failed: [],
  unsure: [],
};

export function notePaper(
  { day }: State,
  { code, nth, state, printer }: NotePaper,
  at: Instant,
): Decision<Record<string, never>> {
  const visit = day.visits.get(code);
  const paper = visit?.paper;
  if (!paper) return refuse('unknown-ticket');
  // Another paper was asked for meanwhile: this one is nobody's.
  if (paper.nth !== nth) return refuse('moved-on');
  if (paper.state === state && paper.printer === printer) return accept({});
  // PA2: whoever has gone needs no number on paper.
  if (state === 'printing' && paper.kind === 'ticket' && isOver(visit)) return refuse('not-possible');
  if (!follows[paper.state].includes(state)) return refuse('not-possible');
  return accept({}, { type: 'PaperNoted', at, code, nth, state, printer });
}
