/** What the record tells of one person: what happened, who looked at it, and when it was erased. Nothing of others. */
import type { HeldEvent, PersonExport } from '../../contract/http-personal.ts';
import type { DomainEvent } from '../events.ts';
import { toIso } from '../instant.ts';

export interface Known {
  /** The account that asked for it. */
  readonly by: string;
  readonly event: DomainEvent;
}

const looks = ['BookingSeen', 'RequestSeen', 'PersonSought', 'PersonExported', 'CaseSeen'] as const;
const isLook = ({ type }: DomainEvent): boolean => looks.some((look) => look === type);

/** Secrets, what stands apart, counts of everybody, and RT4: what the office does not read. */
const left: readonly string[] = ['personal', 'hash', 'screenings', 'rating'];

export const happenedTo = (known: readonly Known[], codes: readonly string[]): HeldEvent[] =>
  known
    .filter(({ event }) => !isLook(event))
    .map(({ by, event }) => {
      const { type, at, ...said } = event;
      return { at: toIso(at), by, type, event: ownOf(said, codes) };
    });

export const seenIn = (known: readonly Known[]): PersonExport['seen'] =>
  known
    .filter(({ event }) => isLook(event))
    .map(({ by, event: { at, type } }) => ({ at: toIso(at), by, type }));

/** The last time; null: never, or not under this code. */
export function erasedIn(known: readonly Known[], code: string): PersonExport['erased'] {
  for (const { event } of known.toReversed())
    if (event.type === 'PersonErased' && event.code === code)
      return { at: toIso(event.at), by: event.by, reason: event.reason };
  return null;
}

/** Lists that speak of several people keep what is of these codes. */
function ownOf(said: object, codes: readonly string[]): Readonly<Record<string, unknown>> {
  const entries = Object.entries(said)
    .filter(([key]) => !left.includes(key))
    .map(([key, value]) => [key, Array.isArray(value) ? ownIn(value, codes) : value] as const);
  return Object.fromEntries(entries);
}

function ownIn(list: readonly unknown[], codes: readonly string[]): readonly unknown[] {
  const isOwn = (one: unknown): boolean => codes.some((code) => code === codeOf(one));
  return list.some(isOwn) ? list.filter(isOwn) : list;
}

const codeOf = (one: unknown): unknown =>
  typeof one === 'object' && one !== null && 'code' in one ? one.code : one;
