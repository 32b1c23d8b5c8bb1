/** What was asked beside the queue and how it was answered: the raw material of the account of places and bookings. */
import type { Person } from '../plan/affairs.ts';
import type { Moment } from '../plan/plan.ts';
import type { Span } from './seen.ts';

export type Channel = 'integration' | 'kiosk';

export type Question =
  | {
      readonly what: 'ticket';
      readonly service: string;
      readonly lane: string | null;
      readonly people: number;
    }
  | {
      readonly what: 'book';
      readonly service: string;
      readonly date: string;
      readonly slot: Moment | null;
      readonly people: readonly Person[];
      readonly contact: string | null;
      readonly waitUntil: string | null;
      /** Who books; absent: nobody says. */
      readonly by?: Channel;
    }
  | { readonly what: 'check in'; readonly code: string; readonly people: number }
  | { readonly what: 'move'; readonly code: string; readonly date: string; readonly slot: Moment }
  | { readonly what: 'cancel booking'; readonly code: string }
  | { readonly what: 'collect'; readonly ticket: string }
  | { readonly what: 'release'; readonly quota: string; readonly date: string; readonly places: number };

/** The answer's JSON, as it came. */
export type Body = Readonly<Record<string, unknown>>;

/** `code` null: it was accepted. */
export interface Answered<Q extends Question = Question> {
  readonly question: Q;
  readonly span: Span;
  readonly code: string | null;
  readonly body: Body;
}

/** What happened to a booking, as the answers tell. */
export interface BookingStep {
  readonly what: 'made' | 'waits' | 'placed' | 'moved' | 'cancelled' | 'used';
  readonly date: string;
  readonly slot: Moment | null;
  readonly span: Span;
}

export interface SeenBooking {
  readonly code: string;
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly source: 'booked' | 'import';
  readonly by?: Channel;
  readonly contact: string | null;
  /** On the waiting list: the last date that would do. */
  readonly waitUntil: string | null;
  readonly steps: readonly BookingStep[];
  /** Number of the ticket that it became. */
  readonly ticket: string | null;
}

/** `GET /quotas`, as it was answered. */
export interface QuotaLook {
  readonly span: Span;
  readonly quotas: readonly {
    readonly id: string;
    readonly date: string;
    readonly total: number;
    readonly used: Both;
    readonly heldBack: number;
    readonly left: Both;
  }[];
}

export interface Both {
  readonly booking: number;
  readonly walkIn: number;
}

export interface AffairsTally {
  answered(one: Answered): void;
  /** A booking that another system's list made, and whose code was looked up. */
  listed(booking: Omit<SeenBooking, 'steps' | 'ticket'>, step: BookingStep): void;
  step(code: string, step: BookingStep, ticket?: string): void;
  looked(look: QuotaLook): void;
  readonly answers: readonly Answered[];
  readonly bookings: ReadonlyMap<string, SeenBooking>;
  readonly looks: readonly QuotaLook[];
}

export function createAffairsTally(): AffairsTally {
  const answers: Answered[] = [];
  const bookings = new Map<string, SeenBooking>();
  const looks: QuotaLook[] = [];

  function step(code: string, step: BookingStep, ticket?: string): void {
    const before = bookings.get(code);
    if (before)
      bookings.set(code, { ...before, steps: [...before.steps, step], ticket: ticket ?? before.ticket });
  }

  return {
    ...{ answers, bookings, looks, step },
    looked: (look) => void looks.push(look),
    listed: (booking, first) => void bookings.set(booking.code, { ...booking, steps: [first], ticket: null }),
    answered(one) {
      answers.push(one);
      if (one.code !== null) return;
      const { question, span, body } = one;
      const date = String(body.date ?? '');
      const slot = typeof body.slot === 'string' ? Date.parse(body.slot) : null;
      switch (question.what) {
        case 'book': {
          const { service, people, contact, waitUntil, by } = question;
          const code = String(body.code);
          const made = { what: slot === null ? 'waits' : 'made', date, slot, span } as const;
          const known = { code, service, lane: String(body.lane), contact, waitUntil, ...(by && { by }) };
          const more = { source: 'booked', people: people.length, steps: [made], ticket: null } as const;
          bookings.set(code, { ...known, ...more });
          break;
        }
        case 'move': {
          const last = bookings.get(question.code)?.steps.at(-1);
          // To where it is already: nothing happens.
          if (last?.date === date && last.slot === slot) break;
          step(question.code, { what: 'moved', date, slot, span });
          break;
        }
        case 'cancel booking':
          step(question.code, { what: 'cancelled', date, slot, span });
          break;
        case 'check in': {
          const last = bookings.get(question.code)?.steps.at(-1);
          const used = { what: 'used', date: last?.date ?? '', slot: last?.slot ?? null, span } as const;
          step(question.code, used, String(body.number));
          break;
        }
        default:
      }
    },
  };
}
