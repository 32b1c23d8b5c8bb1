/** People's data for the stage: who is found, what is held of a family, and what is left when it was erased. */
import type { ErasedAnswer, PeopleFoundAnswer, PersonExport } from '../../server/contract/http-personal.ts';
import { personalRegister } from '../../server/contract/personal-register.ts';
import { peopleAnswers } from './people-scenes.ts';
import type { Answering } from './stage.ts';

const code = 'k7qd2mfamilyaminah0000';
const fact = { service: 'passport', people: 1 } as const;

export const found: PeopleFoundAnswer = {
  more: false,
  found: [
    {
      ...{ ...fact, kind: 'booking', code, shortCode: 'K7QD2M', date: '2026-11-27', state: 'live' },
      ...{ people: 2, name: 'S… A…', phone: '…7890' },
    },
    {
      ...{ ...fact, kind: 'booking', code: 'r4', shortCode: 'R4TA9X', date: '2026-11-12', state: 'used' },
      ...{ name: 'S… R…', phone: '…1111' },
    },
    {
      ...{ kind: 'request', code: 'h3', shortCode: 'HB3CW5', service: 'emergency', date: null },
      ...{ state: 'asked', people: 1, name: 'S… A… W…', phone: '…6789' },
    },
  ],
};

const event = (at: string, by: string, type: string) => ({ at, by, type, event: {} });

export const family: PersonExport = {
  madeAt: '2026-11-26T02:20:00.000Z',
  by: 'supervisor',
  office: { id: 'Kantor Imigrasi Contoh', en: 'Example Immigration Office' },
  kind: 'booking',
  code,
  booking: {
    ...{ code, shortCode: 'K7QD2M', service: 'passport', lane: 'regular', date: '2026-11-27' },
    slot: '2026-11-27T00:30:00.000Z',
    arriveAt: '2026-11-27T00:15:00.000Z',
    checkInFrom: '2026-11-27T00:00:00.000Z',
    lateAfter: '2026-11-27T00:45:00.000Z',
    ...{ people: 2, state: 'live', source: 'integration', madeAt: '2026-11-20T03:12:00.000Z' },
  },
  request: null,
  results: [],
  personal: {
    people: [
      { name: 'Siti Aminah', birthDate: '1981-03-27' },
      { name: 'Muhammad Adi Putra Ramadhan', birthDate: '2014-08-17' },
    ],
    phone: '+6281234567890',
    address: null,
    letter: null,
    note: 'Paspor anak, ibu mendampingi',
    reference: 'MP-2026-0012345',
  },
  visit: null,
  toCome: true,
  happened: [
    event('2026-11-20T03:12:00.000Z', 'token:m-paspor', 'BookingMade'),
    event('2026-11-22T06:40:00.000Z', 'public', 'BookingMoved'),
  ],
  seen: [
    event('2026-11-24T01:05:00.000Z', 'supervisor', 'BookingSeen'),
    event('2026-11-26T02:19:00.000Z', 'supervisor', 'PersonSought'),
    event('2026-11-26T02:20:00.000Z', 'supervisor', 'PersonExported'),
  ],
  erased: null,
  keptUntil: '2026-12-28',
};

export const gone: PersonExport = {
  ...family,
  personal: null,
  keptUntil: null,
  toCome: false,
  booking: family.booking && { ...family.booking, state: 'cancelled' },
  happened: [
    ...family.happened,
    event('2026-11-26T02:21:00.000Z', 'supervisor', 'BookingCancelled'),
    event('2026-11-26T02:21:00.000Z', 'supervisor', 'PersonErased'),
  ],
  erased: { at: '2026-11-26T02:21:00.000Z', by: 'supervisor', reason: 'requested' },
};

/** A hub that knows the family until it is told to erase it. */
export function peopleDataHub(answer: PeopleFoundAnswer = found): Answering {
  let isGone = false;
  return peopleAnswers(({ method, path }) => {
    if (path === '/register') return { status: 200, body: { kept: personalRegister } };
    if (path === '/people/find') return { status: 200, body: answer };
    if (path.startsWith('/export/')) return { status: 200, body: isGone ? gone : family };
    if (method !== 'DELETE' || !path.startsWith('/people/')) return undefined;
    isGone = true;
    return { status: 200, body: { code, cancelled: true } satisfies ErasedAnswer };
  });
}
