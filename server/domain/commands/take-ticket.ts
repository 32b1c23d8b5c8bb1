/**
 * TT1: service and lane are the office's. TT2: one ticket for several people. TT5: what refuses first. TT6: a reserved
 * number counts from when it can be called. QU7: a full lane may name another. CD1: none after the day was closed. DO9: at the door it may have to wait outside. DO11: arrival is the reading that let the person in.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Need } from '../../contract/values.ts';
import { bookingOfProof } from '../booking/import/references.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { isLetIn } from '../door/door.ts';
import { waitsOutside } from '../door/room.ts';
import type { Instant } from '../instant.ts';
import { givenNow } from '../queue/given.ts';
import { newTicket, serviceAndLane } from '../queue/new-ticket.ts';
import { checkIn } from './check-in.ts';

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
  const { booking, screening, people = 1, category, needs, proof } = command;
  if (booking !== undefined) return checkIn(state, { ...command, booking }, at, fresh);
  // IM6: a number on paper that is known by now is that booking.
  const onPaper = proof === undefined ? null : bookingOfProof(state, proof);
  if (onPaper && onPaper.service === command.service)
    return checkIn(state, { ...command, booking: onPaper.code }, at, fresh);
  const found = serviceAndLane(state, command.service ?? '', command.lane);
  if (typeof found === 'string') return refuse(found);
  const given = givenNow(state, found, people, at);
  if (!given.ok) return given;
  const letIn = screening === undefined ? undefined : state.day.door.screenings.get(screening);
  if (screening !== undefined && !(letIn && isLetIn(letIn))) return refuse('unknown-screening');
  const { service } = found;
  const { lane, notBefore } = given;
  const { event, answer } = newTicket(
    state,
    {
      ...{ service, lane, people, category, needs, screening, proof, notBefore },
      countFrom: notBefore ?? undefined,
      arrivedAt: letIn?.arrivedAt ?? undefined,
      outside: command.atDoor === true && !letIn && waitsOutside(state, service, people),
    },
    at,
    fresh,
  );
  return accept(answer, event);
}
