/** An office that goes out, for tests: to the sick at the weekend, to villages, and where nobody applied. */
import type { Command } from '../../server/domain/commands.ts';
import { type Answered, type Morning, morning } from './morning.ts';
import { contoh } from './office.ts';

export const outgoing = {
  steps: [
    { id: 'documents', incomplete: { reasons: ['missing', 'wrong'] } },
    { id: 'interview' },
    { id: 'handover', within: 'PT2M', otherwise: 'free' },
    { id: 'inspection' },
  ],
  services: [
    { id: 'passport', prefix: 'A', steps: ['documents', 'interview'], promise: 'PT2H' },
    {
      id: 'emergency',
      offsite: true,
      days: ['sat', 'sun'],
      requires: ['address', 'contact', 'letter'],
      steps: ['documents', 'interview'],
    },
    { id: 'village', offsite: true, requires: ['address', 'contact'], steps: ['documents', 'interview'] },
    {
      id: 'supervision',
      offsite: true,
      days: ['sat', 'sun'],
      requires: ['address'],
      steps: ['inspection'],
    },
  ],
  lanes: [{ id: 'regular' }],
  counters: [
    { number: 1, steps: ['documents'] },
    { number: 3, steps: ['interview'] },
    { number: 5, steps: ['handover', 'inspection'] },
  ],
  outcomes: { interview: ['passport-24', 'passport-48'], inspection: ['in-order'] },
};

export const sitiAndAdi = [
  { name: 'Siti Aminah', birthDate: '1961-03-02' },
  { name: 'Adi Putra', birthDate: null },
];
/** Whole: to the hospital, with a letter of referral. */
export const emergency = {
  type: 'RequestVisit',
  service: 'emergency',
  address: 'RSUD Gunung Jati, kamar 12',
  contact: '+628123456789',
  letter: { kind: 'rujukan ke rumah sakit di luar negeri', number: '445/12' },
  people: sitiAndAdi,
} as const satisfies Command;
export const village = {
  type: 'RequestVisit',
  service: 'village',
  address: 'Balai desa Jagoi',
  contact: '+628123456780',
  people: sitiAndAdi,
} as const satisfies Command;
export const supervision = {
  type: 'RequestVisit',
  service: 'supervision',
  address: 'Jalan Siliwangi 5',
} as const satisfies Command;

export interface Outing extends Morning {
  /** Asks for a visit and accepts it; gives the code. */
  accepted(command: Command, time?: string): string;
  /** Plans a trip with `dewi`; what is given replaces the usual. */
  plans(
    requests: readonly string[],
    more?: Partial<Extract<Command, { type: 'PlanTrip' }>>,
    time?: string,
  ): Answered;
  stateOf(code: string): string | undefined;
}

/** Thursday, 26 November 2026. The officers Dewi and Budi are there. */
export function outing(changes: Record<string, unknown> = {}): Outing {
  const day = morning(contoh({ ...outgoing, ...changes }));
  for (const id of ['dewi', 'budi'])
    day.does({ type: 'AddOfficer', id, name: id, role: 'counter', hash: 'h' }, '07:10');
  return {
    ...day,
    last: day.last,
    accepted(command, time = '08:00') {
      const code = String(day.does(command, time).code);
      day.does({ type: 'DecideRequest', request: code, decision: 'accept', by: 'officer:head' }, time);
      return code;
    },
    plans: (requests, more = {}, time = '09:00') =>
      day.does(
        { type: 'PlanTrip', date: '2026-11-28', place: 'Cirebon', team: ['dewi'], requests, ...more },
        time,
      ),
    stateOf: (code) => day.state.calendar.offsite.requests.get(code)?.state,
  };
}
