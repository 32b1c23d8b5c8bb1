/** PD2: who is found, with no more than tells people apart. Only after the look was recorded. */
import type { FindPeopleBody, PeopleFoundAnswer, PersonFound } from '../../contract/http-personal.ts';
import { lastDateOf } from '../booking/bookings.ts';
import type { State } from '../decision.ts';
import { type Person, personNamed } from '../people/person-named.ts';
import { plainName } from '../plain-name.ts';

/** Of more somebody has to say more. */
const most = 50;

type Wanted = FindPeopleBody;
type Named = { readonly name: string; readonly birthDate: string | null };

export function peopleFound(state: State, wanted: Wanted): PeopleFoundAnswer {
  const found: PersonFound[] = [];
  for (const person of candidates(state, wanted)) {
    const shown = shownOf(state, person, wanted);
    if (shown) found.push(shown);
    if (found.length > most) break;
  }
  return { found: found.slice(0, most), more: found.length > most };
}

/** A code says whom; else all of whom anything is held, the latest first. */
function candidates(state: State, { code }: Wanted): readonly Person[] {
  if (code !== undefined) {
    const person = personNamed(state, code);
    return person ? [person] : [];
  }
  const { bookings, offsite } = state.calendar;
  const ofBookings = [...bookings.all.values()].map(
    (booking): Person => ({ kind: 'booking', code: booking.code, booking, visit: null }),
  );
  const ofRequests = [...offsite.requests.values()].map(
    (request): Person => ({ kind: 'request', code: request.code, request }),
  );
  return [...ofRequests, ...ofBookings].reverse();
}

/** Null: it is somebody else. */
function shownOf(state: State, person: Person, wanted: Wanted): PersonFound | null {
  const { people, phone } = toldOf(person);
  const fitting = people.filter((one) => fits(one, wanted));
  const asksForName = wanted.name !== undefined || wanted.birthDate !== undefined;
  if (asksForName && fitting.length === 0) return null;
  if (wanted.phone !== undefined && wanted.phone !== phone) return null;
  const [first] = fitting;
  return {
    ...factsOf(state, person),
    name: first ? maskedName(first.name) : null,
    phone: phone === null ? null : `…${phone.slice(-4)}`,
  };
}

const fits = ({ name, birthDate }: Named, wanted: Wanted): boolean =>
  (wanted.name === undefined || plainName(name).includes(plainName(wanted.name))) &&
  (wanted.birthDate === undefined || birthDate === wanted.birthDate);

function toldOf(person: Person): { readonly people: readonly Named[]; readonly phone: string | null } {
  if (person.kind === 'booking')
    return { people: person.booking.personal?.people ?? [], phone: person.booking.personal?.phone ?? null };
  if (person.kind === 'request')
    return { people: person.request.personal?.people ?? [], phone: person.request.personal?.contact ?? null };
  return { people: [], phone: null };
}

function factsOf({ calendar, day }: State, person: Person): Omit<PersonFound, 'name' | 'phone'> {
  const { kind } = person;
  if (person.kind === 'booking') {
    const { code, shortCode, service, state, people } = person.booking;
    return { kind, code, shortCode, service, date: lastDateOf(person.booking), state, people };
  }
  if (person.kind === 'request') {
    const { code, shortCode, service, state, people, trip } = person.request;
    const date = (trip === null ? null : calendar.offsite.trips.get(trip)?.date) ?? null;
    return { kind, code, shortCode, service, date, state, people };
  }
  const { code, shortCode, service, state, people } = person.visit;
  return { kind, code, shortCode, service, date: day.visits.has(code) ? day.date : null, state, people };
}

/** The first letter of each word. */
const maskedName = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .map((word) => `${[...word][0] ?? ''}…`)
    .join(' ');
