/** Officers, stations and sessions for the stage: what the hub answers to the section of people. */
import { qrOf } from '../../server/adapters/http/qr.ts';
import type {
  OfficerAnswer,
  PairingAnswer,
  SessionListed,
  TokenAnswer,
  TokenListed,
} from '../../server/contract/http-people.ts';
import { lobby } from './scenes.ts';
import type { Answering } from './stage.ts';

export const officers: readonly OfficerAnswer[] = [
  { id: 'o1', name: 'Budi Santoso', role: 'counter', counter: 3 },
  { id: 'o2', name: 'Ni Luh Ayu Pramesti', role: 'counter', counter: null },
  { id: 'o3', name: 'Rahmat', role: 'door', counter: null },
  { id: 'o4', name: 'Citra Dewi', role: 'supervisor', counter: null },
];

export const tokens: readonly TokenListed[] = [
  {
    id: 't1',
    role: 'kiosk',
    counter: null,
    label: 'Mesin pintu masuk',
    issuedAt: '2026-11-02T01:00:00.000Z',
  },
  { id: 't2', role: 'counter', counter: 1, label: 'Meja loket 1', issuedAt: '2026-11-02T01:10:00.000Z' },
];

const session = { officer: null, name: null, counter: null, label: null, own: false };
const [tonight, nextYear] = ['2026-11-26T11:30:00.000Z', '2027-11-02T01:00:00.000Z'];
export const sessions: readonly SessionListed[] = [
  { ...session, id: 's1', kind: 'supervisor', until: tonight, own: true },
  { ...session, id: 's2', kind: 'officer', officer: 'o1', name: 'Budi Santoso', counter: 3, until: tonight },
  { ...session, id: 's3', kind: 'station', label: 'Mesin pintu masuk', until: nextYear },
];

const page = 'http://192.168.1.10:8080/kiosk/supervisor.html#pair=CDF-239&role=kiosk';
export const pairing: PairingAnswer = {
  code: 'CDF-239',
  secret: 'x'.repeat(43),
  expiresAt: '2026-11-26T02:30:00.000Z',
  url: page,
  qr: qrOf(page),
};

const link = `http://192.168.1.10:8080/kiosk/#token=${'a'.repeat(22)}.${'b'.repeat(43)}`;
export const token: TokenAnswer = {
  id: 't3',
  token: `${'a'.repeat(22)}.${'b'.repeat(43)}`,
  url: link,
  qr: qrOf(link),
};

const bodies: Readonly<Record<string, unknown>> = {
  'GET /officers': officers,
  'GET /tokens': tokens,
  'GET /sessions': sessions,
  'GET /board': lobby,
  'GET /session': { role: 'supervisor', counter: null, officer: null },
  'POST /officers': { id: 'o5', name: 'x', role: 'counter', counter: null },
  'POST /tokens': token,
  'POST /pairings': pairing,
};

/** Everything is well, but for what a test answers otherwise. */
export const peopleAnswers =
  (otherwise: Answering = () => undefined): Answering =>
  async (asked) => {
    const own = await otherwise(asked);
    if (own) return own;
    const body = bodies[`${asked.method} ${asked.path}`];
    return { status: 200, body: body ?? {} };
  };
