/**
 * A new ticket, however it is given: by a person, on paper before, or for a first place that was promised.
 *
 * NU1, NU3: numbers run by prefix, from 1 each day, and none is given twice. TT3: a short code to speak.
 * TT4: how many come before.
 */
import type { TicketAnswer } from '../../contract/http.ts';
import type { Office } from '../../contract/office.ts';
import type { Need } from '../../contract/values.ts';
import type { Day } from '../day.ts';
import { ticketNumber } from '../day.ts';
import type { Fresh, State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import type { DayEvent } from '../events.ts';
import { shownTimes } from '../forecast/shown.ts';
import type { Instant } from '../instant.ts';
import { toIso, toIsoOrNull } from '../instant.ts';
import type { Told } from '../visit.ts';
import { promised } from './promised.ts';

import { aheadOf } from './whose-turn.ts';

export type Service = Office['services'][number];
export type Lane = Office['lanes'][number];
/** Who came longer ago has an earlier turn than a newcomer. */
const longestAtDoor = 5 * 60_000;

type TicketTaken = Extract<DayEvent, { type: 'TicketTaken' }>;

export interface NewTicket {
  readonly service: Service;
  readonly lane: Lane;
  /** 1, when absent. */
  readonly people?: number | undefined;
  readonly category?: string | null | undefined;
  readonly needs?: readonly Need[] | undefined;
  /** Where that was before now. The promise and the turn count from it. */
  readonly arrivedAt?: Instant | undefined;
  /** Instead of all that the service has. */
  readonly steps?: readonly string[] | undefined;
  /** Instead of the one that follows from the promise. */
  readonly turn?: Instant | undefined;
  /** A number that was given on paper, instead of the next of the run. The caller knows that nobody has it. */
  readonly paper?: { readonly prefix: string; readonly ordinal: number } | undefined;
  /** A first place: the number of the earlier ticket, and how many it overtakes. */
  readonly place?: { readonly number: string; readonly overtaken: number } | undefined;
  readonly outside?: boolean | undefined;
  /** Callable from then only. */
  readonly notBefore?: Instant | null | undefined;
  /** Where the promise is counted from something later than the arrival: what the number is for. */
  readonly countFrom?: Instant | undefined;
  /** Checked in with this booking; come again with this earlier ticket: no place of a quota is taken. */
  readonly booking?: string | undefined;
  readonly comeback?: string | undefined;
  /** The number of a booking on paper that is not known yet. */
  readonly proof?: string | undefined;
  /** The screening that let the person in: it gives no other ticket. */
  readonly screening?: string | undefined;
}

/** TT1: the office's service and lane, or the refusal's code; without a lane the first one. Off-site services give no tickets. */
export function serviceAndLane(
  state: State,
  serviceId: string,
  laneId: string | undefined,
): { readonly service: Service; readonly lane: Lane } | 'unknown-service' | 'unknown-lane' {
  const { services, lanes } = officeOf(state);
  const service = services.find(({ id }) => id === serviceId);
  const lane = laneId === undefined ? lanes[0] : lanes.find(({ id }) => id === laneId);
  if (!service || service.offsite) return 'unknown-service';
  return lane ? { service, lane } : 'unknown-lane';
}

/** The event that gives the ticket, and what the person is told. The visit's code is `fresh.id`. */
export function newTicket(
  state: State,
  wanted: NewTicket,
  at: Instant,
  fresh: Fresh,
): { readonly event: TicketTaken; readonly answer: TicketAnswer } {
  const { service, lane, arrivedAt = at, paper, place, outside = false } = wanted;
  const { prefix, ordinal } = paper ?? nextNumber(state.day, lane.prefix ?? service.prefix ?? '');
  const promise = promised(officeOf(state), service.id, lane.id, wanted.countFrom ?? arrivedAt);
  const notBefore = wanted.notBefore ?? null;
  const { promiseAt, until, turn } = { ...promise, turn: wanted.turn ?? promise.turn };
  const steps = wanted.steps ?? service.steps;
  const code = fresh.id;
  const shortCode = unusedShortCode(state.day, fresh.spoken);
  const step = steps[0] ?? '';
  const order = { step, lane: lane.id, turn, arrivedAt, place: state.day.visits.size + 1, code };
  const told = toldOf(wanted, at, fresh);
  const event: TicketTaken = {
    type: 'TicketTaken',
    at,
    code,
    shortCode,
    prefix,
    ordinal,
    service: service.id,
    lane: lane.id,
    steps,
    people: wanted.people ?? 1,
    category: wanted.category ?? null,
    promiseAt,
    until,
    turn,
    notBefore,
    ...(arrivedAt === at ? {} : { arrivedAt }),
    ...(outside ? { outside } : {}),
    ...(wanted.booking === undefined ? {} : { booking: wanted.booking }),
    ...(wanted.comeback === undefined ? {} : { comeback: wanted.comeback }),
    ...(paper ? { paper: true } : {}),
    ...(place ? { place: place.number, overtaken: place.overtaken } : {}),
    ...(told === null ? {} : { told }),
    ...personalOf(wanted),
  };
  const answer: TicketAnswer = {
    code,
    shortCode,
    number: ticketNumber(prefix, ordinal),
    service: service.id,
    lane: lane.id,
    step,
    ahead: aheadOf(state, order),
    estimate: told === null ? null : shownTimes(told),
    promiseAt: toIsoOrNull(promiseAt),
    ...(event.people === 1 ? {} : { people: event.people }),
    ...(notBefore === null ? {} : { notBefore: toIso(notBefore) }),
    ...(outside ? { outside } : {}),
  };
  return { event, answer };
}

/** FC11: the forecast knows those who come now and stand where everybody of their service and lane would. */
function toldOf(
  { service, lane, notBefore = null, arrivedAt, place, paper, steps, turn }: NewTicket,
  at: Instant,
  { told }: Fresh,
): Told | null {
  const isUsual = !notBefore && !place && !paper && !steps && turn === undefined;
  if (!isUsual || (arrivedAt !== undefined && at - arrivedAt > longestAtDoor)) return null;
  return told?.(service.id, lane.id, at) ?? null;
}

/** What is gone at midnight: nothing that lasts ties the ticket to a reading. */
function personalOf({ needs = [], screening, proof }: NewTicket): Pick<TicketTaken, 'personal'> {
  if (needs.length === 0 && screening === undefined && proof === undefined) return {};
  return {
    personal: {
      needs: [...new Set(needs)],
      ...(screening === undefined ? {} : { screening }),
      ...(proof === undefined ? {} : { proof }),
    },
  };
}

/** NU3: numbers of the emergency sheet are passed over, where its letter came into use during the day. */
function nextNumber({ lastNumbers, codes }: Day, prefix: string): { prefix: string; ordinal: number } {
  let ordinal = (lastNumbers.get(prefix) ?? 0) + 1;
  while (codes.has(ticketNumber(prefix, ordinal))) ordinal += 1;
  return { prefix, ordinal };
}

function unusedShortCode(day: Day, spoken: string): string {
  for (let length = 6; length < spoken.length; length += 1) {
    const shortCode = spoken.slice(0, length);
    if (!day.shortCodes.has(shortCode)) return shortCode;
  }
  return spoken;
}
