/** Views for the stage: an office in the states that its screens must be able to show. */
import type {
  CounterView,
  KioskView,
  LobbyView,
  OfficeSummary,
  TicketView,
} from '../../server/contract/views.ts';
import type { BoxView } from '../../server/contract/views-box.ts';
import type { DeskView } from '../../server/contract/views-desk.ts';

/** The hub's time on the stage is 10:20 in Makassar unless told otherwise. */
export const at = (clock: string): string => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return new Date(Date.UTC(2026, 10, 26, hours - 8, minutes, seconds)).toISOString();
};

export const office: OfficeSummary = {
  id: 'contoh',
  name: { id: 'Kantor Imigrasi Contoh', en: 'Example Immigration Office' },
  languages: ['id', 'en'],
  timeZone: 'Asia/Makassar',
  accent: '#4fc3a1',
  rehearsal: false,
};

export const names = {
  steps: {
    documents: { id: 'Pemeriksaan berkas', en: 'Document check' },
    interview: { id: 'Wawancara dan foto', en: 'Interview and photo' },
    handover: { id: 'Pengambilan', en: 'Collection' },
  },
  services: {
    passport: { id: 'Paspor', en: 'Passport' },
    collection: { id: 'Pengambilan paspor', en: 'Passport collection' },
    'drive-thru': { id: 'Lantatur', en: 'Drive-thru' },
  },
  lanes: {
    regular: { id: 'Umum', en: 'Regular' },
    priority: { id: 'Prioritas', en: 'Priority' },
  },
};

export const call = (number: string, counter: number, clock = '10:20', times = 1) => ({
  callId: `call-${number}-${counter}`,
  number,
  counter,
  step: 'interview',
  at: at(clock),
  times,
});

const waiting = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([key, count]) => {
    const [service = '', lane = ''] = key.split('/');
    return { service, lane, count, estimate: null };
  });

export const emptyLobby: LobbyView = {
  office,
  zone: null,
  calls: [],
  counters: [1, 2, 3, 4, 5, 6].map((counter) => ({ counter, state: 'closed', number: null })),
  waiting: waiting({
    'passport/regular': 0,
    'passport/priority': 0,
    'collection/regular': 0,
    'drive-thru/regular': 0,
  }),
  names,
  inside: null,
  capacity: 120,
  places: [],
  stopped: null,
  closed: null,
};

export const lobby: LobbyView = {
  ...emptyLobby,
  calls: [
    call('A-024', 3, '10:19'),
    call('P-007', 4, '10:18'),
    call('C-018', 5, '10:17'),
    call('A-023', 1, '10:15'),
    call('A-022', 2, '10:14'),
    call('A-021', 3, '10:11'),
  ],
  counters: [
    { counter: 1, state: 'open', number: 'A-023' },
    { counter: 2, state: 'open', number: 'A-022' },
    { counter: 3, state: 'open', number: 'A-024' },
    { counter: 4, state: 'open', number: 'P-007' },
    { counter: 5, state: 'open', number: null },
    { counter: 6, state: 'paused', number: null },
  ],
  waiting: waiting({
    'passport/regular': 12,
    'passport/priority': 3,
    'collection/regular': 5,
    'drive-thru/regular': 2,
  }),
};

/** Thirty counters, most of them at work. */
export const rush: LobbyView = {
  ...lobby,
  counters: Array.from({ length: 30 }, (_, index) => ({
    counter: index + 1,
    state: index % 11 === 7 ? 'paused' : 'open',
    number:
      index % 11 === 7 || index % 9 === 4
        ? null
        : `${'AAPC'[index % 4]}-${String(100 + index * 7).padStart(3, '0')}`,
  })),
  waiting: waiting({
    'passport/regular': 148,
    'passport/priority': 23,
    'collection/regular': 65,
    'collection/priority': 4,
    'drive-thru/regular': 12,
  }),
};

export const counterAt = (part: Partial<CounterView>): CounterView => ({
  office,
  counter: 3,
  state: 'open',
  number: null,
  step: null,
  stepName: null,
  call: null,
  handover: null,
  ...part,
});

export const calledAt3: Partial<CounterView> = {
  number: 'A-024',
  step: 'interview',
  stepName: names.steps.interview,
  call: { callId: 'call-A-024-3', times: 1, at: at('10:19') },
};

export const handingOver = (state: 'running' | 'kept' | 'broken'): Partial<CounterView> => ({
  number: 'C-018',
  step: 'handover',
  stepName: names.steps.handover,
  call: { callId: 'call-C-018-3', times: 1, at: at('10:19') },
  handover: { startedAt: at('10:19:24'), endsAt: at('10:21:24'), state },
});

