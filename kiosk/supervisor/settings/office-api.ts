/** Asking the hub about the office: a look at a change, saving it, and what was changed before. */
import { ask, type Failure, type Reply } from '../../../display/lib/api.ts';
import type {
  HistoryAnswer,
  HistoryEntry,
  OfficeEdit,
  PreviewAnswer,
} from '../../../server/contract/http-office.ts';

const path = '/api/v1/office';

/** Without a source: of the office that runs. */
export const preview = (draft: {
  source?: string;
  edits?: readonly OfficeEdit[];
}): Promise<Reply<PreviewAnswer>> => ask<PreviewAnswer>('POST', `${path}/preview`, draft);

export const readHistory = (): Promise<Reply<HistoryEntry[]>> =>
  ask<HistoryEntry[]>('GET', `${path}/history`);

export const readVersion = (seq: number): Promise<Reply<HistoryAnswer>> =>
  ask<HistoryAnswer>('GET', `${path}/history/${seq}`);

/** `version`: of the office that the change was made from; when another one runs by now it is refused. */
export async function save(source: string, version: string): Promise<Reply<object>> {
  try {
    const response = await fetch(path, {
      method: 'PUT',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/yaml', 'If-Match': `"${version}"` },
      body: source,
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, answer: {} };
    return { ok: false, failure: isFailure(answer) ? answer : { code: 'internal' } };
  } catch {
    return { ok: false, failure: { code: 'unreachable' } };
  }
}

const isFailure = (answer: unknown): answer is Failure =>
  typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string';
