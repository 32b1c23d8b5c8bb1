/** Requests, trips and results for the stage: what the hub answers to the section of visits outside. */
import type {
  OffsiteServiceAnswer,
  RequestAnswer,
  RequestPeopleAnswer,
  TripAnswer,
  TripListAnswer,
} from '../../server/contract/http-offsite.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import { lobby } from './scenes.ts';
import type { Answer, Answering } from './stage.ts';
import { quietRoom } from './supervisor-scenes.ts';

const steps: OffsiteServiceAnswer['steps'] = [
  {
    step: 'documents',
    name: { id: 'Pemeriksaan berkas', en: 'Document check' },
    outcomes: [],
    reasons: ['missing', 'wrong', 'data-differs', 'no-original'],
  },
  {
    step: 'interview',
    name: { id: 'Wawancara dan foto', en: 'Interview and photo' },
    outcomes: ['passport-24', 'passport-48'],
    reasons: [],
  },
];
export const services: readonly OffsiteServiceAnswer[] = [
  {
    service: 'emergency',
    name: { id: 'Layanan darurat', en: 'Emergency service' },
    days: ['sat', 'sun'],
    requires: ['address', 'contact', 'letter'],
    steps,
  },
  {
    service: 'village',
    name: { id: 'Pelayanan ke desa perbatasan', en: 'Trip to the border villages' },
    days: null,
    requires: ['address', 'contact'],
    steps,
  },
  {
    service: 'supervision',
    name: { id: 'Pengawasan orang asing', en: 'Supervision of foreigners' },
    days: ['sat', 'sun'],
    requires: ['address'],
    steps: [
      {
        step: 'inspection',
        name: { id: 'Pemeriksaan tempat', en: 'Inspection' },
        outcomes: ['in-order'],
        reasons: [],
      },
    ],
  },
];

const request = (n: number, more: Partial<RequestAnswer>): RequestAnswer => ({
  code: `request-code-00000000${n}`,
  shortCode: ['K7M2QX', '9RTAHB', 'W5NE3C', 'D4ZP8V', 'H2JJ6S', 'T8KC1Q'][n] ?? `CODE0${n}`,
  service: 'emergency',
  people: 1,
  state: 'asked',
  askedAt: '2026-11-25T02:30:00.000Z',
  date: null,
  reason: null,
  ...more,
});
export const sick = request(0, {});
export const abroad = request(1, { state: 'accepted', askedAt: '2026-11-23T01:00:00.000Z' });
export const foreigners = request(2, { service: 'supervision', people: 0, state: 'accepted' });
const jagoi = request(3, { service: 'village', people: 3, state: 'planned', date: '2026-11-26' });
const refused = request(4, { state: 'refused', reason: 'Surat dokter tidak terbaca' });
const saturday = request(5, { people: 2, state: 'planned', date: '2026-11-28' });
export const requests = [sick, abroad, foreigners, jagoi, refused, saturday];

const [sari, budi] = [
  { id: 'o1', name: 'Sari' },
  { id: 'o2', name: 'Budi Santoso' },
];
/** Today, half entered; on Saturday, twice with the same vehicle and officer; one that was cancelled. */
export const trips: readonly TripAnswer[] = [
  {
    ...{
      id: 't-1',
      date: '2026-11-26',
      place: 'Balai desa Jagoi',
      team: [sari, budi],
      vehicle: 'KB 1234 SK',
    },
    ...{ requests: [jagoi], cancelled: null, people: 3, entries: 3, entered: 1, done: 1 },
  },
  {
    ...{ id: 't-2', date: '2026-11-28', place: 'RSUD Gunung Jati', team: [sari], vehicle: 'KB 1234 SK' },
    ...{ requests: [saturday], cancelled: null, people: 2, entries: 2, entered: 0, done: 0 },
  },
  {
    ...{ id: 't-3', date: '2026-11-28', place: 'Mess pekerja', team: [sari], vehicle: 'kb-1234-sk' },
    ...{ requests: [], cancelled: null, people: 0, entries: 0, entered: 0, done: 0 },
  },
  {
    ...{ id: 't-4', date: '2026-10-10', place: 'Desa Siding', team: [budi], vehicle: null },
    ...{
      requests: [],
      cancelled: 'Jalan terputus karena banjir',
      people: 0,
      entries: 0,
      entered: 0,
      done: 0,
    },
  },
];

export const people: RequestPeopleAnswer = {
  code: sick.code,
  address: 'RSUD Gunung Jati, gedung Melati, kamar 12',
  contact: '+628123456789',
  letter: { kind: 'Rujukan ke rumah sakit di luar negeri', number: '445/12/RSUD' },
  people: [{ name: 'Siti Aminah', birthDate: '1961-03-02' }],
  note: 'Tidak bisa duduk lama',
};

export const list: TripListAnswer = {
  ...(trips[0] as TripAnswer),
  list: [
    {
      ...jagoi,
      personal: {
        ...{ code: jagoi.code, address: 'Balai desa Jagoi, RT 02', contact: '+628123456780', letter: null },
        people: [
          { name: 'Yohanes Aji', birthDate: '1978-08-17' },
          { name: 'Maria Goretti Lusia', birthDate: '1980-01-05' },
          { name: 'Petrus', birthDate: null },
        ],
        note: null,
      },
      results: [
        {
          ...{ person: 0, end: 'done', reasons: [] },
          steps: [
            {
              ...{ step: 'documents', outcome: null },
              ...{ startedAt: '2026-11-26T00:30:00.000Z', endedAt: '2026-11-26T00:40:00.000Z' },
            },
            {
              ...{ step: 'interview', outcome: 'passport-48' },
              ...{ startedAt: '2026-11-26T00:40:00.000Z', endedAt: '2026-11-26T00:55:00.000Z' },
            },
          ],
        },
      ],
    },
  ],
};

export const outsideRoom: SupervisorView = {
  ...quietRoom,
  requestsOpen: 1,
  officers: [
    { ...sari, role: 'counter', counter: null, signedIn: false },
    { ...budi, role: 'counter', counter: null, signedIn: false },
    { id: 'o3', name: 'Dewi Lestari', role: 'counter', counter: null, signedIn: false },
  ],
};

const bodies: Readonly<Record<string, unknown>> = {
  'GET /offsite-services': services,
  'GET /requests': requests,
  'GET /trips': trips,
  'GET /board': lobby,
  'GET /trips/t-1/list': list,
  [`POST /requests/${sick.code}/people`]: people,
  [`POST /requests/${sick.code}/decide`]: { ...sick, state: 'accepted' },
  'POST /requests': { ...sick, shortCode: 'NEWONE' },
  'POST /trips': trips[1],
  'PUT /trips/t-2': trips[1],
  'POST /trips/t-1/results': trips[0],
};

/** Everything is well, but for what a test answers otherwise (`POST /trips`). */
export const offsiteAnswers =
  (otherwise: Readonly<Record<string, Answer>> = {}): Answering =>
  ({ method, path }) =>
    otherwise[`${method} ${path}`] ?? { status: 200, body: bodies[`${method} ${path}`] ?? {} };
