/** PA1: a ticket that a station with a printer gives is asked for on paper, in the same commit. */
import type { TicketAnswer } from '../../contract/http.ts';
import type { PaperStation } from '../../contract/paper.ts';
import { accept, type Decision } from '../decision.ts';
import type { Instant } from '../instant.ts';

export function onPaper(
  decision: Decision<TicketAnswer>,
  station: PaperStation | undefined,
  at: Instant,
): Decision<TicketAnswer> {
  if (!decision.ok || station === undefined) return decision;
  const { answer, events } = decision;
  const { code } = answer;
  return accept(answer, ...events, {
    type: 'PaperAsked',
    at,
    code,
    kind: 'ticket',
    nth: 1,
    copy: 1,
    station,
  });
}
