/** Whether the parts of an office file agree with one another. */
import { type Draft, readDraft } from './draft.ts';
import type { OfficeMistake } from './expected.ts';
import { unknownReferences } from './references.ts';
import { repeated } from './repeated.ts';
import { shownWrongly } from './shown-rules.ts';
import { sums } from './sums.ts';
import { unkept } from './unkept.ts';

type Rule = (draft: Draft) => OfficeMistake[];
const rules: readonly Rule[] = [repeated, unknownReferences, sums, unkept, shownWrongly];

/** Takes the data as it was written, mistaken or not; looks only at what can be read. */
export function disagreements(data: unknown): OfficeMistake[] {
  const draft = readDraft(data);
  return rules.flatMap((rule) => rule(draft));
}
