/** Papers as the hub would hand them over. */
import type { Paper } from '../../server/contract/paper.ts';
import type { TicketView } from '../../server/contract/views.ts';

const view: TicketView = {
  office: {
    id: 'cirebon',
    name: { id: 'Kantor Imigrasi Kelas II Non TPI Cirebon', en: 'Cirebon Immigration Office' },
    languages: ['id', 'en'],
    timeZone: 'Asia/Jakarta',
    accent: '#005a9c',
    rehearsal: false,
  },
  number: 'A-012',
  shortCode: 'K7M4',
  date: '2026-11-23',
  state: 'waiting',
  service: 'passport',
  serviceName: { id: 'Paspor baru dan penggantian', en: 'New and replaced passports' },
  lane: 'walk-in',
  step: 'check',
  stepName: { id: 'Pemeriksaan berkas', en: 'File check' },
  ahead: 11,
  estimate: {
    from: '2026-11-23T02:40:00.000Z',
    to: '2026-11-23T03:05:00.000Z',
    homeBy: '2026-11-23T04:15:00.000Z',
  },
  promiseAt: '2026-11-23T04:30:00.000Z',
  promise: 'running',
  counter: null,
  notBefore: null,
  bring: [],
  returnUntil: null,
  collect: null,
  fee: null,
  free: false,
  people: 1,
  reasons: [],
  outside: false,
  firstPlace: false,
  rating: null,
  mayRate: false,
  call: null,
};

export const ticket = (change: Partial<TicketView> = {}, paper: Partial<Paper> = {}): Paper => ({
  kind: 'ticket',
  view: { ...view, ...change },
  ready: [],
  earliest: null,
  url: 'http://192.168.1.10:8080/t/3vQx8Zk2TqW9sLr4YbN6mA',
  copy: 1,
  at: '2026-11-23T02:10:00.000Z',
  ...paper,
});

export const slip = (change: Partial<TicketView> = {}, paper: Partial<Paper> = {}): Paper =>
  ticket(
    {
      state: 'done',
      ahead: null,
      estimate: null,
      promise: 'kept',
      collect: {
        service: 'collection',
        serviceName: { id: 'Pengambilan paspor', en: 'Passport collection' },
        from: '2026-11-26',
        alsoAt: [{ service: 'drive-thru', serviceName: { id: 'Lantatur', en: 'Drive-thru' } }],
      },
      fee: { amount: 355_000, currency: 'IDR' },
      ...change,
    },
    { kind: 'slip', ...paper },
  );

export const lanes = (id: string) =>
  id === 'priority' ? { id: 'Jalur prioritas', en: 'Priority lane' } : undefined;
