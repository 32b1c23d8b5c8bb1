/** The API as stations and programs use it: a bearer token, one idempotency key an attempt. */

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export interface Client {
  /** Rejects when no answer came. */
  send(method: string, path: string, body?: object, key?: string): Promise<Answer>;
}

export function clientOf(port: number, token?: string): Client {
  return {
    async send(method, path, body, key) {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
    },
  };
}

/** A token of this role, made by the supervisor. */
export async function tokenFor(port: number, password: string, role: string): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, 'content-type': 'application/json' };
  const session = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ user: 'supervisor', password }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const issued = await fetch(`${origin}/api/v1/tokens`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ role, label: role }),
  });
  const { token } = (await issued.json()) as { token?: string };
  if (token === undefined) throw new Error(`no token: ${issued.status}`);
  return token;
}
