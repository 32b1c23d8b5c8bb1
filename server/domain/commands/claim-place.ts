/**
 * FP2: a promised first place is taken up once, on a later date, by code or short code, for the steps that were left.
 * FP3: it comes before those who arrive today; whom it overtakes is counted (OT1). CD1: not after the day was closed.
 * DO9: at the door it may have to wait outside. DO11: a screening that let the person in gives no other ticket.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { PromisedPlace } from '../calendar.ts';
import type { Command } from '../commands.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import { isLetIn } from '../door/door.ts';
import { waitsOutside } from '../door/room.ts';
import { closedNow } from '../hours/closed.ts';
import type { Instant } from '../instant.ts';
import { onPaper } from '../papers/on-paper.ts';
import { type NewTicket, newTicket } from '../queue/new-ticket.ts';
import { firstTurn, placeNamed } from '../queue/places.ts';

type ClaimPlace = Extract<Command, { type: 'ClaimPlace' }>;

export function claimPlace(
  state: State,
  { code, atDoor = false, screening, paper }: ClaimPlace,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> {
  const { calendar, day } = state;
  const place = placeNamed(calendar, code, day.date);
  if (!place) return refuse('unknown-place');
  if (day.date <= place.date) return refuse('not-possible');
  const wanted = wantedFor(state, place);
  if (!wanted) return refuse('not-possible');
  const closed = closedNow(state);
  if (closed) return refuse('office-closed', closed.opensAt === null ? {} : { opensAt: closed.opensAt });
  if (screening !== undefined && !hasLetIn(state, screening)) return refuse('unknown-screening');
  const outside = atDoor && screening === undefined && waitsOutside(state, wanted.service, wanted.people);
  const ticket = newTicket(state, { ...wanted, outside, screening }, at, fresh);
  const overtaken = waitingFor(state, ticket.answer.step) - ticket.answer.ahead;
  const claimed = accept(
    ticket.answer,
    { type: 'PlaceClaimed', at, code: place.code, ticket: fresh.id },
    { ...ticket.event, place: place.number, overtaken },
  );
  return onPaper(claimed, paper, at);
}

function hasLetIn({ day }: State, screening: string): boolean {
  const found = day.door.screenings.get(screening);
  return found !== undefined && isLetIn(found);
}

/** Null: the office has given up its service, its lane or a step that is left. */
function wantedFor(state: State, place: PromisedPlace): NewTicket | null {
  const office = officeOf(state);
  const service = office.services.find(({ id }) => id === place.service);
  const lane = office.lanes.find(({ id }) => id === place.lane);
  const { steps, people, category } = place;
  const hasSteps = steps.every((step) => office.steps.some(({ id }) => id === step));
  return service && lane && hasSteps
    ? { service, lane, steps, people, category, turn: firstTurn(place) }
    : null;
}

function waitingFor({ day }: State, step: string): number {
  return [...(day.queues.get(step)?.values() ?? [])].reduce((sum, queue) => sum + queue.length, 0);
}
