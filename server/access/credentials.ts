/** How credentials are written: `<id>.<secret>`, as a bearer token or in the session's cookie. */

export const sessionCookie = 'loket_session';

export interface Credential {
  readonly id: string;
  readonly secret: string;
}

export const writeCredential = ({ id, secret }: Credential): string => `${id}.${secret}`;

/** Null when it cannot be one, whatever it is. */
export function readCredential(text: string): Credential | null {
  const [, id, secret] = /^([\w-]{1,64})\.([\w-]{32,128})$/.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** The token of an `Authorization` header; undefined when there is none, empty when it is of another scheme. */
export function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
}

/** The session in a `Cookie` header; undefined when there is none. */
export function sessionOf(cookies: string | undefined): string | undefined {
  for (const pair of cookies?.split(';') ?? []) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === sessionCookie) return value?.trim() ?? '';
  }
  return undefined;
}
