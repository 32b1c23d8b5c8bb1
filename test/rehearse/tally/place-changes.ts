/** Which places were taken and given back, and when: worked out from what became of bookings and tickets. */
import type { Office } from '../../../server/contract/office.ts';
import type { AffairsTally, SeenBooking } from './asked.ts';
import type { Account, PlaceChange, Release } from './places.ts';
import type { SeenVisit, Span } from './seen.ts';
import type { Tally } from './tally.ts';

type Rules = NonNullable<Office['booking']>;

const after = ({ from, to }: Span, span: number): Span => ({ from: from + span, to: to + span });

export function accountOf(
  office: Office,
  date: string,
  tally: Pick<Tally, 'visits'>,
  affairs: AffairsTally,
  slack: number,
): Account {
  const bookings = [...affairs.bookings.values()];
  const holdBack = office.booking?.holdBack ?? 0;
  const booked = new Map(
    bookings.flatMap((one) => (one.ticket === null ? [] : [[one.ticket, one] as const])),
  );
  const changes = [
    ...bookings.flatMap((booking) => (office.booking ? ofBooking(booking, office.booking) : [])),
    ...[...tally.visits.values()].flatMap((visit) =>
      ofVisit(visit, date, booked.get(visit.number), holdBack),
    ),
  ];
  return { office, changes, releases: releasesOf(affairs), slack };
}

/** Every place that a booking has had. */
export function ofBooking(booking: SeenBooking, rules: Rules): PlaceChange[] {
  const { code, service, lane, people, steps } = booking;
  const changes: PlaceChange[] = [];
  let at = null as { date: string; slot: number | null } | null;
  const change = (sign: 1 | -1, span: Span, byItself: boolean) => {
    if (!at) return;
    const { date, slot } = at;
    changes.push({
      ...{ code, service, lane, date, slot, span, byItself },
      channel: 'booking',
      people: sign * people,
    });
  };
  for (const [place, { what, date, slot, span }] of steps.entries()) {
    const before = steps[place - 1]?.span.to ?? Infinity;
    const due = at?.slot == null ? Infinity : at.slot + rules.expire;
    const isExpired = before < due && due < span.from;
    if (what === 'made' || what === 'placed') {
      at = { date, slot };
      change(1, span, what === 'placed');
    } else if (what === 'moved') {
      if (at?.date !== date) change(-1, after(span, rules.holdBack), true);
      const isOther = at?.date !== date;
      at = { date, slot };
      if (isOther) change(1, span, false);
    } else if (what === 'cancelled') {
      change(-1, after(span, rules.holdBack), true);
      at = null;
    } else if (what === 'used' && isExpired && at?.slot != null) {
      const moment = at.slot + rules.expire;
      change(-1, { from: moment, to: moment }, true);
      change(1, span, false);
    }
    const isLast = place === steps.length - 1;
    if (isLast && at?.slot != null && what !== 'used' && what !== 'waits') {
      const moment = at.slot + rules.expire;
      change(-1, { from: moment, to: moment }, true);
    }
  }
  return changes;
}

/** Somebody who just came takes places; a ticket that was cancelled before it was called gives them back. */
function ofVisit(
  visit: SeenVisit,
  date: string,
  booking: SeenBooking | undefined,
  holdBack: number,
): PlaceChange[] {
  const { code, service, lane, people, taken, changes } = visit;
  const known = { code, service, lane, date, slot: null } as const;
  const cancelled = changes.findLast(({ state }) => state === 'cancelled');
  const isGivenUp = cancelled && !changes.some(({ state }) => state === 'called');
  const back = isGivenUp ? [after(cancelled.span, holdBack)] : [];
  if (booking) {
    // Came with a number on paper, as one without a booking, until a list knew it.
    const made = booking.steps[0]?.span;
    const walkIn = { ...known, channel: 'walkIn', byItself: false } as const;
    const before =
      made && taken.to < made.from
        ? [
            { ...walkIn, people, span: taken },
            { ...walkIn, people: -people, span: made },
          ]
        : [];
    const own = { ...known, service: booking.service, lane: booking.lane, channel: 'booking' } as const;
    const given = back.map((span) => ({ ...own, people: -booking.people, span, byItself: true }));
    return [...before, ...given];
  }
  if (visit.comesAgain) return [];
  const walkIn = { ...known, channel: 'walkIn' } as const;
  return [
    { ...walkIn, people, span: taken, byItself: false },
    ...back.map((span) => ({ ...walkIn, people: -people, span, byItself: true })),
  ];
}

const releasesOf = ({ answers }: AffairsTally): Release[] =>
  answers.flatMap(({ question, code, span }) =>
    question.what === 'release' && code === null
      ? [{ quota: question.quota, date: question.date, places: question.places, span }]
      : [],
  );
