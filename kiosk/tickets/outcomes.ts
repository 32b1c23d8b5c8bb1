/** What the hub answers to an errand, and the screen that comes of it. */
import { act, ask, type Failure, type Reply } from '../../display/lib/api.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { AvailabilityAnswer, BookingAnswer } from '../../server/contract/http-bookings.ts';
import type { TicketView } from '../../server/contract/views.ts';
import { hasRoom } from './booking/calendar.ts';
import { nextOf, onDate, onlyTimeOf, sentOf } from './booking/draft.ts';
import { codeIn } from './codes.ts';
import type { Attempt, Errand } from './errands.ts';
import { noWishes, type Screen } from './screen.ts';

/** A hub that does not answer at all is not waited for any longer. */
export const patienceMs = 12_000;

export async function outcomeOf(attempt: Attempt): Promise<Screen> {
  const { errand, key } = attempt;
  switch (errand.do) {
    case 'take': {
      const { people = noWishes.people, lane = null } = errand.body;
      const reply = await patiently(act<TicketAnswer>('/api/v1/tickets', errand.body, key));
      return screenOf(attempt, reply, (ticket) => ({ at: 'given', ticket, people, wanted: lane }));
    }
    case 'check-in': {
      const screen = await checkedIn(attempt, errand.code, errand.service);
      const { otherwise } = errand;
      const unknown = screen.at === 'refused' && screen.failure.code === 'unknown-booking';
      // Another question, so another key: the hub remembers what it answered to the first.
      return unknown && otherwise !== undefined
        ? checkedIn({ ...attempt, key: `${key}-otherwise` }, otherwise)
        : screen;
    }
    case 'scan':
      return { at: 'refused', failure: { code: 'unknown-booking' }, attempt };
    case 'return': {
      const path = `/api/v1/tickets/${encodeURIComponent(errand.ticket)}/return`;
      const reply = await patiently(act<{ number: string }>(path, {}, key));
      return screenOf(attempt, reply, ({ number }) => ({ at: 'returned', number }));
    }
    case 'days': {
      const { draft, from, days } = errand;
      const { service, lane } = draft;
      const query = new URLSearchParams({ service, ...(lane ? { lane } : {}), from, days: `${days}` });
      const path = `/api/v1/availability?${query}`;
      const reply = await patiently(ask<AvailabilityAnswer[]>('GET', path));
      if (!reply.ok) return screenOf(attempt, reply, () => attempt.before);
      return timesOf(attempt, errand, reply.answer);
    }
    case 'book': {
      const body = sentOf(errand.draft);
      const reply = await patiently(act<BookingAnswer>('/api/v1/bookings', body, key));
      return screenOf(attempt, reply, (booking) => ({
        at: booking.needless ? 'needless' : 'booked',
        booking,
      }));
    }
  }
}

/** The times of the date that was chosen; all dates where none was, or where it filled up meanwhile. */
async function timesOf(
  attempt: Attempt,
  { draft, on }: Extract<Errand, { do: 'days' }>,
  days: readonly AvailabilityAnswer[],
): Promise<Screen> {
  const day = days.find(({ date }) => date === on?.date);
  if (!on || !day || !hasRoom(day)) return { at: 'days', draft, days };
  const only = onlyTimeOf(day, on.party);
  if (only === null) return { at: 'slots', draft: onDate(draft, day.date), day };
  const known = onDate(draft, day.date, only);
  const next = nextOf(known);
  return next === 'send'
    ? outcomeOf({ ...attempt, errand: { do: 'book', draft: known } })
    : { at: next, draft: known };
}

/**
 * One pad for all codes: a number of today that was missed waits again, what can be collected at several places is asked
 * about, and a first place is looked for last. A short code of a ticket may be a booking's too, which comes first.
 */
