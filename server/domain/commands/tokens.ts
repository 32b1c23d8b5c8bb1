/** Tokens of stations and the sessions of whoever signed in; a secret is known here by its hash alone. */
import type { RefusalCode } from '../../contract/refusals.ts';
import type { CalendarCommand } from '../commands.ts';
import type { Decision, State } from '../decision.ts';
import { accept, officeOf, refuse } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { instant } from '../instant.ts';
import { assigned } from './officers.ts';

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

/** ON2: an officer who signs in at a counter answers for it from then on. */
export function openSession(state: State, command: Of<'OpenSession'>, at: Instant): Done {
  const { calendar } = state;
  const { id, hash, token, officer, until } = command;
  if (token !== null && !calendar.tokens.has(token)) return refuse('unknown-token');
  const refused = outdated(state, command);
  if (refused) return refuse(refused);
  const signedIn = { type: 'SessionOpened', at, id, hash, token, until: instant(until) } as const;
  if (!officer) return accept({}, signedIn);
  const { counter } = officer;
  if (counter !== null && !officeOf(state).counters.some(({ number }) => number === counter)) {
    return refuse('unknown-counter');
  }
  const sits = counter === null ? [] : assigned(state, counter, officer.id, at);
  return accept({}, { ...signedIn, officer }, ...sits);
}

/** ON4: what was proved to open it must still count: comparing takes a while, in which it can be changed. */
function outdated({ calendar }: State, { token, officer, proved }: Of<'OpenSession'>): RefusalCode | null {
  if (token !== null) return null;
  if (!officer) return proved === undefined || proved === calendar.passwordHash ? null : 'wrong-password';
  const hash = calendar.officers.get(officer.id)?.hash;
  if (hash === undefined) return 'unknown-officer';
  return proved === undefined || proved === hash ? null : 'wrong-pin';
}

/**
 * Ending a session that has ended is no mistake. ON2: who signs out at a counter answers for it no more; a session
 * whose time is over takes nobody from a counter that they may have been assigned to since.
 */
export function endSession(state: State, { id, expired = false }: Of<'EndSession'>, at: Instant): Done {
  const session = state.calendar.sessions.get(id);
  if (!session) return accept({});
  const { officer } = session;
  const isElsewhere = [...state.calendar.sessions.values()].some(
    (other) =>
      other.id !== id && other.officer?.id === officer?.id && other.officer?.counter === officer?.counter,
  );
  const leaves =
    officer?.counter != null &&
    !expired &&
    !isElsewhere &&
    state.day.officers.get(officer.counter) === officer.id
      ? assigned(state, officer.counter, null, at)
      : [];
  return accept({}, { type: 'SessionEnded', at, id }, ...leaves);
}
