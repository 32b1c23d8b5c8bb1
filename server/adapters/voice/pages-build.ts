/** Which build of the pages the hub serves: whoever shows another one loads itself anew. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const lookAgainMs = 2000;
const mostCharacters = 40;

/** Empty: nobody knows, as nothing is built. `clock`: milliseconds that only go forward. */
export function pagesBuildIn(distFolder: string, clock: () => number): () => string {
  const file = join(distFolder, '.built');
  let build = '';
  let changedAt = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (clock() - lookedAt < lookAgainMs) return build;
    lookedAt = clock();
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs !== changedAt) build = readFileSync(file, 'utf8').trim().slice(0, mostCharacters);
      changedAt = mtimeMs;
    } catch {
      // In the midst of a build; what is served then is not there either.
      [build, changedAt] = ['', 0];
    }
    return build;
  };
}
