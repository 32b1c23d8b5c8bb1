/** Sessions: opened and ended in the hub's record, known to a browser by a cookie that no page can read. */
import { sessionCookie, writeCredential } from '../../access/credentials.ts';
import type { Principal } from '../../access/principal.ts';
import { hashSecret, makeSecret } from '../../access/secrets.ts';
import type { From } from '../../hub.ts';
import { ask, type Call, type Context, type Reply, reply } from './route.ts';

const hours = 60 * 60 * 1000;
/** A person's working day. */
const supervisorFor = 12 * hours;
/** A station is not signed in anew each morning; it ends with its token. */
const stationFor = 365 * 24 * hours;

const attributes = (secure: boolean) => `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

export const goneCookie = (secure: boolean): string => `${sessionCookie}=; Max-Age=0; ${attributes(secure)}`;

export async function openSession(
  { account, role, counter }: Pick<Principal, 'account' | 'role' | 'counter'>,
  { principal, request }: Call,
  context: Context,
): Promise<Reply> {
  const id = context.freshId();
  const secret = makeSecret();
  const hash = await hashSecret(secret);
  const token = account.startsWith('token:') ? account.slice('token:'.length) : null;
  const lasts = token === null ? supervisorFor : stationFor;
  const until = context.now() + lasts;
  endOld(principal, context);
  return ask(context, { type: 'OpenSession', id, hash, token, until }, { account }, () => {
    context.log.info({ account, session: id }, 'signed in');
    const value = `${sessionCookie}=${writeCredential({ id, secret })}; Max-Age=${lasts / 1000}`;
    const headers = { 'Set-Cookie': `${value}; ${attributes(request.secure)}` };
    return { status: 200, headers, body: { role, counter } };
  });
}

/** Null when it is ended, or else what hindered it. */
export async function endSession(id: string, from: From, context: Context): Promise<Reply | null> {
  const ended = reply(204);
  const answer = await ask(context, { type: 'EndSession', id }, from, () => ended);
  return answer === ended ? null : answer;
}

/** The one that this browser had, and those whose time is over: nobody else would ever take them away. */
function endOld({ session, account }: Principal, context: Context): void {
  const over = [...context.hub.state.calendar.sessions.values()].filter(
    ({ until }) => until <= context.now(),
  );
  for (const id of new Set([...over.map(({ id }) => id), ...(session === null ? [] : [session])])) {
    void endSession(id, { account }, context);
  }
}
