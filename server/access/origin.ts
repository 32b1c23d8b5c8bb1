/** Where a page came from: state is changed only by the hub's own pages. */

/**
 * Whether a request to `host` (as in the `Host` header, or forwarded by a trusted proxy) may come from a page
 * of `origin`. The scheme is not compared: a proxy that ends TLS hides it.
 */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  const from = parse(origin);
  if (!from || (from.protocol !== 'http:' && from.protocol !== 'https:')) return false;
  if (publicUrl !== null && from.origin === parse(publicUrl)?.origin) return true;
  // Read with the origin's scheme, so that a default port may be written or left out.
  return host !== undefined && from.host === parse(`${from.protocol}//${host}`)?.host;
}

const parse = (text: string): URL | null => URL.parse(text);
