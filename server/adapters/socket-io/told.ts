/** What was told by the hub becomes announcements, and orders to look at views again. */
import type { AnnounceMessage } from '../../contract/socket.ts';
import type { Call } from '../../domain/day.ts';
import type { State } from '../../domain/decision.ts';
import type { DomainEvent } from '../../domain/events.ts';
import { belongsTo } from '../../domain/views/lobby.ts';

/** What is heard, once for each announcement of a call; null for all other events. */
export function announcementOf(state: State, event: DomainEvent): AnnounceMessage | null {
  if (event.type !== 'TicketCalled' && event.type !== 'TicketRecalled') return null;
  const number = state.day.visits.get(event.code)?.number;
  if (number === undefined) return null;
  const { counter } = event;
  if (event.type === 'TicketCalled') {
    return { callId: event.action, number, counter, step: event.step, times: 1 };
  }
  const call = lastCallOf(state, event.code, counter);
  return call && { callId: call.callId, number, counter, step: call.step, times: event.times };
}

/** The visit itself may have gone on within the batch that was told. */
function lastCallOf({ day }: State, code: string, counter: number): Call | null {
  let last: Call | null = null;
  for (const calls of day.calls.values()) {
    const found = calls.findLast((call) => call.code === code && call.counter === counter);
    if (found && (last === null || found.ordinal > last.ordinal)) last = found;
  }
  return last;
}

/** The names of the boards that call for a counter. */
export function boardsOf(state: State, counter: number): readonly string[] {
  const counters = state.calendar.office?.counters ?? [];
  const setup = counters.find(({ number }) => number === counter);
  const zones = new Set(counters.flatMap(({ zone }) => zone ?? []));
  return ['lobby', ...[...zones].filter((zone) => belongsTo(setup, zone)).map((zone) => `lobby:${zone}`)];
}

/** Codes of the visits that the event is about; `all`: possibly every one. */
export function touchedBy(event: DomainEvent): readonly string[] | 'all' {
  if ('code' in event) return [event.code];
  if ('codes' in event) return event.codes;
  const all = event.type === 'DayEnded' || event.type === 'DayBegan' || event.type === 'OfficeConfigured';
  return all ? 'all' : [];
}

const endings: readonly DomainEvent['type'][] = [
  'TokenRevoked',
  'SessionEnded',
  'PasswordSet',
  'OfficerChanged',
  'PinSet',
  'OfficerRemoved',
];

/** After these somebody who is connected may no longer be who it was. */
export const endsAccess = ({ type }: DomainEvent): boolean => endings.includes(type);
