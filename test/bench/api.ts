/** The hub's HTTP API as the set-up of a measurement uses it: signing in, devices, tokens, counters. */

export interface Api {
  /** Rejects with the hub's problem when the answer is not a success. */
  post(path: string, body: object): Promise<unknown>;
}

export const supervisorPassword = 'bench-supervisor-4711';

/** Signs in as the supervisor, then goes on with a token: it needs neither cookie nor Origin. */
export async function signIn(port: number): Promise<Api & { readonly token: string }> {
  const origin = `http://127.0.0.1:${port}`;
  const session = await send(
    origin,
    '/session',
    { user: 'supervisor', password: supervisorPassword },
    { origin },
  );
  const cookie = session.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  const headers = { origin, cookie: cookie.join('; ') };
  const answer = await send(origin, '/tokens', { role: 'supervisor', label: 'bench' }, headers);
  const token = field(await answer.json(), 'token');
  const authorization = { authorization: `Bearer ${token}` };
  return { token, post: async (path, body) => (await send(origin, path, body, authorization)).json() };
}

async function send(
  origin: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** A text field of an answer. */
export function field(answer: unknown, name: string): string {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
  if (typeof value !== 'string')
    throw new Error(`The hub's answer has no ${name}: ${JSON.stringify(answer)}`);
  return value;
}
