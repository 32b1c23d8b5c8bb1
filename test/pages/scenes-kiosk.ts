/** Views and answers for the ticket kiosk: an office at work, at noon, full, with many services, and the paper of a number. */
import type { TicketPaper } from '../../server/contract/http.ts';
import type { KioskView, TicketView } from '../../server/contract/views.ts';
import { at, kiosk, names, office, ticket } from './scenes.ts';
import { bookable, offer } from './scenes-bookings.ts';

const told = (from: string, to: string, homeBy: string) => ({
  from: at(from),
  to: at(to),
  homeBy: at(homeBy),
});

/** Three services, each with what can be expected. */
export const working: KioskView = {
  ...bookable,
  offers: [],
  waiting: [
    { service: 'passport', lane: 'regular', count: 12, estimate: told('10:40', '11:05', '11:50') },
    { service: 'passport', lane: 'priority', count: 3, estimate: told('10:25', '10:35', '11:20') },
    { service: 'collection', lane: 'regular', count: 0, estimate: told('10:20', '10:25', '10:35') },
    { service: 'drive-thru', lane: 'regular', count: 2, estimate: told('10:25', '10:40', '10:50') },
  ],
};

export const threeLanguages: KioskView = {
  ...working,
  office: { ...office, languages: ['id', 'en', 'zh'] },
};

export const emptyKiosk: KioskView = { ...kiosk, waiting: [] };

export const rehearsing: KioskView = { ...working, office: { ...office, rehearsal: true } };

/** At noon: one lane takes nobody until one o'clock, a service is over for today. */
export const noon: KioskView = {
  ...working,
  offers: [
    offer('regular', { state: 'intake', at: at('13:00') }),
    offer('priority', { state: 'intake', at: at('13:00') }),
    { ...offer('regular'), service: 'drive-thru', state: 'closed', at: '2026-11-27T00:00:00.000Z' },
    { ...offer('priority'), service: 'drive-thru', state: 'closed', at: '2026-11-27T00:00:00.000Z' },
  ],
};

/** A health centre, as it offers what it does. */
export const manyServices: KioskView = {
  ...kiosk,
  services: [
    { id: 'Berobat umum', en: 'See a doctor' },
    { id: 'Gigi dan mulut', en: 'See a dentist' },
    { id: 'Ibu dan anak (KIA)', en: 'Mother and child' },
    { id: 'Imunisasi', en: 'Immunisation' },
    { id: 'Laboratorium', en: 'Laboratory test' },
    { id: 'Hasil laboratorium', en: 'Laboratory result' },
    { id: 'Obat rutin', en: 'Repeat medicine' },
    { id: 'Keluarga berencana', en: 'Family planning' },
    { id: 'Surat keterangan sehat', en: 'Health certificate' },
    { id: 'Konsultasi gizi', en: 'Nutrition advice' },
  ].map((name, index) => ({ id: `service-${index}`, name, prefix: 'ABCDEFGHIJ'.charAt(index) })),
  waiting: Array.from({ length: 10 }, (_, index) => ({
    service: `service-${index}`,
    lane: 'regular',
    count: (index * 7) % 23,
    estimate: index % 3 === 2 ? null : told('10:40', '11:05', '11:50'),
  })),
};

/** Five services and one lane: what is needed is said at the start. */
export const oneLane: KioskView = {
  ...manyServices,
  services: manyServices.services.slice(0, 5),
  lanes: kiosk.lanes.slice(0, 1),
};

/** A lane for the old and one for those who are ill. */
export const threeLanes: KioskView = {
  ...working,
  lanes: [
    ...kiosk.lanes.slice(0, 1),
    { id: 'elderly', name: { id: 'Lansia', en: 'Elderly' }, prefix: 'L', for: ['elderly'] },
    {
      id: 'ill',
      name: { id: 'Sakit dan disabilitas', en: 'Ill and disabled' },
      prefix: 'S',
      for: ['ill', 'disabled'],
    },
  ],
};

/** Services as regulations name them. */
const formal = [
  'Permohonan Izin Tinggal Terbatas Elektronik bagi Orang Asing',
  'Penggantian Paspor Hilang atau Rusak',
  'Konsultasi',
  'Surat Keterangan Kewarganegaraan Ganda Terbatas',
];
export const longNames = (view: KioskView): KioskView => ({
  ...view,
  services: view.services.map((service, index) => ({ ...service, name: { id: formal[index % 4] ?? '' } })),
});

export const closedKiosk: KioskView = { ...bookable, closed: { opensAt: '2026-11-30T00:00:00.000Z' } };

export const numberCode = 'x'.repeat(22);

/** The answer to somebody who takes a number at the busiest hour. */
export const numbered = {
  ...{ code: numberCode, shortCode: 'K7PD2M', number: 'A-031', service: 'passport', lane: 'regular' },
  ...{ step: 'documents', ahead: 7, promiseAt: at('12:00'), estimate: told('10:40', '11:05', '11:50') },
};

export const onPaper = (part: Partial<TicketPaper> = {}) => ({
  ...numbered,
  paper: { printer: 'prn-1', ready: true, elsewhere: null, state: 'asked', ...part },
  url: `https://antrean.example/t/${numberCode}`,
});

/** The page of that number: what to have ready, and how its paper is. */
export const numberPage = (part: Partial<TicketView> = {}): TicketView => ({
  ...ticket,
  serviceName: names.services.passport,
  ready: [
    { id: 'id-card', name: { id: 'KTP asli', en: 'Original identity card' } },
    { id: 'family-card', name: { id: 'Kartu keluarga', en: 'Family card' } },
    { id: 'birth-certificate', name: { id: 'Akta kelahiran asli', en: 'Original birth certificate' } },
  ],
  ...part,
});
