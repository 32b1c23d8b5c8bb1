/** Reads a request's body: its type, its size, its encoding, its JSON. */
import type { IncomingMessage } from 'node:http';

/** From this size on a body is refused. */
export const tooLarge = 256 * 1024;
/** The largest file that is taken in. */
export const largestFile = 8 * 1024 * 1024;
/** What is too large is still read up to here, so that the sender gets to see the answer. */
const mostDiscarded = 4 * 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'too-large' | 'malformed'; readonly message: string };

const json = /^application\/(?:[\w.-]+\+)?json$/;
const yaml = /^(?:application|text)\/(?:x-)?yaml$/;
/** Windows calls a CSV file by the name of its spreadsheet. */
const list =
  /^(?:(?:text|application)\/(?:csv|x-csv|comma-separated-values)|text\/plain|application\/(?:octet-stream|vnd\.ms-excel))$/;

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

/** The bytes as they are: in which encoding a file is, it says itself. */
export async function readFile(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, largestFile + 1);
  if (bytes === null) return { ok: false, code: 'too-large', message: 'expected at most 8 MB' };
  const [type = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (!list.test(type.trim())) return malformed('expected the content type text/csv');
  return isEncoded(request) ? malformed('expected no content encoding') : { ok: true, value: bytes };
}

const isEncoded = ({ headers }: IncomingMessage): boolean =>
  (headers['content-encoding'] ?? 'identity') !== 'identity';

type Text = Exclude<Body, { ok: true }> | { readonly ok: true; readonly value: string };

async function readText(
  request: IncomingMessage,
  expected: string,
  isGood: (type: string) => boolean,
): Promise<Text> {
  const bytes = await readBytes(request, tooLarge);
  if (bytes === null) return { ok: false, code: 'too-large', message: 'expected less than 256 KB' };
  if (bytes.length === 0) return { ok: true, value: '' };
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  if (!isGood(type.trim()) || (charset && !/^charset="?utf-8"?$/.test(charset)))
    return malformed(`expected the content type ${expected}, in UTF-8`);
  if (isEncoded(request)) return malformed('expected no content encoding');
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return malformed('expected UTF-8');
  }
}

const malformed = (message: string) => ({ ok: false, code: 'malformed', message }) as const;

/** Null: `limit` or more. Rejects when the sender is gone before the end. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const mostRead = limit + mostDiscarded;
  if (Number(request.headers['content-length'] ?? 0) > mostRead) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size < limit) chunks.push(chunk);
      else chunks = [];
      if (size > mostRead) resolve(null);
    });
    request.once('end', () => resolve(size < limit ? Buffer.concat(chunks) : null));
    // Also when it goes away: ECONNRESET.
    request.once('error', reject);
  });
}
