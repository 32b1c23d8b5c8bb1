/** Issues of the schema as mistakes of the file: one for each place, each said once. */
import type { z } from 'zod';
import type { OfficeMistake } from './expected.ts';

type Issue = z.core.$ZodIssue;

/** `more` are mistakes that were found in another way and may be among the issues as well. */
export function mistakesOf(issues: readonly Issue[], more: readonly OfficeMistake[]): OfficeMistake[] {
  const mistakes = [...issues.flatMap(ofIssue), ...more];
  const said = new Map(mistakes.map((mistake) => [JSON.stringify([mistake.path, mistake.message]), mistake]));
  return [...said.values()];
}

function ofIssue(issue: Issue): OfficeMistake[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'invalid_union') {
    // A name that is a group, and wrong only in one language: that language is the place.
    const inside = issue.errors.flat().filter((inner) => inner.path.length > 0);
    if (inside.length > 0)
      return inside.flatMap((inner) => ofIssue({ ...inner, path: [...path, ...inner.path] }));
  }
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  // `group` says one line for each unknown key.
  const lines = issue.message.split('\n');
  return issue.keys.map((key, index) => ({ path: [...path, key], message: lines[index] ?? issue.message }));
}
