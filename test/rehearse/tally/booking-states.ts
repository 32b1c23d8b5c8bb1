/** In which state a booking was while something was asked of it, by our own understanding of the contract. */
import type { Office } from '../../../server/contract/office.ts';
import type { BookingStep, SeenBooking } from './asked.ts';
import type { Span } from './seen.ts';

export type State = 'waiting' | 'live' | 'used' | 'expired' | 'cancelled';
type Rules = Pick<NonNullable<Office['booking']>, 'expire'>;

export interface Standing {
  /** More than one: it was too near to the moment to tell. None: it was not there yet. */
  readonly states: readonly State[];
  readonly date: string;
  readonly slot: number | null;
}

const becomes = {
  made: 'live',
  placed: 'live',
  moved: 'live',
  waits: 'waiting',
  cancelled: 'cancelled',
  used: 'used',
} as const satisfies Record<BookingStep['what'], State>;

/** Of one booking one thing is done after the other; only time does something by itself. */
export function standingOf(
  { steps, waitUntil }: Pick<SeenBooking, 'steps' | 'waitUntil'>,
  span: Span,
  rules: Rules,
  slack: number,
): Standing {
  const before = steps.filter((step) => step.span.to <= span.from);
  const last = before.at(-1);
  if (!last) return { states: [], date: waitUntil ?? '', slot: null };
  const { date, slot } = last;
  const state = becomes[last.what];
  const ofTime = state === 'live' && slot !== null ? withExpiry(slot + rules.expire, span, slack) : [state];
  // A place that was freed meanwhile may be had already.
  const next = steps[before.length];
  const isClose = next?.what === 'placed' && next.span.from - slack <= span.to;
  return { states: isClose ? [...ofTime, 'live'] : ofTime, date, slot };
}

function withExpiry(moment: number, { from, to }: Span, slack: number): State[] {
  if (to + slack < moment) return ['live'];
  return from - slack >= moment ? ['expired'] : ['live', 'expired'];
}
