/** How events make the list of officers; what ends their sessions: ON4. */
import type { Calendar, Officer } from './calendar.ts';
import { endSessions } from './end-sessions.ts';
import type { CalendarEvent } from './events.ts';

type OfficerEvent = Extract<
  CalendarEvent,
  { type: 'OfficerAdded' | 'OfficerChanged' | 'PinSet' | 'OfficerRemoved' }
>;

export function applyToOfficers(calendar: Calendar, event: OfficerEvent): void {
  const { officers } = calendar;
  const former = officers.get(event.id);
  const officer = officerAfter(former, event);
  if (event.type === 'OfficerAdded') calendar.officerIds.add(event.id);
  if (officer) officers.set(event.id, officer);
  else officers.delete(event.id);
  // Another name alone ends nothing.
  if (event.type === 'OfficerChanged' && event.role === former?.role) return;
  endSessions(calendar, (session) => session.officer?.id === event.id);
}

function officerAfter(former: Officer | undefined, event: OfficerEvent): Officer | undefined {
  const { id } = event;
  switch (event.type) {
    case 'OfficerAdded':
      return { id, name: event.personal?.name ?? id, role: event.role, hash: event.hash };
    case 'OfficerChanged':
      return former && { ...former, role: event.role, name: event.personal?.name ?? former.name };
    case 'PinSet':
      return former && { ...former, hash: event.hash };
    case 'OfficerRemoved':
      return undefined;
  }
}
