/**
 * One motion at the door: reading, admission and ticket of one press. Each request has a key of its own that stays, so
 * that the whole motion can be sent again and counts one person.
 */
import { act, attemptKey, type Failure, type Reply } from '../../display/lib/api.ts';
import type { TicketAnswer } from '../../server/contract/http.ts';
import type { ScreeningAnswer } from '../../server/contract/http-door.ts';

/** `kind`: where a thermometer looked. */
interface Reading {
  readonly celsius: number;
  readonly kind?: string;
}

export type Admission =
  | ({ readonly by: 'reading' } & Reading)
  | ({ readonly by: 'retest'; readonly screening: string } & Reading)
  /** Nothing is measured: so many enter. */
  | { readonly by: 'tap'; readonly people: number }
  /** Was let in before; only the number is missing. */
  | { readonly by: 'before'; readonly screening: string }
  /** Nobody enters now: the number waits outside, or the service is outside. */
  | { readonly by: 'nobody' };

/** Who came together: the first of them who was let in has the ticket. */
export interface Family {
  first: string | null;
}

export interface Wish {
  readonly admission: Admission;
  /** `booking`: says service, lane and how many they are. */
  readonly number: {
    readonly service: string;
    readonly lane: string;
    readonly people: number;
    readonly booking?: string;
  } | null;
  readonly family?: Family;
}

export interface Ended {
  /** The last screening that was answered. */
  readonly answer: ScreeningAnswer | null;
  readonly ticket: TicketAnswer | null;
  /** Of somebody who was let in, though a number is still missing. */
  readonly numberless: string | null;
  readonly failure: Failure | null;
}

/** What may or may not have been recorded, or can be once something is mended: it is sent again with the same key. */
export function isDoubtful({ code }: Failure): boolean {
  return ['unreachable', 'storage', 'internal', 'too-many-requests', 'not-signed-in'].includes(code);
}

/** Each attempt sends the same requests with the same keys; what was recorded before is answered again. */
export function createMotion(wish: Wish): () => Promise<Ended> {
  const keys = new Map<string, string>();
  const once = <A>(part: string, path: string, body: object): Promise<Reply<A>> => {
    const key = keys.get(part) ?? attemptKey();
    keys.set(part, key);
    return act<A>(path, body, key);
  };
  return () => run(wish, once);
}

type Once = <A>(part: string, path: string, body: object) => Promise<Reply<A>>;

async function run({ admission, number, family }: Wish, once: Once): Promise<Ended> {
  let answer: ScreeningAnswer | null = null;
  let first = admission.by === 'before' ? admission.screening : (family?.first ?? null);
  const ended = (part: Partial<Ended>): Ended => ({
    ...{ answer, ticket: null, failure: null },
    numberless: part.failure ? first : null,
    ...part,
  });

  for (const [index, { path, body }] of screeningsOf(admission).entries()) {
    const reply = await once<ScreeningAnswer>(`screening ${index}`, path, body);
    if (!reply.ok) return ended({ failure: reply.failure });
    answer = reply.answer;
    if (isIn(answer)) first ??= answer.id;
    if (family) family.first = first;
  }
  if (!number || (first === null && admission.by !== 'nobody')) return ended({});
  const screening = first === null ? {} : { screening: first };
  const reply = await once<TicketAnswer>('ticket', '/api/v1/tickets', {
    ...bodyOfNumber(number),
    ...screening,
  });
  return reply.ok ? ended({ ticket: reply.answer }) : ended({ failure: reply.failure });
}

function bodyOfNumber({ service, lane, people, booking }: NonNullable<Wish['number']>): object {
  if (booking !== undefined) return { booking };
  return { service, lane, ...(people === 1 ? {} : { people }) };
}

export const isIn = ({ verdict }: ScreeningAnswer): boolean => verdict === 'admitted' || verdict === 'warned';

function screeningsOf(admission: Admission): readonly { path: string; body: object }[] {
  const path = '/api/v1/screenings';
  switch (admission.by) {
    case 'reading':
      return [{ path, body: bodyOf(admission) }];
    case 'retest':
      return [
        { path: `${path}/${encodeURIComponent(admission.screening)}/readings`, body: bodyOf(admission) },
      ];
    case 'tap':
      return Array.from({ length: admission.people }, () => ({ path, body: {} }));
    case 'before':
    case 'nobody':
      return [];
  }
}

const bodyOf = ({ celsius, kind }: Reading): object => (kind === undefined ? { celsius } : { celsius, kind });
