/** Tokens of stations and the sessions of whoever signed in; a secret is known here by its hash alone. */
import type { CalendarCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';

type Of<T extends CalendarCommand['type']> = Extract<CalendarCommand, { type: T }>;
type Done = Decision<Record<string, never>>;

/** A `counter` token works at a counter of the office. */
export function issueToken(_: State, command: Of<'IssueToken'>, at: Instant): Done {
  const { id, role, counter, label, hash } = command;
  return accept({}, { type: 'TokenIssued', at, id, role, counter, label, hash });
}

export function revokeToken({ calendar }: State, { id }: Of<'RevokeToken'>, at: Instant): Done {
  if (!calendar.tokens.has(id)) return refuse('unknown-token');
  return accept({}, { type: 'TokenRevoked', at, id });
}

export function openSession({ calendar }: State, command: Of<'OpenSession'>, at: Instant): Done {
  const { id, hash, token, until } = command;
  if (token !== null && !calendar.tokens.has(token)) return refuse('unknown-token');
  return accept({}, { type: 'SessionOpened', at, id, hash, token, until: instant(until) });
}

/** Ending a session that has ended is no mistake. */
export function endSession({ calendar }: State, { id }: Of<'EndSession'>, at: Instant): Done {
  return calendar.sessions.has(id) ? accept({}, { type: 'SessionEnded', at, id }) : accept({});
}
