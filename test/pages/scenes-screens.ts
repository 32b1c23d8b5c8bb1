/** Made-up screens, voices, notices and media, as the supervisor's page is told of them. */
import type { DisplaySeen, DisplaysShown } from '../../server/contract/displays.ts';
import type { MediaAnswer } from '../../server/contract/http-media.ts';
import type { PreviewAnswer } from '../../server/contract/http-office.ts';
import type { SupervisorView } from '../../server/contract/views-supervisor.ts';
import type { Answering, Asked } from './stage.ts';
import { quietRoom } from './supervisor-scenes.ts';

const screen = (id: string, more: Partial<DisplaySeen>): DisplaySeen => ({
  id,
  page: 'lobby',
  zone: null,
  counter: null,
  number: null,
  sound: 'on',
  clockOffset: 12,
  build: 'b1',
  size: '1920 × 1080',
  label: null,
  station: 't1',
  address: '192.168.1.31',
  online: true,
  since: '2026-11-25T23:41:00.000Z',
  speaks: false,
  old: false,
  ...more,
});

const hall = screen('lobbyhall0001', { label: 'TV Aula', zone: 'hall', number: 'A-024', speaks: true });
const upstairs = screen('lobbyup000001', {
  label: 'TV Lantai 2',
  zone: 'upstairs',
  number: 'B-107',
  speaks: true,
  size: '1080 × 1920',
});
const counters = [1, 2, 3].map((counter) =>
  screen(`counter00000${counter}`, {
    label: `Papan Loket ${counter}`,
    page: 'counter',
    counter,
    number: ['A-022', null, 'A-024'][counter - 1] ?? null,
    sound: 'none',
    size: '1280 × 800',
  }),
);
const door = screen('door000000001', { label: 'Papan Pintu', page: 'door', sound: 'none' });
const kiosk = screen('kiosk00000001', {
  label: 'Mesin Nomor',
  page: 'kiosk',
  sound: 'none',
  size: '1080 × 1920',
});

const voice = (
  zone: string | null,
  more: Partial<DisplaysShown['voices'][number]>,
): DisplaysShown['voices'][number] => ({
  zone,
  by: 'screen',
  id: null,
  waiting: 0,
  trouble: null,
  ...more,
});

export const allWell: DisplaysShown = {
  screens: [hall, upstairs, ...counters, door, kiosk],
  voices: [voice('hall', { id: hall.id, waiting: 2 }), voice('upstairs', { id: upstairs.id })],
  unheard: [],
};

export const troubled: DisplaysShown = {
  screens: [
    hall,
    { ...upstairs, speaks: false, sound: 'blocked' },
    { ...screen('lobbyfoyer001', { label: 'TV Teras' }), online: false, since: '2026-11-26T02:12:00.000Z' },
    { ...counters[0], old: true } as DisplaySeen,
    { ...counters[2], clockOffset: -184_000 } as DisplaySeen,
    screen('lobbyguest001', {
      station: null,
      speaks: true,
      zone: 'outside',
      number: 'D-008',
      size: '1366 × 768',
    }),
    {
      ...screen('lobbyguest002', { station: null, page: 'kiosk', size: '390 × 844' }),
      online: false,
      since: '2026-11-24T06:30:00.000Z',
    },
    {
      id: 'station-t9',
      label: 'TV Ruang Tunggu',
      station: 't9',
      address: null,
      online: false,
      since: null,
      speaks: false,
      old: false,
    },
    kiosk,
  ],
  voices: [
    voice('hall', { by: 'jack', id: 'plughw:0,0', trouble: 'jack', waiting: 1 }),
    voice('outside', { id: 'lobbyguest001', trouble: 'unsigned' }),
    voice('upstairs', { by: null, trouble: 'blocked', waiting: 4 }),
    voice(null, { by: null, trouble: 'none' }),
  ],
  unheard: [
    { callId: 'c-31', number: 'B-107', counter: 7, zone: 'upstairs', at: '2026-11-26T02:17:00.000Z' },
    { callId: 'c-32', number: 'A-024', counter: 3, zone: 'hall', at: '2026-11-26T02:19:00.000Z' },
  ],
};

export const nothingYet: DisplaysShown = {
  screens: [],
  voices: [voice(null, { by: null, trouble: 'none' })],
  unheard: [],
};

export const roomWith = (displays: DisplaysShown): SupervisorView => ({ ...quietRoom, displays });

export const written = {
  languages: ['id', 'en'],
  counters: [
    { number: 1, zone: 'hall' },
    { number: 7, zone: 'upstairs' },
    { number: 9, zone: 'outside' },
  ],
  notices: [
    {
      text: {
        id: 'Pengurusan paspor tanpa perantara. Biaya hanya dibayar di bank.',
        en: 'You need no broker. Fees are paid at the bank only.',
      },
    },
    {
      text: { id: 'Kantor tutup pada 25 Desember', en: 'Closed on 25 December' },
      from: '2026-12-01',
      until: '2026-12-25',
    },
    {
      text: { id: 'Lift sedang diperbaiki', en: 'The lift is being repaired' },
      until: '2026-11-28',
      zone: 'upstairs',
    },
    { text: { id: 'Hari Pahlawan', en: 'Heroes’ Day' }, from: '2026-11-10', until: '2026-11-10' },
  ],
  media: [
    { file: 'selamat-datang.jpg', still: 'PT20S' },
    { file: 'cara-mengurus-paspor.mp4', zone: 'hall' },
    { file: 'denah-lama.png' },
  ],
};

const listed = (name: string, more: object): MediaAnswer['files'][number] => ({
  name,
  kind: 'picture',
  size: 1_840_000,
  width: 1920,
  height: 1080,
  duration: null,
  used: true,
  src: `/media/${name}?v=1`,
  ...more,
});

export const media: MediaAnswer = {
  files: [
    listed('selamat-datang.jpg', {}),
    listed('cara-mengurus-paspor.mp4', {
      kind: 'video',
      width: null,
      height: null,
      duration: 94_000,
      size: 48_300_000,
    }),
    listed('lebaran-2026.webp', { used: false, size: 640_000 }),
  ],
  size: 50_780_000,
  mostOfOne: 200_000_000,
  mostOfAll: 2_000_000_000,
};

export const noMedia: MediaAnswer = { files: [], size: 0, mostOfOne: 200_000_000, mostOfAll: 2_000_000_000 };

/** A hub with this office and these files; `refuse` answers what it names instead. */
export function hubWith(
  office: object = written,
  files: MediaAnswer = media,
  refuse: (asked: Asked) => ReturnType<Answering> = () => undefined,
): Answering {
  const preview = (): PreviewAnswer => ({
    version: 'v1',
    source: 'office',
    written: office,
    changes: [],
    mistakes: [],
    strands: [],
  });
  return (asked) => {
    const refused = refuse(asked);
    if (refused) return refused;
    const line = `${asked.method} ${asked.path}`;
    if (line === 'POST /office/preview') return { status: 200, body: preview() };
    if (line === 'PUT /office') return { status: 200, body: {} };
    if (line === 'GET /media') return { status: 200, body: files };
    if (line.startsWith('DELETE ') || line.startsWith('POST ')) return { status: 204, body: undefined };
    return undefined;
  };
}
