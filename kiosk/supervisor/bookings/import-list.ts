/** Sends a list of bookings to the hub and follows how far it is. */
import { type Failure, failureOf, type Reply } from '../../../display/lib/api.ts';
import type { ImportAnswer } from '../../../server/contract/http-bookings.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface ImportOrder {
  /** The list as it is, byte by byte: the hub finds out how it is written. */
  readonly file: Blob;
  /** Only looks at it. */
  readonly dry: boolean;
  /** All or nothing. */
  readonly atomic: boolean;
}

export async function importList(
  { file, dry, atomic }: ImportOrder,
  progress: (far: Progress) => void,
): Promise<Reply<ImportAnswer>> {
  const query = new URLSearchParams({ ...(dry ? { dry: '1' } : {}), ...(atomic ? { atomic: '1' } : {}) });
  try {
    const response = await fetch(`/api/v1/bookings/import?${query}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream', Accept: 'application/x-ndjson' },
      body: file,
    });
    if (!response.ok) return { ok: false, failure: await failureOf(response) };
    return await lastOf(response, progress);
  } catch {
    return { ok: false, failure: { code: 'unreachable' } };
  }
}

/** Lines of progress, and last the answer. */
async function lastOf(response: Response, progress: (far: Progress) => void): Promise<Reply<ImportAnswer>> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    const lines = (rest + value).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines.filter((one) => one.trim() !== '')) {
      const said = JSON.parse(line) as Progress | ImportAnswer | Failure;
      if ('lines' in said) return { ok: true, answer: said };
      if ('code' in said) return { ok: false, failure: said };
      progress(said);
    }
    if (done) return { ok: false, failure: { code: 'unreachable' } };
  }
}
