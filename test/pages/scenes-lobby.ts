/** Views for the stage: the lobby board in the states of a day. */
import type { LobbyView } from '../../server/contract/views.ts';
import { at, call, emptyLobby, lobby, names, office, rush } from './scenes.ts';
import { range, toldLobby } from './scenes-forecast.ts';

const named = {
  1: { name: { id: 'Pemeriksaan berkas', en: 'Document check' }, direction: 'left' },
  2: { name: { id: 'Pemeriksaan berkas', en: 'Document check' }, direction: 'left' },
  3: { name: { id: 'Wawancara dan foto', en: 'Interview and photo' }, direction: 'ahead' },
  4: { name: { id: 'Wawancara dan foto', en: 'Interview and photo' }, direction: 'ahead' },
  5: { name: { id: 'Pengambilan', en: 'Collection' }, direction: 'right' },
  6: { name: { id: 'Lantatur', en: 'Drive-thru' }, direction: 'down' },
} as const;

/** Every counter has a name and a direction. */
export const signed = (view: LobbyView): LobbyView => ({
  ...view,
  counters: view.counters.map((counter) => ({
    ...counter,
    ...named[(((counter.counter - 1) % 6) + 1) as keyof typeof named],
  })),
});

export const notices: LobbyView['notices'] = [
  { id: 'Kantor tutup Jumat, 25 Desember 2026', en: 'The office is closed on Friday, 25 December 2026' },
  { id: 'Gunakan masker bila batuk atau pilek', en: 'Please wear a mask if you cough' },
];
const longNotice = {
  id: 'Mulai 1 Desember pembayaran hanya melalui bank atau kantor pos; simpan bukti bayar Anda sampai paspor diambil, karena tanpa bukti itu pengambilan tidak dapat dilayani.',
  en: 'From 1 December payment is by bank or post office only; keep your receipt until the passport is collected, since nothing can be handed over without it.',
};

export const atWork = signed({ ...toldLobby, notices });
export const plain = toldLobby;
export const longNoticed = { ...atWork, notices: [longNotice] };

/** Ten counters, three lanes with places, many services. */
export const busy: LobbyView = {
  ...signed(rush),
  counters: signed(rush).counters.slice(0, 10),
  waiting: toldLobby.waiting,
  places: [
    { lane: 'regular', left: 34 },
    { lane: 'priority', left: 0 },
  ],
  inside: 112,
  capacity: 120,
};

export const fullRoom: LobbyView = { ...atWork, inside: 120, capacity: 120 };
export const noneLeft: LobbyView = {
  ...atWork,
  places: [
    { lane: 'regular', left: 0 },
    { lane: 'priority', left: 12 },
  ],
};
export const stopped: LobbyView = {
  ...atWork,
  stopped: { upTo: 'A-061', opensAt: '2026-11-27T00:00:00.000Z' },
};
export const closed: LobbyView = {
  ...emptyLobby,
  calls: lobby.calls,
  stopped: { upTo: 'A-061', opensAt: '2026-11-29T23:30:00.000Z' },
  closed: { opensAt: '2026-11-29T23:30:00.000Z' },
  notices,
};
/** The counters are open, and nobody was called yet. */
export const opened: LobbyView = {
  ...atWork,
  calls: [],
  counters: atWork.counters.map((counter) => ({ ...counter, number: null })),
};
/** The first number of the day: nothing to look back at yet. */
export const firstCall: LobbyView = {
  ...opened,
  calls: [call('A-001', 1, '10:20')],
  counters: opened.counters.map((one) => (one.counter === 1 ? { ...one, number: 'A-001' } : one)),
};
export const media: NonNullable<LobbyView['media']> = [
  { src: '/media/welcome.png', kind: 'picture', still: 60_000 },
];
/** What is served for it. */
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
<rect width="1600" height="900" fill="#0e3a4d"/><circle cx="1180" cy="300" r="140" fill="#f2b34c"/>
<path d="M0 900V640l380-260 330 230 280-170 610 330v130z" fill="#16657f"/></svg>`;
export const rushed: LobbyView = { ...signed(rush), notices };

/** More counters than a board has room for at once. */
export const vast: LobbyView = {
  ...rush,
  counters: Array.from({ length: 74 }, (_, index) => ({
    counter: index + 1,
    state: 'open',
    number: `A-${String(100 + index)}`,
  })),
  notices,
};

const manyNames = [
  ['Berobat umum', 'See a doctor'],
  ['Gigi dan mulut', 'See a dentist'],
  ['Ibu dan anak (KIA)', 'Mother and child'],
  ['Imunisasi', 'Immunisation'],
  ['Laboratorium', 'Laboratory test'],
  ['Hasil laboratorium', 'Laboratory result'],
  ['Obat rutin', 'Repeat medicine'],
  ['Keluarga berencana', 'Family planning'],
  ['Surat keterangan sehat', 'Health certificate'],
  ['Konsultasi gizi', 'Nutrition advice'],
].map(([id = '', en = ''], index) => [`service-${index}`, { id, en }] as const);

/** A clinic of ten services that gives no more numbers. */
export const manyServices: LobbyView = {
  ...atWork,
  stopped: stopped.stopped,
  names: { ...names, services: Object.fromEntries(manyNames) },
  waiting: manyNames.map(([service], index) => ({
    ...{ service, lane: 'regular', count: 7 + index * 11 },
    estimate: index % 3 === 1 ? null : range('10:40', '11:05'),
  })),
};

export const rehearsed: LobbyView = { ...atWork, office: { ...office, rehearsal: true } };
export const inThree: LobbyView = {
  ...atWork,
  office: {
    ...office,
    languages: ['id', 'en', 'zh'],
    name: { ...office.name, zh: '示例移民局' },
  },
  names: {
    ...names,
    services: {
      passport: { ...names.services.passport, zh: '护照' },
      collection: { ...names.services.collection, zh: '领取护照' },
      'drive-thru': { ...names.services['drive-thru'], zh: '免下车窗口' },
    },
  },
};
export const hall: LobbyView = { ...atWork, zone: 'hall' };

/** Three calls that were made within a fifth of a second. */
export const together = [call('A-025', 1), call('P-008', 4), call('C-019', 5)];
export const afterTogether: LobbyView = {
  ...atWork,
  calls: [...together.toReversed().map((one) => ({ ...one, at: at('10:20') })), ...atWork.calls].slice(0, 8),
  counters: atWork.counters.map((counter) => ({
    ...counter,
    number: together.find((one) => one.counter === counter.counter)?.number ?? counter.number,
  })),
};
