/** DO5: the case of somebody who is held: looked at, told to the task force, decided once. DO6: not into a full room. */
import type { ScreeningAnswer } from '../../contract/http-door.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import { isFull } from '../door/room.ts';
import type { DoorEvent } from '../events.ts';
import type { Instant } from '../instant.ts';

interface DecideCase {
  screening: string;
  decision: 'admit' | 'refer';
  by: string;
  reason?: string;
}

export function decideCase(
  state: State,
  { screening: id, decision, by, reason = '' }: DecideCase,
  at: Instant,
): Decision<ScreeningAnswer> {
  const { cases, screenings } = state.day.door;
  const held = [...cases.values()].find(({ screening }) => screening === id);
  if (!held && !screenings.has(id)) return refuse('unknown-screening');
  if (!held || held.decision !== null) return refuse('unknown-case');
  if (decision === 'admit' && isFull(state)) return refuse('room-full');
  const { attempt = 0, readings = [] } = screenings.get(id) ?? {};
  const decided: DoorEvent = {
    type: 'CaseDecided',
    at,
    case: held.number,
    screening: id,
    decision,
    personal: { by, reason: reason === '' ? null : reason },
  };
  const erased: DoorEvent[] = readings.length > 0 ? [{ type: 'ReadingsErased', at, screening: id }] : [];
  const verdict = decision === 'admit' ? 'admitted' : 'referred';
  return accept({ id, verdict, attempt, case: held.number }, decided, ...erased);
}

/** Whoever looks at readings is recorded before they are shown. */
export function seeCase(
  { day }: State,
  { case: number, by }: { case: string; by: string },
  at: Instant,
): Decision<Record<string, never>> {
  if (!day.door.cases.has(number)) return refuse('unknown-case');
  return accept({}, { type: 'CaseSeen', at, case: number, by });
}

export function noteNotice(
  { day }: State,
  { case: number }: { case: string },
  at: Instant,
): Decision<Record<string, never>> {
  const held = day.door.cases.get(number);
  if (!held) return refuse('unknown-case');
  return held.notifiedAt === null ? accept({}, { type: 'TaskForceNotified', at, case: number }) : accept({});
}
