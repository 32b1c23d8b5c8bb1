/** PD3: all that is held under a code, for whom it is about: only after the look was recorded. */
import type { HeldPersonal, HeldVisit, PersonExport } from '../../contract/http-personal.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import type { State } from '../decision.ts';
import { officeOf } from '../decision.ts';
import { localDate } from '../hours/hours.ts';
import { type Instant, toIso, toIsoOrNull } from '../instant.ts';
import { heldUntil, isHeld, isToCome, needsHeldOf } from '../people/held.ts';
import { type Person, personNamed } from '../people/person-named.ts';
import type { Visit } from '../visit.ts';
import { requestAnswer, resultAnswer } from './offsite.ts';
import { erasedIn, happenedTo, type Known, seenIn } from './person-record.ts';

/** Codes and streams in which something of the person was recorded. */
export interface Traces {
  readonly codes: readonly string[];
  /** The day of the visit; null: there was none. */
  readonly date: string | null;
}

/** Null: nothing is known under this name. */
export function tracesOf(state: State, name: string): Traces | null {
  const person = personNamed(state, name);
  if (!person) return null;
  if (person.kind === 'request') return { codes: [person.code], date: null };
  if (person.kind === 'visit') return { codes: [person.code], date: dateOf(state, person.visit) };
  const { code, ticket, date } = person.booking;
  return { codes: ticket === null ? [code] : [code, ticket], date: ticket === null ? null : date };
}

/** @param known what was recorded of these codes, in order. Null: nothing is known under this name (any more) */
export function personExport(
  state: State,
  name: string,
  known: readonly Known[],
  made: { readonly by: string; readonly at: Instant },
): PersonExport | null {
  const person = personNamed(state, name);
  const traces = tracesOf(state, name);
  if (!person || !traces) return null;
  const visit = person.kind === 'request' ? null : person.visit;
  return {
    madeAt: toIso(made.at),
    by: made.by,
    office: officeOf(state).name,
    kind: person.kind,
    code: person.code,
    ...factsOf(state, person),
    personal: personalOf(person),
    visit: visit && heldVisit(state, visit),
    toCome: isToCome(state, person),
    happened: happenedTo(known, traces.codes),
    seen: seenIn(known),
    erased: erasedIn(known, person.code),
    keptUntil: isHeld(person) || needsHeldOf(state, person) ? heldUntil(state, person) : null,
  };
}

function factsOf(state: State, person: Person): Pick<PersonExport, 'booking' | 'request' | 'results'> {
  const none = { booking: null, request: null, results: [] };
  if (person.kind === 'request')
    return {
      ...none,
      request: requestAnswer(state, person.request),
      results: person.request.results.map(resultAnswer),
    };
  if (person.kind === 'visit') return none;
  const { booking } = person;
  const { source, madeAt } = booking;
  return { ...none, booking: { ...bookingAnswer(state, booking), source, madeAt: toIso(madeAt) } };
}

const nothing = { phone: null, address: null, letter: null, note: null, reference: null };

function personalOf(person: Person): HeldPersonal | null {
  if (person.kind === 'request') {
    const { personal } = person.request;
    if (personal === null) return null;
    const { people, contact, address, letter, note } = personal;
    return { ...nothing, people, phone: contact, address, letter, note };
  }
  if (person.kind === 'visit' || person.booking.personal === null) return null;
  const { people, phone, details, reference } = person.booking.personal;
  return { ...nothing, people, phone, note: details, reference };
}

const dateOf = ({ calendar, day }: State, { code, arrivedAt }: Visit): string =>
  day.visits.has(code) ? day.date : localDate(arrivedAt, calendar.office?.timeZone ?? 'UTC');

/** The rating is not in it: what a visitor said of the visit the office does not read (RT4). */
function heldVisit(state: State, visit: Visit): HeldVisit {
  const { number, service, lane, people, category, needs, proof, reasons, bring, choices } = visit;
  return {
    ...{ number, service, lane, people, category, needs, proof, reasons, bring, choices },
    date: dateOf(state, visit),
    state: visit.state,
    arrivedAt: toIso(visit.arrivedAt),
    endedAt: toIsoOrNull(visit.endedAt),
    identityCompared: visit.identity !== null,
  };
}

/** PD4: by what a list would know the booking again. Null: it is none, or nobody knows any more. */
export function bookingKnownBy(state: State, name: string) {
  const person = personNamed(state, name);
  if (person?.kind !== 'booking' || person.booking.personal === null) return null;
  const { service, date, personal } = person.booking;
  return { service, date, reference: personal.reference, people: personal.people };
}
