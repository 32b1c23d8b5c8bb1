/** Reads a request's body: its type, its size, its encoding, its JSON. */
import type { IncomingMessage } from 'node:http';

/** From this size on a body is refused. */
export const tooLarge = 256 * 1024;
/** What is too large is still read up to here, so that the sender gets to see the answer. */
const mostDiscarded = 4 * 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'too-large' | 'malformed'; readonly message: string };

const json = /^application\/(?:[\w.-]+\+)?json$/;
const yaml = /^(?:application|text)\/(?:x-)?yaml$/;

export async function readJson(request: IncomingMessage): Promise<Body> {
  const text = await readText(request, 'application/json', (type) => json.test(type));
  if (!text.ok) return text;
  if (text.value === '') return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(text.value) };
  } catch {
    return malformed('expected JSON');
  }
}

export const readOfficeText = (request: IncomingMessage): Promise<Body> =>
  readText(
    request,
    'application/yaml or application/json',
    (type) => yaml.test(type) || json.test(type) || type === 'text/plain',
  );

type Text = Exclude<Body, { ok: true }> | { readonly ok: true; readonly value: string };

async function readText(
  request: IncomingMessage,
  expected: string,
  isGood: (type: string) => boolean,
): Promise<Text> {
  const bytes = await readBytes(request);
  if (bytes === null) return { ok: false, code: 'too-large', message: 'expected less than 256 KB' };
  if (bytes.length === 0) return { ok: true, value: '' };
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (!isGood(type.trim()) || (charset && !/^charset="?utf-8"?$/.test(charset)))
    return malformed(`expected the content type ${expected}, in UTF-8`);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    return malformed('expected no content encoding');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return malformed('expected UTF-8');
  }
}

const malformed = (message: string) => ({ ok: false, code: 'malformed', message }) as const;

/** Null: too large. Rejects when the sender is gone before the end. */
function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostDiscarded) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size < tooLarge) chunks.push(chunk);
      else chunks = [];
      if (size > mostDiscarded) resolve(null);
    });
    request.once('end', () => resolve(size < tooLarge ? Buffer.concat(chunks) : null));
    // Also when it goes away: ECONNRESET.
    request.once('error', reject);
  });
}
