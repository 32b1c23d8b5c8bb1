/** Who asks, and what they may do. Looked up in the calendar each time: what is revoked or ended counts at once. */
import { officerRoles, type Role, roles } from '../contract/values.ts';
import type { Calendar, Session, Token } from '../domain/calendar.ts';
import type { Hub } from '../hub.ts';
import { readCredential } from './credentials.ts';
import { verify } from './secrets.ts';

export interface Principal {
  /** `supervisor`, `officer:<id>`, `token:<id>` or `public`; also the account under which answers are kept. */
  readonly account: string;
  readonly role: Role | 'public';
  /** The counter that a `counter` token works at, or an officer signed in at. */
  readonly counter: number | null;
  /** Id of the officer, when it is one. */
  readonly officer: string | null;
  /** Id of the session, when it was one. */
  readonly session: string | null;
  readonly via: 'cookie' | 'bearer' | 'none';
}

/** What a request or a handshake presents: the bare values, see `credentials.ts`. */
export interface Presented {
  readonly bearer?: string | undefined;
  readonly cookie?: string | undefined;
}

export interface Access {
  /** Null: something was presented and it is wrong, ended or revoked. A bearer token wins over a cookie. */
  whoIs(presented: Presented): Promise<Principal | null>;
  /** For one who was let in before: false once the token is revoked, or the session has ended or expired. */
  stillIs(principal: Principal): boolean;
}

export const nobody: Principal = {
  account: 'public',
  role: 'public',
  counter: null,
  officer: null,
  session: null,
  via: 'none',
};

/** Who signs in by the supervisor's password; a session gives it an id. */
export const supervisor = {
  account: 'supervisor',
  role: 'supervisor',
  counter: null,
  officer: null,
} as const;

/** `now`: network time in milliseconds since 1970; sessions do not follow a rehearsal's clock. */
export function createAccess({
  hub,
  now = Date.now,
}: {
  hub: Pick<Hub, 'state'>;
  now?: () => number;
}): Access {
  return {
    async whoIs({ bearer, cookie }) {
      if (bearer !== undefined) return whoHolds(hub.state.calendar, bearer);
      if (cookie !== undefined) return whoseSession(hub.state.calendar, cookie, now());
      return nobody;
    },
    stillIs({ account, session, via }) {
      const { calendar } = hub.state;
      if (via === 'none') return true;
      if (session !== null) return ofSession(calendar, calendar.sessions.get(session), now()) !== null;
      return calendar.tokens.has(account.slice('token:'.length));
    },
  };
}

async function whoHolds(calendar: Calendar, bearer: string): Promise<Principal | null> {
  const credential = readCredential(bearer);
  const token = credential && calendar.tokens.get(credential.id);
  if (!token || !(await verify(credential.secret, token.hash))) return null;
  // It may have been revoked meanwhile.
  return calendar.tokens.has(token.id) ? ofToken(token) : null;
}

async function whoseSession(calendar: Calendar, cookie: string, now: number): Promise<Principal | null> {
  const credential = readCredential(cookie);
  const session = credential && calendar.sessions.get(credential.id);
  if (!session || !(await verify(credential.secret, session.hash))) return null;
  return ofSession(calendar, calendar.sessions.get(session.id), now);
}

function ofSession(calendar: Calendar, session: Session | null | undefined, now: number): Principal | null {
  if (!session || session.until <= now) return null;
  const holder = holderOf(calendar, session);
  return holder && { ...holder, session: session.id, via: 'cookie' };
}

/** Null: whoever it stood for is not there any more. */
function holderOf(
  calendar: Calendar,
  { token, officer }: Session,
): Pick<Principal, 'account' | 'role' | 'counter' | 'officer'> | null {
  if (officer !== null) return ofOfficer(calendar, officer);
  if (token === null) return supervisor;
  const known = calendar.tokens.get(token);
  return known ? ofToken(known) : null;
}

/** The role is the officer's of now. */
function ofOfficer(
  { officers }: Calendar,
  { id, counter }: NonNullable<Session['officer']>,
): Pick<Principal, 'account' | 'role' | 'counter' | 'officer'> | null {
  const role = officers.get(id)?.role;
  if (role === undefined || !officerRoles.includes(role)) return null;
  return { account: `officer:${id}`, role, counter: role === 'counter' ? counter : null, officer: id };
}

function ofToken({ id, role, counter }: Token): Principal | null {
  // A journal written by a newer program may know roles that mean nothing here: they may do nothing.
  if (!roles.includes(role)) return null;
  return { account: `token:${id}`, role, counter, officer: null, session: null, via: 'bearer' };
}

/**
 * Whether the principal has one of the roles; where `counter` is given, the role `counter` counts only at
 * exactly that one.
 */
export function may(
  { role, counter: own }: Principal,
  allowed: readonly (Role | 'public')[],
  counter?: number,
): boolean {
  if (!allowed.includes(role)) return false;
  return role !== 'counter' || counter === undefined || own === counter;
}
