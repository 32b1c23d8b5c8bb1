/** The office that runs, and the name of its version: whoever changes it can say which one they have seen. */
import { createHash } from 'node:crypto';
import type { Office } from '../../contract/office.ts';
import type { HttpParts } from './parts.ts';

export interface OfficeNow {
  readonly office: Office;
  readonly source: string | null;
  readonly version: string;
}

export function officeNow({ hub }: Pick<HttpParts, 'hub'>): OfficeNow | null {
  const { office, source } = hub.state.calendar;
  if (!office) return null;
  const version = createHash('sha256')
    .update(source ?? JSON.stringify(office))
    .digest('base64url');
  return { office, source, version };
}

/** RFC 9110, 13.1.1: `If-Match` is `*`, or entity tags with commas between. */
export const isVersion = (asked: string, version: string): boolean =>
  asked.split(',').some((tag) => ['*', `"${version}"`].includes(tag.trim()));
