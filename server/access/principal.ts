/** Who asks, and what they may do. Looked up in the calendar each time: what is revoked or ended counts at once. */
import { type Role, roles } from '../contract/values.ts';
import type { Calendar, Session, Token } from '../domain/calendar.ts';
import type { Hub } from '../hub.ts';
import { readCredential } from './credentials.ts';
import { verify } from './secrets.ts';

export interface Principal {
  /** `supervisor`, `token:<id>` or `public`; also the account under which answers are kept. */
  readonly account: string;
  readonly role: Role | 'public';
  /** The counter that a `counter` token works at. */
  readonly counter: number | null;
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
  session: null,
  via: 'none',
};

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
  if (session.token === null)
    return { account: 'supervisor', role: 'supervisor', counter: null, session: session.id, via: 'cookie' };
  const token = calendar.tokens.get(session.token);
  const holder = token && ofToken(token);
  return holder ? { ...holder, session: session.id, via: 'cookie' } : null;
}

function ofToken({ id, role, counter }: Token): Principal | null {
  // A journal written by a newer program may know roles that mean nothing here: they may do nothing.
  if (!roles.includes(role)) return null;
  return { account: `token:${id}`, role, counter, session: null, via: 'bearer' };
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
