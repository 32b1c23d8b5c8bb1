/** Sessions: opened and ended in the hub's record, known to a browser by a cookie that no page can read. */
import { sessionCookie, writeCredential } from '../../access/credentials.ts';
import type { Principal } from '../../access/principal.ts';
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import type { WhoAnswer } from '../../contract/http-people.ts';
import type { From } from '../../hub.ts';
import { ask, type Call, type Context, type Reply, reply } from './route.ts';

const hours = 60 * 60 * 1000;
/** A person's working day. */
const personFor = 12 * hours;
/** A station is not signed in anew each morning; it ends with its token. */
const stationFor = 365 * 24 * hours;

type Holder = Pick<Principal, 'account' | 'role' | 'counter' | 'officer'>;

const attributes = (secure: boolean) => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

export const goneCookie = (secure: boolean): string => `${sessionCookie}=; Max-Age=0; ${attributes(secure)}`;

/** @param proved the hash that the password or the PIN was compared with; it must still be the one that counts */
export async function openSession(
  holder: Holder,
  { principal, request }: Call,
  context: Context,
  proved?: string,
): Promise<Reply> {
  const { account, counter, officer } = holder;
  const id = context.freshId();
  const secret = makeSecret();
  const hash = await hashSecret(secret);
  const token = account.startsWith('token:') ? account.slice('token:'.length) : null;
  const lasts = token === null ? personFor : stationFor;
  const command = {
    ...({ type: 'OpenSession', id, hash, token, until: context.now() + lasts } as const),
    ...(officer === null ? {} : { officer: { id: officer, counter } }),
    ...(proved === undefined ? {} : { proved }),
  };
  endOld(principal, context);
  return ask(context, command, { account }, () => {
    context.log.info({ account, session: id }, 'signed in');
    const value = `${sessionCookie}=${writeCredential({ id, secret })}; Max-Age=${lasts / 1000}`;
    const headers = { 'Set-Cookie': `${value}; ${attributes(request.secure)}` };
    return { status: 200, headers, body: whoIsIt(holder, context) };
  });
}

/** What somebody is told of themselves. */
export function whoIsIt(
  { account, role, counter, officer }: Omit<Holder, 'role'> & { readonly role: Principal['role'] },
  { hub }: Context,
): WhoAnswer {
  const { officers, tokens } = hub.state.calendar;
  const label = account.startsWith('token:') ? tokens.get(account.slice('token:'.length))?.label : undefined;
  return {
    role,
    counter,
    officer: officer === null ? null : { id: officer, name: officers.get(officer)?.name ?? officer },
    ...(label === undefined ? {} : { label }),
  };
}

/** Null when it is ended, or else what hindered it. */
export async function endSession(
  id: string,
  from: From,
  context: Context,
  expired = false,
): Promise<Reply | null> {
  const ended = reply(204);
  const answer = await ask(context, { type: 'EndSession', id, expired }, from, () => ended);
  return answer === ended ? null : answer;
}

/** The one that this browser had, and those whose time is over: nobody else would ever take them away. */
function endOld({ session, account }: Principal, context: Context): void {
  for (const { id, until } of context.hub.state.calendar.sessions.values()) {
    if (until <= context.now()) void endSession(id, { account }, context, true);
    else if (id === session) void endSession(id, { account }, context);
  }
}
