/** Facts of small dates for tests of figures, in the office of the domain's tests (Asia/Makassar: UTC+8). */
import type {
  BookingFact,
  ClaimFact,
  DayFacts,
  QuotaFact,
  StepFact,
  TicketFact,
} from '../../server/figures/facts.ts';

export const date = '2026-11-26';

/** `08:05` or `08:05:30` on the office's clock, of the date or another one. */
export function clock(time: string, on = date): string {
  return new Date(`${on}T${time.length === 5 ? `${time}:00` : time}+08:00`).toISOString();
}

/** A walk-in for a passport that was done and kept its promise. */
export const ticket = (changes: Partial<TicketFact> = {}): TicketFact => ({
  ...{ number: 'A-001', service: 'passport', lane: 'regular', people: 1, channel: 'walk-in' },
  ...{ takesPlace: true, state: 'done', arrivedAt: clock('08:00'), promiseAt: clock('10:00') },
  ...{ promise: 'kept', outageMinutes: 0, firstCalledAt: clock('08:10'), endedAt: clock('08:30') },
  ...{ handoversBroken: 0, told: null, rating: null, choices: {}, offsite: false },
  ...changes,
});

/** At the documents, counter 1, by ayu: called after 10 minutes, there in 20 seconds, done in 5 minutes. */
export const step = (changes: Partial<StepFact> = {}): StepFact => ({
  ...{ number: 'A-001', n: 1, service: 'passport', lane: 'regular', step: 'documents', counter: 1 },
  ...{ officer: 'ayu', waitedFrom: clock('08:00'), calledAt: clock('08:10'), startedAt: clock('08:10:20') },
  ...{ endedAt: clock('08:15:20'), ended: 'done', outcome: null, reasons: [], handover: null },
  ...changes,
});

export const booking = (changes: Partial<BookingFact> = {}): BookingFact => ({
  ...{ service: 'passport', lane: 'regular', people: 1, channel: 'kiosk', state: 'used', takesPlace: true },
  ...changes,
});

export const quota = (changes: Partial<QuotaFact> = {}): QuotaFact => ({
  ...{ quota: 'daily', services: ['passport'], lanes: ['regular'], places: 10, released: 2 },
  ...changes,
});

export const claim = (changes: Partial<ClaimFact> = {}): ClaimFact => ({
  ...{ step: 'handover', counter: 5, officer: null, closed: null },
  ...changes,
});

/** Nothing happened but this. */
export const facts = (changes: Partial<DayFacts> = {}): DayFacts => ({
  ...{ date, tickets: [], steps: [], bookings: [], quotas: [], claims: [], requests: [], trips: [] },
  screenings: {},
  ...changes,
});
