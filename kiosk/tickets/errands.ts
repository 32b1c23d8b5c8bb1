/** What the kiosk asks of the hub, and the screen that comes of it. An attempt that is repeated has one effect. */
import { act, ask, attemptKey, type Failure, type Reply } from '../../display/lib/api.ts';
import type { TicketAnswer, TicketBody } from '../../server/contract/http.ts';
import type { AvailabilityAnswer, BookingAnswer } from '../../server/contract/http-bookings.ts';
import type { TicketView } from '../../server/contract/views.ts';
import { hasRoom } from './booking/calendar.ts';
import { type Draft, nextOf, onDate, onlyTimeOf, sentOf } from './booking/draft.ts';
import { codeIn, shortCodeIn } from './codes.ts';
import { noWishes, type Screen, type Wishes } from './screen.ts';

/**
 * `check-in`: by a code of any kind; `service`: where there was a choice. `days`: which dates have room; `on`: the one
 * that was chosen already, of as many people as one booking has at most.
 */
export type Errand =
  | { readonly do: 'take'; readonly body: TicketBody }
  | { readonly do: 'return'; readonly ticket: string }
  | { readonly do: 'check-in'; readonly code: string; readonly service?: string }
  | {
      readonly do: 'days';
      readonly draft: Draft;
      readonly from: string;
      readonly days: number;
      readonly on?: { readonly date: string; readonly party: number };
    }
  | { readonly do: 'book'; readonly draft: Draft };

/** `key` stays the same however often it is tried; `before`: where the errand began. */
export interface Attempt {
  readonly errand: Errand;
  readonly key: string;
  readonly before: Screen;
}

/** A hub that does not answer at all is not waited for any longer. */
export const patienceMs = 12_000;

export const firstAttempt = (errand: Errand, before: Screen): Attempt => ({
  errand,
  key: attemptKey(),
  before,
});

/** Only what was chosen is sent. */
export const takeErrand = (service: string, lane: string | undefined, { people, needs }: Wishes): Errand => ({
  do: 'take',
  body: {
    service,
    ...(lane === undefined ? {} : { lane }),
    ...(people === noWishes.people ? {} : { people }),
    ...(needs.length === 0 ? {} : { needs: [...needs] }),
  },
});

/** What a scan means where somebody stands; null: nothing. A ticket of today is scanned when it was missed. */
export function errandScanned(at: Screen['at'], text: string): Errand | null {
  const code = codeIn(text);
  if (at === 'missed') return code === null ? null : { do: 'return', ticket: code };
  if (at !== 'services' && at !== 'code') return null;
  const either = code ?? shortCodeIn(text);
  return either === null ? null : { do: 'check-in', code: either };
}

export async function outcomeOf(attempt: Attempt): Promise<Screen> {
  const { errand, key } = attempt;
  switch (errand.do) {
    case 'take': {
      const { people = noWishes.people, lane = null } = errand.body;
      const reply = await patiently(act<TicketAnswer>('/api/v1/tickets', errand.body, key));
      return screenOf(attempt, reply, (ticket) => ({ at: 'given', ticket, people, wanted: lane }));
    }
    case 'check-in':
      return checkedIn(attempt, errand.code, errand.service);
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

/** One pad for all codes: what can be collected at several places is asked about, and a first place is looked for last. */
async function checkedIn(attempt: Attempt, code: string, service?: string): Promise<Screen> {
  if (service === undefined) {
    const known = await patiently(ask<TicketView>('GET', `/api/v1/tickets/${encodeURIComponent(code)}`));
    const collect = known.ok ? known.answer.collect : null;
    if (collect && collect.alsoAt.length > 0)
      return { at: 'collect', code, places: [collect, ...collect.alsoAt] };
  }
  const body = { booking: code, ...(service === undefined ? {} : { service }) };
  const given = (ticket: TicketAnswer): Screen => ({
    at: 'given',
    ticket,
    people: ticket.people ?? 1,
    wanted: null,
  });
  const reply = await patiently(act<TicketAnswer>('/api/v1/tickets', body, attempt.key));
  if (reply.ok || reply.failure.code !== 'unknown-booking') return screenOf(attempt, reply, given);
  const path = `/api/v1/places/${encodeURIComponent(code)}`;
  const place = await patiently(act<TicketAnswer>(path, {}, `${attempt.key}-place`));
  if (place.ok || !nowhere.has(place.failure.code)) return screenOf(attempt, place, given);
  return screenOf(attempt, reply, given);
}
const nowhere: ReadonlySet<Failure['code']> = new Set(['unknown-place', 'not-found']);

function screenOf<A>(attempt: Attempt, reply: Reply<A>, then: (answer: A) => Screen): Screen {
  if (reply.ok) return then(reply.answer);
  if (reply.failure.code === 'not-signed-in') return { at: 'sign-in' };
  return { at: 'refused', failure: reply.failure, attempt };
}

function patiently<A>(reply: Promise<Reply<A>>): Promise<Reply<A>> {
  let timer: ReturnType<typeof setTimeout>;
  const silence = new Promise<Reply<A>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, failure: { code: 'unreachable' } }), patienceMs);
  });
  return Promise.race([reply, silence]).finally(() => clearTimeout(timer));
}
