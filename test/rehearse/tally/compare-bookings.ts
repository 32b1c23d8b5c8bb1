/** What became of every booking: by our own account, by the journal, and as the supervisor sees it at the end. */
import type { Office } from '../../../server/contract/office.ts';
import type { AffairsTally, BookingStep, SeenBooking } from './asked.ts';
import { standingOf } from './booking-states.ts';
import type { RecordedBooking, RecordedCalendar } from './calendar.ts';
import { type Difference, one, whenOf } from './difference.ts';
import type { SeenVisit } from './seen.ts';
import type { Tally } from './tally.ts';

type Rules = NonNullable<Office['booking']>;

export interface Ending {
  readonly rules: Rules;
  /** The last moment at which anything was looked at. */
  readonly end: number;
  readonly slack: number;
}

/** A step as both accounts have it; `span` null: nobody saw when. */
interface Step {
  readonly what: RecordedBooking['steps'][number]['what'];
  readonly date: string;
  readonly slot: number | null;
  readonly span: BookingStep['span'];
  /** Too near to the end to tell whether it is in the journal. */
  readonly maybe?: boolean;
}

export function compareBookings(
  { bookings, answers }: AffairsTally,
  { bookings: recorded }: Pick<RecordedCalendar, 'bookings'>,
  tally: Pick<Tally, 'byNumber' | 'visits'>,
  ending: Ending,
): Difference[] {
  // What others had booked at a hub that runs already is theirs.
  const since = answers[0]?.span.from ?? Infinity;
  const isOurs = ({ steps }: RecordedBooking) => (steps[0]?.at ?? 0) >= since;
  const strange = [...recorded.values()].filter((one) => !bookings.has(one.code) && isOurs(one));
  return [
    ...strange.map(({ code }) => ({ where: whereOf(code), seen: 'never made', journal: 'made' })),
    ...[...bookings.values()].flatMap((own) => compareOne(own, recorded.get(own.code), tally, ending)),
  ];
}

const whereOf = (code: string): string => `booking ${code.slice(0, 6)}`;

function compareOne(
  own: SeenBooking,
  theirs: RecordedBooking | undefined,
  tally: Pick<Tally, 'byNumber' | 'visits'>,
  ending: Ending,
): Difference[] {
  const where = whereOf(own.code);
  if (!theirs) return one(where, 'made', 'never made');
  const visit = own.ticket === null ? undefined : tally.byNumber(own.ticket);
  const journal = inWords(theirs.steps);
  const all = stepsOf(own, visit, ending);
  const sure = all.filter(({ maybe }) => !maybe);
  const steps = journal === inWords(sure) ? sure : all;
  const seen = inWords(steps);
  const ticket = theirs.ticket === null ? null : (tally.visits.get(theirs.ticket)?.number ?? 'unknown');
  return [
    ...one(where, of(own), of(theirs)),
    ...one(`${where}, what became of it`, seen, journal),
    ...one(`${where}, ticket`, own.ticket ?? 'none', ticket ?? 'none'),
    ...(journal === seen
      ? theirs.steps.flatMap(({ at, what }, place) => {
          const step = steps[place];
          return step ? whenOf(`${where}, ${what}`, step.span, at, ending.slack) : [];
        })
      : []),
  ];
}

const of = ({ service, lane, people }: SeenBooking | RecordedBooking): string =>
  `${people} people, ${service}, ${lane}`;

const inWords = (steps: readonly Pick<Step, 'what' | 'date' | 'slot'>[]): string =>
  steps
    .map(({ what, date, slot }) => {
      // At which slot somebody of the waiting list is placed is the hub's choice.
      const at = slot === null || what === 'placed' ? '' : ` ${new Date(slot).toISOString().slice(11, 16)}`;
      return what === 'expired' || what === 'used' || what === 'given-up' || what === 'cancelled'
        ? what
        : `${what} ${date}${at}`;
    })
    .join(', ');

/** With what time does by itself, and a ticket that was given up. */
function stepsOf(own: SeenBooking, visit: SeenVisit | undefined, { rules, end, slack }: Ending): Step[] {
  const steps: Step[] = [];
  for (const [place, step] of own.steps.entries()) {
    const last = own.steps[place - 1];
    const due = last?.slot != null ? last.slot + rules.expire : Infinity;
    const moment = { from: due, to: due };
    // Who was matched late with a paper was here before: the booking is made and used at once.
    const isLater = step.what === 'used' && step.span.to + slack > due && (last?.span.to ?? due) < due;
    if (isLater && last)
      steps.push({ ...last, what: 'expired', span: moment, maybe: step.span.from - slack <= due });
    steps.push(step);
  }
  const last = own.steps.at(-1);
  const isLive = last !== undefined && !['used', 'cancelled', 'waits'].includes(last.what);
  if (isLive && last.slot !== null) {
    const due = last.slot + rules.expire;
    const moment = { from: due, to: due };
    if (due <= end + slack) steps.push({ ...last, what: 'expired', span: moment, maybe: due >= end - slack });
  }
  const cancelled = visit?.changes.findLast(({ state }) => state === 'cancelled');
  const wasCalled = visit?.changes.some(({ state }) => state === 'called');
  if (last && cancelled && !wasCalled) steps.push({ ...last, what: 'given-up', span: cancelled.span });
  return steps;
}

/** As `GET /bookings?date` told it at the end. */
export interface SeenAtEnd {
  readonly date: string;
  readonly span: BookingStep['span'];
  readonly bookings: readonly { readonly code: string; readonly state: string; readonly ticket?: string }[];
  readonly waiting: readonly { readonly code: string; readonly state: string }[];
}

export function compareAtEnd(
  ends: readonly SeenAtEnd[],
  { bookings }: AffairsTally,
  { rules, slack }: Ending,
): Difference[] {
  return ends.flatMap(({ date, span, bookings: shown, waiting }) => {
    const own = [...bookings.values()].map((booking) => ({
      booking,
      ...standingOf(booking, span, rules, slack),
    }));
    const waits = own.filter(
      (one) => one.states.includes('waiting') && one.date <= date && date <= (one.booking.waitUntil ?? date),
    );
    const order = waits.map(({ booking }) => booking.code.slice(0, 6)).join(', ');
    const theirs = waiting.map(({ code }) => code.slice(0, 6)).join(', ');
    return [
      ...one(`bookings of ${date}, waiting list`, order, theirs),
      ...own
        .filter((each) => each.date === date && !each.states.includes('waiting') && each.slot !== null)
        .flatMap(({ booking, states }) => {
          const there = shown.find(({ code }) => code === booking.code);
          const isOne = states.some((state) => state === there?.state);
          return [
            ...(isOne
              ? []
              : one(`${whereOf(booking.code)} of ${date}`, states.join(' or '), there?.state ?? 'missing')),
            ...one(
              `${whereOf(booking.code)} of ${date}, ticket`,
              booking.ticket ?? 'none',
              there?.ticket ?? 'none',
            ),
          ];
        }),
    ];
  });
}
