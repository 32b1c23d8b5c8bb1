/**
 * TT1: service and lane are the office's. TT2: one ticket for several people. CD1: none after the day was closed.
 * DO9: at the door it may have to wait outside. DO11: arrival is the reading that let the person in.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Need } from '../../contract/values.ts';
import { closedNow } from '../closed.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { isLetIn } from '../door.ts';
import type { Instant } from '../instant.ts';
import { newTicket, serviceAndLane } from '../new-ticket.ts';
import { waitsOutside } from '../room.ts';

interface TakeTicket {
  service?: string;
  lane?: string;
  people?: number;
  category?: string;
  needs?: readonly Need[];
  atDoor?: boolean;
  screening?: string;
  booking?: string;
  proof?: string;
}

export function takeTicket(
  state: State,
  command: TakeTicket,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> {
  const found = serviceAndLane(state, command.service ?? '', command.lane);
  if (typeof found === 'string') return refuse(found);
  const closed = closedNow(state);
  if (closed) return refuse('office-closed', closed.opensAt === null ? {} : { opensAt: closed.opensAt });
  const { screening, people, category, needs } = command;
  const letIn = screening === undefined ? undefined : state.day.door.screenings.get(screening);
  if (screening !== undefined && !(letIn && isLetIn(letIn))) return refuse('unknown-screening');
  const { event, answer } = newTicket(
    state,
    {
      ...found,
      people,
      category,
      needs,
      screening,
      arrivedAt: letIn?.arrivedAt ?? undefined,
      outside: command.atDoor === true && !letIn && waitsOutside(state, found.service, people),
    },
    at,
    fresh,
  );
  return accept(answer, event);
}
