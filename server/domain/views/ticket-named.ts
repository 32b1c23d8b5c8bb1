/** The view of a ticket for whoever may ask by its number, or by the short code of what is to be collected. */
import type { TicketView } from '../../contract/views.ts';
import { comebacksNamed } from '../afterwards/comebacks.ts';
import { findVisit } from '../day.ts';
import type { State } from '../decision.ts';
import { linkOf } from '../papers/paper.ts';
import type { ViewContext } from './context.ts';
import { ticketView } from './ticket.ts';

/** @param name a link, or a number of today in any spelling. Null: no such ticket */
export function ticketNamed(state: State, context: ViewContext, name: string): TicketView | null {
  return ticketView(state, context, findVisit(state.day, name)?.link ?? name);
}

/** For a kiosk: what somebody comes back for, by the short code that stands on the slip. Null: nothing. */
export function comebackSpoken(state: State, context: ViewContext, shortCode: string): TicketView | null {
  const [comeback] = comebacksNamed(state, shortCode);
  return comeback ? ticketView(state, context, linkOf(comeback)) : null;
}
