/** What was told by the hub becomes announcements, and orders to look at views again. */
import type { AnnounceMessage } from '../../contract/socket.ts';
import type { State } from '../../domain/decision.ts';
import type { DomainEvent } from '../../domain/events.ts';
import { belongsTo } from '../../domain/views/lobby.ts';

/** What is heard, once for each announcement of a call; null for all other events. */
export function announcementOf(state: State, event: DomainEvent): AnnounceMessage | null {
  if (event.type !== 'TicketCalled' && event.type !== 'TicketRecalled') return null;
  const visit = state.day.visits.get(event.code);
  if (!visit) return null;
  const [callId, times] =
    event.type === 'TicketCalled' ? [event.action, 1] : [visit.callId ?? event.action, event.times];
  return { callId, number: visit.number, counter: event.counter, step: visit.step, times };
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
  if (event.type === 'ActionUndone') return event.codes;
  const all = event.type === 'DayEnded' || event.type === 'DayBegan' || event.type === 'OfficeConfigured';
  return all ? 'all' : [];
}

/** After these somebody who is connected may no longer be who it was. */
export const endsAccess = ({ type }: DomainEvent): boolean =>
  type === 'TokenRevoked' || type === 'SessionEnded' || type === 'PasswordSet';
