/** Asking the hub for a report: to show, or as a file to hand on. */
import { ask, failureOf, type Reply } from '../../../display/lib/api.ts';
import type { Report } from '../../../server/contract/report.ts';
import type { Period } from './period.ts';

export type Form = 'text/csv' | 'application/pdf' | 'text/plain';

export interface Wanted extends Pick<Period, 'from' | 'to'> {
  /** Small groups are hidden. */
  readonly outside: boolean;
}

function pathOf({ from, to, outside }: Wanted, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(from === to ? {} : { from, to }),
    ...(outside ? { outside: '1' } : {}),
    ...more,
  });
  const path = from === to ? `/api/v1/reports/${from}` : '/api/v1/reports';
  return query.size > 0 ? `${path}?${query}` : path;
}

export const readReport = (wanted: Wanted): Promise<Reply<Report>> => ask('GET', pathOf(wanted));

/** Languages that the hub writes; otherwise it takes the office's first. */
const written = ['id', 'en'];

export interface Written {
  readonly file: Blob;
  /** As the hub names it. */
  readonly name: string;
}

/** The report as the hub writes it, in the reader's language. */
export async function readAs(wanted: Wanted, form: Form, language: string): Promise<Reply<Written>> {
  try {
    const response = await fetch(pathOf(wanted, written.includes(language) ? { lang: language } : {}), {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { Accept: form },
    });
    if (!response.ok) return { ok: false, failure: await failureOf(response) };
    const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
    return { ok: true, answer: { file: await response.blob(), name: named?.[1] ?? `loket-${wanted.from}` } };
  } catch {
    return { ok: false, failure: { code: 'unreachable' } };
  }
}

/** A link made for this one click: the address holds the file only as long. */
export function download({ file, name }: Written): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
