/** The view of a ticket for whoever may ask by its number. */
import type { TicketView } from '../../contract/views.ts';
import { findVisit } from '../day.ts';
import type { State } from '../decision.ts';
import type { ViewContext } from './context.ts';
import { ticketView } from './ticket.ts';

/** @param name a code, or a number of today in any spelling. Null: no such ticket */
export function ticketNamed(state: State, context: ViewContext, name: string): TicketView | null {
  return ticketView(state, context, findVisit(state.day, name)?.code ?? name);
}
