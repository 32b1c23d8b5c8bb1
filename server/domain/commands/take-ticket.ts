/**
 * TT1: service and lane are the office's. TT2: one ticket for several people. TT5: what refuses first. TT6: a reserved
 * number counts from when it can be called. QU7: a full lane may name another. CD1: none after the day was closed. DO9: at the door it may have to wait outside. DO11: arrival is the reading that let the person in.
 * PA1: a station with a printer asks for paper at once.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { PaperStation } from '../../contract/paper.ts';
import type { Need } from '../../contract/values.ts';
import { bookingOfProof } from '../booking/import/references.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { isLetIn } from '../door/door.ts';
import { waitsOutside } from '../door/room.ts';
import type { Instant } from '../instant.ts';
import { onPaper } from '../papers/on-paper.ts';
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
  paper?: PaperStation;
}

/** PA1: the paper is asked for in the same commit. */
export const takeTicket = (
  state: State,
  { paper, ...command }: TakeTicket,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> => onPaper(given(state, command, at, fresh), paper, at);

function given(state: State, command: TakeTicket, at: Instant, fresh: Fresh): Decision<TicketAnswer> {
  const { booking, screening, people = 1, category, needs, proof } = command;
  if (booking !== undefined) return checkIn(state, { ...command, booking }, at, fresh);
  // IM6: a number on paper that is known by now is that booking.
  const booked = proof === undefined ? null : bookingOfProof(state, proof);
  if (booked && booked.service === command.service)
    return checkIn(state, { ...command, booking: booked.code }, at, fresh);
  const found = serviceAndLane(state, command.service ?? '', command.lane);
  if (typeof found === 'string') return refuse(found);
  const now = givenNow(state, found, people, at);
  if (!now.ok) return now;
  const letIn = screening === undefined ? undefined : state.day.door.screenings.get(screening);
  if (screening !== undefined && !(letIn && isLetIn(letIn))) return refuse('unknown-screening');
  const { service } = found;
  const { lane, notBefore } = now;
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
