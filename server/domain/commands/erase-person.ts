/**
 * PD4: what is held under a code goes at once, and stays away. PD5: a visit that is still to come is cancelled, or keeps its
 * place without a name: whoever erases says which (`confirm`). PD6: again is no mistake.
 */
import type { Command } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../instant.ts';
import { isHeld, isToCome, needsHeldOf } from '../people/held.ts';
import { type Person, personNamed } from '../people/person-named.ts';
import { cancelBooking } from './cancel-booking.ts';
import { cancelRequest } from './cancel-request.ts';

type ErasePerson = Extract<Command, { type: 'ErasePerson' }>;

/** Refuses `unknown-person`, `confirm`, and `not-possible` where a visit outside would keep its place without an address. */
export function erasePerson(
  state: State,
  command: ErasePerson,
  at: Instant,
): Decision<{ code: string; cancelled: boolean }> {
  const person = personNamed(state, command.person);
  if (!person) return refuse('unknown-person');
  const { place } = command;
  const ahead = isToCome(state, person);
  if (ahead && place === undefined && isHeld(person)) return refuse('confirm');
  if (ahead && place === 'keep' && person.kind === 'request') return refuse('not-possible');
  const cancelled = ahead && place === 'cancel';
  return accept(
    { code: person.code, cancelled },
    ...(cancelled ? cancelling(state, person, at) : []),
    ...erasing(state, person, command, at),
  );
}

function cancelling(state: State, person: Person, at: Instant): readonly DomainEvent[] {
  const decision =
    person.kind === 'request'
      ? cancelRequest(state, { type: 'CancelRequest', request: person.code }, at)
      : cancelBooking(state, { type: 'CancelBooking', booking: person.code }, at);
  return decision.ok ? decision.events : [];
}

function erasing(
  state: State,
  person: Person,
  { reason, marks, by }: ErasePerson,
  at: Instant,
): readonly DomainEvent[] {
  const { code } = person;
  const personal = marks.length > 0 ? { personal: { marks } } : {};
  const visit = needsHeldOf(state, person);
  return [
    ...(isHeld(person)
      ? [{ type: 'PersonErased', at, code, reason, by, personalOf: code, ...personal } as const]
      : []),
    ...(visit ? [{ type: 'NeedsErased', at, code: visit.code } as const] : []),
  ];
}
