/** Sessions that end with what they stand for. */
import type { Calendar, Session } from './calendar.ts';

/** A revoked token ends its sessions; a new password the supervisor's; a new PIN or role the officer's. */
export function endSessions({ sessions }: Calendar, isEnded: (session: Session) => boolean): void {
  for (const session of sessions.values()) if (isEnded(session)) sessions.delete(session.id);
}
