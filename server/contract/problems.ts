/** Problems as they are written (RFC 9457): one title and one status for each code. */
import type { Problem, ProblemCode, Refusal } from './refusals.ts';

const titles: Record<ProblemCode, string> = {
  'counter-closed': 'The counter is not open',
  'nobody-waiting': 'Nobody is waiting',
  'nobody-called': 'No ticket is called at this counter',
  'unknown-ticket': 'There is no such ticket today',
  'unknown-service': 'There is no such service',
  'unknown-lane': 'There is no such lane',
  'unknown-step': 'There is no such step',
  'unknown-counter': 'There is no such counter',
  'unknown-reason': 'There is no such reason',
  'unknown-outcome': 'There is no such outcome',
  'unknown-device': 'There is no such device',
  'unknown-token': 'There is no such token',
  'unknown-key': 'The key has no meaning',
  'unknown-officer': 'There is no such officer',
  'unknown-screening': 'There is no such screening under way',
  'unknown-case': 'There is no such open case',
  'unknown-place': 'There is no first place promised to this ticket',
  'unknown-exception': 'There is no such entry',
  'officer-exists': 'There is already an officer of this id',
  'device-exists': 'There is already a device of this id',
  'device-offline': 'The device is not connected, or has nothing to show itself with',
  'not-yours': 'This counter may not call the ticket',
  'not-possible': 'Not possible in the state that it is in',
  'already-called': 'The ticket is already called',
  'moved-on': 'Another ticket is at the counter by now',
  'too-soon': 'It is too soon',
  'nothing-to-undo': 'There is nothing to undo',
  confirm: 'The last counter that can serve somebody waiting closes only when confirmed',
  'would-strand': 'Somebody could not be served any more',
  'office-closed': 'No numbers are given now',
  'intake-closed': 'No numbers are given in this lane now',
  'quota-full': 'No places are left',
  'slot-full': 'No places are left at this time',
  'unknown-booking': 'There is no such booking',
  'booking-used': 'The booking was used already',
  'booking-early': 'It is too early to check in',
  'booking-late': 'It is too late to check in',
  'booking-other-day': 'The booking is for another day',
  'booking-cancelled': 'The booking was cancelled',
  'one-booking-only': 'This contact has a booking already',
  'party-too-large': 'So many people do not fit into one booking',
  'not-bookable': 'This service cannot be booked',
  'outside-horizon': 'This date cannot be booked now',
  'unknown-slot': 'There is no such time on this date',
  'unknown-quota': 'There is no such quota',
  'too-many-places': 'So many places may not be released',
  'unknown-claim': 'There is no such open claim',
  'unknown-request': 'There is no such request',
  'unknown-trip': 'There is no such trip',
  'unknown-person': 'There is no such person on the list',
  'person-erased': 'These people were erased, and no list brings them back',
  'not-on-this-day': 'The service is not given on this day',
  'requirement-missing': 'Something that the service asks for is missing',
  'room-full': 'The room is full',
  'number-taken': 'The number was given already',
  'rating-over': 'The rating is over',
  'no-printer': 'No printer serves this station',
  'wrong-pin': 'The officer or the PIN is wrong',
  'pairing-pending': 'Nobody has confirmed the code yet',
  'wrong-password': 'The user or the password is wrong',
  'already-set-up': 'There is a password already',
  stale: 'The press is too old',
  storage: 'Nothing can be recorded at the moment',
  malformed: 'The request is not as expected',
  'key-reused': 'The idempotency key was used for another request',
  'not-signed-in': 'Not signed in',
  forbidden: 'The role may not do this',
  'wrong-origin': 'The request comes from a foreign page',
  'not-found': 'There is nothing here',
  'not-acceptable': 'It cannot be given in a form that is accepted',
  'too-large': 'The body is too large',
  'too-many-requests': 'Too many requests',
  internal: 'Something went wrong in the hub',
};

/** All others are refusals of the domain: the request was understood, and the state forbids it. */
const statuses: Partial<Record<ProblemCode, number>> = {
  'wrong-password': 401,
  'wrong-pin': 401,
  storage: 503,
  malformed: 400,
  'key-reused': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'wrong-origin': 403,
  'not-found': 404,
  'not-acceptable': 406,
  'too-large': 413,
  'too-many-requests': 429,
  internal: 500,
};

export type ProblemDetails = Partial<Omit<Problem, 'type' | 'title' | 'code'>>;

/** `details` may give another status: what the path names and is not there is 404. */
export function makeProblem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return { type: 'about:blank', title: titles[code], status: statuses[code] ?? 409, code, ...details };
}

/** A refusal of the hub with what the reader can do about it. */
export function problemOf(
  refusal: Refusal | { readonly code: 'key-reused' | 'internal' },
  details: ProblemDetails = {},
): Problem {
  const {
    code,
    tickets,
    slots,
    missing,
    ...rest
  }: Partial<Omit<Refusal, 'code'>> & {
    readonly code: ProblemCode;
  } = refusal;
  return makeProblem(code, {
    ...rest,
    ...(tickets ? { tickets: [...tickets] } : {}),
    ...(slots ? { slots: [...slots] } : {}),
    ...(missing ? { missing: [...missing] } : {}),
    ...details,
  });
}
