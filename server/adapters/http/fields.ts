/** What was expected of a request, part by part, from what its schema found. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
export interface Field {
  readonly path: string;
  readonly message: string;
}

const mostFields = 50;
const longestName = 40;

export const fieldsOf = (issues: readonly Issue[]): Field[] =>
  issues.flatMap((issue) => ofIssue(issue, [])).slice(0, mostFields);

function ofIssue(issue: Issue, before: readonly PropertyKey[]): Field[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: written([...path, key]), message: 'unknown key' }));
  // Of several shapes the nearest is meant: the one with the fewest mistakes.
  const nearest =
    issue.code === 'invalid_union' ? issue.errors.toSorted((a, b) => a.length - b.length)[0] : undefined;
  if (nearest?.length) return nearest.flatMap((inner) => ofIssue(inner, path));
  return [{ path: written(path), message: issue.message }];
}

/** `['people', 0, 'name']` as `people[0].name`; empty for the body as a whole. */
function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    const name = String(part).slice(0, longestName);
    return before === '' ? name : `${before}.${name}`;
  }, '');
}
