/**
 * PN1: a number that was given on paper has the letter of the emergency sheet, and counts once a day.
 * PN2: arrival, promise and turn count from when it was given, today and not later than now.
 * AO2: who was served already, without the hub, has neither a kept nor a broken promise.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import { collectAfter } from '../afterwards/collect.ts';
import type { DayCommand } from '../commands.ts';
import { readNumber, ticketNumber } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { startOfToday } from '../hours/start-of-today.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { newTicket, serviceAndLane } from '../queue/new-ticket.ts';
import { paperPrefix } from '../queue/paper-numbers.ts';

type EnterPaperNumber = Extract<DayCommand, { type: 'EnterPaperNumber' }>;

/** Not refused on a closed day: the number was given while it was open. */
export function enterPaperNumber(
  state: State,
  { number, service, lane, people, takenAt, done }: EnterPaperNumber,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> {
  const paper = readNumber(number);
  if (!paper || paper.ordinal < 1 || paper.prefix !== paperPrefix(officeOf(state))) {
    return refuse('not-possible');
  }
  if (state.day.codes.has(ticketNumber(paper.prefix, paper.ordinal))) return refuse('number-taken');
  const asked = serviceAndLane(state, service, lane);
  if (typeof asked === 'string') return refuse(asked);
  if (!(takenAt <= at) || takenAt < startOfToday(state)) return refuse('not-possible');
  const arrivedAt = instant(takenAt);
  const ticket = newTicket(state, { ...asked, people, arrivedAt, paper }, at, fresh);
  const { code } = ticket.event;
  const follows = collectAfter(state, { service, collect: null, todo: [] });
  return accept(
    ticket.answer,
    ticket.event,
    ...(done ? [{ type: 'VisitSettled', at, code, as: 'done', ...follows } as const] : []),
  );
}
