/**
 * TT1: service and lane are the office's. TT2: one ticket for several people. TT3: a short code to speak.
 * TT4: how many come before. NU1, NU3: numbers run by prefix, from 1 each day, and none is given twice.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Need } from '../../contract/values.ts';
import type { Day } from '../day.ts';
import { ticketNumber } from '../day.ts';
import type { Decision, Fresh, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { toIsoOrNull } from '../instant.ts';
import { promised } from '../promised.ts';
import { aheadOf } from '../whose-turn.ts';

interface TakeTicket {
  service: string;
  lane?: string;
  people?: number;
  category?: string;
  needs?: readonly Need[];
}

export function takeTicket(
  state: State,
  command: TakeTicket,
  at: Instant,
  fresh: Fresh,
): Decision<TicketAnswer> {
  const office = officeOf(state);
  const service = office.services.find(({ id }) => id === command.service);
  const lane =
    command.lane === undefined ? office.lanes[0] : office.lanes.find(({ id }) => id === command.lane);
  if (!service || service.offsite) return refuse('unknown-service');
  if (!lane) return refuse('unknown-lane');
  const prefix = lane.prefix ?? service.prefix ?? '';
  const ordinal = (state.day.lastNumbers.get(prefix) ?? 0) + 1;
  const shortCode = unusedShortCode(state.day, fresh.spoken);
  const { promiseAt, until, turn } = promised(office, service.id, lane.id, at);
  const step = service.steps[0] ?? '';
  const place = state.day.visits.size + 1;
  const ahead = aheadOf(state, { step, lane: lane.id, turn, arrivedAt: at, place, code: fresh.id });
  const answer: TicketAnswer = {
    code: fresh.id,
    shortCode,
    number: ticketNumber(prefix, ordinal),
    service: service.id,
    lane: lane.id,
    step,
    ahead,
    estimate: null,
    promiseAt: toIsoOrNull(promiseAt),
  };
  return accept(answer, {
    type: 'TicketTaken',
    at,
    code: fresh.id,
    shortCode,
    prefix,
    ordinal,
    service: service.id,
    lane: lane.id,
    steps: service.steps,
    people: command.people ?? 1,
    category: command.category ?? null,
    promiseAt,
    until,
    turn,
    notBefore: null,
    ...(command.needs && command.needs.length > 0
      ? { personal: { needs: [...new Set(command.needs)] } }
      : {}),
  });
}

function unusedShortCode(day: Day, spoken: string): string {
  for (let length = 6; length < spoken.length; length += 1) {
    const shortCode = spoken.slice(0, length);
    if (!day.shortCodes.has(shortCode)) return shortCode;
  }
  return spoken;
}
