/**
 * What the readable tables tell of one local date: all that the figures are counted from. Instants are ISO 8601 in UTC, as
 * in the tables; nothing in it is personal.
 */

/** `walk-in`, or who made the booking that it came with: `integration`, `kiosk`, `desk`, `supervisor`, `import`, `whatsapp`. */
export type Channel = string;

export interface TicketFact {
  readonly number: string;
  readonly service: string;
  readonly lane: string;
  /** Persons; 0 where nobody applies. */
  readonly people: number;
  readonly channel: Channel;
  /** Whether it took a place of the quotas that apply to it (not: a booking's, which took it when it was made). */
  readonly takesPlace: boolean;
  /** As it is now, or as the day left it. */
  readonly state: string;
  readonly arrivedAt: string;
  readonly promiseAt: string | null;
  /** Null: nothing promised, still open, or nobody can tell. */
  readonly promise: 'kept' | 'broken' | 'lapsed' | null;
  /** Minutes of outages within the time of a broken promise. */
  readonly outageMinutes: number;
  readonly firstCalledAt: string | null;
  readonly endedAt: string | null;
  /** How many timed hand-overs of it took too long. */
  readonly handoversBroken: number;
  /** When it was given: when it was said that it would be called. */
  readonly told: { readonly from: string; readonly to: string } | null;
  readonly rating: 'good' | 'fair' | 'poor' | null;
  /** What the desk asked once: list and choice. */
  readonly choices: Readonly<Record<string, string>>;
  /** Outside the office, entered afterwards. */
  readonly offsite: boolean;
}

/** One step of one ticket at one counter. */
export interface StepFact {
  readonly number: string;
  readonly n: number;
  readonly service: string;
  readonly lane: string;
  readonly step: string;
  /** 0: outside the office; nobody was called. */
  readonly counter: number;
  readonly officer: string | null;
  /** Since when it waited for this call; null: it did not wait (it was held, or missed and called again). */
  readonly waitedFrom: string | null;
  readonly calledAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** `done`, `no-show`, `held`, `transferred`, `incomplete`; null: it goes on, or was cut off. */
  readonly ended: string | null;
  readonly outcome: string | null;
  /** Of a step that ended `incomplete`. */
  readonly reasons: readonly string[];
  /** Of a step with a time of its own: whether it was in time; null: it has none, or it is not over. */
  readonly handover: 'kept' | 'broken' | null;
}

export interface BookingFact {
  readonly service: string;
  readonly lane: string;
  readonly people: number;
  readonly channel: Channel;
  /** `live`, `used`, `expired`, `cancelled`. Not those on the waiting list. */
  readonly state: string;
  /** Whether it holds a place of its date now (used ones do, expired and cancelled ones do not). */
  readonly takesPlace: boolean;
}

/** The places of one quota on this date. */
export interface QuotaFact {
  readonly quota: string;
  readonly services: readonly string[];
  readonly lanes: readonly string[];
  /** All together: what the weekday has, extra, and what was released. */
  readonly places: number;
  readonly released: number;
}

/** Opened on this date; `closed` and its date may be later. */
export interface ClaimFact {
  readonly step: string;
  readonly counter: number | null;
  readonly officer: string | null;
  readonly closed: 'not-charged' | 'refunded' | null;
}

/** Asked for on this date. */
export interface RequestFact {
  readonly service: string;
  readonly people: number;
  readonly state: 'open' | 'accepted' | 'refused' | 'cancelled';
}

/** Planned for this date. */
export interface TripFact {
  readonly state: 'planned' | 'cancelled';
  readonly visits: number;
}

export interface DayFacts {
  readonly date: string;
  readonly tickets: readonly TicketFact[];
  readonly steps: readonly StepFact[];
  readonly bookings: readonly BookingFact[];
  readonly quotas: readonly QuotaFact[];
  readonly claims: readonly ClaimFact[];
  readonly requests: readonly RequestFact[];
  readonly trips: readonly TripFact[];
  /** Readings at the door by verdict: `admitted`, `warned`, `retest`, `held`, `remeasure`. */
  readonly screenings: Readonly<Record<string, number>>;
}
