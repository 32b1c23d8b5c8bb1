/** Signing people in over HTTP, for tests: the cookie that a browser would keep, and what it then sends with it. */
import type { Answer, Sent, Stage } from './stage.ts';

export const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Sends as whoever signs in with this; throws when it is refused. */
export async function signedInAs(
  { send, origin }: Stage,
  json: object,
): Promise<{ cookie: string; send: (line: string, sent?: Sent) => Promise<Answer> }> {
  const answer = await send('POST /session', { json });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  const cookie = cookieOf(answer);
  return { cookie, send: (line, sent) => send(line, { cookie, headers: { origin }, ...sent }) };
}
