/** Asks a test's office when numbers are given, at clock times of its own zone; the answers are written in UTC. */
import type { Lane, Office, Service } from '../../server/contract/office.ts';
import { numbersAt, opensFrom } from '../../server/domain/hours/opens.ts';
import type { Instant } from '../../server/domain/instant.ts';
import { toIso, toIsoOrNull } from '../../server/domain/instant.ts';
import { clock } from './morning.ts';
import { contoh } from './office.ts';

const hours = { 'mon-thu': ['08:00-12:00', '13:00-16:00'], fri: ['09:00-11:30'] };
/** Pontianak: priority is taken in until noon, later arrivals are registered for after the break. */
const lanes = [
  { id: 'regular' },
  { id: 'priority', prefix: 'P', intake: ['08:00-12:00', '13:00-15:00'], outside: 'reserve' },
  { id: 'group', prefix: 'G', intake: ['09:00-10:00'], outside: 'refuse' },
];
const services = [
  { id: 'passport', prefix: 'A', steps: ['documents', 'interview'] },
  { id: 'late', prefix: 'L', steps: ['documents'], days: ['thu', 'fri'] },
  { id: 'weekend', prefix: 'W', steps: ['documents'], days: ['sat', 'sun'] },
];
/** An office in Jakarta's zone with hours, a lane of each kind, and services of some days. */
export const pontianak = (changes = {}) =>
  contoh({ timeZone: 'Asia/Jakarta', hours, lanes, services, ...changes });

export interface Asked {
  readonly service?: string;
  readonly lane?: string;
}

export function serviceOf(office: Office, id = 'passport'): Service {
  const found = office.services.find((service) => service.id === id);
  if (!found) throw new Error(`the office has no service ${id}`);
  return found;
}

export function laneOf(office: Office, id = 'regular'): Lane {
  const found = office.lanes.find((lane) => lane.id === id);
  if (!found) throw new Error(`the office has no lane ${id}`);
  return found;
}

/** `given`, `from <instant>` for a reserved number, or a refusal and when again. */
export function numbers(office: Office, time: string, { service, lane }: Asked = {}): string {
  const at = clock(time, office.timeZone);
  const opens = numbersAt(office, serviceOf(office, service), laneOf(office, lane), at);
  if (opens.given) return opens.notBefore === null ? 'given' : `from ${toIso(opens.notBefore)}`;
  return `${opens.code} until ${toIsoOrNull(opens.opensAt) ?? 'never'}`;
}

/** When numbers are regularly given from a time on. */
export function opens(office: Office, time: string, { service, lane }: Asked = {}): string | null {
  const from = clock(time, office.timeZone);
  return toIsoOrNull(opensFrom(office, serviceOf(office, service), laneOf(office, lane), from));
}

/** `2026-11-26T00:00:00.000Z to 2026-11-26T04:00:00.000Z`. */
export const written = (spans: readonly { from: Instant; to: Instant }[]): string[] =>
  spans.map(({ from, to }) => `${toIso(from)} to ${toIso(to)}`);
