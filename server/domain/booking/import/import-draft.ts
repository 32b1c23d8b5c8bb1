/**
 * What a list would make of the bookings, line by line: a state of its own on which events of the lines before have
 * happened. IM3, IM4: by what a line finds the booking that it speaks of.
 */
import { apply } from '../../apply.ts';
import type { Day } from '../../day.ts';
import type { State } from '../../decision.ts';
import type { DomainEvent } from '../../events.ts';
import type { Visit } from '../../visit.ts';
import type { ImportedLine } from '../booking-commands.ts';
import type { BookingPersonal } from '../booking-events.ts';
import { type Booking, type Bookings, bookingsOver } from '../bookings.ts';
import { plainReference, visitsWithProof } from './references.ts';

export interface Draft {
  readonly state: State;
  /** By its number, or else by who comes on the date for what: the last one made stands last. */
  known(line: ImportedLine, service: string): Booking[];
  /** Who is here today with this number on paper. */
  here(line: ImportedLine): Visit | null;
  apply(events: readonly DomainEvent[]): void;
}

/** The real apply on maps of its own; entities are shared, as they never change. */
export function draftOf({ calendar, day }: State, bookings = bookingsOver(calendar.bookings)): Draft {
  const proofs = visitsWithProof(day);
  const state: State = {
    calendar: { ...calendar, bookings },
    // Only a proof that is found changes anything of the day.
    day: proofs.size > 0 ? copyOf(day) : day,
  };
  const people = createPeople(bookings);
  return {
    state,
    known({ reference, date, people: names }, service) {
      const codes =
        reference === null
          ? people.find(service, date, names)
          : (bookings.byReference.get(plainReference(reference)) ?? []).slice(-1);
      return codes.flatMap((code) => bookings.all.get(code) ?? []);
    },
    here: ({ reference }) => (reference === null ? null : (proofs.get(plainReference(reference)) ?? null)),
    apply(events) {
      for (const event of events) {
        apply(state, event);
        if (event.type === 'BookingMade') people.add(event);
      }
    },
  };
}

interface Noted {
  readonly code: string;
  readonly service: string;
  readonly date: string;
  readonly personal?: BookingPersonal | null;
}

type Names = BookingPersonal['people'];
/** Codes by who it is and for what. */
type People = Map<string, string[]>;

/** People are looked for only where a list has no numbers, by date. */
function createPeople({ all, byDate }: Bookings) {
  const dates = new Map<string, People>();
  function on(date: string): People {
    const known = dates.get(date);
    if (known) return known;
    const people: People = new Map();
    dates.set(date, people);
    for (const code of byDate.get(date) ?? []) notePeople(people, all.get(code));
    return people;
  }
  return {
    find: (service: string, date: string, people: Names) => on(date).get(keyOf(service, people)) ?? [],
    add: (booking: Noted) => notePeople(dates.get(booking.date), booking),
  };
}

function notePeople(people: People | undefined, booking: Noted | undefined): void {
  if (!people || !booking?.personal) return;
  const key = keyOf(booking.service, booking.personal.people);
  people.set(key, [...(people.get(key) ?? []), booking.code]);
}

/** IM4: who comes for what; names as people see them. */
const keyOf = (service: string, people: Names): string =>
  JSON.stringify([
    service,
    ...people.map(({ name, birthDate }) => `${name.normalize('NFKC').trim().toLowerCase()} ${birthDate}`),
  ]);

function copyOf(day: Day): Day {
  return {
    ...day,
    visits: new Map(day.visits),
    waiting: new Set(day.waiting),
    queues: new Map(
      [...day.queues].map(([step, lanes]) => [
        step,
        new Map([...lanes].map(([lane, queue]) => [lane, [...queue]])),
      ]),
    ),
    running: new Set(day.running),
    handovers: new Set(day.handovers),
    outside: new Set(day.outside),
    actions: new Map(day.actions),
    walkIns: new Map(day.walkIns),
  };
}