export const ticket: TicketView = {
  office,
  number: 'A-031',
  shortCode: 'K7PD',
  date: '2026-11-26',
  state: 'waiting',
  service: 'passport',
  serviceName: names.services.passport,
  lane: 'regular',
  step: 'documents',
  stepName: names.steps.documents,
  ahead: 7,
  estimate: null,
  promiseAt: at('11:15'),
  promise: 'running',
  bring: [],
  returnUntil: null,
  collect: null,
  fee: null,
  counter: null,
  notBefore: null,
  free: false,
  people: 1,
  reasons: [],
  outside: false,
  firstPlace: false,
  rating: null,
  mayRate: false,
  call: null,
};

export const ticketDone: TicketView = {
  ...ticket,
  state: 'done',
  step: 'interview',
  stepName: names.steps.interview,
  ahead: null,
  promise: 'kept',
  mayRate: true,
};

export const ticketCalled: TicketView = {
  ...ticket,
  state: 'called',
  ahead: null,
  counter: 3,
  call: { callId: 'call-A-031-3', times: 1, at: at('10:20') },
};

export const kiosk: KioskView = {
  office,
  services: [
    { id: 'passport', name: names.services.passport, prefix: 'A' },
    { id: 'collection', name: names.services.collection, prefix: 'C' },
    { id: 'drive-thru', name: names.services['drive-thru'], prefix: 'D' },
  ],
  lanes: [
    { id: 'regular', name: names.lanes.regular, prefix: null, for: [] },
    {
      id: 'priority',
      name: names.lanes.priority,
      prefix: 'P',
      for: ['elderly', 'toddler', 'pregnant', 'nursing', 'ill', 'disabled'],
    },
  ],
  waiting: [
    { service: 'passport', lane: 'regular', count: 12, estimate: null },
    { service: 'passport', lane: 'priority', count: 3, estimate: null },
    { service: 'collection', lane: 'regular', count: 0, estimate: null },
    { service: 'drive-thru', lane: 'regular', count: 2, estimate: null },
  ],
  offers: [],
  booking: null,
  stopped: null,
  closed: null,
  paperPrefix: 'E',
};

const queued = (number: string, lane = 'regular', promise = '11:15') => ({
  code: `code-${number}`,
  number,
  service: number.startsWith('C') ? 'collection' : 'passport',
  lane,
  step: 'interview',
  people: number.endsWith('5') ? 4 : 1,
  arrivedAt: at('09:15'),
  promiseAt: at(promise),
});

const unchecked = { things: [], unverified: false, sameIdentity: null, claim: null };

export const idleDesk: DeskView = {
  office,
  counter: 3,
  state: 'open',
  pause: null,
  officer: { id: 'o1', name: 'Sari' },
  steps: ['interview'],
  lanes: ['priority', 'regular'],
  current: null,
  lists: [],
  next: [queued('P-008', 'priority', '10:41'), queued('A-025'), queued('A-026', 'regular', '11:22')],
  waiting: 15,
  aside: [
    { ...queued('A-019'), state: 'held' },
    { ...queued('A-011'), state: 'no-show' },
    { ...queued('P-002', 'priority'), state: 'incomplete' },
  ],
  claims: [],
  slip: null,
  undo: null,
  transfer: { steps: ['documents', 'handover'], counters: [1, 2, 4, 5, 6] },
  names,
};

export const callingDesk: DeskView = {
  ...idleDesk,
  current: {
    ...queued('A-024', 'regular', '11:02'),
    state: 'called',
    calledAt: at('10:19:12'),
    startedAt: null,
    times: 2,
    needs: ['wheelchair'],
    handover: null,
    mayBeTimed: false,
    reasons: ['missing', 'wrong', 'data-differs', 'no-original'],
    outcomes: ['passport-24', 'passport-48', 'e-passport-48'],
    ...unchecked,
  },
  undo: { action: 'next', until: at('10:20:30') },
};

export const servingDesk: DeskView = {
  ...callingDesk,
  current: {
    ...queued('C-018', 'regular', '10:16'),
    step: 'handover',
    state: 'serving',
    calledAt: at('10:18:40'),
    startedAt: at('10:19:24'),
    times: 1,
    needs: [],
    handover: { startedAt: at('10:19:24'), endsAt: at('10:21:24'), state: 'running' },
    mayBeTimed: false,
    reasons: [],
    outcomes: ['collected'],
    ...unchecked,
  },
  undo: { action: 'start', until: at('10:20:30') },
};

/** In an office that asks two things at its desks, one of which is answered. */
export const askingDesk: DeskView = {
  ...callingDesk,
  lists: [
    { list: 'applicants', choices: ['umum', 'tki'], chosen: 'umum' },
    { list: 'purposes', choices: ['wisata', 'umroh', 'pegangan'], chosen: null },
  ],
};

export const pausedDesk: DeskView = { ...idleDesk, state: 'paused', pause: { reason: null, until: null } };

export const box: BoxView = {
  counter: 3,
  connected: true,
  led: 'A024',
  blinkMs: null,
  lastResult: { ok: true, ticket: 'A-024', code: null },
};
