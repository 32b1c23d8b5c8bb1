/** A hub to play against: one of our own, or one that runs already. Both are rehearsals. */
import { Mistake } from '../mistake.ts';
import { type Address, type Api, must, openApi, textOf } from './api.ts';

export interface Hub {
  readonly http: Address;
  readonly mqtt: Address;
  /** With the supervisor's rights. */
  readonly supervisor: Api;
}

/** Signs in with the password, then goes on with a token, which needs neither cookie nor origin. */
export async function signIn(http: Address, password: string): Promise<Api> {
  const origin = `http://${http.host}:${http.port}`;
  const first = openApi(http, { origin });
  const session = await first.ask('POST', '/session', { user: 'supervisor', password });
  if (session.status === 401)
    throw new Mistake('--password: the hub does not take this supervisor’s password');
  if (session.status !== 200)
    throw new Error(`signing in: ${session.status} ${JSON.stringify(session.body)}`);
  const cookies = [session.headers['set-cookie'] ?? []].flat().map((line) => line.split(';', 1)[0]);
  const signedIn = openApi(http, { origin, cookie: cookies.join('; ') });
  const token = await must(signedIn, 'POST', '/tokens', { role: 'supervisor', label: 'rehearsal' });
  for (const api of [first, signedIn]) api.close();
  return openApi(http, bearer(textOf(token, 'token')));
}

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
});
