/** Views and answers for the stage: what is offered at which hour, a full day, bookings in their states. */
import type { AvailabilityAnswer, BookingAnswer } from '../../server/contract/http-bookings.ts';
import type { KioskView, TicketView } from '../../server/contract/views.ts';
import type { BookingView } from '../../server/contract/views-booking.ts';
import { at, kiosk, names, office, ticket } from './scenes.ts';

type Offer = KioskView['offers'][number];

export const offer = (lane: string, part: Partial<Offer> = {}): Offer => ({
  service: 'passport',
  lane,
  state: 'given',
  at: null,
  left: null,
  nextDay: null,
  instead: null,
  ...part,
});

const booking: KioskView['booking'] = { service: 'passport', party: 5, days: 14 };

/** Places are counted, and the priority lane gives numbers for the afternoon. */
export const bookable: KioskView = {
  ...kiosk,
  booking,
  offers: [
    offer('regular', { left: 48 }),
    offer('priority', { state: 'reserved', at: at('13:00') }),
    { ...offer('regular'), service: 'collection' },
  ],
};

/** Both lanes of the passport are full until Friday. */
export const full: KioskView = {
  ...bookable,
  offers: [
    offer('regular', { state: 'full', left: 0, nextDay: '2026-11-27' }),
    offer('priority', { state: 'full', left: 0, nextDay: '2026-11-27' }),
  ],
};

/** The priority lane is full: its people get an ordinary number. */
export const instead: KioskView = {
  ...bookable,
  offers: [offer('regular', { left: 48 }), offer('priority', { state: 'full', left: 0, instead: 'regular' })],
};

export const shutLanes: KioskView = {
  ...bookable,
  offers: [
    offer('regular', { state: 'closed', at: '2026-11-30T00:00:00.000Z' }),
    offer('priority', { state: 'intake', at: at('13:00') }),
  ],
};

export const stoppedKiosk: KioskView = {
  ...bookable,
  stopped: { upTo: 'A-061', opensAt: '2026-11-30T00:00:00.000Z' },
};

const slots = (date: string, free: readonly number[]) =>
  free.map((left, index) => ({
    at: new Date(Date.parse(`${date}T00:00:00Z`) + index * 1_800_000).toISOString(),
    free: left,
  }));

/** Two weeks from Thursday on: the weekend is closed, some days are full. */
export const availability: AvailabilityAnswer[] = Array.from({ length: 14 }, (_, index) => {
  const date = new Date(Date.UTC(2026, 10, 26 + index));
  const day = date.toISOString().slice(0, 10);
  if (date.getUTCDay() % 6 === 0) return { date: day, free: 0, slots: [] };
  if (index === 0 || index === 4) return { date: day, free: 0, slots: slots(day, [0, 0, 0, 0, 0, 0]) };
  return { date: day, free: 7 + index * 9, slots: slots(day, [0, 2, 10, 12, 9, 12, 12, 1]) };
});

export const bookingCode = 'Bk7_abcdefghijklmnop-q';

export const booked: BookingAnswer = {
  code: bookingCode,
  shortCode: 'M4T7QX',
  service: 'passport',
  lane: 'regular',
  date: '2026-11-27',
  slot: '2026-11-27T01:30:00.000Z',
  arriveAt: '2026-11-27T01:00:00.000Z',
  checkInFrom: '2026-11-26T22:30:00.000Z',
  lateAfter: '2026-11-27T01:45:00.000Z',
  people: 1,
  state: 'live',
};

export const waitListed: BookingAnswer = {
  ...booked,
  slot: null,
  arriveAt: null,
  checkInFrom: null,
  lateAfter: null,
  state: 'waiting',
  waiting: { place: 3, until: '2026-12-09' },
};

export const bookingView = (
  part: Partial<BookingAnswer> = {},
  ticketCode: string | null = null,
): BookingView => ({
  office,
  serviceName: names.services.passport,
  laneName: names.lanes.regular,
  booking: { ...booked, ...part },
  ticketCode,
});

/** Sent away with a list of what to bring, and three days for it. */
export const sentAway: TicketView = {
  ...ticket,
  state: 'incomplete',
  ahead: null,
  promise: 'kept',
  reasons: ['missing'],
  bring: [
    { id: 'birth-certificate', name: { id: 'Akta kelahiran asli', en: 'Original birth certificate' } },
    { id: 'family-card', name: { id: 'Kartu keluarga', en: 'Family card' } },
  ],
  returnUntil: '2026-11-30',
};

/** Done: the passport is collected on Tuesday, inside or from the car. */
export const toCollect: TicketView = {
  ...ticket,
  state: 'done',
  ahead: null,
  promise: 'kept',
  collect: {
    service: 'collection',
    serviceName: names.services.collection,
    from: '2026-12-01',
    alsoAt: [{ service: 'drive-thru', serviceName: names.services['drive-thru'] }],
  },
  fee: { amount: 350_000, currency: 'IDR' },
};

export const reservedTicket: TicketView = { ...ticket, notBefore: at('13:00'), promiseAt: at('13:30') };
