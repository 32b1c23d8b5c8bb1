/** The view of a ticket for whoever may ask by its number, or by the short code on its paper. */
import type { TicketView } from '../../contract/views.ts';
import { comebacksNamed } from '../afterwards/comebacks.ts';
import { plainShortCode } from '../booking/booking-named.ts';
import { findVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { linkOf } from '../papers/paper.ts';
import type { ViewContext } from './context.ts';
import { ticketView } from './ticket.ts';

/** @param name a link, or a number of today in any spelling. Null: no such ticket */
export function ticketNamed(state: State, context: ViewContext, name: string): TicketView | null {
  return ticketView(state, context, findVisit(state.day, name)?.link ?? name);
}

/** For a kiosk, by the short code on the paper: what somebody comes back for, or the number of today. Null: nothing. */
export function ticketSpoken(state: State, context: ViewContext, shortCode: string): TicketView | null {
  const [comeback] = comebacksNamed(state, shortCode);
  if (comeback) return ticketView(state, context, linkOf(comeback));
  const spoken = plainShortCode(shortCode);
  const visit = [...state.day.visits.values()].findLast((one) => one.shortCode === spoken);
  return visit ? ticketView(state, context, visit.link) : null;
}
