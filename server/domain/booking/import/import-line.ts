/**
 * One line of another system's list. IM1: decided like a booking, but that system has decided already how many one contact and
 * one party may have, and how far ahead. IM3: what is known already. IM5: quotas bind. IM6: who is here already.
 */
import type { ImportLineAnswer } from '../../../contract/http-bookings.ts';
import type { RefusalCode } from '../../../contract/refusals.ts';
import type { Refused } from '../../decision.ts';
import { officeOf } from '../../decision.ts';
import type { DomainEvent } from '../../events.ts';
import type { Instant } from '../../instant.ts';
import type { Visit } from '../../visit.ts';
import { laneForAges } from '../ages.ts';
import { type Bookable, bookable } from '../bookable.ts';
import type { ImportedLine } from '../booking-commands.ts';
import type { BookingEvent } from '../booking-events.ts';
import { unusedShortCode } from '../booking-named.ts';
import { placeFor } from '../booking-place.ts';
import type { Booking } from '../bookings.ts';
import { offersIn } from '../waiting-list.ts';
import type { Draft } from './import-draft.ts';
import { isAt, placeWanted, slotNear } from './import-slot.ts';

export interface LineDecision {
  readonly answer: ImportLineAnswer;
  readonly events: readonly DomainEvent[];
}

export interface Decided extends Bookable {
  readonly draft: Draft;
  readonly line: ImportedLine;
  readonly overbook: boolean;
  readonly at: Instant;
}

/** What happens has happened on the draft by then. */
export function decideLine(
  draft: Draft,
  line: ImportedLine,
  { overbook, at }: { overbook: boolean; at: Instant },
): LineDecision {
  const { state } = draft;
  // PD4: nobody is brought back by a list.
  if (line.marks?.some((mark) => state.calendar.bookings.erased.has(mark)))
    return refused(line, 'person-erased');
  const office = officeOf(state);
  const service = line.service ?? office.booking?.service;
  const lane = line.lane ?? laneForAges(office, line.people, line.date)?.id;
  const found = service === undefined ? 'not-bookable' : bookable(state, service, lane);
  if (typeof found === 'string') return refused(line, found);
  const wanted: Decided = { ...found, draft, line, overbook, at };
  const all = draft.known(line, found.service.id);
  const known = all.find((booking) => isAt(wanted, booking)) ?? all.at(-1);
  const here = line.date === state.day.date ? draft.here(line) : null;
  const visit = here?.service === found.service.id ? here : null;
  return (known && ofKnown(wanted, known, visit)) ?? anew(wanted, visit);
}

const refused = ({ line }: ImportedLine, code: RefusalCode, nextDay?: string): LineDecision => ({
  answer: { line, result: 'refused', code, ...(nextDay === undefined ? {} : { nextDay }) },
  events: [],
});

const asRefused = (line: ImportedLine, { refusal: { code, nextDay } }: Refused): LineDecision =>
  refused(line, code, nextDay);

/** IM3. Null: this one is over, or is of somebody else: the line is another booking. */
function ofKnown(wanted: Decided, known: Booking, visit: Visit | null): LineDecision | null {
  const { line, draft, at } = wanted;
  const isSame = isAt(wanted, known);
  const isFree = known.state === 'live' || known.state === 'expired';
  if (isSame && visit && isFree) return matched(wanted, known.code, visit, use(known, visit, at));
  if (isSame && known.people === line.people.length) return { answer: unchanged(line), events: [] };
  // IM4: without birth dates two of one name may be two people.
  if (line.reference === null && line.people.some(({ birthDate }) => birthDate === null)) return null;
  switch (known.state) {
    case 'used':
      return refused(line, 'booking-used');
    case 'cancelled':
      return refused(line, 'booking-cancelled');
    case 'waiting':
      return refused(line, 'not-possible');
    case 'expired':
      return isSame ? { answer: unchanged(line), events: [] } : null;
    case 'live':
      return known.people === line.people.length ? move(wanted, known, draft) : refused(line, 'not-possible');
  }
}

const unchanged = ({ line }: ImportedLine): ImportLineAnswer => ({ line, result: 'unchanged' });

function move(wanted: Decided, known: Booking, draft: Draft): LineDecision {
  const { line, at, lane } = wanted;
  if (line.date < draft.state.day.date) return refused(line, 'outside-horizon');
  const own = draft.state.calendar.office?.lanes.find(({ id }) => id === known.lane) ?? lane;
  const isSameDate = known.date === line.date;
  const place = placeWanted({ ...wanted, lane: own });
  if (!place.ok) return asRefused(line, place);
  const found = placeFor(
    draft.state,
    { ...place.wanted, onlyLane: true, ...(isSameDate ? { moved: { slot: known.slot } } : {}) },
    place.now,
  );
  if (!found.ok) return asRefused(line, found);
  const moved: BookingEvent = {
    type: 'BookingMoved',
    at,
    code: known.code,
    date: line.date,
    slot: found.slot,
  };
  draft.apply([moved]);
  // WL2: within a date nothing is held back, and the former slot has room.
  const offered = isSameDate ? offersOn(draft, line.date, at) : [];
  return { answer: { line: line.line, result: 'moved' }, events: [moved, ...offered] };
}

function anew(wanted: Decided, visit: Visit | null): LineDecision {
  const { line, draft, at, lane } = wanted;
  if (line.date < draft.state.day.date) return refused(line, 'outside-horizon');
  if (visit) {
    const slot = slotNear(wanted, visit.arrivedAt);
    if (slot === null) return refused(line, 'office-closed');
    return matched(wanted, line.id, visit, [
      made(wanted, lane.id, slot),
      { type: 'BookingUsed', at, code: line.id, ticket: visit.code },
    ]);
  }
  const place = placeWanted(wanted);
  if (!place.ok) return asRefused(line, place);
  const found = placeFor(draft.state, place.wanted, place.now);
  if (!found.ok) return asRefused(line, found);
  const events = [made(wanted, found.lane.id, found.slot)];
  draft.apply(events);
  return { answer: { line: line.line, result: 'accepted' }, events };
}

function use({ code, state }: Booking, { code: ticket }: Visit, at: Instant): BookingEvent[] {
  return [
    { type: 'BookingUsed', at, code, ticket, ...(state === 'expired' ? { again: true as const } : {}) },
  ];
}

/** WL2: before the next line. */
const offersOn = (draft: Draft, date: string, at: Instant): DomainEvent[] =>
  offersIn({ state: draft.state, apply: (event) => draft.apply([event]) }, date, at);

/** IM6: the visit gives back the place that it took as one without a booking: WL2, to who waits first. */
function matched(
  { draft, line, at }: Decided,
  booking: string,
  { code }: Visit,
  before: readonly BookingEvent[],
): LineDecision {
  const events: DomainEvent[] = [...before, { type: 'ProofMatched', at, code, booking }];
  draft.apply(events);
  const offered = offersOn(draft, line.date, at);
  return { answer: { line: line.line, result: 'matched' }, events: [...events, ...offered] };
}

function made({ draft, line, service, at }: Decided, lane: string, slot: Instant): BookingEvent {
  const { id, date, people, phone, details, reference } = line;
  return {
    type: 'BookingMade',
    at,
    code: id,
    shortCode: unusedShortCode(draft.state, line),
    ...{ service: service.id, lane, date, slot },
    people: people.length,
    source: 'import',
    personalOf: id,
    personal: { people, phone, details, reference },
  };
}
