/** Acting over HTTP: every outcome is a value, a lost network too, and a repeated attempt has one effect. */
import type { Problem, ProblemCode } from '../../server/contract/refusals.ts';

/** `unreachable`: no answer came; whether it was done is not known. */
export type FailureCode = ProblemCode | 'unreachable';

/** `retryAfter`: seconds after which it may be asked again. */
export type Failure = { readonly code: FailureCode; readonly retryAfter?: number } & Pick<
  Problem,
  | 'availableAt'
  | 'callsMissing'
  | 'tickets'
  | 'counter'
  | 'opensAt'
  | 'nextDay'
  | 'slots'
  | 'date'
  | 'from'
  | 'until'
  | 'most'
  | 'fields'
>;

export type Reply<A> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly failure: Failure };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A key for one attempt: sent again with it, a request is not done again. (`randomUUID` needs HTTPS.) */
export function attemptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Why an answer is none. */
export async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('Retry-After'));
  const wait = seconds > 0 ? { retryAfter: seconds } : {};
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string')
    return { ...(body as Failure), ...wait };
  return { code: response.status === 429 ? 'too-many-requests' : 'internal', ...wait };
}

async function send<A>(method: Method, path: string, init: RequestInit): Promise<Reply<A>> {
  try {
    const response = await fetch(path, { method, credentials: 'same-origin', cache: 'no-store', ...init });
    if (!response.ok) return { ok: false, failure: await failureOf(response) };
    const text = await response.text();
    return { ok: true, answer: (text === '' ? {} : JSON.parse(text)) as A };
  } catch {
    return { ok: false, failure: { code: 'unreachable' } };
  }
}

/** For calls that take no key, such as signing in. */
export function ask<A>(method: Method, path: string, body?: object): Promise<Reply<A>> {
  if (body === undefined) return send(method, path, {});
  return send(method, path, {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Does something once: when no answer comes it is asked once more with the same key. */
export async function act<A>(path: string, body: object = {}, key = attemptKey()): Promise<Reply<A>> {
  const init: RequestInit = {
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  };
  const first = await send<A>('POST', path, init);
  if (first.ok || first.failure.code !== 'unreachable') return first;
  return send<A>('POST', path, init);
}
