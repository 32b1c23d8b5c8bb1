/** ON3: events of a counter say which officer answers for them. OT2: what was out of turn says whose account did it. */
import type { Decision, State } from './decision.ts';
import type { DomainEvent } from './events.ts';
import { officerOf } from './queue/out-of-turn.ts';

/** The decision with the name of whoever asked for it, where it must not be forgotten. */
export function signed(state: State, decision: Decision, by: string): Decision {
  if (!decision.ok || decision.events.length === 0) return decision;
  return { ...decision, events: decision.events.map((event) => sign(state, event, by)) };
}

function sign({ day }: State, event: DomainEvent, by: string): DomainEvent {
  const isAtCounter = 'action' in event || event.type === 'ActionUndone';
  const officer = isAtCounter ? (officerOf(by) ?? day.officers.get(event.counter)) : undefined;
  const known = officer === undefined ? event : { ...event, officer };
  return isOutOfTurn(event) ? ({ ...known, by } as DomainEvent) : (known as DomainEvent);
}

function isOutOfTurn(event: DomainEvent): boolean {
  if (event.type === 'TicketCalled') return event.overtaken > 0;
  if (event.type === 'ActionUndone') return event.callId !== null;
  if (event.type === 'TicketTaken') return event.place !== undefined;
  return event.type === 'LaneChanged';
}