async function checkedIn(attempt: Attempt, code: string, service?: string): Promise<Screen> {
  const known = service === undefined ? await ticketOf(code) : null;
  const screen = known && (codeIn(code) ? await knownTicket(attempt, code, known) : places(code, known));
  if (screen) return screen;
  const body = { booking: code, ...(service === undefined ? {} : { service }) };
  const given = (ticket: TicketAnswer): Screen => ({
    at: 'given',
    ticket,
    people: ticket.people ?? 1,
    wanted: null,
  });
  const reply = await patiently(act<TicketAnswer>('/api/v1/tickets', body, attempt.key));
  if (reply.ok) return given(reply.answer);
  if (reply.failure.code === 'booking-used') return used(attempt, reply, code);
  if (reply.failure.code !== 'unknown-booking') return screenOf(attempt, reply, given);
  const path = `/api/v1/places/${encodeURIComponent(code)}`;
  const place = await patiently(act<TicketAnswer>(path, {}, `${attempt.key}-place`));
  if (place.ok || !nowhere.has(place.failure.code)) return screenOf(attempt, place, given);
  return (known && (await knownTicket(attempt, code, known))) ?? screenOf(attempt, reply, given);
}
const nowhere: ReadonlySet<Failure['code']> = new Set(['unknown-place', 'not-found']);

async function ticketOf(code: string): Promise<TicketView | null> {
  const known = await patiently(ask<TicketView>('GET', `/api/v1/tickets/${encodeURIComponent(code)}`));
  return known.ok ? known.answer : null;
}

/** Where it can be collected; null: nothing is, or at one place. */
const places = (code: string, { collect }: TicketView): Screen | null =>
  collect && collect.alsoAt.length > 0 ? { at: 'collect', code, places: [collect, ...collect.alsoAt] } : null;

/** What a ticket's own code means; null: the hub is asked for a number with it. */
async function knownTicket(
  { key, before }: Attempt,
  code: string,
  ticket: TicketView,
): Promise<Screen | null> {
  const { state, counter, collect, number } = ticket;
  const collected = places(code, ticket);
  if (collected) return collected;
  const errand: Errand = { do: 'return', ticket: codeIn(code) ?? number };
  const attempt: Attempt = { errand, key: `${key}-return`, before };
  if (state === 'no-show') return outcomeOf(attempt);
  if (state === 'called')
    return {
      ...{ at: 'refused', failure: { code: 'already-called', ...(counter ? { counter } : {}) } },
      ...{ attempt, number },
    };
  return here.has(state) || (state === 'done' && !collect) ? { at: 'yours', ticket } : null;
}
const here: ReadonlySet<TicketView['state']> = new Set(['waiting', 'held', 'serving']);

/** Which number the booking became, so that its holder can go on with it. */
async function used(attempt: Attempt, reply: Reply<never>, code: string): Promise<Screen> {
  const path = `/api/v1/bookings/${encodeURIComponent(code)}`;
  const known = await patiently(ask<BookingAnswer>('GET', path));
  const screen = screenOf(attempt, reply, (none) => none);
  const number = known.ok ? known.answer.ticket : undefined;
  return screen.at === 'refused' && number !== undefined ? { ...screen, number } : screen;
}

function screenOf<A>(attempt: Attempt, reply: Reply<A>, then: (answer: A) => Screen): Screen {
  if (reply.ok) return then(reply.answer);
  if (reply.failure.code === 'not-signed-in') return { at: 'sign-in' };
  const { errand } = attempt;
  const number = errand.do === 'return' && codeIn(errand.ticket) === null ? { number: errand.ticket } : {};
  return { at: 'refused', failure: reply.failure, attempt, ...number };
}

function patiently<A>(reply: Promise<Reply<A>>): Promise<Reply<A>> {
  let timer: ReturnType<typeof setTimeout>;
  const silence = new Promise<Reply<A>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, failure: { code: 'unreachable' } }), patienceMs);
  });
  return Promise.race([reply, silence]).finally(() => clearTimeout(timer));
}
