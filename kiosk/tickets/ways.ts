/** Where each key of a refusal leads. What was already said of a booking is kept, and not asked again. */
import type { KioskView } from '../../server/contract/views.ts';
import { type Draft, draftOf, nextOf, onDate, withoutPhone, withPeople } from './booking/draft.ts';
import type { Attempt, Errand } from './errands.ts';
import { offerOf } from './offers.ts';
import type { Way } from './refusals.ts';
import { isTyped, type Screen, type Wishes } from './screen.ts';

type Bookable = KioskView['booking'];

export interface Leading {
  readonly booking: Bookable;
  /** The office's local date. */
  readonly today: () => string;
  readonly wishes: Wishes;
  readonly show: (screen: Screen) => void;
  readonly go: (errand: Errand) => void;
  readonly repeat: (attempt: Attempt) => void;
  /** The dates with room, or the times of this one. */
  readonly look: (draft: Draft, date?: string) => void;
  readonly toStart: () => void;
}

/** A number of another service is not helped by a booking. */
export function bookableAfter(errand: Errand, booking: Bookable): boolean {
  if (!booking) return false;
  return errand.do === 'take'
    ? errand.body.service === booking.service
    : errand.do !== 'return' && errand.do !== 'scan';
}

/** People who could still have a number of today, of what was asked; 0: none, or it is not known. */
export function leftFor(view: KioskView, errand: Errand): number {
  if (errand.do !== 'take') return 0;
  const { service = '', lane = view.lanes[0]?.id ?? '' } = errand.body;
  return offerOf(view, service, lane)?.left ?? 0;
}

/** What is known already of the booking that would help. */
function draftAfter({ errand }: Attempt, { booking, wishes }: Leading): Draft | null {
  if (errand.do === 'book' || errand.do === 'days') return errand.draft;
  return booking && draftOf(booking, wishes.people, errand.do === 'take' ? errand.body.lane : undefined);
}

export function leads(
  { failure, attempt, number }: Extract<Screen, { at: 'refused' }>,
  leading: Leading,
): Readonly<Record<Way, () => void>> {
  const { show, go, repeat, look, toStart } = leading;
  const draft = draftAfter(attempt, leading);
  const proceed = (known: Draft) => {
    const next = nextOf(known);
    if (next === 'send') go({ do: 'book', draft: known });
    else show({ at: next, draft: known });
  };
  const withDraft = (act: (draft: Draft) => void) => () => (draft ? act(draft) : toStart());
  return {
    again: () => repeat(attempt),
    retype: () => show(askedAt(attempt, failure.code === 'one-booking-only')),
    lane: () => show(attempt.before),
    fewer: () => {
      if (attempt.errand.do === 'take') show({ at: 'wishes', before: attempt.before });
      else withDraft((known) => look(forFewer(known, failure.most), known.date))();
    },
    missed: () => {
      if (number === undefined) show({ at: 'missed' });
      else go({ do: 'return', ticket: number });
    },
    start: toStart,
    days: withDraft((known) => look(known)),
    book: withDraft((known) => look(known, failure.nextDay)),
    wait: withDraft((known) =>
      proceed({ ...onDate(known, known.date ?? leading.today(), null), orWait: true }),
    ),
    times: withDraft((known) => {
      const slots = (failure.slots ?? []).map((at) => ({ at, free: null }));
      show({ at: 'slots', draft: known, day: { date: known.date ?? leading.today(), free: null, slots } });
    }),
  };
}

const forFewer = (draft: Draft, most = draft.people): Draft =>
  withPeople(draft, Math.min(draft.people, most));

/** Where the same can be said once more, in another way. `phone`: only the number of the telephone was wrong. */
function askedAt({ errand, before }: Attempt, phone: boolean): Screen {
  switch (errand.do) {
    case 'return':
      return { at: 'missed' };
    case 'check-in':
      return { at: 'code' };
    case 'scan':
      return isTyped(before.at) ? before : { at: 'code' };
    case 'book':
      return phone
        ? { at: 'phone', draft: withoutPhone(errand.draft) }
        : { at: 'name', draft: { ...withoutPhone(errand.draft), persons: [] } };
    case 'days':
    case 'take':
      return before;
  }
}
