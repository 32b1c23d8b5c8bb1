/** Tickets of one date: how they came and ended, promises, what was told and asked. Those outside the office apart. */
import type { AddTo, Counting } from './counts.ts';
import type { TicketFact } from './facts.ts';

/** The column of each state that a ticket can be left in. */
const endOf = new Map([
  ['done', 'served'],
  ['no-show', 'noShow'],
  ['incomplete', 'incomplete'],
  ['cancelled', 'cancelled'],
  ['unfinished', 'unfinished'],
]);

export function countTickets(
  counting: Counting,
  tickets: readonly TicketFact[],
  hourAt: (ms: number) => string,
): void {
  const totals = counting.row('totals', []);
  for (const ticket of tickets) {
    if (ticket.offsite) {
      totals('offsite');
      countOutside(counting.row('offsite', [ticket.service]), ticket);
      continue;
    }
    const visits = counting.row('visits', [ticket.service, ticket.lane]);
    countVisit(ticket, (column, count) => {
      totals(column, count);
      visits(column, count);
    });
    countTimes(counting, ticket, hourAt);
    countWords(totals, ticket);
    countSaid(counting, totals, ticket);
    if (ticket.channel === 'walk-in') countWalkIn(counting.row('channels', ['walk-in']), ticket);
  }
}

function countVisit({ people, state, promise }: TicketFact, count: AddTo): void {
  count('issued');
  count('people', people);
  const end = endOf.get(state);
  if (end !== undefined) count(end);
  if (promise !== null) count(promiseOf[promise]);
}

const promiseOf = { kept: 'promiseKept', broken: 'promiseBroken', lapsed: 'promiseLapsed' } as const;

function countTimes(
  counting: Counting,
  { arrivedAt, endedAt, state }: TicketFact,
  hourAt: (ms: number) => string,
): void {
  const arrived = Date.parse(arrivedAt);
  counting.row('hours', [hourAt(arrived)])('issued');
  if (state !== 'done' || endedAt === null) return;
  const ended = Date.parse(endedAt);
  counting.row('hours', [hourAt(ended)])('served');
  counting.time('stay', [], ended - arrived);
}

/** How the office kept its word, beside the promise itself. */
function countWords(totals: AddTo, { promise, outageMinutes, told, firstCalledAt }: TicketFact): void {
  if (promise === 'broken' && outageMinutes > 0) totals('brokenInOutage');
  // Whoever was never called shows nothing of what was told.
  if (told === null || firstCalledAt === null) return;
  // Written alike, instants are in the order of their texts.
  const asTold = told.from <= firstCalledAt && firstCalledAt <= told.to;
  totals(asTold ? 'toldKept' : 'toldMissed');
}

function countSaid(counting: Counting, totals: AddTo, { service, rating, choices }: TicketFact): void {
  if (rating !== null) {
    totals('rated');
    if (rating === 'good') totals('good');
    counting.row('satisfaction', [service])(rating);
  }
  for (const [list, choice] of Object.entries(choices)) counting.row('choices', [list, choice])('count');
}

/** Beside the channels of bookings: what is a booking there is a ticket here. */
function countWalkIn(count: AddTo, { people, state }: TicketFact): void {
  count('booked');
  count('people', people);
  count('came');
  if (state === 'cancelled') count('cancelled');
}

const outsideEndOf = new Map([
  ['done', 'done'],
  ['no-show', 'noShow'],
  ['incomplete', 'incomplete'],
]);

function countOutside(count: AddTo, { people, state }: TicketFact): void {
  count('visits');
  count('people', people);
  const end = outsideEndOf.get(state);
  if (end !== undefined) count(end);
}
