/** Bookings, claims, quotas and lists for the stage: what the hub answers to the supervisor and to a desk. */
import type {
  AvailabilityAnswer,
  BookingAnswer,
  BookingsAnswer,
  ClaimAnswer,
  ImportAnswer,
  QuotaAnswer,
  SuspicionsAnswer,
} from '../../server/contract/http-bookings.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import { at } from './scenes.ts';
import type { Answer, Asked } from './stage.ts';

type Listed = BookingsAnswer['bookings'][number];

export const booking = (shortCode: string, clock: string, more: Partial<Listed> = {}): Listed => ({
  code: `${shortCode.toLowerCase()}-abcdefghijklmno`,
  shortCode,
  service: 'passport',
  lane: 'regular',
  date: '2026-11-26',
  slot: at(clock),
  arriveAt: at('08:00'),
  checkInFrom: at('06:00'),
  lateAfter: at('09:45'),
  people: 1,
  state: 'live',
  source: 'import',
  madeAt: at('07:00'),
  ...more,
});

export const bookings: readonly Listed[] = [
  booking('K7QD2M', '08:00', { state: 'used', ticket: 'A-019' }),
  booking('B4XRTA', '08:30', { state: 'expired', source: 'whatsapp' }),
  booking('M9PWHC', '09:00', { people: 4, source: 'supervisor' }),
  booking('T3VNJE', '09:30', { lane: 'priority', source: 'desk' }),
  booking('R8CYKS', '10:00', { source: 'kiosk' }),
];

export const waiting: readonly Listed[] = [
  booking('W2LFGU', '10:00', {
    state: 'waiting',
    slot: null,
    arriveAt: null,
    checkInFrom: null,
    lateAfter: null,
    source: 'whatsapp',
    waiting: { place: 1, until: '2026-12-04' },
  }),
];

const slotsOf = (day: string, free: readonly number[]) =>
  free.map((places, index) => ({
    at: new Date(Date.parse(`${day}T00:00:00Z`) + index * 1_800_000).toISOString(),
    free: places,
  }));

export const availability: readonly AvailabilityAnswer[] = [
  { date: '2026-11-26', free: 0, slots: slotsOf('2026-11-26', [0, 0, 0]) },
  { date: '2026-11-27', free: 4, slots: slotsOf('2026-11-27', [0, 3, 1, 0]) },
  { date: '2026-11-30', free: 32, slots: slotsOf('2026-11-30', [8, 8, 8, 8]) },
  { date: '2026-12-01', free: 150, slots: slotsOf('2026-12-01', [20, 20, 20, 20, 20, 20, 20, 10]) },
];

export const quotas: SupervisorView['quotas'] = [
  {
    id: 'regular',
    services: ['passport'],
    lanes: ['regular'],
    total: 225,
    released: 25,
    releasable: 125,
    used: { booking: 132, walkIn: 31 },
    heldBack: 4,
    left: { booking: 43, walkIn: 62 },
  },
  {
    id: 'priority',
    services: ['passport'],
    lanes: ['priority'],
    total: 60,
    released: 0,
    releasable: 0,
    used: { booking: 12, walkIn: 48 },
    heldBack: 0,
    left: { booking: 0, walkIn: 0 },
  },
];

export const quotasThen: readonly QuotaAnswer[] = quotas.map((quota) => ({
  ...quota,
  date: '2026-11-30',
  total: 200,
  released: 0,
  used: { booking: 18, walkIn: 0 },
  heldBack: 0,
  left: { booking: 182, walkIn: 182 },
  releases: [],
}));

export const claims: readonly ClaimAnswer[] = [
  {
    id: 'k2',
    number: 'C-018',
    date: '2026-11-26',
    step: 'handover',
    counter: 5,
    officer: 'o3',
    startedAt: at('10:02'),
    openedAt: at('10:04'),
    closed: null,
  },
  {
    id: 'k1',
    number: 'C-004',
    date: '2026-11-26',
    step: 'handover',
    counter: 5,
    officer: null,
    startedAt: at('08:20'),
    openedAt: at('08:22'),
    closed: { at: at('08:40'), as: 'refunded', reference: 'BKN-77', by: 'officer:o3' },
  },
];

export const suspicions: SuspicionsAnswer = {
  contacts: [{ contact: '…4821', cancelled: 9, made: 11, last: '2026-11-25' }],
  rebooked: [
    {
      date: '2026-11-27',
      service: 'passport',
      cancelledAt: at('09:00'),
      cancelled: '…4821',
      bookedAt: at('09:11'),
      booked: '…0077',
      seconds: 42,
    },
  ],
  identities: [{ tickets: ['A-031', 'A-044'] }],
};

/** Two of three lines can be taken. */
export const importAnswer = (dryRun: boolean, part: Partial<ImportAnswer> = {}): ImportAnswer => ({
  lines: [
    { line: 2, result: 'accepted' },
    { line: 3, result: 'matched' },
    {
      line: 4,
      result: 'refused',
      code: 'malformed',
      column: 'birthDate',
      message: 'expected a date that exists, such as 1990-05-31 or 31/05/1990, found "31/02/1990"',
    },
    { line: 5, result: 'refused', code: 'quota-full', nextDay: '2026-11-30' },
  ],
  accepted: 1,
  moved: 0,
  unchanged: 0,
  matched: 1,
  refused: 2,
  dryRun,
  withdrawn: false,
  ...part,
});

export const booked: BookingAnswer = (({ source, madeAt, ...answer }) => answer)(
  booking('Q5ZAHD', '08:30', { date: '2026-11-27', people: 1 }),
);

/** Everything that the pages read; what they do is answered as done. */
export function bookingAnswers({ method, path, query }: Asked): Answer | undefined {
  const ok = (body: unknown): Answer => ({ status: 200, body });
  if (path === '/availability') return ok(availability);
  if (path === '/bookings' && method === 'GET')
    return ok(
      query === 'date=2026-11-26'
        ? { date: '2026-11-26', bookings, waiting }
        : { date: query.slice('date='.length), bookings: [], waiting },
    );
  if (method === 'POST' && /\/bookings$/.test(path)) return { status: 201, body: booked };
  if (path === '/bookings/import') {
    const lines = [
      { done: 2, of: 4 },
      { done: 4, of: 4 },
    ];
    return { status: 200, lines, body: importAnswer(query.includes('dry=1')) };
  }
  if (path.endsWith('/people'))
    return ok({
      code: 'x',
      people: [{ name: 'Ni Luh Ayu Pramesti', birthDate: '1990-05-31' }],
      phone: '+6281234567890',
      details: null,
      reference: 'MP-1182',
    });
  if (path === '/quotas') return ok(quotasThen);
  if (path === '/claims')
    return ok({ claims: query === 'open=1' ? claims.filter(({ closed }) => !closed) : claims });
  if (path === '/suspicions') return ok(suspicions);
  return undefined;
}
