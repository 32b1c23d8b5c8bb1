/** Sending a picture or a video to the hub, with how far it has come; and a name that it may have there. */
import type { MediaListed } from '../../../server/contract/http-media.ts';

export type Refused =
  | 'name'
  | 'kind'
  | 'content'
  | 'pixels'
  | 'size'
  | 'total'
  | 'storage'
  | 'unreachable'
  | 'stopped';

export type Uploaded =
  | { readonly ok: true; readonly file: MediaListed }
  | { readonly ok: false; readonly why: Refused };

export interface Upload {
  readonly done: Promise<Uploaded>;
  stop(): void;
}

const kinds = /\.(?:png|jpg|webp|mp4|webm)$/;

/**
 * `Foto Kantor (2).JPEG` is `foto-kantor-2.jpg`; null: of no kind that boards show.
 * @param there names that are given: one of nothing but other letters must not take the place of another such one
 */
export function nameFor(original: string, there: ReadonlySet<string> = new Set()): string | null {
  const plain = original
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.jpe$|\.jpeg$/, '.jpg');
  const ending = kinds.exec(plain)?.[0];
  if (ending === undefined) return null;
  const stem = plain
    .slice(0, -ending.length)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (stem !== '') return stem + ending;
  let name = `media${ending}`;
  for (let count = 2; there.has(name); count++) name = `media-${count}${ending}`;
  return name;
}

/** @param told how far it is: from 0 to 1 */
export function upload(file: File, name: string, told: (part: number) => void): Upload {
  // `fetch` does not say how far it has come.
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => told(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ ok: false, why: 'unreachable' });
    request.onabort = () => resolve({ ok: false, why: 'stopped' });
  });
  request.open('PUT', `/api/v1/media/${encodeURIComponent(name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.send(file);
  return { done, stop: () => request.abort() };
}

interface Answer {
  readonly code?: string;
  readonly fields?: readonly { readonly path: string }[];
}

function answerOf({ status, responseText }: XMLHttpRequest): Uploaded {
  const answer = read(responseText);
  if (status === 200 || status === 201) return { ok: true, file: answer as MediaListed };
  return { ok: false, why: reasonOf(status, answer as Answer) };
}

function reasonOf(status: number, { fields = [] }: Answer): Refused {
  const path = fields[0]?.path;
  if (status === 413) return path === 'total' ? 'total' : 'size';
  if (status === 503) return 'storage';
  return path === 'content' || path === 'pixels' || path === 'name' ? path : 'unreachable';
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
